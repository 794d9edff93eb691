import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { titleOf } from '../../src/ingest/document.ts';
import type { ReadOptions } from '../../src/ingest/options.ts';
import { type ReadResult, readSources, type Source } from '../../src/ingest/read.ts';
import { type Encoding, encode } from './encode.ts';
import { folderWith } from './folder.ts';

const SENTENCE = '巴南区委书记何友生介绍，重庆国际生物城位于巴南区。';

/** Reads one after the other, so that one worker does for all: to start it takes seconds. */
async function readAll(
  cases: readonly (readonly [string, string, string | Uint8Array])[],
): Promise<ReadonlyMap<string, ReadResult>> {
  const sources = cases.map(([title, name, content], number) => ({
    id: `${number}/${name}`,
    file: path.join(folderWith({ [name]: content }), name),
    title,
  }));
  const results = new Map<string, ReadResult>();
  let index = 0;
  for await (const result of readSources(sources)) results.set(sources[index++]!.title, result);
  return results;
}

/** Write a file and read it. */
function read(
  name: string,
  content: string | Uint8Array,
  options?: Partial<ReadOptions>,
): Promise<ReadResult> {
  const file = path.join(folderWith({ [name]: content }), name);
  return readSource({ id: name, file }, options);
}

/** What becomes of one source. */
async function readSource(source: Source, options?: Partial<ReadOptions>): Promise<ReadResult> {
  for await (const result of readSources([source], options)) return result;
  throw new Error('no result');
}

const READ: [title: string, name: string, content: string, text: string][] = [
  ['reads plain text', 'a.txt', `${SENTENCE}\r\n${SENTENCE}\r\n`, `${SENTENCE}\n${SENTENCE}`],
  ['reads text without an extension', 'a', SENTENCE, SENTENCE],
  ['reads extensions in capitals', 'A.TXT', SENTENCE, SENTENCE],
  ['reads Markdown as text', 'a.md', `**${SENTENCE}**`, SENTENCE],
  [
    'reads a page without an extension as a page',
    'a',
    `<!doctype html><html><body><p>${SENTENCE}</p></body></html>`,
    SENTENCE,
  ],
  ['leaves marks of Markdown alone in plain text', 'a.txt', '**重点**', '**重点**'],
  ['leaves tags alone in plain text', 'a.txt', '1<2，<b>大</b>', '1<2，<b>大</b>'],
  ['drops page noise', 'a.txt', `上一版 下一版\n${SENTENCE}\n版权所有 重庆日报社`, SENTENCE],
];

const SKIPPED: [
  title: string,
  name: string,
  content: string | Uint8Array,
  reason: RegExp,
  options?: Partial<ReadOptions>,
][] = [
  ['an empty file', 'a.txt', '', /0 bytes/],
  ['a file of white space', 'a.txt', ' \n\t　\r\n\ufeff', /holds no text/],
  ['a file of page noise', 'a.txt', '上一版 下一版\n版权所有', /holds no text/],
  ['an extension without a reader', 'a.log', SENTENCE, /no reader for \.log.*txt.*md.*html/],
  [
    'a picture that is called text',
    'a.txt',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /image\/png/,
  ],
  ['a broken PDF that is called text', 'a.txt', '%PDF-1.7\n', /PDF is broken/],
  [
    'a broken zip archive that is called text',
    'a.txt',
    Buffer.from('504b0304140000000800', 'hex'),
    /archive is broken/,
  ],
  ['a binary file', 'a.txt', Uint8Array.from({ length: 512 }, (_, i) => i), /binary/],
  [
    'a file over the limit',
    'a.txt',
    'x'.repeat(101),
    /101 bytes.*limit of 100.*--max-bytes/,
    { maxBytes: 100 },
  ],
];

