const encoder = new TextEncoder();

/** Texts until these are so long, and whether they were all. */
export function firstOf(texts: Iterator<string>, length: number): { text: string; all: boolean } {
  let text = '';
  while (text.length < length) {
    const { done, value } = texts.next();
    if (done) return { text, all: true };
    text += value;
  }
  return { text, all: false };
}

/** Characters that are sent at a time. */
const CHUNK = 65_536;

/**
 * A body that begins with a text and is made as it is sent, so that it is never whole in memory; others
 * are answered between its parts. Who goes away stops it.
 */
export function streamed(start: string, texts: Generator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(start)),
    pull(controller) {
      const { text, all } = firstOf(texts, CHUNK);
      if (text !== '') controller.enqueue(encoder.encode(text));
      if (all) controller.close();
    },
    cancel: () => void texts.return(undefined),
  });
}
