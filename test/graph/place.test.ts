import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { listing, randomDocuments } from '../helpers/documents.ts';

const positionsOf = (graph: KnowledgeGraph) =>
  new Map(graph.mapNodes((key, { x, y }) => [key, { x, y }]));

const distance = (graph: KnowledgeGraph, a: string, b: string) => {
  const [from, to] = [a, b].map((label) => graph.getNodeAttributes(`organization:${label}`));
  return Math.hypot(from!.x - to!.x, from!.y - to!.y);
};

const APART = [
  ['甲', '乙'],
  ['子', '丑'],
];

test('a new node is put beside its neighbours', () => {
  const before = positionsOf(buildGraph([listing('a', APART)]));
  const graph = buildGraph([listing('a', [...APART, ['新', '子']])], { positions: before });
  expect(distance(graph, '新', '子')).toBeLessThan(distance(graph, '新', '甲'));
});

test('new nodes that hang together with nothing are put outside, each in a place of its own', () => {
  const positions = positionsOf(buildGraph([listing('a', APART)]));
  const graph = buildGraph([listing('a', [...APART, ['孤'], ['独']])], { positions });
  const far = (label: string) => {
    const { x, y } = graph.getNodeAttributes(`organization:${label}`);
    return Math.hypot(x, y);
  };
  for (const old of ['甲', '乙', '子', '丑']) expect(far('孤')).toBeGreaterThan(far(old));
  expect(distance(graph, '孤', '独')).toBeGreaterThan(0);
});

test('where most nodes are new, all are laid out as from nothing', () => {
  const positions = positionsOf(buildGraph([listing('a', [['甲', '乙']])]));
  const documents = [
    listing('a', [
      ['甲', '乙'],
      ['丙', '丁', '戊', '己'],
    ]),
  ];
  expect(positionsOf(buildGraph(documents, { positions }))).toEqual(
    positionsOf(buildGraph(documents)),
  );
});

test('what has a place keeps it, and what is new covers nothing, whatever the documents', () => {
  fc.assert(
    fc.property(randomDocuments, randomDocuments, (earlier, later) => {
      const renamed = later.map((document) => ({ ...document, id: `later ${document.id}` }));
      const positions = positionsOf(buildGraph(earlier));
      const graph = buildGraph([...earlier, ...renamed], { positions });
      const known = graph.filterNodes((key) => positions.has(key));
      fc.pre(graph.order > 0 && known.length >= graph.order / 2);
      for (const key of known) {
        expect(graph.getNodeAttributes(key)).toMatchObject(positions.get(key)!);
      }
      const nodes = graph.mapNodes((key, node) => ({ key, ...node }));
      for (const one of nodes.filter(({ key }) => !positions.has(key))) {
        for (const other of nodes.filter(({ key }) => key !== one.key)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          expect(apart).toBeGreaterThan(one.size + other.size);
        }
      }
    }),
  );
});
