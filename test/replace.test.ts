import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../src/replace.ts';
import { folderWith } from './ingest/folder.ts';

const put = (text: string) => (file: string) => writeFile(file, text);

test('a file is replaced as a whole, and who may read it stays as it was', async () => {
  const folder = folderWith({ a: 'old' });
  const file = path.join(folder, 'a');
  chmodSync(file, 0o600);
  await replaceFile(file, put('new'));
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a link still leads where it led', async () => {
  const folder = folderWith({ a: 'old' });
  const link = path.join(folder, 'link');
  symlinkSync('a', link);
  await replaceFile(link, put('new'));
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('new');
});

test.each([
  [
    'what writes it fails',
    async () => {
      throw new Error('full');
    },
    undefined,
  ],
  [
    'what checks it refuses',
    put('new'),
    async () => {
      throw new Error('changed');
    },
  ],
])('the old file stays where %s', async (_, make, check) => {
  const folder = folderWith({ a: 'old' });
  const file = path.join(folder, 'a');
  await expect(replaceFile(file, make, check)).rejects.toThrow(/full|changed/);
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a']]);
});

test('what is no file is written to, not replaced', async () => {
  await replaceFile('/dev/null', put('new'));
  expect(statSync('/dev/null').isFile()).toBe(false);
  writeFileSync('/dev/null', '');
});
