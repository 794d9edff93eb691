import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { annotated } from '../helpers/documents.ts';
import { MAIN, run, succeed, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const NEIGHBORS = '[甲江县|place]、[乙江县|place]、[丙江县|place]';
const FULL = '青川宏泰药业有限公司';
const review = ['review', 'g.mailuo'];

test('proposals are listed with sentences, accepted by number or by pipe, and count at the next build', async () => {
  const documents = [
    annotated('a', `[${FULL}|organization]到${NEIGHBORS}。[米洛夫|person]。`),
    annotated('b', `[宏泰药业|organization]在${NEIGHBORS}。[应米洛夫|person|0.4]邀请。`),
  ];
  writeFileSync(
    path.join(folder, 'a.jsonl'),
    documents.map((one) => JSON.stringify(one)).join('\n'),
  );
  const file = path.join(folder, 'g.curation.yaml');
  writeFileSync(file, '# 我的决定\n');
  await succeed(['merge', 'a.jsonl', '-o', 'g.mailuo'], folder);

  const { stdout } = await succeed(review, folder);
  expect(stdout).toContain(`2. 应米洛夫 may be 米洛夫`);
  expect(stdout).toContain(`1. 宏泰药业 may be short for ${FULL}`);
  expect(stdout).toContain('     宏泰药业在甲江县、乙江县、丙江县。\n       b:0\n');

  const { stdout: boundaries } = await succeed([...review, '--kind', 'boundary'], folder);
  expect(boundaries).toMatch(/^2\. 应米洛夫/);

  const { stderr } = await succeed([...review, '--kind', 'alias', '--accept', '1'], folder);
  expect(stderr).toContain('1 decision written to g.curation.yaml, to count at the next build');
  expect(readFileSync(file, 'utf8')).toMatch(
    /^# 我的决定\n# 青川.*\n# 宏泰.*\n- merge: \[青川.*, 宏泰药业\]\n {2}reason: /,
  );

  const { stdout: json } = await succeed([...review, '--json'], folder);
  expect(JSON.parse(json)).toMatchObject([{ kind: 'boundary', names: ['米洛夫', '应米洛夫'] }]);
  await succeed([...review, '--accept', '-'], folder, json);
  expect((await succeed(review, folder)).stderr).toBe('nothing to propose\n');

  await succeed(['merge', 'a.jsonl', '-o', 'g.mailuo'], folder);
  const { stdout: top } = await succeed(['top', 'g.mailuo', '--json'], folder);
  const labels = (JSON.parse(top) as { label: string }[]).map(({ label }) => label);
  expect(labels.sort()).toEqual([FULL, '米洛夫', '甲江县', '乙江县', '丙江县'].sort());
});

test('what cannot be accepted is told', async () => {
  const before = readFileSync(path.join(folder, 'g.curation.yaml'), 'utf8');
  const WRONG: [args: string[], status: number, message: RegExp, input?: string][] = [
    [['--accept', '1,x'], 2, /Give numbers such as 1,4-6/],
    [['--accept', '9'], 1, /--accept 9: no such proposal; there are none/],
    [['--accept', '-'], 1, /standard input: no proposals/, 'no'],
    [
      ['--accept', '-'],
      1,
      /:\d+: no decision; give one of/,
      '[{"decision": {"a": 1}, "reason": "x"}]',
    ],
    [['--kind', 'any'], 2, /"any" is unknown; use alias, misreading/],
  ];
  for (const [args, status, message, input] of WRONG) {
    const result = await run([...review, ...args], folder, input);
    expect.soft([result.status, result.stderr]).toEqual([status, expect.stringMatching(message)]);
  }
  expect(readFileSync(path.join(folder, 'g.curation.yaml'), 'utf8')).toBe(before);
});

test('in a terminal each proposal is asked for, again after a slip of the finger', async () => {
  rmSync(path.join(folder, 'g.curation.yaml'));
  await succeed(['merge', 'a.jsonl', '-o', 'g.mailuo'], folder);
  const shown = await dialogue(review, ['x', '', 'yes', 'q']);
  expect(shown.match(/1 of 2: \[y\]es, \[n\]ever, \[s\]kip, \[q\]uit\?/g)).toHaveLength(3);
  expect(shown).toContain('1 decision written to');
  expect(shown).toContain('2 of 2');
  const decisions = readFileSync(path.join(folder, 'g.curation.yaml'), 'utf8');
  expect(decisions.match(/^- /gm)).toHaveLength(1);
});

/** What a pseudo-terminal shows when each question is answered with the next line. */
async function dialogue(args: readonly string[], answers: readonly string[]): Promise<string> {
  const command = ['node', MAIN, ...args].join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder });
  let shown = '';
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const questions = shown.split('uit? ').length - 1;
    while (asked < Math.min(questions, answers.length)) child.stdin.write(`${answers[asked++]}\r`);
  });
  await once(child, 'close');
  return stripVTControlCharacters(shown);
}
