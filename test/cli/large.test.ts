import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/file.ts';
import { start, temporaryFolder } from './run.ts';

const MEGABYTES = 50;
/** Of V8's heap, in megabytes: less than what Node takes by default on a machine of 4 GB. */
const MEMORY = 2048;

const folder = temporaryFolder();

// Slow: about a minute.
test(`a file of ${MEGABYTES} MB in a single line builds within ${MEMORY} MB of memory`, async () => {
  const known = '重庆国际生物城位于巴南区。';
  const filler = '一行没有名称的文字，';
  const repeated = Math.ceil((MEGABYTES * 1e6) / Buffer.byteLength(filler));
  writeFileSync(path.join(folder, 'line.txt'), known + filler.repeat(repeated));

  const child = start(['build', 'line.txt', '-o', 'line.mailuo'], folder, [
    `--max-old-space-size=${MEMORY}`,
  ]);
  const stderr = await text(child.stderr);
  expect(stderr).toMatch(/^documents +1, 1 independent \(0 skipped\)$/m);
  expect(stderr).not.toContain('    at ');
  const { graph, documents } = await openStore(path.join(folder, 'line.mailuo'));
  expect(documents[0]!.text).toHaveLength(known.length + repeated * filler.length);
  expect(graph.mapNodes((_, { label }) => label)).toContain('重庆国际生物城');
}, 600_000);
