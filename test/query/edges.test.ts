import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { EdgeFilter } from '../../src/graph/edge.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { edgesBetween } from '../../src/query/edges.ts';
import { evidence } from '../../src/query/evidence.ts';
import { neighbors } from '../../src/query/neighbors.ts';
import { path } from '../../src/query/path.ts';
import { view } from '../../src/query/view.ts';
import { reduce } from '../../src/store/build.ts';
import { RELATION_KINDS } from '../../src/types.ts';
import { listing, randomDocuments } from '../helpers/documents.ts';

/**
 * 甲 is a hub; 乙 and 丙, 乙 and 丁 meet no more often than chance lets them. 戊 stands alone,
 * 己 and 庚 stand apart.
 */
const times = (count: number, ...names: string[]) => Array.from({ length: count }, () => names);
const STORE = reduce([
  listing(
    'a',
    [
      ...times(12, '甲', '乙'),
      ...times(12, '甲', '丙'),
      ...times(1, '乙', '丙'),
      ...times(3, '甲', '丁'),
      ...times(1, '乙', '丁'),
      ...times(1, '戊'),
      ...times(1, '己', '庚'),
    ],
    '丙 --verb:收购--> 乙',
    '丁 --office:董事长:reported--> 甲',
  ),
]);
const { graph: GRAPH } = STORE;

/** Edges of a graph: 甲乙12 for co-occurrence, 丙>乙 for statements. */
function edgesOf(graph: KnowledgeGraph): string {
  return graph
    .mapEdges((_, { relation, weight }, source, target) => {
      const [a, b] = [source.at(-1)!, target.at(-1)!];
      if (relation !== 'cooccurrence') return `${a}>${b}`;
      return (
        [a, b].sort((x, y) => '甲乙丙丁戊己庚'.indexOf(x) - '甲乙丙丁戊己庚'.indexOf(y)).join('') +
        weight
      );
    })
    .sort()
    .join(' ');
}

const labelsOf = (graph: KnowledgeGraph) =>
  [...'甲乙丙丁戊己庚'].filter((label) => graph.hasNode(`organization:${label}`)).join('');

