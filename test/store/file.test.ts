import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reduce } from '../../src/store/build.ts';
import { openStore, type Store, saveStore } from '../../src/store/file.ts';
import { annotated, randomDocuments } from '../helpers/documents.ts';
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
    expect(graph.multi).toBe(true);
    expect(graph.type).toBe('mixed');
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
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(file, 'utf8'));
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
    const text = readFileSync(await saved(STORE), 'utf8');
    expect(text.split('落户重庆国际生物城。')).toHaveLength(2);
    expect(text).not.toContain('"quote"');
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
    await expect(saveStore(file, aborting, controller.signal)).rejects.toThrow(/abort/i);
    expect((await openStore(file)).graph.export()).toEqual(OTHER.graph.export());
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('by an abort before it began leaves the previous graph and no other file', async () => {
    const file = await saved(OTHER);
    await expect(saveStore(file, STORE, AbortSignal.abort())).rejects.toThrow(/abort/i);
    // The temporary file would be opened by now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await openStore(file)).graph.export()).toEqual(OTHER.graph.export());
    expect(contentsOf(file)).toEqual(['graph.mailuo']);
  });

  test('by an abort that comes too late saves all the same', async () => {
    const file = path.join(folderWith({}), 'graph.mailuo');
    const controller = new AbortController();
    await saveStore(file, STORE, controller.signal);
    controller.abort();
    expect((await openStore(file)).graph.order).toBe(STORE.graph.order);
  });
});

describe('opening', () => {
  const CASES: [what: string, content: string, message: RegExp][] = [
    ['an empty file', '', /is empty/],
    ['JSON of another kind', '{"nodes":[],"edges":[]}\n', /no Mailuo graph/],
    ['a JSON list', '[1,2]\n', /no Mailuo graph/],
    ['a text', '重庆国际生物城位于巴南区。\n', /cannot be read/],
    ['an indented JSON file', '{\n "nodes": []\n}\n', /cannot be read/],
    [
      'a graph of a newer version',
      '{"format":"mailuo-graph","version":3,"attributes":{}}\n',
      /version 3 .* update Mailuo/,
    ],
    [
      'a graph of an older version, without a backbone',
      '{"format":"mailuo-graph","version":1,"attributes":{}}\n',
      /version 1 .* build it anew/,
    ],
    ['binary data', '\u0000\u0001\u0002\n', /cannot be read/],
  ];
  it.each(CASES)('%s is refused with file and line', async (_, content, message) => {
    const file = path.join(folderWith({ 'graph.mailuo': content }), 'graph.mailuo');
    const opening = openStore(file);
    await expect(opening).rejects.toMatchObject({ name: 'MailuoError', code: 'INVALID_FILE' });
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toThrow(`${file}:1: `);
  });

  test('a file that does not exist names the command that makes one', async () => {
    const opening = openStore('/nowhere/graph.mailuo');
    await expect(opening).rejects.toMatchObject({ name: 'MailuoError', code: 'NOT_FOUND' });
    await expect(opening).rejects.toThrow(/^\/nowhere\/graph\.mailuo: .*mailuo build/);
  });

  test('a folder is refused', async () => {
    const folder = folderWith({});
    const opening = openStore(folder);
    await expect(opening).rejects.toMatchObject({ name: 'MailuoError', code: 'INVALID_FILE' });
    await expect(opening).rejects.toThrow(folder);
  });

  test('a file that was cut off in any line is refused, with the line', async () => {
    const file = await saved(STORE);
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    for (const [index, line] of lines.entries()) {
      const kept = [...lines.slice(0, index), line.slice(0, line.length / 2)];
      writeFileSync(file, kept.join('\n'));
      const opening = openStore(file);
      await expect(opening, `line ${index + 1}`).rejects.toMatchObject({ code: 'INVALID_FILE' });
      await expect(opening).rejects.toThrow(`${file}:${index + 1}: `);
    }
  });
});

it('refuses a file that was cut short at the end of a line', async () => {
  const file = path.join(folderWith({}), 'cut.mailuo');
  await saveStore(file, STORE);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n`);
  await expect(openStore(file)).rejects.toThrow('cut short');
});

it.each(['null\n', '5\n', '{\n "nodes": []\n}\n'])('says that %j is no graph', async (content) => {
  const file = path.join(folderWith({}), 'other.mailuo');
  writeFileSync(file, content);
  await expect(openStore(file)).rejects.toThrow('it is no Mailuo graph');
});
