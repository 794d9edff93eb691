import { describe, expect, it, test } from 'vitest';
import { documents } from '../../src/query/documents.ts';
import { entity, type TopOptions, top } from '../../src/query/entity.ts';
import { type SubgraphOptions, subgraph } from '../../src/query/subgraph.ts';
import { reduce } from '../../src/store/build.ts';
import type { DocumentOptions } from '../../src/store/reader.ts';
import { annotated } from '../helpers/documents.ts';
import { CENTRE, STORE } from './graph.ts';

test('an entity tells its names, counts and measures, and not how it is drawn', () => {
  expect(entity(STORE, CENTRE)).toEqual({
    key: CENTRE,
    label: '重庆RCEP投资贸易服务中心',
    category: 'organization',
    aliases: ['贸服中心'],
    mentions: 2,
    documents: 1,
    articles: 1,
    degree: 1,
    pagerank: expect.closeTo(0.06, 1),
    betweenness: 0,
    community: expect.any(Number),
  });
  expect(() => entity(STORE, 'place:何友生')).toThrow(/"place:何友生".*mailuo search/);
});

describe('the top entities', () => {
  const CASES: [options: TopOptions, expected: string[]][] = [
    [{ by: 'documents', limit: 2 }, ['巴南区', '何友生']],
    [{ by: 'mentions', limit: 2 }, ['巴南区', '智翔金泰']],
    [{ by: 'betweenness', limit: 1 }, ['巴南区']],
    [{ by: 'degree', limit: 1 }, ['巴南区']],
    [{ limit: 1 }, ['巴南区']],
    [{ category: 'program' }, ['生物展']],
  ];
  it.each(CASES)('with %o are %o', (options, expected) => {
    expect(top(STORE, options).map(({ label }) => label)).toEqual(expected);
  });
});

describe('documents', () => {
  const store = reduce([
    { ...annotated('a.txt', '[甲社|organization]与[乙社|organization]。'), date: '2024-03' },
    { ...annotated('b.txt', '[甲社|organization]。[甲社|organization]说。'), date: '2023' },
    annotated('c.txt', '[乙社|organization]。'),
  ]);
  const CASES: [options: DocumentOptions, expected: string[]][] = [
    [{}, ['a.txt', 'b.txt', 'c.txt']],
    [{ limit: 2 }, ['a.txt', 'b.txt']],
    [{ text: 'b.t' }, ['b.txt']],
    [{ text: '标题' }, ['a.txt', 'b.txt', 'c.txt']],
    [{ since: '2024' }, ['a.txt']],
    [{ until: '2023-06' }, ['b.txt']],
    [{ entity: 'organization:甲社' }, ['b.txt', 'a.txt']],
    [{ entity: 'organization:甲社', since: '2024-01' }, ['a.txt']],
    [{ entity: 'organization:丙社' }, []],
  ];
  it.each(CASES)('with %o are %o', (options, expected) => {
    expect(documents(store, options).map(({ id }) => id)).toEqual(expected);
  });

  test('tell title, date, and how often they name the entity', () => {
    expect(documents(store, { entity: 'organization:甲社', limit: 1 })).toEqual([
      { id: 'b.txt', title: '标题 b.txt', date: '2023', mentions: 2 },
    ]);
    expect(documents(store, { text: 'c.txt' })).toEqual([{ id: 'c.txt', title: '标题 c.txt' }]);
  });
});

describe('a subgraph', () => {
  const [he, park] = ['person:何友生', 'place:重庆国际生物城'];
  const CASES: [keys: string[], options: SubgraphOptions, entities: string[], edges: number][] = [
    [[he], { hops: 0 }, ['何友生'], 0],
    [[he, park], { hops: 0 }, ['何友生', '重庆国际生物城'], 0],
    [[he, he], { hops: 0 }, ['何友生'], 0],
    [[he], {}, ['何友生', '巴南区委', '巴南区'], 5],
    [[he], { relation: 'office' }, ['何友生', '巴南区委'], 1],
    [[he, park], { limit: 4 }, ['何友生', '重庆国际生物城', '巴南区委', '智翔金泰'], 4],
    [[he], { category: 'place' }, ['何友生', '巴南区'], 1],
  ];
  it.each(CASES)('of %o with %o has %o and %i edges', (keys, options, entities, edges) => {
    const found = subgraph(STORE, keys, options);
    expect(found.entities.map(({ label }) => label)).toEqual(entities);
    expect(found.edges).toHaveLength(edges);
  });

  test('has edges with a sentence each, statements first', () => {
    const { edges } = subgraph(STORE, ['organization:智翔金泰', park], { hops: 0 });
    expect(edges.map(({ label, weight, evidence }) => [label, weight, evidence.length])).toEqual([
      ['落户', 2, 1],
      ['共现', 2, 1],
    ]);
  });
});
