import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { annotated } from '../helpers/documents.ts';
import { run, succeed, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const labels = async () => {
  const { stdout } = await succeed(['top', 'g.mailuo', '--json'], folder);
  return (JSON.parse(stdout) as { label: string }[]).map(({ label }) => label).sort();
};

test('decisions beside a graph are replayed, told where they fail, and undone', async () => {
  const document = annotated('a', '[甲厂|organization]和[乙厂|organization]在[云溪镇|place]。');
  write('a.jsonl', `${JSON.stringify(document)}\n`);
  const merge = ['merge', 'a.jsonl', '-o', 'g.mailuo'];
  await succeed(merge, folder);
  expect(await labels()).toEqual(['乙厂', '云溪镇', '甲厂']);

  write(
    'g.curation.yaml',
    '- merge: [甲厂, 乙厂]\n  reason: 同一家\n- drop: 丙厂\n  reason: 误认\n',
  );
  const { stderr } = await succeed(merge, folder);
  expect(stderr).toContain('warning: g.curation.yaml:3: "丙厂" occurs nowhere; correct it');
  expect(await labels()).toEqual(['云溪镇', '甲厂']);

  write(
    'g.curation.yaml',
    '- merge: [甲厂, 乙厂]\n  reason: 同\n- never-merge: [乙厂, 甲厂]\n  reason: 异\n',
  );
  const failed = await run(merge, folder);
  expect(failed.status).toBe(1);
  expect(failed.stderr).toMatch(
    /^mailuo: g\.curation\.yaml:3: "乙厂" and "甲厂" never are one, but/,
  );
  expect(await labels()).toEqual(['云溪镇', '甲厂']);

  rmSync(path.join(folder, 'g.curation.yaml'));
  await succeed(merge, folder);
  expect(await labels()).toEqual(['乙厂', '云溪镇', '甲厂']);
});

test('a build takes decisions from any file, and says when they are missing later', async () => {
  write('b.txt', '重庆国际生物城位于巴南区。');
  write('mine.yaml', '- rename: 重庆国际生物城\n  to: 巴南生物城\n  reason: 短\n');
  const build = ['build', 'b.txt', '-o', 'g.mailuo', '--prune'];
  await succeed([...build, '--curation', 'mine.yaml'], folder);
  expect(await labels()).toContain('巴南生物城');
  const { stderr } = await succeed(build, folder);
  expect(stderr).toContain(
    'warning: the earlier graph was made with decisions that this one lacks',
  );
  expect(await labels()).toContain('重庆国际生物城');

  renameSync(path.join(folder, 'mine.yaml'), path.join(folder, 'g.curation.yaml'));
  await succeed(build, folder);
  expect(await labels()).toContain('巴南生物城');
  const { status, stderr: told } = await run([...build, '--curation', 'none.yaml'], folder);
  expect([status, told]).toEqual([1, 'mailuo: none.yaml: no such file of decisions\n']);
});
