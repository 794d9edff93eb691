import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { type Counts, npmi, signedG2 } from '../../src/graph/cooccurrence.ts';
import { listing } from '../helpers/documents.ts';

/** Worked by hand, with Dunning's table [[both, first only], [second only, neither]]. */
const CASES: { title: string; counts: Counts; npmi: number; g2: number }[] = [
  {
    title: 'independent: 1/8 = 2/8 × 4/8',
    counts: { both: 1, first: 2, second: 4, total: 8 },
    npmi: 0,
    g2: 0,
  },
  {
    title: 'never apart: table [[2, 0], [0, 2]], each expected once',
    counts: { both: 2, first: 2, second: 2, total: 4 },
    npmi: 1,
    g2: 8 * Math.LN2,
  },
  {
    title: 'twice as often as by chance: ln 2 / ln 4; table [[2, 0], [2, 4]]',
    counts: { both: 2, first: 2, second: 4, total: 8 },
    npmi: 0.5,
    g2: 2 * (2 * Math.log(2) + 2 * Math.log(2 / 3) + 4 * Math.log(4 / 3)),
  },
  {
    title: 'less than by chance: table [[1, 2], [2, 1]], each expected 1.5 times',
    counts: { both: 1, first: 3, second: 3, total: 6 },
    npmi: Math.log(1 / 6 / 0.25) / Math.log(6),
    g2: -2 * (2 * Math.log(2 / 3) + 4 * Math.log(4 / 3)),
  },
  {
    title: 'both in every sentence',
    counts: { both: 3, first: 3, second: 3, total: 3 },
    npmi: 1,
    g2: 0,
  },
  {
    title: 'one of them in every sentence, which says nothing',
    counts: { both: 1, first: 4, second: 1, total: 4 },
    npmi: 0,
    g2: 0,
  },
];

describe('association of a pair', () => {
  it.each(CASES)('$title', ({ counts, npmi: expectedNpmi, g2 }) => {
    expect(npmi(counts)).toBeCloseTo(expectedNpmi, 12);
    expect(signedG2(counts)).toBeCloseTo(g2, 12);
  });

  /** All counts that sentences can have. */
  const possible: fc.Arbitrary<Counts> = fc
    .tuple(...[1, 0, 0, 0].map((min) => fc.integer({ min, max: 10_000 })))
    .map(([both, onlyFirst, onlySecond, neither]) => ({
      both: both!,
      first: both! + onlyFirst!,
      second: both! + onlySecond!,
      total: both! + onlyFirst! + onlySecond! + neither!,
    }));

  test('NPMI lies between -1 and 1, and G² is finite, for all possible counts', () => {
    fc.assert(
      fc.property(possible, (counts) => {
        expect(Math.abs(npmi(counts))).toBeLessThanOrEqual(1 + 1e-12);
        expect(Number.isFinite(signedG2(counts))).toBe(true);
      }),
    );
  });

  test('NPMI and G² agree on whether a pair is attracted or repelled', () => {
    fc.assert(
      fc.property(possible, (counts) => {
        fc.pre(Math.abs(npmi(counts)) > 1e-6 && counts.both < counts.total);
        expect(Math.sign(signedG2(counts)) * Math.sign(npmi(counts))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('it does not matter which of the two comes first', () => {
    fc.assert(
      fc.property(possible, ({ both, first, second, total }) => {
        const swapped = { both, first: second, second: first, total };
        const counts = { both, first, second, total };
        expect(npmi(swapped)).toBeCloseTo(npmi(counts), 12);
        expect(signedG2(swapped)).toBeCloseTo(signedG2(counts), 6);
      }),
    );
  });
});

test('edges carry the association over independent sentences', () => {
  // 甲 in 2 of 8, 乙 in 4 of 8, together in 2.
  const graph = buildGraph([
    listing('a', [['甲', '乙'], ['甲', '乙'], ['乙'], ['乙'], ['丙'], ['丙'], ['丙'], ['丙']]),
  ]);
  const { npmi: found, g2 } = graph.getEdgeAttributes(
    'organization:乙|cooccurrence|共现|asserted|organization:甲',
  );
  expect(found).toBeCloseTo(0.5, 12);
  // With six significant digits.
  expect(g2).toBe(3.45218);
});
