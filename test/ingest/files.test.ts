import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentId, type FileFilter, listFiles } from '../../src/ingest/files.ts';
import { listSources } from '../../src/ingest/read.ts';
import { folderWith } from './folder.ts';

const FILES = {
  'b.txt': '',
  'a.md': '',
  '区县/巴南.txt': '',
  '区县/镇街/鱼洞.html': '',
  '.git/config': '',
  '.hidden.txt': '',
  '区县/.DS_Store': '',
};

const INPUTS: [title: string, inputs: string[], found: string[]][] = [
  [
    'finds the files of a folder and of the folders in it, but no hidden ones',
    ['.'],
    ['a.md', 'b.txt', '区县/巴南.txt', '区县/镇街/鱼洞.html'],
  ],
  ['takes a file by its name', ['b.txt'], ['b.txt']],
  ['takes a hidden file that is asked for', ['.hidden.txt'], ['.hidden.txt']],
  ['finds the files that a glob means', ['**/*.txt'], ['b.txt', '区县/巴南.txt']],
  ['finds what either half of a glob means', ['*.{md,txt}'], ['a.md', 'b.txt']],
  [
    'counts a file once, however often it is given',
    ['b.txt', '.', './b.txt', '区县/../b.txt', '*.txt'],
    ['a.md', 'b.txt', '区县/巴南.txt', '区县/镇街/鱼洞.html'],
  ],
  [
    'sorts by path, whatever the order of arguments',
    ['区县/巴南.txt', 'b.txt', 'a.md'],
    ['a.md', 'b.txt', '区县/巴南.txt'],
  ],
];

describe('listFiles', () => {
  it.each(INPUTS)('%s', async (_, inputs, found) => {
    const folder = folderWith(FILES);
    const files = await listFiles(inputs.map((input) => `${folder}/${input}`));
    expect(files).toEqual(found.map((file) => path.join(folder, file)));
  });

  it('takes a file whose name looks like a glob', async () => {
    const folder = folderWith({ '[重庆]日报*.txt': '' });
    const file = path.join(folder, '[重庆]日报*.txt');
    expect(await listFiles([file])).toEqual([file]);
  });

  it.each(['gone.txt', 'gone', 'gone/*.txt', '*.pdf'])('does not find %s', async (input) => {
    const wanted = path.join(folderWith(FILES), input);
    await expect(listFiles([wanted])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining(wanted),
    });
  });

  it('does not find where a dangling link leads, but reads the folder around it', async () => {
    const folder = folderWith({ 'a.txt': '' });
    const link = path.join(folder, 'link.txt');
    symlinkSync(path.join(folder, 'gone.txt'), link);
    await expect(listFiles([link])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listFiles([folder])).toContain(path.join(folder, 'a.txt'));
  });

  it('follows no link into other folders, by a glob neither', async () => {
    const folder = folderWith({ 'docs/a.txt': '', 'other/b.txt': '' });
    symlinkSync('../other', path.join(folder, 'docs/link'));
    const inside = path.join(folder, 'docs/a.txt');
    expect(await listFiles([path.join(folder, 'docs/**/*.txt')])).toEqual([inside]);
  });

  it('lists no pipes, which may never end', async () => {
    const folder = folderWith({ 'a.txt': '' });
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    expect(await listFiles([folder])).toEqual([path.join(folder, 'a.txt')]);
  });

  it.each<[string, FileFilter, string[]]>([
    ['by name', { include: ['*.md'] }, ['b.md', 'sub/c.md']],
    ['by path', { include: ['sub/**'] }, ['sub/c.md', 'sub/d.txt']],
    ['by several patterns', { include: ['a.*', 'd.*'] }, ['a.txt', 'sub/d.txt']],
    ['by what they are not', { exclude: ['sub/**', '*.md'] }, ['a.txt']],
    ['by both', { include: ['*.md'], exclude: ['b*'] }, ['sub/c.md']],
  ])('chooses files of a folder %s', async (_, filter, names) => {
    const folder = folderWith({ 'a.txt': '', 'b.md': '', 'sub/c.md': '', 'sub/d.txt': '' });
    const files = await listFiles([folder], filter);
    expect(files).toEqual(names.map((name) => path.join(folder, name)));
  });

  it('takes a file that is named itself whatever the patterns are', async () => {
    const file = path.join(folderWith({ 'a.txt': '' }), 'a.txt');
    expect(await listFiles([file], { include: ['*.md'] })).toEqual([file]);
  });

  it('leaves out the file that will be written, and what lies beside it while it is', async () => {
    const beside = ['g.mailuo', 'g.mailuo-journal', 'g.mailuo.4711.tmp', 'g.mailuo.txt', 'g.txt'];
    const folder = folderWith(Object.fromEntries(beside.map((name) => [name, ''])));
    const files = await listFiles([folder], { output: path.join(folder, 'g.mailuo') });
    expect(files).toEqual(['g.mailuo.txt', 'g.txt'].map((name) => path.join(folder, name)));
  });

  it('gives no files for an empty folder', async () => {
    expect(await listFiles([folderWith({})])).toEqual([]);
  });
});

describe('listSources', () => {
  it('names documents by their path from the working folder', () => {
    expect(documentId(path.resolve('docs', '区县', '巴南.txt'))).toBe('docs/区县/巴南.txt');
  });

  it('gives files and standard input in the order of their ids', async () => {
    const folder = folderWith({ 'b.txt': '', 'a.txt': '' });
    const sources = await listSources(['-', folder, '-']);
    const id = (name: string) => documentId(path.join(folder, name));
    expect(sources.map((source) => source.id)).toEqual([id('a.txt'), id('b.txt'), 'stdin'].sort());
    expect(sources.find((source) => source.id === 'stdin')?.file).toBeUndefined();
  });
});
