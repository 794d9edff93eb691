/**
 * Questions over HTTP, as fast as one connection pool asks them: `npm run bench:http FILE [seconds]`
 * on a file that `npm run bench:store` made, or any other. The server runs in a process of its own.
 * Prints requests a second and milliseconds (median, 99th percentile, most).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { openGraph, top } from '../../src/index.ts';

const [FILE, SECONDS = '10'] = process.argv.slice(2);
if (FILE === undefined) throw new Error('give a .mailuo file');
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const CONNECTIONS = 8;
/** The bar: what the server is to bear, evenly spread. */
const RATE = 1000;
const NAMES = 500;

const graph = await openGraph(FILE);
const keys = top(graph, { by: 'documents', limit: NAMES * 4 })
  .filter((_, index) => index % 4 === 0)
  .map(({ key }) => key);
graph.close();

const server = spawn(process.execPath, [MAIN, 'serve', FILE], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const neighbors = (more: Record<string, string>) =>
    keys.map((name) => `/api/neighbors?${new URLSearchParams({ name, ...more })}`);
  for (const rate of [undefined, RATE]) {
    await measure(
      url,
      'neighbours, 10 with a sentence',
      neighbors({ limit: '10', quotes: '1' }),
      rate,
    );
    await measure(url, 'neighbours, 50 with three sentences', neighbors({}), rate);
  }
} finally {
  server.kill();
}

async function measure(
  url: string,
  question: string,
  paths: readonly string[],
  rate: number | undefined,
): Promise<void> {
  const { requests, latency, throughput, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: Number(SECONDS),
    requests: paths.map((path) => ({ path })),
    ...(rate !== undefined && { overallRate: rate }),
  });
  const asked = rate === undefined ? 'as many as it can' : `${rate} a second`;
  console.log(
    `${question}, ${asked}: ${requests.average.toFixed(0)} requests/s, ` +
      `${latency.p50} ${latency.p99} ${latency.max} ms, ` +
      `${(throughput.average / 1e6).toFixed(1)} MB/s, ${non2xx + errors} failed`,
  );
}
