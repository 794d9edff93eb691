import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READ_DEFAULTS } from '../../src/ingest/options.ts';
import { openSandbox } from '../../src/ingest/sandbox.ts';

const PDF = readFileSync(new URL('fixtures/report.pdf', import.meta.url));

describe('the sandbox', () => {
  it('stops a file that takes too long, says so, and reads the next one, also after it was closed', async () => {
    const sandbox = openSandbox();
    // No worker starts in a millisecond: what hangs for ever looks the same from here.
    const late = await sandbox.read(PDF, 'a.pdf', { ...READ_DEFAULTS, timeout: 1 });
    expect(late).toEqual([{ name: '', reason: expect.stringMatching(/0\.001 s.*--timeout/) }]);
    await sandbox.close();
    const [part] = await sandbox.read(PDF, 'a.pdf', READ_DEFAULTS);
    expect(part).toMatchObject({ content: { title: '青溪县茶产业报告' } });
    await sandbox.close();
  });
});
