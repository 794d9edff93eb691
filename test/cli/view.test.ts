import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { saveStore } from '../../src/store/file.ts';
import { GRAPH, STORE } from '../query/graph.ts';
import { run, start, temporaryFolder } from './run.ts';

describe('view', () => {
  const folder = temporaryFolder();
  let server: ChildProcessWithoutNullStreams;
  let url: string;
  let stderr = '';
  beforeAll(async () => {
    await saveStore(path.join(folder, 'graph.mailuo'), STORE);
    server = start(['view', 'graph.mailuo', '--no-open', '--port', '0'], folder);
    server.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    [url] = await once(createInterface({ input: server.stdout }), 'line');
  });
  afterAll(() => server.kill('SIGKILL'));

  test('prints its address on stdout, on this machine only, on a free port', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/$/);
    await vi.waitFor(() => expect(stderr).toContain('Ctrl-C'));
  });

  test('answers with the graph', async () => {
    const response = await fetch(new URL('/api/top?limit=1000', url));
    expect(response.status).toBe(200);
    const { entities } = (await response.json()) as { entities: { key: string }[] };
    expect(entities.map(({ key }) => key).sort()).toEqual(GRAPH.nodes().sort());
  });

  test('answers with the viewer', async () => {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('脉络');
  });

  test('says what is wrong when the port is taken', async () => {
    const args = ['view', 'graph.mailuo', '--no-open', '--port', new URL(url).port];
    const { status, stderr: messages } = await run(args, folder);
    expect(status).toBe(1);
    expect(messages).toMatch(/^mailuo: port \d+: another program listens there; choose another/);
    expect(messages).not.toContain('    at ');
  });

  test('stops on Ctrl-C', async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
    await expect(fetch(url)).rejects.toThrow();
    expect(stderr).not.toContain('    at ');
  });
});

describe('serve', () => {
  const folder = temporaryFolder();

  test('answers those who know the token, which may stand in the environment', async () => {
    await saveStore(path.join(folder, 'graph.mailuo'), STORE);
    const server = start(['serve', 'graph.mailuo', '--token', 'secret'], folder);
    const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    try {
      expect(url).not.toContain('secret');
      expect((await fetch(new URL('/api/top', url))).status).toBe(401);
      const headers = { authorization: 'Bearer secret' };
      const response = await fetch(new URL('/api/top?by=documents&limit=1', url), { headers });
      expect(await response.json()).toMatchObject({ entities: [{ key: 'place:巴南区' }] });
    } finally {
      server.kill('SIGKILL');
    }
  });
});
