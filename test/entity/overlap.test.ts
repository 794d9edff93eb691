import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveRoom, resolveOverlaps } from '../../src/entity/overlap.ts';
import type { Category, Mention } from '../../src/types.ts';

const TEXT = '重庆市巴南区委书记何友生';

function mention(text: string, score = 0.5, rule = 'test'): Mention {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, text, category: 'place', rule, score };
}

const names = (mentions: readonly Mention[]) => mentions.map(({ text }) => text);

describe('resolveOverlaps', () => {
  it('leaves mentions that only touch, in the order of the text', () => {
    const touching = ['何友生', '重庆市', '书记', '巴南区'].map((text) => mention(text));
    expect(names(resolveOverlaps(touching))).toEqual(['重庆市', '巴南区', '书记', '何友生']);
  });

  it('takes the longer of two that are about as sure', () => {
    const candidates = [mention('巴南区', 0.99), mention('巴南区委', 0.86), mention('南区', 1)];
    expect(names(resolveOverlaps(candidates))).toEqual(['巴南区委']);
  });

  it('takes the surer of two when one of them is hardly likely', () => {
    const candidates = [mention('巴南区', 0.9), mention('巴南区委', 0.6), mention('市巴', 0.3)];
    expect(names(resolveOverlaps(candidates))).toEqual(['巴南区']);
  });

  it('takes the surer of two that are equally long, then the one on the left', () => {
    expect(names(resolveOverlaps([mention('市巴南', 0.8), mention('巴南区', 0.9)]))).toEqual([
      '巴南区',
    ]);
    expect(names(resolveOverlaps([mention('巴南区'), mention('市巴南')]))).toEqual(['市巴南']);
  });

  it('takes one of two rules that found the same', () => {
    const both = [mention('巴南区', 0.5, 'suffix'), mention('巴南区', 0.9, 'known-name')];
    expect(resolveOverlaps(both)).toEqual([both[1]]);
    expect(resolveOverlaps([])).toEqual([]);
  });

  it('gives no overlaps, and the same for every order of candidates', () => {
    fc.assert(
      fc.property(shuffled, ([candidates, other]) => {
        const chosen = resolveOverlaps(candidates);
        expect(resolveOverlaps(other)).toEqual(chosen);
        for (const [i, next] of chosen.slice(1).entries()) {
          expect(next.start).toBeGreaterThanOrEqual(chosen[i]!.end);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('drops a candidate only for one that it overlaps and that is at least as long', () => {
    fc.assert(
      fc.property(shuffled, ([candidates]) => {
        const chosen = resolveOverlaps(candidates);
        for (const candidate of candidates) {
          const reason = chosen.some(
            ({ start, end }) =>
              start < candidate.end &&
              candidate.start < end &&
              end - start >= candidate.end - candidate.start,
          );
          expect(reason).toBe(true);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

/** Names of few places and scores, so that there are ties; each rule makes names of one category. */
const RULES: readonly [rule: string, category: Category][] = [
  ['known-name', 'place'],
  ['suffix', 'organization'],
  ['speaker', 'person'],
];

const candidate = fc
  .tuple(
    fc.nat(8),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(0.5, 0.8),
    fc.constantFrom(...RULES),
  )
  .map(([start, length, score, [rule, category]]): Mention => {
    const end = start + length;
    return { start, end, text: TEXT.slice(start, end), category, rule, score };
  });

/** Candidates, and the same ones in another order. */
const shuffled = fc
  .array(candidate, { maxLength: 10 })
  .chain((candidates) =>
    fc.tuple(
      fc.constant(candidates),
      fc.shuffledSubarray(candidates, { minLength: candidates.length }),
    ),
  );

describe('leaveRoom', () => {
  it('leaves out a mention that alone lies in a longer candidate', () => {
    expect(
      names(leaveRoom([mention('重庆市'), mention('何友生')], [mention('重庆市巴南')])),
    ).toEqual(['何友生']);
  });

  it('keeps two that lie in one candidate, and one that reaches beyond it', () => {
    const two = [mention('重庆市'), mention('巴南区')];
    expect(leaveRoom(two, [mention('重庆市巴南区委')])).toEqual(two);
    expect(leaveRoom(two, [mention('市巴南')])).toEqual(two);
  });

  it('keeps a mention that is the candidate itself', () => {
    expect(names(leaveRoom([mention('巴南区')], [mention('巴南区', 0.9)]))).toEqual(['巴南区']);
  });
});
