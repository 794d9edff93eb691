import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { pageOf } from '../../src/page/reader.ts';
import { pageIn } from '../../src/page/stored.ts';
import { reduce } from '../../src/store/build.ts';
import { saveStore } from '../../src/store/file.ts';
import { openGraph } from '../../src/store/opengraph.ts';
import type { Store } from '../../src/store/store.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import { annotated, randomDocuments, withReprint } from '../helpers/documents.ts';
import { STORE } from '../query/graph.ts';
import { documentWith } from '../relation/notation.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-page-'));
const file = path.join(folder, 'graph.mailuo');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Save a store, and compare what a page gets of the file with what it gets of the same in memory. */
async function expectAlike(store: Store): Promise<void> {
  await saveStore(file, store);
  const graph = await openGraph(file);
  try {
    const [stored, loaded] = [pageIn(graph), pageOf(graph.load())];
    const columns = JSON.parse(loaded.columns());
    expect(JSON.parse(stored.columns())).toEqual(columns);
    const edges = Array.from({ length: store.graph.size + 1 }, (_, edge) => edge);
    expect(stored.quotations(edges)).toEqual(loaded.quotations(edges));
    for (let number = 0; number <= store.documents.length; number++)
      expect(stored.document(number)).toEqual(loaded.document(number));
    for (const [text, limit] of PASSAGES)
      expect(stored.passages(text, limit)).toEqual(loaded.passages(text, limit));
  } finally {
    graph.close();
  }
}

const PASSAGES = [
  ['巴南区', 20],
  ['智翔', 2],
  ['%', 20],
  ['没有这些字', 20],
] as const;

/** With dates, papers, times and predicates, as far as they matter to a page. */
function detailed(documents: readonly AnnotatedDocument[]): AnnotatedDocument[] {
  const time = { start: 0, end: 1, text: '时', value: '2024-02-28/2024-03-02' };
  return documents.map((document, index) => ({
    ...document,
    ...(index % 3 > 0 && { date: ['2024-03-18', '2024'][index % 2]!, source: '日报' }),
    relations: document.relations.map(({ head, tail, ...relation }, i) => {
      const [start, end] = [Math.min(head.end, tail.end), Math.max(head.start, tail.start)];
      const predicate = end > start && i % 2 === 0 && { predicate: { start, end } };
      return { ...relation, head, tail, ...predicate, ...(i % 3 === 0 && { time }) };
    }),
  }));
}

/** SQLite writes the others otherwise, and then their order is another one. */
const STORABLE = HOSTILE_NAMES.filter((name) => name.isWellFormed() && !name.includes('\0'));

describe('a page of a graph in a file gets what it gets of the same in memory', () => {
  const STORES: [what: string, store: Store][] = [
    ['a small world', STORE],
    ['hostile names', hostileStore(STORABLE)],
    ['reprints that differ in their words', reduce(withReprint())],
    [
      'speakers, times and figures',
      reduce([
        documentWith('1.txt', '[王明|person]介绍，2023年[甲公司|org]收购了[乙公司|org]67%的股权。'),
        annotated('2.txt', '😀[甲公司|organization]和[乙公司|organization]😀。'),
      ]),
    ],
    ['nothing', reduce([])],
  ];
  it.each(STORES)('%s', (_, store) => expectAlike(store));

  test('whatever the documents', async () => {
    const property = fc.asyncProperty(randomDocuments, (documents) =>
      expectAlike(reduce(detailed(documents))),
    );
    await fc.assert(property, { numRuns: 25 });
  });
});
