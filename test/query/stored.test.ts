import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { DIRECTIONS, type LinkFilter } from '../../src/graph/edge.ts';
import { conflicts } from '../../src/query/conflicts.ts';
import { documents as documentsOf } from '../../src/query/documents.ts';
import { edgesBetween } from '../../src/query/edges.ts';
import { entity, top } from '../../src/query/entity.ts';
import { evidence } from '../../src/query/evidence.ts';
import { neighbors, ORDERS } from '../../src/query/neighbors.ts';
import { paths } from '../../src/query/path.ts';
import { candidates, resolve } from '../../src/query/resolve.ts';
import { search } from '../../src/query/search.ts';
import { subgraph } from '../../src/query/subgraph.ts';
import { reduce } from '../../src/store/build.ts';
import { saveStore } from '../../src/store/file.ts';
import { memoryReader } from '../../src/store/memory.ts';
import { type OpenGraph, openGraph } from '../../src/store/opengraph.ts';
import { MEASURES } from '../../src/store/reader.ts';
import type { Store } from '../../src/store/store.ts';
import { type AnnotatedDocument, CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { documentOf, listing, name, randomDocuments } from '../helpers/documents.ts';
import { documentWith } from '../relation/notation.ts';
import { STORE } from './graph.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-stored-'));
const file = path.join(folder, 'graph.mailuo');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ask a store that was saved. */
async function withSaved(store: Store, ask: (graph: OpenGraph) => void): Promise<void> {
  await saveStore(file, store);
  const graph = await openGraph(file);
  try {
    ask(graph);
  } finally {
    graph.close();
  }
}

const dates = fc.constantFrom('2023', '2023-12', '2024-03', '2024-03-18', '2024');
const filters: fc.Arbitrary<LinkFilter> = fc.record(
  {
    backbone: fc.boolean(),
    minWeight: fc.integer({ min: 1, max: 3 }),
    relation: fc.subarray([...RELATION_KINDS]),
    predicate: fc.constantFrom('介绍', '共现', ['位于', '落户']),
    status: fc.subarray([...STATUSES]),
    direction: fc.constantFrom(...DIRECTIONS),
    since: dates,
    until: dates,
  },
  { requiredKeys: [] },
);
/** Some documents with a date, and statements with a time of their own. */
function dated(documents: readonly AnnotatedDocument[]): AnnotatedDocument[] {
  const time = (value: string) => ({ start: 0, end: 1, text: '时', value });
  const TIMES = [{}, { time: time('2023-12') }, { time: time('2024-02-28/2024-03-02') }];
  return documents.map((document, index) => ({
    ...document,
    ...(index % 3 > 0 && { date: ['2024-03-18', '2024'][index % 2]! }),
    relations: document.relations.map((relation, i) => ({ ...relation, ...TIMES[i % 3] })),
  }));
}

const category = fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined });
const words = fc.constantFrom(
  '巴南',
  '智翔金泰',
  'rcep服务',
  '重庆公司',
  '泰',
  '班车路',
  '*"',
  '何生',
  'banan',
  'zhixiang',
  'znjt',
  'hys',
  'bn',
  'gs',
  'ongjin',
);

