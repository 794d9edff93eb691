import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reduce } from '../../src/store/build.ts';
import { openAnnotations, openStore, saveParts, saveStore } from '../../src/store/file.ts';
import { openGraph } from '../../src/store/opengraph.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { partsOf } from '../../src/store/write.ts';
import { annotated, randomDocuments, withReprint } from '../helpers/documents.ts';
import { folderWith } from '../ingest/folder.ts';
import { documentWith } from '../relation/notation.ts';

const STORE = reduce([
  annotated(
    'a.txt',
    '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）落户[重庆国际生物城|place]。',
    '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
    '智翔金泰 --verb:落户:planned--> 重庆国际生物城',
  ),
  annotated('b.txt', '😀“[何友生|person]”说：\\"\t[智翔金泰|organization]\u2028和[巴南区|place]。'),
]);
const [FIRST, SECOND] = STORE.documents;
/** With all that a page may say of itself. */
const SIGNED: Store = {
  graph: STORE.graph,
  documents: [
    { ...FIRST!, source: '青溪日报', authors: ['陆文澜'], photographers: ['沈知微'] },
    SECOND!,
  ],
};
const OTHER = reduce([annotated('c.txt', '[甲公司|organization]在[乙区|place]。')]);

const PARTICULAR = reduce([
  documentWith(
    'd.txt',
    '[何友生|person]介绍，[甲公司|org]去年收购了[乙公司|org]67%的股权。',
    '2024-05-01',
  ),
]);

/** A store that does something as soon as its second document is written. */
function storeThat(act: () => void): Store {
  const [first, second] = STORE.documents;
  const acting = {
    ...second!,
    get title() {
      act();
      return '';
    },
  };
  return { graph: STORE.graph, documents: [first!, acting] };
}

/** The path of a saved graph, in a folder of its own. */
async function saved(store: Store): Promise<string> {
  const file = path.join(folderWith({}), 'graph.mailuo');
  await saveStore(file, store);
  return file;
}

const contentsOf = (file: string) => readdirSync(path.dirname(file));

describe('saving and opening', () => {
  test('gives back the same graph and documents', async () => {
    const { graph, documents } = await openStore(await saved(STORE));
    expect(graph.export()).toEqual(STORE.graph.export());
    expect(documents).toEqual(STORE.documents);
    expect((await openStore(await saved(SIGNED))).documents).toEqual(SIGNED.documents);
    expect(graph.multi).toBe(true);
    expect(graph.type).toBe('mixed');
  });

  test('refuses evidence in a document that is not there, and blames no disk for it', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    await expect(saveStore(file, { graph: STORE.graph, documents: [] })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: '"b.txt": evidence in an unknown document',
    });
  });

  test('leaves what another program has written since the graph was read', async () => {
    const file = await saved(STORE);
    const { edition } = await openAnnotations(file);
    await saveStore(file, OTHER);
    await expect(saveStore(file, STORE, { replaces: edition })).rejects.toMatchObject({
      code: 'NOT_WRITTEN',
      message: expect.stringContaining('another program has written it meanwhile'),
    });
    expect((await openStore(file)).documents).toEqual(OTHER.documents);
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('tells which file is damaged, also when that happens while it is open', async () => {
    const file = await saved(STORE);
    const graph = await openGraph(file);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 2);
    writeFileSync(file, bytes);
    expect(() => [...graph.statements()]).toThrow(`${file}: is damaged`);
    graph.close();
    const message = expect.stringContaining(`${file}: is damaged`);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'INVALID_FILE', message });
  });

  test('gives back how many articles the documents are', async () => {
    const store = reduce(withReprint());
    const { graph } = await openStore(await saved(store));
    expect(graph.getAttributes()).toMatchObject({ documents: 3, articles: 2 });
    expect(graph.export()).toEqual(store.graph.export());
  });

  test('gives back when, how much and who says so', async () => {
    const { graph } = await openStore(await saved(PARTICULAR));
    expect(
      graph.getEdgeAttribute(
        'organization:甲公司|verb|收购|asserted|organization:乙公司',
        'evidence',
      ),
    ).toEqual([
      {
        document: 'd.txt',
        start: 0,
        end: 24,
        quote: '何友生介绍，甲公司去年收购了乙公司67%的股权。',
        rule: 'subject-verb-object',
        status: 'asserted',
        source: '何友生',
        time: { start: 9, end: 11, text: '去年', value: '2023' },
        quantity: [{ start: 17, end: 20, text: '67%', value: 67, unit: '%', of: '股权' }],
      },
    ]);
  });

  test('gives back whatever documents there are', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    await fc.assert(
      fc.asyncProperty(randomDocuments, async (documents) => {
        const store = reduce(documents);
        await saveStore(file, store);
        const opened = await openStore(file);
        expect(opened.graph.export()).toEqual(store.graph.export());
        expect(opened.documents).toEqual(store.documents);
      }),
      { numRuns: 30 },
    );
  });

  test('writes the same bytes for the same graph', async () => {
    const bytes = await Promise.all([STORE, STORE].map(async (s) => readFileSync(await saved(s))));
    expect(bytes[0]!.equals(bytes[1]!)).toBe(true);
  });

  test('writes what was opened as it was', async () => {
    const file = await saved(STORE);
    const copy = await saved(await openStore(file));
    expect(readFileSync(copy).equals(readFileSync(file))).toBe(true);
  });

  test('writes no row that refers to a missing one, which SQLite does not check', async () => {
    const database = openDatabase(await saved(STORE), 'read');
    expect(database.all('PRAGMA foreign_key_list(evidence)')).toHaveLength(2);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    database.close();
  });

  test('leaves no other file', async () => {
    expect(contentsOf(await saved(STORE))).toEqual(['graph.mailuo']);
  });

  test('replaces the previous graph', async () => {
    const file = await saved(OTHER);
    await saveStore(file, STORE);
    expect((await openStore(file)).graph.export()).toEqual(STORE.graph.export());
  });

  test('keeps the texts once: quotes are cut from them on opening', async () => {
    const bytes = readFileSync(await saved(STORE)).toString('latin1');
    const sentence = Buffer.from('落户重庆国际生物城。').toString('latin1');
    expect(bytes.split(sentence)).toHaveLength(2);
  });
});

