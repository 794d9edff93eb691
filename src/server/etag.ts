import { createHash, randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { OpenGraph } from '../store/opengraph.ts';
import type { Store } from '../store/store.ts';
import { VERSION } from '../version.ts';

/**
 * Send an answer once as long as graph and program stay: an open graph never changes, so nothing has
 * to be asked to know that the answer at an address would be the same.
 */
export function unchanged(source: OpenGraph | Store): MiddlewareHandler {
  const edition = `${VERSION} ${'load' in source ? source.edition : randomUUID()}`;
  return async (c, next) => {
    const hash = createHash('sha256').update(`${edition} ${c.req.url}`).digest('base64url');
    // Weak, since the same answer may be sent compressed or not.
    const etag = `W/"${hash}"`;
    const known = c.req.header('if-none-match')?.split(',') ?? [];
    // Whoever has the tag of an address got an answer there.
    if (known.some((tag) => tag.trim().replace(/^W\//, '') === `"${hash}"`)) {
      return c.body(null, 304, { etag, vary: 'Accept-Encoding' });
    }
    await next();
    if (c.res.ok) c.res.headers.set('etag', etag);
    return undefined;
  };
}
