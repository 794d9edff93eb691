import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/file.ts';
import { start, succeed, temporaryFolder } from './run.ts';

/** `npm run bench:kill` makes it a hundred. */
const KILLS = Number(process.env['MAILUO_KILLS'] ?? 6);

const folder = temporaryFolder();
const file = path.join(folder, 'graph.mailuo');
const write = (name: string, sentences: number) => {
  const text = Array.from(
    { length: sentences },
    (_, i) => `第${i}天，重庆国际生物城位于巴南区。\n`,
  );
  writeFileSync(path.join(folder, name), text.join(''));
};

test(`kill -9 at any of ${KILLS} moments of a build leaves the last complete graph, and no other file for long`, async () => {
  write('first.txt', 1);
  write('second.txt', 500);
  await succeed(['build', 'first.txt', '-o', 'first.mailuo'], folder);
  const started = performance.now();
  await succeed(['build', 'first.txt', 'second.txt', '-o', 'whole.mailuo'], folder);
  const duration = performance.now() - started;
  const seen = { earlier: 0, complete: 0 };
  for (let i = 0; i < KILLS; i++) {
    copyFileSync(path.join(folder, 'first.mailuo'), file);
    const child = start(['build', 'second.txt', '-o', 'graph.mailuo'], folder);
    const closed = once(child, 'close');
    const moment = i % 3 === 0 ? setTimeout((i / KILLS) * duration) : whileWriting(child, i);
    await Promise.race([moment, closed]);
    child.kill('SIGKILL');
    await closed;
    const { graph, documents } = await openStore(file);
    expect(graph.getAttribute('documents')).toBe(documents.length);
    expect(graph.hasNode('place:重庆国际生物城')).toBe(true);
    seen[documents.length === 1 ? 'earlier' : 'complete']++;
  }
  await succeed(['build', 'first.txt', '-o', 'graph.mailuo'], folder);
  expect(seen.earlier + seen.complete).toBe(KILLS);
  expect(seen.earlier).toBeGreaterThan(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}, 3_600_000);

/** Some milliseconds after the new graph began to be written. */
async function whileWriting(child: ChildProcess, milliseconds: number): Promise<void> {
  const temporary = `${file}.${child.pid}.tmp`;
  while (!existsSync(temporary) && child.exitCode === null) await setTimeout(1);
  await setTimeout((7 * milliseconds) % 40);
}
