import { describe, expect, it, test } from 'vitest';
import { emptyGraph } from '../../src/graph/build.ts';
import { type NeighborOptions, neighbors } from '../../src/query/neighbors.ts';
import { reduce } from '../../src/store/build.ts';
import { listing } from '../helpers/documents.ts';
import { CENTRE, GRAPH, STORE } from './graph.ts';

const labels = (key: string, options?: NeighborOptions) =>
  neighbors(GRAPH, key, options).map(({ label }) => label);

describe('neighbours', () => {
  const CASES: [title: string, key: string, options: NeighborOptions, expected: string[]][] = [
    [
      'come by statements first, then by weight, then by key',
      'place:巴南区',
      {},
      // Three statements of weight 1, then co-occurrence of weight 2 and 1.
      ['巴南区委', '重庆RCEP投资贸易服务中心', '重庆国际生物城', '智翔金泰', '何友生', '生物展'],
    ],
    ['may be of one category', 'place:巴南区', { category: 'person' }, ['何友生']],
    [
      'may be by one relation',
      'place:巴南区',
      { relation: 'location' },
      ['巴南区委', '重庆国际生物城'],
    ],
    [
      'may be of one category and relation',
      'place:巴南区',
      { category: 'place', relation: 'location' },
      ['重庆国际生物城'],
    ],
    [
      'may be by co-occurrence alone',
      'person:何友生',
      { relation: 'cooccurrence' },
      ['巴南区', '巴南区委'],
    ],
    ['are found against the direction of an edge', CENTRE, { relation: 'verb' }, ['巴南区']],
    [
      'are found in the direction of an edge',
      'person:何友生',
      { relation: 'office' },
      ['巴南区委'],
    ],
    [
      'are at most as many as asked for',
      'place:巴南区',
      { limit: 2 },
      ['巴南区委', '重庆RCEP投资贸易服务中心'],
    ],
    ['none are left when the relation does not occur', CENTRE, { relation: 'part' }, []],
    [
      'of neighbours come after, with two hops',
      'program:生物展',
      { hops: 2, relation: 'cooccurrence' },
      ['巴南区', '智翔金泰', '何友生', '巴南区委', '重庆RCEP投资贸易服务中心', '重庆国际生物城'],
    ],
    ['may be a category away', 'program:生物展', { hops: 2, category: 'person' }, ['何友生']],
    [
      'do not come from parts that nothing joins',
      'organization:远方公司',
      { hops: 5 },
      ['远方大学'],
    ],
  ];
  it.each(CASES)('%s', (_, key, options, expected) => {
    expect(labels(key, options)).toEqual(expected);
  });

  test('carry all their edges, in both directions, strongest first', () => {
    const [first] = neighbors(GRAPH, 'place:重庆国际生物城', { category: 'organization' });
    expect(first).toMatchObject({
      key: 'organization:智翔金泰',
      label: '智翔金泰',
      category: 'organization',
      documents: 1,
      distance: 1,
      via: 'place:重庆国际生物城',
    });
    expect(
      first!.edges.map(({ relation, status, weight, source }) => [
        relation,
        status,
        weight,
        source,
      ]),
    ).toEqual([
      ['verb', 'planned', 2, 'organization:智翔金泰'],
      ['cooccurrence', 'asserted', 2, 'organization:智翔金泰'],
    ]);
  });

  test('tell their distance and the node that leads to them', () => {
    const found = neighbors(GRAPH, CENTRE, { hops: 2 });
    const far = found.find(({ label }) => label === '智翔金泰');
    expect(far).toMatchObject({ distance: 2, via: 'place:巴南区' });
    expect(found[0]).toMatchObject({ label: '巴南区', distance: 1, via: CENTRE });
  });

  test('never contain the node itself, nor any node twice', () => {
    const keys = neighbors(GRAPH, 'place:巴南区', { hops: 5, limit: 1000 }).map(({ key }) => key);
    expect(keys).not.toContain('place:巴南区');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(GRAPH.order - 3);
  });

  const chain = 'abcdefgh';
  const HOPS: [hops: number, reached: string][] = [
    [1, 'b'],
    [2, 'bc'],
    [5, 'bcdef'],
    [9, 'bcdef'],
  ];
  it.each(HOPS)('with %i hops along a chain are %s', (hops, reached) => {
    const pairs = [...chain].slice(1).map((to, i) => [chain[i]!, to]);
    const { graph } = reduce([listing('a', pairs)]);
    expect(
      neighbors(graph, 'organization:a', { hops })
        .map(({ label }) => label)
        .join(''),
    ).toBe(reached);
  });

  test('are fifty when nothing else is asked for', () => {
    const pairs = Array.from({ length: 60 }, (_, i) => ['中心', `公司${i}`]);
    const { graph } = reduce([listing('a', pairs)]);
    expect(neighbors(graph, 'organization:中心')).toHaveLength(50);
  });
});

it('lists the neighbours of a node that has more of them than a call may have arguments', () => {
  const graph = emptyGraph();
  const attributes = { ...STORE.graph.getNodeAttributes(STORE.graph.nodes()[0]!), documents: 1 };
  graph.addNode('hub', attributes);
  const edge = STORE.graph.getEdgeAttributes(STORE.graph.edges()[0]!);
  for (let i = 0; i < 150_000; i++) {
    graph.addNode(`${i}`, attributes);
    graph.addUndirectedEdge('hub', `${i}`, edge);
  }
  expect(neighbors(graph, 'hub', { limit: 1e6 })).toHaveLength(150_000);
});