describe('a save', () => {
  test('removes what a process left that was killed while it wrote, and nothing else', async () => {
    const file = await saved(OTHER);
    const { pid } = spawnSync(process.execPath, ['--version']);
    const others = [`${path.basename(file)}.${process.ppid}.tmp`, 'notes.tmp', 'graph.mailuo.tmp'];
    for (const name of [`graph.mailuo.${pid}.tmp`, ...others]) {
      writeFileSync(path.join(path.dirname(file), name), '');
    }
    await saveStore(file, STORE);
    expect(contentsOf(file)).toEqual(['graph.mailuo', ...others].sort());
  });

  test('writes U+0000, which texts of SQLite cannot hold, as a space of the same length', async () => {
    const store = reduce([annotated('a\0b', '[甲公司|organization]\0在[乙区|place]。')]);
    const { graph, documents } = await openStore(await saved(store));
    expect(documents[0]).toMatchObject({ id: 'a b', text: '甲公司 在乙区。' });
    expect(graph.mapEdges((_, { evidence }) => evidence[0]!.quote)).toEqual(['甲公司 在乙区。']);
  });
});

describe('a graph that is given part by part', () => {
  test('is written as that in memory is', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    await saveParts(file, partsOf(STORE));
    expect(readFileSync(file).equals(readFileSync(await saved(STORE)))).toBe(true);
  });

  test('is refused when its edges are not sorted, since their numbers break ties', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    const parts = partsOf(STORE);
    const saving = saveParts(file, { ...parts, edges: [...parts.edges].reverse() });
    await expect(saving).rejects.toThrow(/edges must be sorted by key/);
    expect(contentsOf(file)).toEqual([]);
  });
});

