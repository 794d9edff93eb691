import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * Answer only requests that are addressed to these hosts, and those of pages only when they come from
 * this server, so that no other site can read the graph through a name of its own (DNS rebinding), or
 * keep the server busy through a visitor's browser.
 * @param hosts names of this server without port
 */
export function sameHost(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const address = c.req.header('host')?.toLowerCase() ?? '';
    const host = address.replace(/:\d+$/, '').replace(/\.$/, '');
    if (!hosts.includes(host)) return refuse(c, `host "${host}" is not served here`);
    const origin = c.req.header('origin');
    if (origin !== undefined && origin.replace(/^https?:\/\//, '') !== address) {
      return refuse(c, `pages of "${origin}" are not served`);
    }
    // An image asks without an origin. A link of another site may lead to the viewer, but not further.
    const site = c.req.header('sec-fetch-site');
    if (site?.endsWith('-site') && c.req.path.startsWith('/api/')) {
      return refuse(c, 'pages of other sites are not served');
    }
    return next();
  };
}

function refuse(c: Context, error: string): Response {
  return c.json({ error }, 403);
}

/** A graph that is served is only read. */
export const readOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  return c.json({ error: `${c.req.method} is not served: the graph is only read` }, 405, {
    allow: 'GET, HEAD',
  });
};

/**
 * Answer only those who know the token: programs send `Authorization: Bearer TOKEN`, a browser opens
 * `/?token=TOKEN` once and gets a cookie, because the pages that it opens then cannot send headers.
 */
export function withToken(token: string): MiddlewareHandler {
  // Other servers on this machine get the cookie too: it must not tell them the token.
  const pass = createHmac('sha256', token).update('mailuo').digest('base64url');
  return async (c, next) => {
    const [, bearer] = /^Bearer +(.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const cookie = cookieOf(c);
    const isKnown =
      bearer === undefined ? isSame(getCookie(c, cookie), pass) : isSame(bearer, token);
    if (isKnown) return next();
    if (c.req.path === '/' && isSame(c.req.query('token'), token)) {
      setCookie(c, cookie, pass, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/');
    }
    return c.json({ error: 'give the token: "Authorization: Bearer TOKEN"' }, 401, {
      'www-authenticate': 'Bearer',
    });
  };
}

/** Browsers keep the cookies of all ports of a host together. */
function cookieOf(c: Context): string {
  const [port = ''] = /:\d+$/.exec(c.req.header('host') ?? '') ?? [];
  return `mailuo${port.replace(':', '-')}`;
}

/** Takes as long whatever is given, so that the time tells nothing of the token. */
function isSame(given: string | undefined, token: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (value: string) => createHash('sha256').update(value).digest();
