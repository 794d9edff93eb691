import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { validator } from 'hono/validator';
import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/build.ts';
import { VIEWER_FOLDER } from '../page/html.ts';
import { conflicts } from '../query/conflicts.ts';
import { evidence } from '../query/evidence.ts';
import { neighbors } from '../query/neighbors.ts';
import { path } from '../query/path.ts';
import { resolve } from '../query/resolve.ts';
import { search } from '../query/search.ts';
import { view } from '../query/view.ts';
import type { Store } from '../store/file.ts';
import { CATEGORIES, RELATION_KINDS } from '../types.ts';
import { viewRoutes } from './view.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));
const count = (most: number) =>
  v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(most));
/** The same view of the edges for every question. */
const EDGE_FILTER = {
  relation: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',')),
      v.array(v.picklist(RELATION_KINDS)),
    ),
  ),
  minWeight: v.optional(count(1e9)),
  backbone: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((value) => value === 'true'),
    ),
  ),
};
const QUERIES = {
  search: v.object({
    q: name,
    category: v.optional(v.picklist(CATEGORIES)),
    limit: v.optional(count(1000), '20'),
  }),
  neighbors: v.object({
    name,
    category: v.optional(v.picklist(CATEGORIES)),
    ...EDGE_FILTER,
    hops: v.optional(count(5), '1'),
    limit: v.optional(count(1000), '50'),
  }),
  path: v.object({ from: name, to: name, ...EDGE_FILTER }),
  evidence: v.object({ source: name, target: name, ...EDGE_FILTER }),
  graph: v.object(EDGE_FILTER),
};

/**
 * The viewer and the HTTP API on one graph, as a function of requests: `app.fetch(request)`.
 * Answers only requests that are addressed to `hosts`, so that no other site can read the graph
 * through a name of its own (DNS rebinding).
 * @param hosts names of this server without port. Default: the loopback names
 */
export function createApp(store: Store, hosts: readonly string[] = LOOPBACK): Hono {
  const { graph } = store;
  const app = new Hono();
  app.use(async (c, next) => {
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (!hosts.includes(host)) return c.json({ error: `host "${host}" is not served here` }, 403);
    return next();
  });
  app.use(
    compress(),
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
      },
    }),
  );
  const whole = serialised(graph);
  app.get('/api/graph', query(QUERIES.graph), (c) => {
    const shown = view(graph, defined(c.req.valid('query')));
    const body = shown === graph ? whole : serialised(shown);
    return c.body(body, 200, { 'content-type': 'application/json' });
  });
  app.get('/api/search', query(QUERIES.search), (c) => {
    const { q, ...options } = c.req.valid('query');
    return c.json({ entities: search(graph, q, defined(options)) });
  });
  app.get('/api/neighbors', query(QUERIES.neighbors), (c) => {
    const { name, ...options } = c.req.valid('query');
    return c.json({ neighbors: neighbors(graph, resolve(graph, name), defined(options)) });
  });
  app.get('/api/path', query(QUERIES.path), (c) => {
    const { from, to, ...filter } = c.req.valid('query');
    const hops = path(graph, resolve(graph, from), resolve(graph, to), defined(filter));
    return c.json({ path: hops ?? null });
  });
  app.get('/api/evidence', query(QUERIES.evidence), (c) => {
    const { source, target, ...filter } = c.req.valid('query');
    const [a, b] = [resolve(graph, source), resolve(graph, target)];
    return c.json({ edges: evidence(store, a, b, defined(filter)) });
  });
  app.get('/api/conflicts', (c) => c.json({ conflicts: conflicts(store) }));
  app.route('/api/view', viewRoutes(store));
  app.get('/*', serveStatic({ root: VIEWER_FOLDER }));
  app.onError((error, c) => {
    if (!(error instanceof MailuoError)) return c.json({ error: 'internal error' }, 500);
    return c.json({ error: error.message }, error.code === 'NOT_FOUND' ? 404 : 400);
  });
  return app;
}

/** Without the sentences, which are most of the bytes and are asked for one pair at a time. */
function serialised(graph: KnowledgeGraph): string {
  return JSON.stringify(graph.export(), (key, value) => (key === 'evidence' ? undefined : value));
}

/** Query parameters by a schema, or 400 with what is wrong. */
function query<S extends v.GenericSchema<Record<string, string | undefined>, object>>(schema: S) {
  return validator('query', (value, c) => {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    const [issue] = result.issues;
    return c.json({ error: `${issue.path?.[0].key}: ${issue.message}` }, 400);
  });
}

/** Without the options that were not given. */
function defined<T extends object>(options: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}
