import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { listing, randomDocuments } from '../helpers/documents.ts';

function places(graph: KnowledgeGraph): [number, number][] {
  return graph.mapNodes((_, { x, y }) => [x, y]);
}

function expectFiniteAndDistinct(graph: KnowledgeGraph): void {
  const all = places(graph);
  for (const coordinate of all.flat()) expect(Number.isFinite(coordinate)).toBe(true);
  expect(new Set(all.map(String)).size).toBe(graph.order);
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `第${i}公司`);
const CASES: [title: string, sentences: string[][]][] = [
  ['one node', [['甲']]],
  ['two nodes without an edge', [['甲'], ['乙']]],
  ['two nodes with an edge', [['甲', '乙']]],
  ['many nodes without edges', numbers(60).map((label) => [label])],
  ['a star', numbers(60).map((label) => ['中心', label])],
  ['a clique', [numbers(25)]],
  ['two parts that nothing joins', [numbers(10), ['甲', '乙', '丙']]],
  ['a star of more than a thousand nodes', numbers(1100).map((label) => ['中心', label])],
];

describe('the layout', () => {
  it.each(CASES)('gives %s distinct and finite places, the same every time', (_, sentences) => {
    const graph = buildGraph([listing('a', sentences)]);
    expectFiniteAndDistinct(graph);
    expect(places(buildGraph([listing('a', sentences)]))).toEqual(places(graph));
  });

  test('gives all nodes distinct and finite places, whatever the documents', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => expectFiniteAndDistinct(buildGraph(documents))),
    );
  });

  test('puts neighbours nearer to one another than strangers', () => {
    const graph = buildGraph([
      listing('a', [
        ['甲', '乙', '丙'],
        ['子', '丑', '寅'],
        ['丙', '子'],
      ]),
    ]);
    const distance = (a: string, b: string) => {
      const [from, to] = [a, b].map((label) => graph.getNodeAttributes(`organization:${label}`));
      return Math.hypot(from!.x - to!.x, from!.y - to!.y);
    };
    expect(distance('甲', '乙')).toBeLessThan(distance('甲', '丑'));
    expect(distance('丑', '寅')).toBeLessThan(distance('乙', '寅'));
  });
});
