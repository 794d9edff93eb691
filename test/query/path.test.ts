import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { neighbors } from '../../src/query/neighbors.ts';
import { path, paths } from '../../src/query/path.ts';
import { listing, randomDocuments } from '../helpers/documents.ts';
import { GRAPH } from './graph.ts';

/** The nodes of a path by their labels. */
function way(graph: KnowledgeGraph, from: string, to: string): string | undefined {
  const hops = path(graph, `organization:${from}`, `organization:${to}`);
  return hops && [from, ...hops.map((hop) => hop.to.label)].join('');
}

/** A graph of organizations: pairs that share a sentence, and some that are stated: `甲→乙`. */
function graphOf(notation: string): KnowledgeGraph {
  const pairs = notation.split(' ');
  return buildGraph([
    listing(
      'a',
      pairs.map((pair) => pair.split(/→|–/)),
      ...new Set(
        pairs
          .filter((pair) => pair.includes('→'))
          .map((pair) => pair.replace('→', ' --verb:投资--> ')),
      ),
    ),
  ]);
}

describe('the best path', () => {
  const CASES: [
    title: string,
    graph: string,
    from: string,
    to: string,
    expected: string | undefined,
  ][] = [
    ['of neighbours is one step', '甲–乙', '甲', '乙', '甲乙'],
    ['goes along statements', '甲→乙 乙→丙', '甲', '丙', '甲乙丙'],
    ['goes against the direction of statements', '甲→乙 乙→丙', '丙', '甲', '丙乙甲'],
    ['takes few steps rather than many', '甲→乙 乙→丙 丙→丁 甲–丁', '甲', '丁', '甲丁'],
    ['takes statements rather than co-occurrence', '甲–丑 丑–丁 甲→子 子→丁', '甲', '丁', '甲子丁'],
    [
      'takes the better supported co-occurrence',
      '甲–子 子–丁 甲–丑 甲–丑 丑–丁 丑–丁',
      '甲',
      '丁',
      '甲丑丁',
    ],
    ['takes the better supported statement', '甲→子 子→丁 甲→丑 甲→丑 丑→丁', '甲', '丁', '甲丑丁'],
    [
      'goes round a node that is connected to everything',
      `甲–市 市–丁 甲–丑 丑–丁 ${[...'一二三四五六七八'].map((other) => `市–${other}`).join(' ')}`,
      '甲',
      '丁',
      '甲丑丁',
    ],
    ['of a node and itself has no steps', '甲–乙', '甲', '甲', '甲'],
    ['does not exist between parts that nothing joins', '甲–乙 丙–丁', '甲', '丙', undefined],
  ];
  it.each(CASES)('%s', (_, notation, from, to, expected) => {
    expect(way(graphOf(notation), from, to)).toBe(expected);
  });

  test('carries the edges of each step, strongest first', () => {
    const hops = path(GRAPH, 'person:何友生', 'organization:智翔金泰')!;
    expect(hops.map(({ from, to }) => [from.label, to.label])).toEqual([
      ['何友生', '巴南区'],
      ['巴南区', '智翔金泰'],
    ]);
    expect(hops[1]!.edges.map(({ relation, weight }) => [relation, weight])).toEqual([
      ['cooccurrence', 2],
    ]);
    expect(hops[0]!.edges[0]!.evidence[0]!.quote).toContain('何友生');
  });

  const WAYS: [title: string, graph: string, limit: number, expected: string[]][] = [
    ['are those that there are', '甲–乙 乙–丁 甲–丁', 9, ['甲丁', '甲乙丁']],
    ['are as many as asked for', '甲–乙 乙–丁 甲–丁', 1, ['甲丁']],
    ['never go in a circle', '甲–乙 乙–丙 丙–甲 乙–丁', 9, ['甲乙丁', '甲丙乙丁']],
    [
      'come by cost, then by key',
      '甲–丑 丑–丁 甲–子 子–丁 甲→卯 卯→丁',
      9,
      ['甲卯丁', '甲丑丁', '甲子丁'],
    ],
    ['are none where there is no way', '甲–乙 丙–丁', 9, []],
  ];
  it.each(WAYS)('%s', (_, notation, limit, expected) => {
    const found = paths(graphOf(notation), 'organization:甲', 'organization:丁', { limit });
    expect(found.map(({ hops }) => ['甲', ...hops.map(({ to }) => to.label)].join(''))).toEqual(
      expected,
    );
  });

  test('are all the ways there are, cheapest first, whatever the graph', () => {
    fc.assert(
      fc.property(randomDocuments, fc.nat(), fc.nat(), (documents, i, j) => {
        const graph = buildGraph(documents);
        fc.pre(graph.order > 1);
        const [from, to] = [i, j].map((n) => graph.nodes()[n % graph.order]!);
        const found = paths(graph, from!, to!, { limit: 1000 });
        const names = found.map(({ hops }) => hops.map((hop) => hop.to.key).join());
        expect(new Set(names)).toEqual(new Set(allWays(graph, from!, to!)));
        expect(names).toHaveLength(new Set(names).size);
        const costs = found.map(({ cost }) => cost);
        // The same sums in another order may differ in their last digit.
        for (const [n, cost] of costs.slice(1).entries()) {
          expect(cost).toBeGreaterThan(costs[n]! - 1e-9);
        }
        const fewer = paths(graph, from!, to!, { limit: 3 }).map(({ cost }) => cost);
        expect(fewer).toHaveLength(Math.min(3, costs.length));
        for (const [n, cost] of fewer.entries()) expect(cost).toBeCloseTo(costs[n]!, 9);
      }),
    );
  });

  test('of a node and itself is empty', () => {
    expect(path(GRAPH, 'place:巴南区', 'place:巴南区')).toEqual([]);
  });

  test('is connected, and is found just where one can walk, whatever the graph', () => {
    fc.assert(
      fc.property(randomDocuments, fc.nat(), fc.nat(), (documents, i, j) => {
        const graph = buildGraph(documents);
        fc.pre(graph.order > 1);
        const [from, to] = [i, j].map((n) => graph.nodes()[n % graph.order]!);
        const hops = path(graph, from!, to!);
        const reachable = neighbors(graph, from!, { hops: 5, limit: 1000 }).map(({ key }) => key);
        expect(hops !== undefined).toBe(from === to || reachable.includes(to!));
        let place = from;
        for (const hop of hops ?? []) {
          expect(hop.from.key).toBe(place);
          expect(hop.edges.length).toBeGreaterThan(0);
          place = hop.to.key;
        }
        if (hops) expect(place).toBe(to);
      }),
    );
  });
});

/** By trying everything. */
function allWays(graph: KnowledgeGraph, from: string, to: string, before = [from]): string[] {
  if (from === to) return [before.slice(1).join()];
  return graph
    .neighbors(from)
    .filter((next) => !before.includes(next))
    .flatMap((next) => allWays(graph, next, to, [...before, next]));
}
