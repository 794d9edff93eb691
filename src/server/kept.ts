/**
 * Answers to questions that were asked before: an open graph never changes, so an answer holds as long
 * as the server runs.
 * @param most bytes to keep; what was asked for longest ago goes first
 */
export function keptAnswers(
  most: number,
): (question: string, answer: () => string) => Uint8Array<ArrayBuffer> {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const encoder = new TextEncoder();
  let bytes = 0;
  const sizeOf = (question: string) => question.length + kept.get(question)!.length;
  return (question, answer) => {
    const body = kept.get(question) ?? encoder.encode(answer());
    if (kept.has(question)) {
      bytes -= sizeOf(question);
      kept.delete(question);
    }
    kept.set(question, body);
    bytes += sizeOf(question);
    for (const oldest of kept.keys()) {
      if (bytes <= most) break;
      bytes -= sizeOf(oldest);
      kept.delete(oldest);
    }
    return body;
  };
}
