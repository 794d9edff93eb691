import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/relation/propose.ts';
import { rivalsOf } from '../../src/relation/rivals.ts';

/** A candidate of which only arguments and predicate are told apart. */
function candidate(head: number, predicate: number, tail: number): Candidate {
  const slot = (first: number) => ({ arg: { first, mentions: [{ start: first }] } });
  const word = { start: predicate, label: '建设', kind: 'verb' };
  return { head: slot(head), tail: slot(tail), predicate: word } as unknown as Candidate;
}

describe('rivalsOf', () => {
  it('tells each candidate the best of the others, by what they share', () => {
    const candidates = [
      candidate(1, 50, 2),
      candidate(3, 50, 2),
      candidate(1, 50, 4),
      candidate(2, 50, 1),
      candidate(1, 60, 2),
    ];
    expect(rivalsOf(candidates, [1, 2, 3, 4, 5])[0]).toEqual({
      predicate: 4,
      tail: 2,
      head: 3,
      pair: 5,
      reverse: 4,
      otherTail: 5,
      otherHead: 5,
      size: 4,
    });
  });

  it('has no rivals for a single candidate', () => {
    const { size, ...scores } = rivalsOf([candidate(1, 50, 2)], [0.5])[0]!;
    expect(size).toBe(1);
    expect(new Set(Object.values(scores))).toEqual(new Set([-9]));
  });

  it('does not depend on the order of the candidates', () => {
    const item = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3), fc.integer({ min: -8, max: 8 }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), (items) => {
        const rivals = (list: typeof items) =>
          rivalsOf(
            list.map(([head, predicate, tail]) => candidate(head, predicate, tail)),
            list.map(([, , , score]) => score),
          );
        expect(rivals([...items].reverse()).reverse()).toEqual(rivals(items));
      }),
    );
  });
});