describe('a graph in a file answers as the one in memory', () => {
  test('whatever is asked', async () => {
    const questions = fc.record({
      filter: filters,
      category,
      word: words,
      i: fc.nat(),
      j: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(randomDocuments, fc.array(questions), async (documents, asked) => {
        const store = reduce(dated(documents));
        const nodes = store.graph.nodes();
        fc.pre(nodes.length > 1);
        await withSaved(store, (stored) => {
          expect(conflicts(stored)).toEqual(conflicts(store));
          for (const { filter, category, word, i, j } of asked) {
            const [a, b] = [nodes[i % nodes.length]!, nodes[j % nodes.length]!];
            expect(edgesBetween(stored, a, b, filter)).toEqual(edgesBetween(store, a, b, filter));
            expect(evidence(stored, a, b, filter)).toEqual(evidence(store, a, b, filter));
            const { direction: _, ...either } = filter;
            expect(paths(stored, a, b, { ...either, limit: 3 })).toEqual(
              paths(store, a, b, { ...either, limit: 3 }),
            );
            expect(entity(stored, a)).toEqual(entity(store, a));
            expect(candidates(stored, word)).toEqual(candidates(store, word));
            const options = { ...filter, ...(category && { category }), limit: 1 + (i % 4) };
            expect(search(stored, word, options)).toEqual(search(store, word, options));
            for (const hops of [1, 2, 3]) {
              const wider = { ...options, hops };
              expect(neighbors(stored, a, wider)).toEqual(neighbors(store, a, wider));
            }
            for (const order of ORDERS) {
              const ordered = { ...options, hops: i % 3, order, quotes: j % 3 };
              expect(neighbors(stored, a, ordered)).toEqual(neighbors(store, a, ordered));
              expect(subgraph(stored, [a, b], ordered)).toEqual(subgraph(store, [a, b], ordered));
            }
            for (const by of MEASURES) {
              expect(top(stored, { ...options, by })).toEqual(top(store, { ...options, by }));
            }
            const { since, until } = filter;
            const period = { ...(since && { since }), ...(until && { until }) };
            for (const more of [{}, { entity: a }, { text: 'b' }]) {
              const wanted = { ...period, ...more, limit: 1 + (j % 4) };
              expect(documentsOf(stored, wanted)).toEqual(documentsOf(store, wanted));
            }
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  const NAMES = ['何友生', '贸服中心', '投资贸易', 'RCEP服务中心', ' 何 友 生 ', 'person:何友生'];
  it.each(NAMES)('to what %j means', async (asked) => {
    await withSaved(STORE, (stored) => expect(resolve(stored, asked)).toBe(resolve(STORE, asked)));
  });

  it.each(['不存在', '巴', ''])('by refusing %j', async (asked) => {
    const refusal = (ask: () => unknown) => {
      try {
        return ask();
      } catch (error) {
        return (error as Error).message;
      }
    };
    await withSaved(STORE, (stored) => {
      expect(refusal(() => resolve(stored, asked))).toBe(refusal(() => resolve(STORE, asked)));
    });
  });

  test('where a hub has more neighbours than a page of its links', async () => {
    const store = reduce([
      listing(
        'a',
        Array.from({ length: 2000 }, (_, i) => ['中心', `公司${i}`]),
      ),
    ]);
    await withSaved(store, (stored) => {
      const all = neighbors(stored, 'organization:中心', { limit: 5000 });
      expect(all).toHaveLength(2000);
      expect(all).toEqual(neighbors(store, 'organization:中心', { limit: 5000 }));
      // Few of many edges are looked up by pair.
      const [a, b] = ['organization:中心', 'organization:公司7'] as const;
      expect(evidence(stored, a, b)).toEqual(evidence(store, a, b));
      expect(evidence(stored, a, b)).toHaveLength(1);
      expect(candidates(stored, '公司1')).toEqual(candidates(store, '公司1'));
      expect(candidates(stored, '司1')).toHaveLength(1111);
    });
  });

  test('where there are more statements than a page', async () => {
    const claims = Array.from({ length: 1100 }, (_, i) => `[甲${i}厂|org]收购[乙${i}厂|org]。`);
    const store = reduce([documentWith('a', claims.join(''))]);
    await withSaved(store, (stored) => {
      const all = [...stored.statements()];
      expect(all.length).toBeGreaterThan(1000);
      expect(all).toEqual([...memoryReader(store.graph, store.documents).statements()]);
    });
  });

  const UNKNOWN: [question: string, ask: (graph: OpenGraph | Store) => unknown][] = [
    ['neighbors', (graph) => neighbors(graph, '无')],
    ['subgraph', (graph) => subgraph(graph, ['place:巴南区', '无'])],
    ['paths from it', (graph) => paths(graph, '无', 'place:巴南区')],
    ['paths to it', (graph) => paths(graph, 'place:巴南区', '无')],
    ['edges', (graph) => edgesBetween(graph, 'place:巴南区', '无')],
    ['evidence', (graph) => evidence(graph, '无', 'place:巴南区')],
    ['entity', (graph) => entity(graph, '无')],
  ];
  it.each(UNKNOWN)('by refusing a key that no node has: %s', async (_, ask) => {
    await withSaved(STORE, (stored) => {
      for (const graph of [stored, STORE]) {
        expect(() => ask(graph)).toThrow('"无": no entity has this key');
      }
    });
  });

  test('with the sentences of a period only, first those that come first', async () => {
    const sentence = (i: number) => `[甲厂|org]收购[乙厂|org]第${i}次。`;
    const store = reduce(
      ['2023-05', '2024-01-03', '2024-02', undefined, '2024-07-01'].map((date, i) => ({
        ...documentWith(`${i}.txt`, sentence(i)),
        ...(date && { date }),
      })),
    );
    await withSaved(store, (stored) => {
      for (const graph of [stored, store]) {
        const documentsIn = (options: object) =>
          evidence(graph, 'organization:甲厂', 'organization:乙厂', options).map((edge) =>
            edge.evidence.map(({ document }) => document),
          );
        const year = documentsIn({ relation: 'verb', since: '2024', until: '2024' });
        expect(year).toEqual([['1.txt', '2.txt', '4.txt']]);
        expect(documentsIn({ relation: 'verb', since: '2024-02', quotes: 1 })).toEqual([['2.txt']]);
      }
    });
  });

  test('where names and texts hold what SQL, FTS and UTF-8 might stumble over', async () => {
    const strange = [
      '甲"乙\'',
      '甲%乙_',
      '𠮷野家公司',
      '甲 OR 乙',
      '𠮷😀(甲)',
      "');DROP TABLE meta;--",
    ];
    const sentence = strange.flatMap((text) => [name(text), '😀和']);
    const store = reduce([documentOf('a', [['𠮷😀。'], [...sentence, '。']])]);
    await withSaved(store, (stored) => {
      for (const text of [
        '\0',
        ...strange,
        '野家',
        '甲乙',
        'drop',
        '(甲)',
        '😀',
        '%乙',
        '"',
        'OR',
      ]) {
        expect(search(stored, text), text).toEqual(search(store, text));
      }
      const [a, b] = ['organization:𠮷野家公司', `organization:${strange[5]}`] as const;
      const [edge] = edgesBetween(stored, a, b);
      expect(edge!.evidence[0]!.quote).toBe(`${strange.join('😀和')}😀和。`);
    });
  });
});

test('a graph that is open stays as it was when a later build replaces the file', async () => {
  await saveStore(file, STORE);
  const graph = await openGraph(file);
  await saveStore(file, reduce([listing('a', [['甲', '乙']])]));
  expect(search(graph, '何友生')).toHaveLength(1);
  expect(neighbors(graph, 'person:何友生')).toEqual(neighbors(STORE, 'person:何友生'));
  const later = await openGraph(file);
  expect(later.edition).not.toBe(graph.edition);
  later.close();
  graph.close();
});
