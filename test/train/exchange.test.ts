import { describe, expect, it } from 'vitest';
import { exchange } from '../../src/train/exchange.ts';

/** 0 is beyond the ends of a sentence; people 1-3, verbs 4-6, things 7-9. */
const PEOPLE = [1, 2, 3];
const VERBS = [4, 5, 6];
const THINGS = [7, 8, 9];
const sentences = PEOPLE.flatMap((person) =>
  VERBS.flatMap((verb) => THINGS.map((thing) => [person, verb, thing])),
);
const options = { classes: 3, rounds: 10, log: () => {} };

describe('exchange', () => {
  it('puts words that stand beside the same words into one class', () => {
    const classes = exchange(sentences, 10, options);
    const sets = [PEOPLE, VERBS, THINGS].map((words) => [...new Set(words.map((w) => classes[w]))]);
    expect(sets.map((set) => set.length)).toEqual([1, 1, 1]);
    expect(new Set(sets.flat()).size).toBe(3);
  });

  it('gives the same classes each time', () => {
    expect(exchange(sentences, 10, options)).toEqual(exchange(sentences, 10, options));
  });

  it('stops when no word moves any more', () => {
    const lines: string[] = [];
    exchange(sentences, 10, { ...options, rounds: 1000, log: (line) => lines.push(line) });
    expect(lines.length).toBeLessThan(20);
    expect(lines.at(-1)).toContain(' 0 words moved');
  });

  it('leaves words that never occur in the first class', () => {
    expect(exchange(sentences, 12, options).slice(10)).toEqual(new Uint16Array(2));
  });
});
