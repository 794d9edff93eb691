import { describe, expect, it, test } from 'vitest';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { communitiesOf } from '../../viewer/data/community.ts';
import {
  edgesBetween,
  edgesOf,
  evidenceOf,
  graphOf,
  otherEnd,
  predicateOf,
} from '../../viewer/data/graph.ts';
import { cutOf } from '../../viewer/state/cut.ts';
import type { Filter } from '../../viewer/state/filter.ts';
import { edgeTest } from '../../viewer/state/judge.ts';
import { syntheticColumns } from '../e2e/synthetic.ts';
import { GRAPH, STORE } from '../query/graph.ts';
import { ALL, at, WHOLE, WORLD } from './world.ts';

const LARGE = graphOf(syntheticColumns(2000, 12_000));
const endsOf = (edge: number) => [LARGE.edges.source[edge]!, LARGE.edges.target[edge]!];
const sentencesOf = (edge: number) => [...evidenceOf(LARGE, edge)];
const documentsOf = (edge: number) =>
  sentencesOf(edge).map((one) => LARGE.sentences.document[one]!);
const datesOf = (edge: number) =>
  sentencesOf(edge).map((one) => LARGE.sentences.dates[LARGE.sentences.date[one]!]);
const NEXT_TO_5 = new Set([5, ...[...edgesOf(LARGE, 5)].map((edge) => otherEnd(LARGE, edge, 5))]);

describe('the graph of the page', () => {
  test('lists each edge at both of its ends, in order', () => {
    const seen = new Uint8Array(LARGE.size);
    for (let node = 0; node < LARGE.order; node++) {
      const edges = [...edgesOf(LARGE, node)];
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      expect(edges.filter((edge) => !endsOf(edge).includes(node))).toEqual([]);
      for (const edge of edges) seen[edge]!++;
    }
    const expected = LARGE.edges.source.map((one, i) => (one === LARGE.edges.target[i] ? 1 : 2));
    expect(seen).toEqual(Uint8Array.from(expected));
  });

  test('knows all sentences of an edge, also where reprints word one of them differently', () => {
    const graph = GRAPH.copy() as typeof GRAPH;
    // As linking leaves an edge of which two pieces of evidence are one sentence.
    const several = graph.filterEdges((_, { evidence }) => evidence.length > 1);
    expect(several.length).toBeGreaterThan(0);
    for (const key of several) graph.setEdgeAttribute(key, 'weight', 1);
    const numbering = numberingOf(graph);
    const world = graphOf(columnsOf({ ...STORE, graph }, numbering));
    for (const [edge, key] of numbering.edges.entries()) {
      const sentences = [...evidenceOf(world, edge)];
      const documents = sentences.map((one) => world.sentences.document[one]!);
      expect(documents.map((number) => world.sentences.documents.id[number])).toEqual(
        graph.getEdgeAttribute(key, 'evidence').map(({ document }) => document),
      );
    }
  });

  test('gives the edges between two nodes from either side', () => {
    const [a, b] = [at('智翔金泰'), at('重庆国际生物城')];
    expect(edgesBetween(WORLD, a, b)).toHaveLength(2);
    expect(edgesBetween(WORLD, b, a)).toEqual(edgesBetween(WORLD, a, b));
  });
});

