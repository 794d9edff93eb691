/** Phrases that can be looked up at a position of a text. */
export interface PhraseIndex<T> {
  get(phrase: string): T | undefined;
  /** The longest phrase that stands in `text` at `start`. */
  longestAt(text: string, start: number): { readonly end: number; readonly value: T } | undefined;
}

const PREFIX = 2;

/**
 * Index phrases of one character and more. Of equal phrases the first one stays.
 * A look-up tries only the lengths that phrases with the same beginning have.
 */
export function phraseIndex<T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const values = new Map<string, T>();
  const lengths = new Map<string, number[]>();
  for (const [phrase, value] of entries) {
    if (values.has(phrase)) continue;
    values.set(phrase, value);
    const prefix = phrase.slice(0, PREFIX);
    const known = lengths.get(prefix);
    if (!known) lengths.set(prefix, [phrase.length]);
    else if (!known.includes(phrase.length)) known.push(phrase.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  const find = (text: string, start: number, candidates: readonly number[] | undefined) => {
    for (const length of candidates ?? []) {
      const end = start + length;
      const value = values.get(text.slice(start, end));
      if (value !== undefined && end <= text.length) return { end, value };
    }
    return undefined;
  };
  return {
    get: (phrase) => values.get(phrase),
    longestAt: (text, start) =>
      find(text, start, lengths.get(text.slice(start, start + PREFIX))) ??
      find(text, start, lengths.get(text.slice(start, start + 1))),
  };
}
