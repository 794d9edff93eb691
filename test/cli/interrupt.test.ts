import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, saveStore } from '../../src/store/file.ts';
import { annotated } from '../helpers/documents.ts';
import { STORE } from '../query/graph.ts';
import { start, temporaryFolder } from './run.ts';

describe('Ctrl-C', () => {
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
    const text = 'a'.repeat(2 ** 20);
    for (let i = 0; i < 150; i++) {
      const document = { ...annotated(String(i), ''), text };
      writeFileSync(lines, `${JSON.stringify(document)}\n`, { flag: 'a' });
    }
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