describe('a view', () => {
  const CASES: [title: string, filter: EdgeFilter, edges: string, nodes: string][] = [
    [
      'that asks for nothing is the graph',
      {},
      '丁>甲 丙>乙 乙丁1 乙丙1 己庚1 甲丁3 甲丙12 甲乙12',
      '甲乙丙丁戊己庚',
    ],
    [
      'of the backbone has all statements, and an edge of every entity that has one',
      { backbone: true },
      '丁>甲 丙>乙 己庚1 甲丁3 甲丙12 甲乙12',
      '甲乙丙丁戊己庚',
    ],
    [
      'of well-supported edges judges statements too, and leaves out whom it deprives of all edges',
      { minWeight: 3 },
      '丁>甲 甲丁3 甲丙12 甲乙12',
      '甲乙丙丁戊',
    ],
    ['of one relation', { relation: 'verb' }, '丙>乙', '乙丙戊'],
    ['of several relations', { relation: ['verb', 'office'] }, '丁>甲 丙>乙', '甲乙丙丁戊'],
    ['of no relation', { relation: [] }, '', '戊'],
    [
      'of all three has what passes all three',
      { backbone: true, minWeight: 2, relation: 'cooccurrence' },
      '甲丁3 甲丙12 甲乙12',
      '甲乙丙丁戊',
    ],
  ];
  it.each(CASES)('%s', (_, filter, edges, nodes) => {
    const shown = view(GRAPH, filter);
    expect(edgesOf(shown)).toBe(edges);
    expect(labelsOf(shown)).toBe(nodes);
  });

  test('leaves the graph as it was, and gives it back where nothing is hidden', () => {
    const before = JSON.stringify(GRAPH.export());
    expect(view(GRAPH, { relation: 'verb' })).not.toBe(GRAPH);
    expect(JSON.stringify(GRAPH.export())).toBe(before);
    expect(view(GRAPH, {})).toBe(GRAPH);
    expect(view(GRAPH, { minWeight: 1, backbone: false })).toBe(GRAPH);
  });

  test('keeps the attributes of the graph, its nodes and its edges', () => {
    const shown = view(GRAPH, { backbone: true });
    expect(shown.getAttributes()).toEqual(GRAPH.getAttributes());
    shown.forEachNode((key, attributes) => {
      expect(attributes).toEqual(GRAPH.getNodeAttributes(key));
    });
    shown.forEachEdge((key, attributes, source, target, _s, _t, undirected) => {
      expect(attributes).toEqual(GRAPH.getEdgeAttributes(key));
      expect([source, target, undirected]).toEqual([
        ...GRAPH.extremities(key),
        GRAPH.isUndirected(key),
      ]);
    });
  });

  const filters: fc.Arbitrary<EdgeFilter> = fc.record(
    {
      backbone: fc.boolean(),
      minWeight: fc.integer({ min: 1, max: 3 }),
      relation: fc.subarray([...RELATION_KINDS]),
    },
    { requiredKeys: [] },
  );

  test('is the same in every question', () => {
    fc.assert(
      fc.property(randomDocuments, filters, fc.nat(), fc.nat(), (documents, filter, i, j) => {
        const store = reduce(documents);
        const { graph } = store;
        fc.pre(graph.order > 1);
        const shown = view(graph, filter);
        const [a, b] = [i, j].map((n) => graph.nodes()[n % graph.order]!);
        if (!shown.hasNode(a!) || !shown.hasNode(b!)) {
          expect(edgesBetween(graph, a!, b!, filter)).toEqual([]);
          return;
        }
        const options = { hops: 3, limit: 1000 };
        expect(edgesBetween(graph, a!, b!, filter)).toEqual(edgesBetween(shown, a!, b!));
        expect(evidence(store, a!, b!, filter)).toEqual(
          evidence({ ...store, graph: shown }, a!, b!),
        );
        expect(neighbors(graph, a!, { ...filter, ...options })).toEqual(
          neighbors(shown, a!, options),
        );
        const costs = (hops: ReturnType<typeof path>) => hops?.length;
        expect(costs(path(graph, a!, b!, filter))).toBe(costs(path(shown, a!, b!)));
      }),
    );
  });

  test('has no edge that the graph has not, and fewer as more is asked', () => {
    fc.assert(
      fc.property(randomDocuments, filters, (documents, filter) => {
        const graph = buildGraph(documents);
        const shown = view(graph, filter);
        expect(graph.edges()).toEqual(expect.arrayContaining(shown.edges()));
        const minWeight = 1 + (filter.minWeight ?? 1);
        const fewer = view(graph, { ...filter, backbone: true, minWeight });
        expect(shown.edges()).toEqual(expect.arrayContaining(fewer.edges()));
        // Only who loses all edges is left out.
        graph.forEachNode((node) => {
          const isLeft =
            graph.degree(node) === 0 || graph.someEdge(node, (key) => shown.hasEdge(key));
          expect(shown.hasNode(node)).toBe(isLeft);
        });
      }),
    );
  });
});

describe('a path in a view', () => {
  const CASES: [filter: EdgeFilter, expected: string | undefined][] = [
    [{}, '丙乙'],
    [{ relation: 'cooccurrence', minWeight: 2 }, '丙甲乙'],
    [{ relation: 'cooccurrence', backbone: true }, '丙甲乙'],
    [{ relation: 'office' }, undefined],
  ];
  it.each(CASES)('of %o goes %s', (filter, expected) => {
    const hops = path(GRAPH, 'organization:丙', 'organization:乙', filter);
    expect(hops && ['丙', ...hops.map(({ to }) => to.label)].join('')).toBe(expected);
  });
});
