import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { createApp } from '../../src/server/app.ts';
import { buildStore } from '../../src/store/build.ts';
import type { OpenGraph } from '../../src/store/opengraph.ts';
import type { Store } from '../../src/store/store.ts';
import { SAMPLE } from '../cli/run.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

/** A server of one graph, on a port of its own. */
export interface Served {
  readonly url: string;
  close(): void;
}

/** Serve a graph; `answers` stand in for what the server would say to these paths. */
export async function serveStore(
  graph: OpenGraph | Store,
  answers: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const app = createApp(graph);
  const fetch = (request: Request) => {
    const answer = answers[new URL(request.url).pathname];
    if (answer === undefined) return app.fetch(request);
    return new Response(answer, { headers: { 'content-type': 'application/json' } });
  };
  const server: ServerType = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

let sample: Promise<Store> | undefined;

/** The graph of the sample documents, built once for all tests. */
export function sampleStore(): Promise<Store> {
  sample ??= buildStore([SAMPLE], { knowledge: loadKnowledge() });
  return sample;
}
