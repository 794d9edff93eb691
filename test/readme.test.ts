import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = path.join(ROOT, 'dist/cli/main.js');
const READMES = ['README.md', 'README.zh-CN.md'];

/** Commands that an earlier README has too; they worked. */
const done = new Set<string>();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailuo-readme-'));
  cpSync(path.join(ROOT, 'data/sample'), path.join(folder, 'docs'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(READMES)('%s', (readme) => {
  const source = readFileSync(path.join(ROOT, readme), 'utf8');

  const examples = [...source.matchAll(/```ts\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/g)];
  it.each(examples.map(([, code, output]) => ({ code: code!, output: output! })))(
    'has a code example that prints what it says: $output',
    ({ code, output }) => {
      const file = path.join(folder, 'example.mts');
      const library = JSON.stringify(path.join(ROOT, 'dist/index.js'));
      writeFileSync(file, code.replace("'mailuo'", library));
      const tsx = path.join(ROOT, 'node_modules/.bin/tsx');
      expect(execFileSync(tsx, [file], { cwd: ROOT, encoding: 'utf8' })).toBe(output);
    },
  );

  it('has commands that work in the order in which they stand', () => {
    writeFileSync(path.join(folder, 'names.tsv'), /```tsv\n([\s\S]*?)```/.exec(source)![1]!);
    writeFileSync(path.join(folder, 'stop.txt'), '大力发展\n');
    mkdirSync(path.join(folder, 'news'), { recursive: true });
    writeFileSync(path.join(folder, 'news/today.txt'), '重庆国际生物城位于巴南区。');
    const lines = source.matchAll(/^((?:mailuo (?!view)|cp ).*?)(?:\s+#.*)?$/gm);
    const commands = [...lines].map(([, command]) => command!);
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) {
      if (done.has(command)) continue;
      done.add(command);
      const shell = command.replace(/^mailuo/, `node ${JSON.stringify(CLI)}`);
      expect(() => execFileSync('sh', ['-c', shell], { cwd: folder, stdio: 'pipe' })).not.toThrow();
    }
  }, 300_000);
});
