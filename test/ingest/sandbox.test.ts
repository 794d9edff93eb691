import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { READ_DEFAULTS } from '../../src/ingest/options.ts';
import { openSandbox, type Sandbox } from '../../src/ingest/sandbox.ts';

const PDF = readFileSync(new URL('fixtures/report.pdf', import.meta.url));

let sandbox: Sandbox;
afterEach(() => sandbox.close());

describe('the sandbox', () => {
  it('stops a file that takes too long, says so, and reads the next one', async () => {
    sandbox = openSandbox();
    // No worker starts in a millisecond: what hangs for ever looks the same from here.
    const late = await sandbox.read(PDF, 'a.pdf', { ...READ_DEFAULTS, timeout: 1 });
    expect(late).toEqual([{ name: '', reason: expect.stringMatching(/0\.001 s.*--timeout/) }]);
    const [part] = await sandbox.read(PDF, 'a.pdf', READ_DEFAULTS);
    expect(part).toMatchObject({ content: { title: '青溪县茶产业报告' } });
  });

  it('reads on after it was closed', async () => {
    sandbox = openSandbox();
    const [first] = await sandbox.read(PDF, 'a.pdf', READ_DEFAULTS);
    await sandbox.close();
    const [second] = await sandbox.read(PDF, 'b.pdf', READ_DEFAULTS);
    expect(second).toEqual(first);
  });
});
