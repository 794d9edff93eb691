import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { benjaminiHochberg, erfc, pValue } from '../../src/graph/significance.ts';

describe('the complementary error function', () => {
  /** By mpmath 1.3 with 50 digits: mpmath.erfc(x). */
  const CASES: [x: number, value: number][] = [
    [0, 1],
    [0.1, 0.887537083981715],
    [0.5, 0.479500122186953],
    [1, 0.157299207050285],
    [1.9, 0.00720957076474253],
    [2, 0.00467773498104727],
    [3, 2.20904969985854e-5],
    [5, 1.53745979442803e-12],
    [10, 2.08848758376254e-45],
  ];
  it.each(CASES)('of %d is %d', (x, value) => {
    expect(erfc(x) / value).toBeCloseTo(1, 12);
  });

  test('falls from 1 to 0, also where series and fraction meet', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (x, step) => {
          expect(erfc(x)).toBeGreaterThanOrEqual(erfc(x + step));
          expect(erfc(x)).toBeLessThanOrEqual(1);
          expect(erfc(x)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
    expect(erfc(1e6)).toBe(0);
  });
});

describe('the p-value of G²', () => {
  /** From any table of χ² with one degree of freedom. */
  const CASES: [g2: number, p: number][] = [
    [0, 1],
    [0.455, 0.5],
    [2.706, 0.1],
    [3.841, 0.05],
    [-3.841, 0.05],
    [6.635, 0.01],
    [10.828, 0.001],
  ];
  it.each(CASES)('%d is %d, whether the two attract or avoid each other', (g2, p) => {
    expect(pValue(g2) / p).toBeCloseTo(1, 2);
  });
});

describe('Benjamini and Hochberg', () => {
  const CASES: [title: string, values: number[], adjusted: number[]][] = [
    ['adjust no value to none', [], []],
    ['leave a single value', [0.03], [0.03]],
    // 0.01 · 4/1, 0.02 · 4/2, 0.03 · 4/3, 0.04 · 4/4: all 0.04.
    ['give evenly spread values the greatest', [0.01, 0.02, 0.03, 0.04], [0.04, 0.04, 0.04, 0.04]],
    // 0.001 · 5/1, 0.008 · 5/2, 0.039 · 5/3, 0.041 · 5/4 (less, so it counts for both), 0.6.
    [
      'let no value rise above the next one',
      [0.001, 0.008, 0.039, 0.041, 0.6],
      [0.005, 0.02, 0.05125, 0.05125, 0.6],
    ],
    ['keep the order that was given', [0.6, 0.001, 0.041], [0.6, 0.003, 0.0615]],
    ['treat equal values alike', [0.02, 0.5, 0.02], [0.03, 0.5, 0.03]],
  ];
  it.each(CASES)('%s', (_, values, expected) => {
    const adjusted = benjaminiHochberg(values);
    expect(adjusted).toHaveLength(expected.length);
    for (const [i, value] of expected.entries()) expect(adjusted[i]).toBeCloseTo(value, 12);
  });

  const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 });

  test('give values from the p-value to 1, in the order of the p-values', () => {
    fc.assert(
      fc.property(probabilities, (values) => {
        const adjusted = benjaminiHochberg(values);
        for (const [i, value] of values.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of values.entries()) {
            if (value <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          }
        }
      }),
    );
  });

  test('accept as many below a bound as their step-up rule does', () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(0.05, 0.1, 0.5), (values, bound) => {
        const sorted = [...values].sort((a, b) => a - b);
        const accepted = sorted.findLastIndex((p, i) => p * (sorted.length / (i + 1)) <= bound) + 1;
        expect(benjaminiHochberg(values).filter((q) => q <= bound)).toHaveLength(accepted);
      }),
    );
  });
});
