import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/relation/trees.ts';
import { boost } from '../../src/train/boost.ts';

/** Examples in which the first trait says which way the second one counts. */
const examples = Array.from({ length: 400 }, (_, i) => {
  const [a, b] = [i % 10, Math.floor(i / 10) % 10];
  return { traits: [a, b], holds: a > 4 ? b > 2 : b <= 1 };
});

describe('sumOf', () => {
  it('adds what the leaves say, above a limit and up to it', () => {
    const trees = {
      roots: Uint32Array.of(0, 3),
      nodes: Float32Array.of(1, 2.5, 2, -1, -1, 0, -1, 4, 0, -1, 0.5, 0),
    };
    expect(sumOf(trees, [0, 2.5])).toBe(-0.5);
    expect(sumOf(trees, [0, 3])).toBe(4.5);
  });
});

describe('boost', () => {
  it('learns what no sum of single traits can say', () => {
    const trees = boost(examples);
    for (const { traits, holds } of examples) expect(sumOf(trees, traits) > 0).toBe(holds);
  });

  it('gives the same trees for the same examples', () => {
    expect(boost(examples)).toEqual(boost(examples));
  });

  it('says the share of what holds where traits tell nothing', () => {
    const blind = examples.map(({ holds }, i) => ({ traits: [1], holds: holds && i % 2 === 0 }));
    const share = blind.filter(({ holds }) => holds).length / blind.length;
    expect(sumOf(boost(blind), [1])).toBeCloseTo(Math.log(share / (1 - share)), 5);
  });
});
