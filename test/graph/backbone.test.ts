import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  backboneOf,
  noiseCorrected,
  spanningForest,
  type WeightedEdge,
  type Weights,
} from '../../src/graph/backbone.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { randomDocuments } from '../helpers/documents.ts';

/** `ab10 ac2`: edges between two letters, with their weights. */
function edgesOf(notation: string): WeightedEdge[] {
  return notation.split(' ').map((edge) => {
    const [source, target] = [edge[0]!, edge[1]!];
    return { key: source + target, source, target, weight: Number(edge.slice(2)) };
  });
}

describe('the noise-corrected score', () => {
  /**
   * Expected values from a separate program in exact fractions (Python's `fractions`), which follows
   * the paper's steps one by one: μ = nᵢ nⱼ / n², σ² = nᵢ nⱼ (n − nᵢ)(n − nⱼ) / (n⁴ (n − 1)),
   * α = μ²(1 − μ)/σ² − μ, β = μ(1 − μ)²/σ² − (1 − μ), P = (α + w)/(α + β + n),
   * V = n P (1 − P), κ = n/(nᵢ nⱼ), d = 1/(nᵢ nⱼ) − n (nᵢ + nⱼ)/(nᵢ nⱼ)², L = (κw − 1)/(κw + 1),
   * deviation = √V · |2 (κ + w d)/(κw + 1)²|. Graphs: ab10 ac2 bc2 cd5, then ab12 ac12 bc1 ad3 bd1.
   */
  const CASES: [title: string, weights: Weights, score: number, deviation: number][] = [
    [
      // By hand: μ = ¼, σ² = 1/16, α + β = 2, P = (½ + 1)/4 = ⅜, V = 2 · ⅜ · ⅝, κ = 2, d = −3.
      'of a single edge of weight 1: L = (2 − 1)/(2 + 1)',
      { weight: 1, first: 1, second: 1, total: 2 },
      1 / 3,
      (Math.sqrt(15 / 32) * 2) / 9,
    ],
    [
      'of a heavy edge',
      { weight: 10, first: 12, second: 12, total: 38 },
      0.45038167938931295,
      0.0360816346382154,
    ],
    [
      'of an edge lighter than by chance',
      { weight: 2, first: 12, second: 9, total: 38 },
      -0.17391304347826086,
      0.24729072481664793,
    ],
    [
      'of an edge that chance may explain',
      { weight: 1, first: 14, second: 4, total: 58 },
      0.017543859649122806,
      0.3414141714596618,
    ],
    [
      'of an edge of a hub',
      { weight: 3, first: 27, second: 4, total: 58 },
      0.23404255319148937,
      0.044209966992237844,
    ],
  ];
  it.each(CASES)('%s', (_, weights, score, deviation) => {
    const found = noiseCorrected(weights);
    expect(found.score).toBeCloseTo(score, 12);
    expect(found.deviation).toBeCloseTo(deviation, 12);
  });
});

describe('the maximum spanning forest', () => {
  const CASES: [title: string, edges: string, expected: string][] = [
    ['leaves the lightest edge of a circle', 'ab3 bc2 ac1', 'ab bc'],
    ['leaves the last of equal edges by key', 'ac1 bc1 ab1', 'ab ac'],
    ['covers parts that nothing joins', 'ab1 cd1 de5 ce2', 'ab ce de'],
    ['takes a heavy edge between two parts', 'ab1 cd1 bc9 ad2', 'ab ad bc'],
  ];
  it.each(CASES)('%s', (_, edges, expected) => {
    expect([...spanningForest(edgesOf(edges))].sort().join(' ')).toBe(expected);
  });
});

describe('the backbone', () => {
  const CASES: [title: string, edges: string, expected: string][] = [
    ['of one edge is that edge', 'ab1', 'ab'],
    ['has what stands out and a last edge for every node', 'ab10 ac2 bc2 cd5', 'ab ac cd'],
    ['leaves what chance explains', 'ab12 ac12 bc1 ad3 bd1', 'ab ac ad'],
    [
      'has more than a forest where a circle stands out',
      'ab9 bc9 ac9 ad1 de9 ef9 df9',
      'ab ac ad bc de df ef',
    ],
  ];
  it.each(CASES)('%s', (_, edges, expected) => {
    expect([...backboneOf(edgesOf(edges))].sort().join(' ')).toBe(expected);
  });

  /** Any simple graph of up to ten nodes, in any order. */
  const graphs = fc
    .uniqueArray(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 20 })), {
      selector: ([a, b]) => `${Math.min(a, b)}${Math.max(a, b)}`,
    })
    .map((edges) =>
      edges
        .filter(([a, b]) => a !== b)
        .map(([a, b, weight]) => ({
          key: `${Math.min(a, b)}${Math.max(a, b)}`,
          source: `${a}`,
          target: `${b}`,
          weight,
        })),
    );

  const parts = (edges: readonly WeightedEdge[]) => {
    const nodes = new Set(edges.flatMap(({ source, target }) => [source, target]));
    return nodes.size - spanningForest(edges).size;
  };

  test('leaves no node without an edge and joins what was joined', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const keys = backboneOf(edges);
        const kept = edges.filter(({ key }) => keys.has(key));
        const ends = (list: WeightedEdge[]) =>
          new Set(list.flatMap(({ source, target }) => [source, target]));
        expect(kept).toHaveLength(keys.size);
        expect(ends(kept)).toEqual(ends(edges));
        expect(parts(kept)).toBe(parts(edges));
      }),
    );
  });

  test('does not depend on the order of the edges, nor on that of their ends', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const turned = [...edges]
          .reverse()
          .map((edge) => ({ ...edge, source: edge.target, target: edge.source }));
        expect([...backboneOf(turned)].sort()).toEqual([...backboneOf(edges)].sort());
      }),
    );
  });

  test('shrinks to the forest as more is asked of an edge', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const keys = [0, 1.64, 3, Infinity].map((delta) => backboneOf(edges, delta));
        for (const [i, fewer] of keys.slice(1).entries()) {
          for (const key of fewer) expect(keys[i]!.has(key)).toBe(true);
        }
        expect(keys.at(-1)).toEqual(spanningForest(edges));
      }),
    );
  });

  test('of a graph has all statements, and an edge of every node that has one', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const graph = buildGraph(documents);
        graph.forEachEdge((_, { relation, backbone }) => {
          if (relation !== 'cooccurrence') expect(backbone).toBe(true);
        });
        graph.forEachNode((node) => {
          const kept = graph.filterEdges(node, (_, { backbone }) => backbone);
          expect(kept.length > 0).toBe(graph.degree(node) > 0);
        });
      }),
      { numRuns: 50 },
    );
  });
});
