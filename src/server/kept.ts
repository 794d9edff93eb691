/** Answers to questions that were asked before: an open graph never changes, so they hold. */
export interface KeptAnswers {
  get(question: string): Uint8Array<ArrayBuffer> | undefined;
  set(question: string, answer: Uint8Array<ArrayBuffer>): void;
}

/** @param most bytes to keep; what was asked for longest ago goes first */
export function keptAnswers(most: number): KeptAnswers {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let bytes = 0;
  const add = (question: string, answer: Uint8Array<ArrayBuffer>) => {
    kept.set(question, answer);
    bytes += question.length + answer.length;
  };
  const drop = (question: string) => {
    const answer = kept.get(question);
    if (answer) bytes -= question.length + answer.length;
    kept.delete(question);
  };
  return {
    get(question) {
      const answer = kept.get(question);
      drop(question);
      if (answer) add(question, answer);
      return answer;
    },
    set(question, answer) {
      drop(question);
      add(question, answer);
      for (const oldest of kept.keys()) {
        if (bytes <= most) break;
        drop(oldest);
      }
    },
  };
}
