import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { saveStore } from '../../src/store/file.ts';
import { VERSION } from '../../src/version.ts';
import { annotated } from '../helpers/documents.ts';
import { STORE } from '../query/graph.ts';
import { run, succeed, temporaryFolder } from './run.ts';

const COMMANDS = [
  'build',
  'view',
  'export',
  'neighbors',
  'path',
  'search',
  'why',
  'entity',
  'top',
  'subgraph',
  'documents',
  'conflicts',
  'serve',
  'mcp',
  'annotate',
  'merge',
  'eval',
  'review',
  'diff',
  'text',
];

describe('help', () => {
  test('lists the commands, and says what is data and what the exit status means', async () => {
    const { stdout, stderr } = await succeed(['--help'], '.');
    const [, list] = stdout.split('Commands:\n');
    const listed = [...list!.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'help').sort()).toEqual([...COMMANDS].sort());
    expect(stdout).toContain('Examples:');
    expect(stdout).toMatch(/stdout is data.*0 success, 1 failure, 2 wrong usage/);
    expect(stderr).toBe('');
  });

  it.concurrent.each(COMMANDS)('of %s has examples', async (command) => {
    const { stdout, stderr } = await succeed([command, '--help'], '.');
    expect(stdout).toContain(`Usage: mailuo ${command}`);
    expect(stdout).toMatch(/^Examples:\n( {2}\$ .*\n?)+/m);
    expect(stdout).toContain(`mailuo ${command} `);
    expect(stderr).toBe('');
  });

  test('tells the version', async () => {
    expect((await succeed(['--version'], '.')).stdout).toBe(`${VERSION}\n`);
  });
});

