import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * Answer only requests that are addressed to these hosts, and those of pages only when they come from
 * there, so that no other site can read the graph through a name of its own (DNS rebinding) or
 * through a visitor's browser.
 * @param hosts names of this server without port
 */
export function sameHost(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = hostOf(c.req.header('host') ?? '');
    if (!hosts.includes(host)) return refuse(c, `host "${host}" is not served here`);
    const origin = c.req.header('origin');
    if (origin !== undefined && !hosts.includes(hostOf(origin.replace(/^https?:\/\//, '')))) {
      return refuse(c, `pages of "${origin}" are not served`);
    }
    return next();
  };
}

const hostOf = (address: string) => address.replace(/:\d+$/, '');

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

const COOKIE = 'mailuo';

/**
 * Answer only those who know the token: programs send `Authorization: Bearer TOKEN`, a browser opens
 * `/?token=TOKEN` once and gets a cookie, because the pages that it opens then cannot send headers.
 */
export function withToken(token: string): MiddlewareHandler {
  return async (c, next) => {
    const [, bearer] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (isSame(bearer ?? getCookie(c, COOKIE), token)) return next();
    if (c.req.path === '/' && isSame(c.req.query('token'), token)) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/');
    }
    return c.json({ error: 'give the token: "Authorization: Bearer TOKEN"' }, 401, {
      'www-authenticate': 'Bearer',
    });
  };
}

/** Takes as long whatever is given, so that the time tells nothing of the token. */
function isSame(given: string | undefined, token: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (value: string) => createHash('sha256').update(value).digest();
