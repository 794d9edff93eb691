import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCuration } from '../../src/store/curation.ts';
import { appendDecisions } from '../../src/store/decide.ts';
import { folderWith } from '../ingest/folder.ts';

const merge = (...names: string[]) => ({ decision: { merge: names }, reason: '同一家' });

test('decisions are written behind what stands in the file, comments and all', async () => {
  const file = path.join(folderWith({}), 'c.yaml');
  const before = '# 我的决定\n- drop: 丁厂 # 误认\n  reason: 错';
  writeFileSync(file, before);
  const evidence = [{ quote: '甲厂\n即乙厂。', document: 'a.txt' }];
  await appendDecisions(file, [{ ...merge('甲厂', '乙厂'), evidence }]);
  await appendDecisions(file, [
    { decision: { split: '张伟', to: '张伟二', documents: ['a'] }, reason: '同名' },
  ]);
  expect(readFileSync(file, 'utf8')).toBe(
    `${before}\n# 甲厂 即乙厂。 (a.txt)\n- merge: [甲厂, 乙厂]\n  reason: 同一家\n- split: 张伟\n  to: 张伟二\n  documents: [a]\n  reason: 同名\n`,
  );
  expect(readCuration(file).decisions.map(({ kind }) => kind)).toEqual([
    'drop',
    'merge',
    'split-off',
  ]);
});

test('a decision that contradicts another leaves the file as it was, and tells its line', async () => {
  const file = path.join(folderWith({}), 'c.yaml');
  const append = () =>
    appendDecisions(file, [
      merge('甲厂', '乙厂'),
      { decision: { 'never-merge': ['甲厂', '乙厂'] }, reason: '异' },
    ]);
  await expect(append()).rejects.toThrow(
    /^c\.yaml:3: "甲厂" and "乙厂" never are one, but c\.yaml:1 makes them one/,
  );
  expect(existsSync(file)).toBe(false);
});

test('any names are read back as they are', async () => {
  const folder = folderWith({});
  const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
    minLength: 2,
    maxLength: 2,
    selector: (name) =>
      name
        .toLowerCase()
        .normalize('NFKC')
        .replaceAll(/[\s\p{P}]/gu, ''),
  });
  const evidence = [{ quote: '- merge: [a, b]\n\u2028reason: x', document: '\r\n- drop: b' }];
  let number = 0;
  await fc.assert(
    fc.asyncProperty(names, fc.string({ minLength: 1 }), async ([a, b], reason) => {
      const given = [a!.trim(), b!.trim()];
      fc.pre(given.every((name) => name !== '') && reason.trim() !== '');
      const file = path.join(folder, `${number++}.yaml`);
      await appendDecisions(file, [{ decision: { merge: given }, reason, evidence }]);
      expect(readCuration(file).decisions).toMatchObject([{ names: given, reason: reason.trim() }]);
    }),
  );
});

test.each(['[{drop: 丁厂, reason: 错}]\n', '[]\n', '  - {drop: 丁厂, reason: 错}\n'])(
  'a list that cannot go on below is left as it is, with a remedy: %j',
  async (before) => {
    const file = path.join(folderWith({ 'c.yaml': before }), 'c.yaml');
    await expect(appendDecisions(file, [merge('甲厂', '乙厂')])).rejects.toThrow(
      /^c\.yaml: nothing can be written below; begin each decision with "- "/,
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  },
);
