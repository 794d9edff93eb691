import { describe, expect, it, test } from 'vitest';
import { edgesBetween, edgesOf, graphOf, otherEnd } from '../../viewer/data/graph.ts';
import { cutOf, edgeTest, type Filter } from '../../viewer/state/cut.ts';
import { syntheticColumns } from '../e2e/synthetic.ts';
import { ALL, at, WHOLE, WORLD } from './world.ts';

const LARGE = graphOf(syntheticColumns(2000, 12_000));

describe('the graph of the page', () => {
  test('lists each edge at both of its ends, in order', () => {
    const seen = new Uint8Array(LARGE.size);
    for (let node = 0; node < LARGE.order; node++) {
      const edges = [...edgesOf(LARGE, node)];
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      for (const edge of edges) {
        expect([LARGE.edges.source[edge], LARGE.edges.target[edge]]).toContain(node);
        seen[edge]!++;
      }
    }
    const expected = LARGE.edges.source.map((one, i) => (one === LARGE.edges.target[i] ? 1 : 2));
    expect(seen).toEqual(Uint8Array.from(expected));
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
    const detail = { nodes: most, edgesPerNode: 3, expanded: new Map() };
    const { nodes, edges, isDrawn } = cutOf(LARGE, ALL, detail);
    expect(nodes.length).toBeLessThanOrEqual(most);
    expect(nodes.length).toBeGreaterThan(0.9 * most);
    expect(edges.length).toBeLessThanOrEqual(3 * nodes.length);
    const linked = new Set<number>();
    for (const edge of edges) {
      const ends = [LARGE.edges.source[edge]!, LARGE.edges.target[edge]!];
      for (const end of ends) {
        expect(isDrawn[end]).toBe(1);
        linked.add(end);
      }
    }
    for (const node of nodes) {
      if (edgesOf(LARGE, node).length > 0) expect(linked, `node ${node}`).toContain(node);
    }
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
    const small = { nodes: 30, edgesPerNode: 3, expanded: new Map() };
    const unasked = cutOf(LARGE, ALL, small);
    expect(unasked.isDrawn[node]).toBe(0);
    const asked = cutOf(LARGE, ALL, { ...small, expanded: new Map([[node, 4]]) });
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
  ];
  it.each(FILTERS)('draws no edge that a filter of %s hides', (_, change, holds) => {
    const filter = { ...ALL, ...change };
    const { edges, nodes } = cutOf(LARGE, filter, WHOLE);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.every(holds)).toBe(true);
    expect(edges.every(edgeTest(LARGE, filter))).toBe(true);
    if (change.hiddenCategories) {
      expect(nodes.some((node) => LARGE.nodes.category[node] === 1)).toBe(false);
    }
  });

  test('is the same each time', () => {
    expect(cutOf(LARGE, ALL, WHOLE)).toEqual(cutOf(LARGE, ALL, WHOLE));
  });
});