describe('the cut', () => {
  test('of a small graph is all of it', () => {
    const { nodes, edges } = cutOf(WORLD, ALL, WHOLE);
    expect([nodes.length, edges.length]).toEqual([WORLD.order, WORLD.size]);
  });

  const SIZES = [30, 100, 777, 1500, 2000];
  it.each(SIZES)('to %d nodes keeps its budget and orphans nobody', (most) => {
    const detail = { ...WHOLE, nodes: most, edgesPerNode: 3 };
    const { nodes, edges, isDrawn } = cutOf(LARGE, ALL, detail);
    expect(nodes.length).toBeLessThanOrEqual(most);
    expect(nodes.length).toBeGreaterThan(0.9 * most);
    expect(edges.length).toBeLessThanOrEqual(3 * nodes.length);
    const linked = new Set(edges.flatMap(endsOf));
    expect([...linked].filter((end) => !isDrawn[end])).toEqual([]);
    const orphans = nodes.filter((node) => edgesOf(LARGE, node).length > 0 && !linked.has(node));
    expect(orphans).toEqual([]);
  });

  test('takes statements before co-occurrence', () => {
    const { edges, nodes } = cutOf(LARGE, ALL, { ...WHOLE, nodes: 1500, edgesPerNode: 3 });
    const inside = new Set(nodes);
    const statements = Array.from({ length: LARGE.size / 10 }, (_, edge) => edge).filter(
      (edge) => inside.has(LARGE.edges.source[edge]!) && inside.has(LARGE.edges.target[edge]!),
    );
    expect(edges).toEqual(expect.arrayContaining(statements.slice(0, 300)));
  });

  test('draws what was asked for, with its strongest neighbours that are not drawn, and their edges', () => {
    const node = LARGE.order - 1;
    const small = { ...WHOLE, nodes: 30, edgesPerNode: 3 };
    const unasked = cutOf(LARGE, ALL, small);
    expect(unasked.isDrawn[node]).toBe(0);
    const expanded = [{ node, count: 4, order: 'strength' }] as const;
    const asked = cutOf(LARGE, ALL, { ...small, expanded });
    const { isDrawn, edges } = asked;
    expect(asked.nodes.length).toBe(unasked.nodes.length + 5);
    const strongest = edgesOf(LARGE, node)
      .filter((edge) => !unasked.isDrawn[otherEnd(LARGE, edge, node)])
      .slice(0, 4);
    for (const edge of strongest) {
      expect(isDrawn[otherEnd(LARGE, edge, node)]).toBe(1);
      expect(edges).toContain(edge);
    }
  });

  const FILTERS: [name: string, filter: Partial<Filter>, edge: (edge: number) => boolean][] = [
    ['categories', { hiddenCategories: new Set(['place']) }, (edge) => edge >= 0],
    ['relations', { hiddenRelations: new Set(['cooccurrence']) }, (edge) => edge < 1200],
    ['statuses', { hiddenStatuses: new Set(['planned']) }, (edge) => edge >= 1200 || edge % 10 > 0],
    ['the backbone', { backbone: true }, (edge) => LARGE.edges.backbone[edge] === 1],
    ['weights', { minWeight: 2 }, (edge) => LARGE.edges.weight[edge]! > 1],
    [
      'predicates',
      { predicates: new Set(['打造']) },
      (edge) => predicateOf(LARGE, edge) === '打造',
    ],
    ['documents', { documents: new Set([7]) }, (edge) => documentsOf(edge).includes(7)],
    [
      'sources',
      { sources: new Set(['晚报']) },
      (edge) => documentsOf(edge).some((one) => one % 3 === 1),
    ],
    [
      'time',
      { period: { since: '2021-02', until: '2021-03' } },
      (edge) => datesOf(edge).some((date) => date === '2021-02' || date === '2021-03'),
    ],
    [
      'one entity',
      { around: { node: 5, depth: 1 } },
      (edge) => endsOf(edge).every((node) => NEXT_TO_5.has(node)),
    ],
    [
      'hidden entities',
      { hidden: new Set([0, 1, 2]) },
      (edge) => endsOf(edge).every((node) => node > 2),
    ],
    [
      'some entities',
      { only: new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) },
      (edge) => endsOf(edge).every((node) => node < 10),
    ],
  ];
  it.each(FILTERS)('draws no edge that a filter of %s hides', (_, change, holds) => {
    const filter = { ...ALL, ...change };
    const { edges, nodes } = cutOf(LARGE, filter, WHOLE);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.every(holds)).toBe(true);
    expect(edges.every(edgeTest(LARGE, filter))).toBe(true);
    const kept = Array.from({ length: LARGE.size }, (_, edge) => edge).filter(holds);
    const ends = new Set(nodes);
    const isInside = (edge: number) => endsOf(edge).every((node) => ends.has(node));
    expect(edges).toEqual(kept.filter(isInside));
    if (change.hiddenCategories) {
      expect(nodes.some((node) => LARGE.nodes.category[node] === 1)).toBe(false);
    }
  });

  test('expands by the most surprising neighbours, and by those of one kind', () => {
    const node = LARGE.order - 1;
    const small = { ...WHOLE, nodes: 30, edgesPerNode: 3 };
    const unasked = cutOf(LARGE, ALL, small);
    const added = (order: 'strength' | 'surprise', only?: 'verb' | 'place') => {
      const expanded = [{ node, count: 3, order, ...(only && { only }) }];
      return cutOf(LARGE, ALL, { ...small, expanded }).nodes.slice(unasked.nodes.length + 1);
    };
    const neighbors = (isWanted: (edge: number) => boolean) =>
      [...edgesOf(LARGE, node)]
        .filter((edge) => isWanted(edge) && !unasked.isDrawn[otherEnd(LARGE, edge, node)])
        .map((edge) => otherEnd(LARGE, edge, node))
        .slice(0, 3);
    const isCooccurrence = (edge: number) => LARGE.edges.g2[edge]! > 0;
    expect(added('surprise')).toEqual(neighbors(isCooccurrence));
    expect(added('strength', 'verb')).toEqual(neighbors((edge) => !isCooccurrence(edge)));
    const places = added('strength', 'place').map((one) => LARGE.nodes.category[one]);
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places)).toEqual(new Set([1]));
  });

  test('says for each community how much is not drawn, and opens it when asked', () => {
    const small = { ...WHOLE, nodes: 100, edgesPerNode: 3 };
    const { clusters, links, nodes } = cutOf(LARGE, ALL, small);
    const hidden = clusters.reduce((sum, cluster) => sum + cluster.hidden, 0);
    expect(nodes.length + hidden).toBe(LARGE.order);
    const [{ community, top }] = clusters as [(typeof clusters)[number]];
    const members = communitiesOf(LARGE)[community]!.members.filter(
      (node) => !nodes.includes(node),
    );
    expect(top).toEqual(members.slice(0, 2));
    const known = new Set(clusters.map((cluster) => cluster.community));
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ source, target }) => known.has(source) && known.has(target))).toBe(true);
    const opened = cutOf(LARGE, ALL, { ...small, opened: new Map([[community, 10]]) });
    expect(opened.nodes.slice(nodes.length)).toEqual(members.slice(0, 10));
    const near = cutOf(LARGE, ALL, small, members.slice(0, 5));
    expect(near.nodes.slice(nodes.length)).toEqual(members.slice(0, 5));
  });

  test('keeps what is pinned, whatever is filtered', () => {
    const pinned = new Set([LARGE.order - 1]);
    const filter = { ...ALL, only: new Set([0, 1]) };
    expect(cutOf(LARGE, filter, WHOLE).nodes).not.toContain(LARGE.order - 1);
    expect(cutOf(LARGE, filter, { ...WHOLE, pinned }).nodes).toContain(LARGE.order - 1);
  });

  test('is the same each time', () => {
    expect(cutOf(LARGE, ALL, WHOLE)).toEqual(cutOf(LARGE, ALL, WHOLE));
  });
});
