import { describe, expect, it, test } from 'vitest';
import { emptyGraph } from '../../src/graph/graph.ts';
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
      'may be those of which it is the subject',
      'place:巴南区',
      { direction: 'out' },
      ['重庆RCEP投资贸易服务中心'],
    ],
    [
      'may be those of which it is the object',
      'place:巴南区',
      { direction: 'in' },
      ['巴南区委', '重庆国际生物城'],
    ],
    [
      'may be by one predicate',
      'place:巴南区',
      { predicate: '建成' },
      ['重庆RCEP投资贸易服务中心'],
    ],
    [
      'may be by one of several predicates',
      'place:巴南区',
      { predicate: ['建成', '共现'], category: 'organization' },
      ['重庆RCEP投资贸易服务中心', '智翔金泰', '巴南区委'],
    ],
    [
      'may be by what is only planned',
      'organization:智翔金泰',
      { status: 'planned' },
      ['重庆国际生物城'],
    ],
    ['are none by what is denied', 'place:巴南区', { status: ['denied', 'reported'] }, []],
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
      articles: 1,
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

describe('in the order of surprise', () => {
  // 市 stands with everybody; 甲 and 乙 nearly always stand together.
  const { graph } = reduce([
    listing(
      'a',
      [
        ...Array.from({ length: 6 }, () => ['甲', '市']),
        ...Array.from({ length: 4 }, () => ['甲', '乙']),
        ...Array.from({ length: 20 }, (_, i) => ['市', `丙${i}`]),
        ['甲', '丁'],
      ],
      '甲 --verb:投资--> 丁',
    ),
  ]);
  const named = (options: NeighborOptions) =>
    neighbors(graph, 'organization:甲', options).map(({ label }) => label);

  test('neighbours that stand with everybody come late', () => {
    expect(named({ order: 'weight', relation: 'cooccurrence' })).toEqual(['市', '乙', '丁']);
    expect(named({ order: 'surprise', relation: 'cooccurrence' })).toEqual(['乙', '丁', '市']);
  });

  test('a statement counts with the co-occurrence of its pair', () => {
    expect(named({ order: 'weight' })).toEqual(['丁', '市', '乙']);
    expect(named({ order: 'surprise' })).toEqual(['乙', '丁', '市']);
    expect(named({ order: 'surprise', limit: 1 })).toEqual(['乙']);
  });
});

describe('within a period', () => {
  const store = reduce([
    { ...listing('a', [['甲', '乙']]), date: '2023-12-31' },
    { ...listing('b', [['甲', '丙']]), date: '2024-03' },
    { ...listing('c', [['甲', '丁']]), date: '2024' },
    listing('d', [['甲', '戊']]),
    stated('e', '2024-03-18', ['甲', '己'], '2022'),
    stated('f', undefined, ['甲', '庚'], '2024-07-04/2024-07-06'),
  ]);
  const CASES: [period: Pick<NeighborOptions, 'since' | 'until'>, expected: string][] = [
    [{}, '丁丙乙己庚戊'],
    [{ since: '2024' }, '丁丙己庚'],
    [{ until: '2023' }, '乙己'],
    [{ until: '2022' }, '己'],
    [{ since: '2024-03', until: '2024-03' }, '丁丙己'],
    [{ since: '2024-04', until: '2024-06' }, '丁'],
    [{ since: '2024-07-05', until: '2024-07-05' }, '丁庚'],
    [{ since: '2024-07-07' }, '丁'],
    [{ since: '2025' }, ''],
  ];
  it.each(CASES)('%o there are %s', (period, expected) => {
    const found = neighbors(store, 'organization:甲', period).map(({ label }) => label);
    expect(found.sort().join('')).toBe(expected);
  });

  /** A document with a statement that has its own time; the co-occurrence has the document's. */
  function stated(id: string, date: string | undefined, names: string[], value: string) {
    const document = listing(id, [names], `${names[0]} --verb:投资--> ${names[1]}`);
    const time = { start: 0, end: 1, text: '那时', value };
    const relations = document.relations.map((relation) => ({ ...relation, time }));
    return { ...document, relations, ...(date && { date }) };
  }
});

test('quote three sentences of an edge, or as many as asked for', () => {
  const { graph } = reduce([
    listing(
      'a',
      Array.from({ length: 5 }, () => ['甲', '乙']),
    ),
  ]);
  const quoted = (options?: NeighborOptions) =>
    neighbors(graph, 'organization:甲', options)[0]!.edges[0]!.evidence.length;
  expect([quoted(), quoted({ quotes: 0 }), quoted({ quotes: 9 })]).toEqual([3, 0, 5]);
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