describe('a save that fails', () => {
  test('in a folder that does not exist is an error that names the file', async () => {
    const file = path.join(folderWith({}), 'missing', 'graph.mailuo');
    await expect(saveStore(file, STORE)).rejects.toThrow(file);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  test('half-way leaves the previous graph and no other file', async () => {
    const file = await saved(OTHER);
    const broken = storeThat(() => {
      throw new Error('disk on fire');
    });
    await expect(saveStore(file, broken)).rejects.toThrow('disk on fire');
    expect((await openStore(file)).graph.export()).toEqual(OTHER.graph.export());
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('because the target is a folder leaves the folder and no other file', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    mkdirSync(file);
    writeFileSync(path.join(file, 'precious'), '');
    await expect(saveStore(file, STORE)).rejects.toThrow();
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
    expect(readdirSync(file)).toEqual(['precious']);
  });

  test('by an abort half-way leaves the previous graph and no other file', async () => {
    const file = await saved(OTHER);
    const controller = new AbortController();
    const aborting = storeThat(() => controller.abort());
    await expect(saveStore(file, aborting, { signal: controller.signal })).rejects.toThrow(
      /abort/i,
    );
    expect((await openStore(file)).graph.export()).toEqual(OTHER.graph.export());
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('by an abort before it began leaves the previous graph and no other file', async () => {
    const file = await saved(OTHER);
    await expect(saveStore(file, STORE, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    // The temporary file would be opened by now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await openStore(file)).graph.export()).toEqual(OTHER.graph.export());
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('by an abort that comes too late saves all the same', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    const controller = new AbortController();
    await saveStore(file, STORE, { signal: controller.signal });
    controller.abort();
    expect((await openStore(file)).graph.order).toBe(STORE.graph.order);
  });
});

describe('opening', () => {
  const REFUSED: [what: string, content: string, message: RegExp][] = [
    ['an empty file', '', /is empty/],
    ['JSON of another kind', '{"nodes":[],"edges":[]}\n', /no Mailuo graph/],
    ['a text', '重庆国际生物城位于巴南区。\n', /no Mailuo graph/],
    ['binary data', '\u0000\u0001\u0002\n', /no Mailuo graph/],
    [
      'a graph in the JSON lines of old',
      '{"format":"mailuo-graph","version":2,"lines":0,"attributes":{}}\n',
      /version 2 .* build it anew .*"mailuo build"/,
    ],
    ['a header of SQLite with nothing behind it', 'SQLite format 3\u0000', /cut short/],
  ];
  it.each(REFUSED)('%s is refused with a remedy', async (_, content, message) => {
    const file = path.join(folderWith({ 'graph.mailuo': content }), 'graph.mailuo');
    await expectRefusal(file, message);
  });

  const CHANGED: [what: string, sql: string, message: RegExp][] = [
    ['a graph of a newer version', 'PRAGMA user_version = 6', /version 6 .* update Mailuo/],
    [
      'a graph of the version before',
      'PRAGMA user_version = 4',
      /version 4 .*build" with -o again/,
    ],
    ['a graph of an older version', 'PRAGMA user_version = 1', /version 1 .* build it anew/],
    ['a database of another program', 'PRAGMA application_id = 7', /no Mailuo graph/],
    ['a graph that lacks a table', 'DROP TABLE evidence', /no such table/],
  ];
  it.each(CHANGED)('%s is refused with a remedy', async (_, sql, message) => {
    const file = await saved(STORE);
    const database = openDatabase(file, 'create');
    database.exec(sql);
    database.close();
    await expectRefusal(file, message);
  });

  test('a graph of the oldest version that can be read still gives its documents to a build', async () => {
    const file = await saved(STORE);
    const database = openDatabase(file, 'create');
    database.exec(`
      ALTER TABLE arcs DROP COLUMN degree;
      ALTER TABLE entities DROP COLUMN articles;
      ALTER TABLE relations DROP COLUMN articles;
      DELETE FROM meta WHERE key = 'articles';
      PRAGMA user_version = 3;`);
    database.close();
    const { documents, attributes } = await openAnnotations(file);
    expect(documents).toEqual(STORE.documents);
    expect(attributes.window).toBe('sentence');
    expect(reduce(documents).graph.export()).toEqual(STORE.graph.export());
  });

  test('a file that does not exist names the command that makes one', async () => {
    const opening = openStore('/nowhere/graph.mailuo');
    await expect(opening).rejects.toMatchObject({ name: 'MailuoError', code: 'NOT_FOUND' });
    await expect(opening).rejects.toThrow(/^\/nowhere\/graph\.mailuo: .*mailuo build/);
  });

  test('a folder is refused', async () => {
    await expectRefusal(folderWith({}), /folder/);
  });

  test('a file that was cut off anywhere is refused', async () => {
    const file = await saved(STORE);
    const bytes = readFileSync(file);
    for (const share of [0.0003, 0.001, 0.01, 0.1, 0.5, 0.9, 0.9999]) {
      writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share)));
      await expectRefusal(file, /cut short/);
    }
  });

  test('does not write, so that others may read at the same time', async () => {
    const file = await saved(STORE);
    const before = readFileSync(file);
    const database = openDatabase(file, 'read');
    await openStore(file);
    expect(() => database.exec('DROP TABLE meta')).toThrow(/readonly/);
    database.close();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });
});

async function expectRefusal(file: string, message: RegExp): Promise<void> {
  const opening = openStore(file);
  await expect(opening).rejects.toMatchObject({ name: 'MailuoError', code: 'INVALID_FILE' });
  await expect(opening).rejects.toThrow(message);
  await expect(opening).rejects.toThrow(`${file}: `);
}
