/** Phrases that can be looked up at a position of a text. */
export interface PhraseIndex<T> {
  get(phrase: string): T | undefined;
  /** The longest phrase that stands in `text` at `start`. */
  longestAt(text: string, start: number): { readonly end: number; readonly value: T } | undefined;
  /** The longest phrase that ends in `text` at `end` and does not begin before `from`. */
  longestBefore(
    text: string,
    end: number,
    from: number,
  ): { readonly start: number; readonly value: T } | undefined;
}

/**
 * Index phrases of one character and more. Of equal phrases the first one stays.
 * A look-up tries only the lengths that phrases with the same first two (or the same last two)
 * code units have; most positions of a text are done with two look-ups of a number.
 */
export function phraseIndex<T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const values = new Map<string, T>();
  for (const [phrase, value] of entries) if (!values.has(phrase)) values.set(phrase, value);
  const byBeginning = lengthsBy(values.keys(), (phrase) => beginning(phrase, 0));
  /** Made when it is first needed: nobody asks which of all known names end somewhere. */
  let byEnding: Lengths | undefined;
  return {
    get: (phrase) => values.get(phrase),
    longestAt(text, start) {
      for (const length of lengthsOf(byBeginning, beginning(text, start), text.charCodeAt(start))) {
        const end = start + length;
        const value = end <= text.length ? values.get(text.slice(start, end)) : undefined;
        if (value !== undefined) return { end, value };
      }
      return undefined;
    },
    longestBefore(text, end, from) {
      byEnding ??= lengthsBy(values.keys(), ending);
      const pair = end > 1 ? beginning(text, end - 2) : undefined;
      for (const length of lengthsOf(byEnding, pair, text.charCodeAt(end - 1))) {
        const start = end - length;
        const value = start >= from ? values.get(text.slice(start, end)) : undefined;
        if (value !== undefined) return { start, value };
      }
      return undefined;
    },
  };
}

/** Lengths of phrases, the longest first, by two code units as a number, or by one for phrases of one. */
type Lengths = Map<number, number[]>;

/** Two code units as one number; of a text that ends after the first one, that one. */
function beginning(text: string, start: number): number {
  const first = text.charCodeAt(start);
  return start + 1 < text.length ? (first << 16) | text.charCodeAt(start + 1) : first;
}

/** The last two code units of a phrase as one number. */
function ending(phrase: string): number {
  return beginning(phrase, Math.max(0, phrase.length - 2));
}

function lengthsBy(phrases: Iterable<string>, keyOf: (phrase: string) => number): Lengths {
  const lengths: Lengths = new Map();
  for (const phrase of phrases) {
    const key = keyOf(phrase);
    const known = lengths.get(key);
    if (!known) lengths.set(key, [phrase.length]);
    else if (!known.includes(phrase.length)) known.push(phrase.length);
  }
  for (const known of lengths.values()) if (known.length > 1) known.sort((a, b) => b - a);
  return lengths;
}

const NONE: readonly number[] = [];

/** Lengths of two and more, then those of one. */
function lengthsOf(lengths: Lengths, pair: number | undefined, single: number): readonly number[] {
  const longer = pair === undefined ? undefined : lengths.get(pair);
  const one = lengths.get(single);
  if (!one || one === longer) return longer ?? NONE;
  return longer ? [...longer, ...one] : one;
}
