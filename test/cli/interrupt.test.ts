import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, saveStore } from '../../src/store/file.ts';
import { annotated } from '../helpers/documents.ts';
import { STORE } from '../query/graph.ts';
import { MAIN, start, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const graph = path.join(folder, 'graph.mailuo');
const lines = path.join(folder, 'large.jsonl');
let before: Buffer;

beforeEach(async () => {
  await saveStore(graph, STORE);
  before = readFileSync(graph);
});

afterEach(async () => {
  expect(readFileSync(graph).equals(before)).toBe(true);
  expect((await openStore(graph)).graph.order).toBe(STORE.graph.order);
  rmSync(lines, { force: true });
  expect(readdirSync(folder)).toEqual(['graph.mailuo']);
});

/** Annotated documents of a megabyte each. */
function writeMegabytes(count: number): void {
  const text = 'a'.repeat(2 ** 20);
  for (let i = 0; i < count; i++) {
    const document = { ...annotated(String(i), ''), text };
    writeFileSync(lines, `${JSON.stringify(document)}\n`, { flag: 'a' });
  }
}

test('a full disk leaves the previous graph, and is told with a remedy', () => {
  writeMegabytes(3);
  // No file may grow beyond so many kilobytes, of which the process hears as of a full disk.
  const limited = `trap '' XFSZ; ulimit -f 512; exec "$0" "$@"`;
  const merge = [process.execPath, MAIN, 'merge', 'large.jsonl', '-o', 'graph.mailuo'];
  const { status, stderr } = spawnSync('bash', ['-c', limited, ...merge], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/graph\.mailuo: cannot be written: .*make room on the disk/);
  expect(status).toBe(1);
});

describe('Ctrl-C', () => {
  test('while documents are read leaves the previous graph', async () => {
    const child = start(['build', '-', '-o', 'graph.mailuo'], folder);
    // More than a pipe holds: when it is gone, the command is reading.
    child.stdin.on('error', () => {});
    await new Promise((resolve) =>
      child.stdin.write('重庆国际生物城。\n'.repeat(100_000), resolve),
    );
    child.kill('SIGINT');
    const [status] = await once(child, 'exit');
    expect(status).not.toBe(0);
  });

  test('while the new graph is written leaves the previous one and nothing else', async () => {
    writeMegabytes(150);
    const child = start(['merge', 'large.jsonl', '-o', 'graph.mailuo'], folder);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const temporary = `${graph}.${child.pid}.tmp`;
    while (!existsSync(temporary) && child.exitCode === null) await setTimeout(1);
    child.kill('SIGINT');
    await once(child, 'close');
    expect(child.exitCode).not.toBe(0);
    expect(stderr).toMatch(/abort/i);
    expect(stderr).not.toContain('    at ');
  });
});
