import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NodeAttributes } from '../../src/graph/attributes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { listing, randomDocuments } from '../helpers/documents.ts';

type Measure = 'degree' | 'pagerank' | 'betweenness' | 'community';

/** A measure of each node of a graph that is written as its edges: `甲乙 乙丙`. */
function measured(edges: string, measure: Measure): Record<string, number> {
  return measuredOf(
    edges.split(' ').map((pair) => [...pair]),
    measure,
  );
}

function measuredOf(sentences: string[][], measure: Measure): Record<string, number> {
  const graph = buildGraph([listing('a', sentences)]);
  return Object.fromEntries(
    graph.mapNodes((_, attributes: NodeAttributes) => [attributes.label, attributes[measure]]),
  );
}

const STAR = '中东 中南 中西 中北';
const PATH = '甲乙 乙丙 丙丁 丁戊';

describe('betweenness', () => {
  const CASES: [title: string, edges: string, expected: Record<string, number>][] = [
    ['of a path: 3 and 4 of the 6 pairs', PATH, { 甲: 0, 乙: 1 / 2, 丙: 2 / 3, 丁: 1 / 2, 戊: 0 }],
    ['of a star: all pairs pass its centre', STAR, { 中: 1, 东: 0, 南: 0, 西: 0, 北: 0 }],
    [
      'of a ring of four: half of one pair',
      '甲乙 乙丙 丙丁 丁甲',
      { 甲: 1 / 6, 乙: 1 / 6, 丙: 1 / 6, 丁: 1 / 6 },
    ],
    ['of a triangle: nobody is between', '甲乙 乙丙 丙甲', { 甲: 0, 乙: 0, 丙: 0 }],
    ['of a single pair', '甲乙', { 甲: 0, 乙: 0 }],
  ];
  it.each(CASES)('%s', (_, edges, expected) => {
    const found = measured(edges, 'betweenness');
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [label, value] of Object.entries(expected)) {
      expect(found[label], label).toBeCloseTo(value, 6);
    }
  });

  test('of a star so large that sources are sampled is still 1 for its centre', () => {
    const leaves = Array.from({ length: 1200 }, (_, i) => ['中', `叶${i}`]);
    const { 中: centre, ...others } = measuredOf(leaves, 'betweenness');
    expect(centre).toBeCloseTo(1, 12);
    expect(Math.max(...Object.values(others))).toBe(0);
  });
});

describe('PageRank', () => {
  test('of a star is what its equations say', () => {
    // With c for the centre and l for each of 4 leaves: c = 0.15/5 + 0.85 × 4l, l = 0.15/5 + 0.85 c/4.
    const centre = (0.03 * (1 + 0.85 * 4)) / (1 - 0.85 ** 2);
    const found = measured(STAR, 'pagerank');
    expect(found['中']).toBeCloseTo(centre, 6);
    expect(found['东']).toBeCloseTo(0.03 + (0.85 * centre) / 4, 6);
  });

  test('is equal where all nodes are alike', () => {
    for (const rank of Object.values(measured('甲乙 乙丙 丙甲', 'pagerank'))) {
      expect(rank).toBeCloseTo(1 / 3, 6);
    }
  });

  test('is greater for a partner with more common sentences', () => {
    const { 乙: often, 丙: seldom } = measured('甲乙 甲乙 甲乙 甲丙', 'pagerank');
    expect(often).toBeGreaterThan(seldom!);
  });

  test('is greater for a partner of whom more is stated', () => {
    const graph = buildGraph([
      listing(
        'a',
        [
          ['甲', '乙'],
          ['甲', '丙'],
        ],
        '乙 --verb:收购--> 甲',
        '乙 --part:属于--> 甲',
      ),
    ]);
    const rank = (label: string) => graph.getNodeAttribute(`organization:${label}`, 'pagerank');
    expect(rank('乙')).toBeGreaterThan(2 * rank('丙'));
  });

  test('sums to 1 and is positive everywhere, whatever the documents', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const graph = buildGraph(documents);
        const ranks = graph.mapNodes((_, { pagerank }) => pagerank);
        fc.pre(ranks.length > 0);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 4);
        expect(Math.min(...ranks)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('degree', () => {
  test('counts neighbours, not edges', () => {
    const graph = buildGraph([
      listing(
        'a',
        [['甲', '乙'], ['甲', '丙'], ['丁']],
        '甲 --verb:收购--> 乙',
        '乙 --verb:感谢--> 甲',
      ),
    ]);
    const degrees = graph.mapNodes((_, { label, degree }) => [label, degree]);
    expect(Object.fromEntries(degrees)).toEqual({ 甲: 2, 乙: 1, 丙: 1, 丁: 0 });
  });
});

describe('communities', () => {
  /** The edges of a clique, and one more that leads away. */
  const clique = (names: string) =>
    [...names].flatMap((a, i) => [...names].slice(i + 1).map((b) => [a, b]));
  const TWO_CLIQUES = [...clique('甲乙丙丁'), ...clique('子丑寅卯辰'), ['丁', '子']];

  test('of two cliques that one edge joins are the cliques, the larger first', () => {
    expect(measuredOf(TWO_CLIQUES, 'community')).toEqual({
      ...Object.fromEntries([...'子丑寅卯辰'].map((label) => [label, 0])),
      ...Object.fromEntries([...'甲乙丙丁'].map((label) => [label, 1])),
    });
  });

  test('are numbered without gaps, by size, whatever the documents', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const graph = buildGraph(documents);
        const sizes: number[] = [];
        graph.forEachNode((_, { community }) => {
          sizes[community] = (sizes[community] ?? 0) + 1;
        });
        expect(Array.from(sizes)).not.toContain(undefined);
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
      }),
    );
  });

  test('of a graph without edges are its nodes', () => {
    const communities = measuredOf([['甲'], ['乙'], ['丙']], 'community');
    expect(Object.values(communities).sort()).toEqual([0, 1, 2]);
  });
});
