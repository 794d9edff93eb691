import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { VIEWER_FOLDER } from '../page/html.ts';
import { pageOf } from '../page/reader.ts';
import { pageIn } from '../page/stored.ts';
import { readerOf } from '../store/memory.ts';
import type { OpenGraph } from '../store/opengraph.ts';
import type { Store } from '../store/store.ts';
import { apiRoutes, MILLISECONDS } from './api.ts';
import { unchanged } from './etag.ts';
import { failureTo } from './failure.ts';
import { readOnly, sameHost, withToken } from './guard.ts';
import { viewRoutes } from './view.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Whom the application answers, and how long. */
export interface AppOptions {
  /** Names of this server without port; other requests are refused. Default: the loopback names. */
  readonly hosts?: readonly string[];
  /** What requests have to know. Default: nothing. */
  readonly token?: string | undefined;
  /** How long a question may take. Default 10,000. */
  readonly milliseconds?: number;
  /** Told of errors that no request should cause. Default: nobody. */
  readonly report?: (error: Error) => void;
}

/**
 * The viewer and the HTTP API on one graph, as a function of requests: `app.fetch(request)`.
 * @param source of a graph in a file only what is asked for is read
 *
 * @example
 * const app = createApp(await openGraph('docs.mailuo'));
 * const response = await app.request('/api/top?limit=3', { headers: { host: 'localhost' } });
 */
export function createApp(
  source: OpenGraph | Store,
  { hosts = LOOPBACK, token, milliseconds = MILLISECONDS, report = () => {} }: AppOptions = {},
): Hono {
  const app = new Hono();
  app.use(sameHost(hosts), readOnly);
  app.use(
    compress(),
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  );
  if (token !== undefined) app.use(withToken(token));
  app.use('/api/*', unchanged(source));
  app.route('/api/view', viewRoutes('load' in source ? pageIn(source) : pageOf(source)));
  app.route('/api', apiRoutes(readerOf(source), milliseconds));
  app.get('/api/*', (c) =>
    c.json({ error: `nothing is at ${c.req.path}; see /api/openapi.json` }, 404),
  );
  app.get('/*', serveStatic({ root: VIEWER_FOLDER }));
  app.onError(failureTo(report));
  return app;
}
