import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseIndex } from '../../src/lexicon/phrases.ts';

const index = phraseIndex([
  ['书记', 1],
  ['区委书记', 2],
  ['区委', 3],
  ['区', 4],
  ['区委书记', 5],
  ['😀区', 6],
]);

/** Text, position, the longest phrase that begins there. */
const BEGINNING: [text: string, start: number, phrase: string | undefined][] = [
  ['巴南区委书记', 2, '区委书记'],
  ['巴南区委', 2, '区委'],
  ['巴南区长', 2, '区'],
  ['巴南区', 2, '区'],
  ['巴南区', 1, undefined],
  ['巴南区', 3, undefined],
  ['巴南区', 99, undefined],
  ['😀区委', 0, '😀区'],
  ['😀区委', 1, undefined],
  ['', 0, undefined],
];

/** Text, position, the longest phrase that ends there, and where it may begin. */
const ENDING: [text: string, end: number, phrase: string | undefined, from: number][] = [
  ['巴南区委书记', 6, '区委书记', 0],
  ['巴南区委书记', 6, '区委书记', 2],
  ['巴南区委书记', 6, '书记', 3],
  ['巴南区委书记', 6, undefined, 5],
  ['巴南区委书记', 4, '区委', 0],
  ['巴南区委书记', 3, '区', 2],
  ['区', 1, '区', 0],
  ['巴南', 2, undefined, 0],
  ['巴😀区', 4, '😀区', 0],
  ['巴😀区', 4, '区', 3],
  ['', 0, undefined, 0],
];

describe('phraseIndex', () => {
  it.each(BEGINNING)(
    'finds the longest phrase that begins in %j at %i: %s',
    (text, start, phrase) => {
      const match = index.longestAt(text, start);
      expect(match && text.slice(start, match.end)).toBe(phrase);
      expect(match?.value).toBe(phrase === undefined ? undefined : index.get(phrase));
    },
  );

  it.each(ENDING)(
    'finds the longest phrase that ends in %j at %i: %s',
    (text, end, phrase, from) => {
      const match = index.longestBefore(text, end, from);
      expect(match && text.slice(match.start, end)).toBe(phrase);
      expect(match?.value).toBe(phrase === undefined ? undefined : index.get(phrase));
    },
  );

  it('keeps the first of equal phrases', () => {
    expect(index.get('区委书记')).toBe(2);
  });

  it('knows no part of a phrase', () => {
    expect(index.get('委书记')).toBeUndefined();
    expect(index.get('')).toBeUndefined();
  });

  // Few characters, so that phrases are often beginnings of each other.
  it('finds what a search through all phrases finds', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '😀'), minLength: 1, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '😀', '\ud83d'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (phrases, haystack) => {
        const entries = phrases.map((phrase, i) => [phrase, i] as const);
        const built = phraseIndex(entries);
        for (let start = 0; start <= haystack.length; start++) {
          expect(built.longestAt(haystack, start)).toEqual(
            naiveLongestAt(entries, haystack, start),
          );
          for (let end = start; end <= haystack.length; end++) {
            expect(built.longestBefore(haystack, end, start)).toEqual(
              naiveLongestBefore(entries, haystack, end, start),
            );
          }
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

type Entries = readonly (readonly [phrase: string, value: number])[];

function naiveLongestAt(entries: Entries, text: string, start: number) {
  const found = longest(entries.filter(([phrase]) => text.startsWith(phrase, start)));
  return found && { end: start + found[0].length, value: found[1] };
}

function naiveLongestBefore(entries: Entries, text: string, end: number, from: number) {
  const found = longest(entries.filter(([phrase]) => text.slice(from, end).endsWith(phrase)));
  return found && { start: end - found[0].length, value: found[1] };
}

/** The longest phrase; of equal ones the first. */
function longest(entries: Entries): Entries[number] | undefined {
  return [...entries].sort(([a], [b]) => b.length - a.length)[0];
}