describe('a command that fails', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    await saveStore(path.join(folder, 'graph.mailuo'), STORE);
    const line = JSON.stringify(annotated('a', '[甲|place]。'));
    writeFileSync(path.join(folder, 'a.jsonl'), `${line}\n`);
    writeFileSync(path.join(folder, 'broken.jsonl'), `${line}\n{"id":\n`);
    writeFileSync(path.join(folder, 'text.mailuo'), '巴南区\n');
    writeFileSync(path.join(folder, 'names.tsv'), '# 本地\n凌霄计划\tproject\n');
    mkdirSync(path.join(folder, 'empty'));
    mkdirSync(path.join(folder, 'gold'));
    writeFileSync(path.join(folder, 'gold/a.txt'), '[巴南区|place]。\n=\n巴南区\n');
  });

  const WRONG_USAGE: [command: string, message: RegExp][] = [
    ['', /Usage: mailuo/],
    ['frobnicate', /unknown command 'frobnicate'/],
    ['--frobnicate', /unknown option '--frobnicate'/],
    ...COMMANDS.map((command): [string, RegExp] => [
      `${command} a b -o c --frobnicate`,
      /unknown option '(--frobnicate|-o)'/,
    ]),
    ['neighbors', /missing required argument 'graph'/],
    ['build empty', /'-o, --output <file>' not specified/],
    ['build empty -o', /argument missing/],
    ['build empty -o a.mailuo --max-bytes 0', /whole number from 1/],
    ['search graph.mailuo', /missing required argument 'text'/],
    ['search graph.mailuo 巴南区 --limit 0', /whole number from 1/],
    ['search graph.mailuo 巴南区 --limit many', /whole number/],
    ['search graph.mailuo 巴南区 --category animal', /Allowed choices are organization/],
    ['search graph.mailuo 巴南区 何友生', /too many arguments/],
    ['neighbors graph.mailuo 巴南区 --hops 9', /whole number from 1 to 5/],
    ['neighbors graph.mailuo 巴南区 --since yesterday', /give a date such as 2024/],
    ['neighbors graph.mailuo 巴南区 --direction up', /Allowed choices are both, out, in/],
    ['subgraph graph.mailuo', /missing required argument 'names'/],
    ['top graph.mailuo --by beauty', /Allowed choices are documents/],
    [`search graph.mailuo ${'字'.repeat(501)}`, /at most 500 characters/],
    ['neighbors graph.mailuo 巴南区 --relation love', /Allowed choices are verb/],
    ['path graph.mailuo 巴南区 何友生 --relation verb,love', /Allowed choices are verb/],
    ['export graph.mailuo -o a.gexf --min-weight 0', /whole number from 1/],
    ['merge a.jsonl -o a.mailuo --window word', /sentence, paragraph, or a whole number/],
    ['build empty -o a.mailuo --window 21', /whole number from 1 to 20/],
    ['path graph.mailuo 巴南区', /missing required argument 'to'/],
    ['export graph.mailuo -o a.x --format x', /Allowed choices are gexf/],
    ['export graph.mailuo -o a.gexf --gexf-version 2', /Allowed choices are 1\.2/],
    ['annotate empty --categories person,animal', /"animal" is unknown; use organization, place/],
    ['view graph.mailuo --port 65536', /whole number from 0 to 65535/],
  ];
  it.concurrent.each(WRONG_USAGE)(
    'by wrong usage exits with 2: mailuo %s',
    async (command, message) => {
      const { status, stdout, stderr } = await run(command.split(' ').filter(Boolean), folder);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(stdout).toBe('');
      expect(status).toBe(2);
    },
  );

  const REMEDY = /^mailuo: none\.mailuo: no such file; make it with "mailuo build"\n$/;
  const FAILURES: [command: string, message: RegExp][] = [
    ['view none.mailuo --no-open', REMEDY],
    ['export none.mailuo -o a.gexf', REMEDY],
    ['neighbors none.mailuo 巴南区', REMEDY],
    ['path none.mailuo 巴南区 何友生', REMEDY],
    ['search none.mailuo 巴南区', REMEDY],
    ['why none.mailuo 巴南区 何友生', REMEDY],
    ['search text.mailuo 巴南区', /^mailuo: text\.mailuo: cannot be read/],
    ['neighbors graph.mailuo 不存在', /^mailuo: "不存在".*mailuo search/],
    ['neighbors graph.mailuo 巴', /full name or the key:\n {2}place:巴南区/],
    ['path graph.mailuo 何友生 远方大学', /^mailuo: no path from "何友生" to "远方大学"/],
    ['why graph.mailuo 何友生 生物展', /^mailuo: no sentence/],
    ['export graph.mailuo -o graph.docx', /^mailuo: graph\.docx: "docx".*gexf, graphml, json, csv/],
    ['merge none.jsonl -o a.mailuo', /none\.jsonl/],
    ['merge broken.jsonl -o a.mailuo', /^mailuo: broken\.jsonl:2: no valid JSON/],
    ['merge a.jsonl a.jsonl -o a.mailuo', /^mailuo: "a": two documents have this id/],
    ['merge - -o a.mailuo', /^mailuo: -: no annotated documents/],
    ['build none -o a.mailuo', /^mailuo: none: no such file or folder/],
    ['build empty -o a.mailuo', /^mailuo: empty: no document could be read/],
    [
      'build a.jsonl -o a.mailuo --lexicon names.tsv',
      /^mailuo: names\.tsv:2: "project" is unknown/,
    ],
    ['annotate a.jsonl --stop names.tsv', /^mailuo: names\.tsv:2: 2 columns where 1 are expected/],
    ['annotate gold --lexicon none.tsv', /^mailuo: none\.tsv: the lexicon cannot be read/],
    ['eval none', /^mailuo: none: no such file/],
    ['eval gold', /^mailuo: a\.txt:\d+: expected "head \| predicate \| tail"/],
  ];
  it.concurrent.each(FAILURES)(
    'in doing its work exits with 1: mailuo %s',
    async (command, message) => {
      const { status, stdout, stderr } = await run(command.split(' '), folder);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(stdout).toBe('');
      expect(status).toBe(1);
    },
  );

  test('exits with 1 when the output cannot be written, and names it', async () => {
    const { status, stderr } = await run(['merge', 'a.jsonl', '-o', 'none/a.mailuo'], folder);
    expect(stderr).toContain('none/a.mailuo');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
  });
});