describe('readSource', () => {
  const cases = [...READ, ...SKIPPED].map(
    ([title, name, content]) => [title, name, content] as const,
  );
  let all: ReturnType<typeof readAll> | undefined;
  const resultOf = async (title: string) => {
    all ??= readAll(cases);
    return (await all).get(title);
  };

  it.each(READ)('%s', async (title, _, content, text) => {
    expect(await resultOf(title)).toMatchObject({
      bytes: Buffer.byteLength(content),
      documents: [{ document: { id: expect.stringMatching(/^\d+\//), text } }],
      skipped: [],
    });
  });

  it.each<Encoding>([
    'utf-8',
    'utf-8 with BOM',
    'utf-16le with BOM',
    'utf-16be with BOM',
    'gb18030',
  ])('reads %s to the same document', async (encoding) => {
    const bytes = encode(`何友生\n\n${SENTENCE}`, encoding);
    expect(await read('a.txt', bytes)).toEqual({
      id: 'a.txt',
      bytes: bytes.length,
      documents: [
        {
          document: { id: 'a.txt', title: '何友生', text: `何友生\n\n${SENTENCE}` },
          dropped: [],
        },
      ],
      skipped: [],
    });
  });

  it.each(SKIPPED)('skips %s and says why', async (title, name, content, reason, options) => {
    const result = options ? await read(name, content, options) : await resultOf(title);
    expect(result).toMatchObject({
      documents: [],
      skipped: [{ id: result!.id, reason: expect.stringMatching(reason) }],
    });
  });

  it('reads a file that is just as large as the limit', async () => {
    const { length } = Buffer.from(SENTENCE);
    expect(await read('a.txt', SENTENCE, { maxBytes: length })).toHaveProperty('skipped', []);
    expect(await read('a.txt', SENTENCE, { maxBytes: length - 1 })).toHaveProperty('documents', []);
  });

  it('reads what a pipe gives, to the limit', async () => {
    const pipe = async (options: Partial<ReadOptions>) => {
      const file = path.join(folderWith({}), 'pipe.txt');
      execFileSync('mkfifo', [file]);
      const written = writeFile(file, SENTENCE).catch(() => undefined);
      const result = await readSource({ id: 'pipe.txt', file }, options);
      await written;
      return result;
    };
    expect(await pipe({})).toMatchObject({ documents: [{ document: { text: SENTENCE } }] });
    expect(await pipe({ maxBytes: 10 })).toMatchObject({
      skipped: [{ reason: expect.stringMatching(/--max-bytes/) }],
    });
  });

  it('skips a file that went away after it was listed', async () => {
    const folder = folderWith({ 'a.txt': SENTENCE });
    const file = path.join(folder, 'a.txt');
    rmSync(file);
    expect(await readSource({ id: 'a.txt', file })).toEqual({
      id: 'a.txt',
      bytes: 0,
      documents: [],
      skipped: [{ id: 'a.txt', reason: 'is gone, or a link that leads nowhere' }],
    });
  });

  it('skips a folder that is called like a file', async () => {
    const file = path.join(folderWith({}), 'a.txt');
    mkdirSync(file);
    expect(await readSource({ id: 'a.txt', file })).toMatchObject({
      skipped: [{ reason: expect.stringMatching(/name the folder itself/) }],
    });
  });
});

const TITLES: [text: string, title: string][] = [
  ['巴南区在发布会上谈创新与开放\n\n7月3日，何友生介绍。', '巴南区在发布会上谈创新与开放'],
  ['何友生介绍了思路。随后他回答提问。', '何友生介绍了思路。'],
  ['谁来建？何友生回答。', '谁来建？'],
  ['长'.repeat(100), '长'.repeat(60)],
  ['😀'.repeat(100), '😀'.repeat(60)],
];

describe('titleOf', () => {
  it.each(TITLES)('of %s is %s', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

it('skips a document that has the name of another one', async () => {
  const folder = folderWith({ 'a.csv': `正文\n${SENTENCE}\n`, 'a.csv#1': SENTENCE });
  const sources = ['a.csv', 'a.csv#1'].map((id) => ({ id, file: path.join(folder, id) }));
  const read: [ids: string[], skipped: readonly object[]][] = [];
  for await (const { documents, skipped } of readSources(sources)) {
    read.push([documents.map(({ document }) => document.id), skipped]);
  }
  const twin = { id: 'a.csv#1', reason: 'another document has this name' };
  expect(read).toEqual([
    [['a.csv#1'], []],
    [[], [twin]],
  ]);
});
