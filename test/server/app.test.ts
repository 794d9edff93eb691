import { describe, expect, it, test } from 'vitest';
import { conflicts } from '../../src/query/conflicts.ts';
import { edgesBetween } from '../../src/query/edges.ts';
import { neighbors } from '../../src/query/neighbors.ts';
import { paths } from '../../src/query/path.ts';
import { createApp } from '../../src/server/app.ts';
import { reduce } from '../../src/store/build.ts';
import { memoryReader } from '../../src/store/memory.ts';
import type { OpenGraph } from '../../src/store/opengraph.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import { CENTRE, GRAPH, STORE } from '../query/graph.ts';
import { documentWith } from '../relation/notation.ts';

const app = createApp(STORE);

/** Ask as a browser on this machine does. */
const get = (address: string, host = '127.0.0.1:8080', from = app) =>
  from.request(address, { headers: { host } });

/** An address with parameters: api('path', { from: '甲', to: '乙' }). */
const api = (name: string, parameters: Record<string, string> = {}) =>
  `/api/${name}?${new URLSearchParams(parameters)}`;

async function json(address: string, status = 200) {
  const response = await get(address);
  expect(response.status, address).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return response.json();
}

/** What a value becomes on its way through JSON. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

test('hostile names are answered as JSON', async () => {
  const hostile = createApp(hostileStore());
  const response = await get(api('top', { limit: '1000' }), 'localhost', hostile);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const { entities } = (await response.json()) as { entities: { label: string }[] };
  // Over HTTP a lone surrogate becomes an escape, and an escape a lone surrogate.
  expect(entities.map(({ label }) => label).sort()).toEqual([...HOSTILE_NAMES, '巴南区'].sort());
});

describe('a long answer', () => {
  const sentences = Array.from(
    { length: 6000 },
    (_, i) => `[甲公司|org]与[乙公司|org]会谈第${i}次。`,
  );
  const long = createApp(reduce([documentWith('1.txt', sentences.join(''))]));
  const address = api('subgraph', { name: '甲公司', quotes: '1000', limit: '2' });
  const pair = api('evidence', { source: '甲公司', target: '乙公司' });

  test('is that of a short way, though it is made while it is sent', async () => {
    expect(await (await get(address, 'localhost', long)).json()).toMatchObject({
      subgraph: { entities: [{ label: '甲公司' }, { label: '乙公司' }] },
    });
    const { edges } = (await (await get(pair, 'localhost', long)).json()) as {
      edges: { evidence: unknown[] }[];
    };
    expect(edges[0]!.evidence).toHaveLength(1000);
  });

  test('stops when nobody reads on', async () => {
    const response = await get(pair, 'localhost', long);
    await response.body!.cancel();
    expect((await get(pair, 'localhost', long)).status).toBe(200);
  });
});

describe('/api/conflicts', () => {
  test('lists what documents say differently', async () => {
    const claim = (share: string) => `[甲公司|org]收购了[乙公司|org]${share}的股权。`;
    const documents = [documentWith('1.txt', claim('67%')), documentWith('2.txt', claim('51%'))];
    const store = reduce(documents);
    const response = await get('/api/conflicts', 'localhost', createApp(store));
    expect(await response.json()).toEqual(asJson({ conflicts: conflicts(store) }));
    expect(conflicts(store)).toHaveLength(1);
    expect(await json('/api/conflicts')).toEqual({ conflicts: [] });
  });
});

describe('/api/search', () => {
  const CASES: [parameters: Record<string, string>, labels: string[]][] = [
    [{ q: '生物' }, ['生物展', '重庆国际生物城']],
    [{ q: '生物', category: 'place' }, ['重庆国际生物城']],
    [{ q: '生物', limit: '1' }, ['生物展']],
    [{ q: '不存在' }, []],
  ];
  it.each(CASES)('with %o finds %o', async (parameters, labels) => {
    const { entities } = await json(api('search', parameters));
    expect(entities.map(({ label }: { label: string }) => label)).toEqual(labels);
  });
});

describe('/api/neighbors', () => {
  test('gives what the library gives', async () => {
    const found = await json(api('neighbors', { name: 'RCEP服务中心' }));
    expect(found).toEqual({ neighbors: asJson(neighbors(GRAPH, CENTRE)) });
    expect(found.neighbors[0].edges[0].evidence[0].quote).toContain('巴南区');
  });

  test('takes category, relation, hops and limit', async () => {
    const found = await json(
      api('neighbors', {
        name: '巴南区',
        category: 'organization',
        relation: 'cooccurrence',
        hops: '2',
        limit: '2',
      }),
    );
    const options = {
      category: 'organization',
      relation: 'cooccurrence',
      hops: 2,
      limit: 2,
    } as const;
    expect(found.neighbors).toEqual(asJson(neighbors(GRAPH, 'place:巴南区', options)));
    expect(found.neighbors).toHaveLength(2);
  });
});

describe('/api/path', () => {
  test('gives the steps between two names', async () => {
    const found = await json(api('path', { from: '何友生', to: '智翔金泰' }));
    expect(found).toEqual({
      paths: asJson(paths(GRAPH, 'person:何友生', 'organization:智翔金泰')),
    });
    expect(found.paths[0].hops).toHaveLength(2);
  });

  test('goes through a view', async () => {
    const found = await json(
      api('path', { from: '何友生', to: '智翔金泰', relation: 'office,location,verb' }),
    );
    const filter = { relation: ['office', 'location', 'verb'] } as const;
    expect(found).toEqual({
      paths: asJson(paths(GRAPH, 'person:何友生', 'organization:智翔金泰', filter)),
    });
    expect(found.paths[0].hops).toHaveLength(4);
  });

  test('gives as many ways as asked for', async () => {
    const parameters = { from: '何友生', to: '智翔金泰', limit: '3' };
    const { paths: found } = await json(api('path', parameters));
    expect(found).toHaveLength(3);
  });

  test('gives none where there is none', async () => {
    expect(await json(api('path', { from: '何友生', to: '远方大学' }))).toEqual({ paths: [] });
  });
});

describe('/api/evidence', () => {
  test('takes a view', async () => {
    const pair = { source: '智翔金泰', target: '重庆国际生物城' };
    const { edges } = await json(api('evidence', { ...pair, relation: 'verb', minWeight: '2' }));
    const [a, b] = ['organization:智翔金泰', 'place:重庆国际生物城'] as const;
    const keys = edgesBetween(GRAPH, a, b, { relation: 'verb', minWeight: 2 }).map(
      ({ key }) => key,
    );
    expect(edges.map(({ key }: { key: string }) => key)).toEqual(keys);
    expect(keys).toHaveLength(1);
  });

  test('gives the sentences of a pair with titles', async () => {
    const { edges } = await json(api('evidence', { source: '智翔金泰', target: '重庆国际生物城' }));
    expect(edges).toHaveLength(2);
    expect(edges[0]).toMatchObject({
      relation: 'verb',
      label: '落户',
      status: 'planned',
      evidence: [
        { document: '02.txt', title: '标题 02.txt', quote: '智翔金泰落户重庆国际生物城。' },
        { quote: '智翔金泰仍在重庆国际生物城。' },
      ],
    });
  });

  test('takes keys, as the viewer sends them', async () => {
    const parameters = { source: 'place:巴南区', target: CENTRE };
    expect((await json(api('evidence', parameters))).edges).toHaveLength(2);
  });

  test('is empty for a pair without edges', async () => {
    expect(await json(api('evidence', { source: '何友生', target: '生物展' }))).toEqual({
      edges: [],
    });
  });
});

describe('a request that is wrong', () => {
  const CASES: [address: string, message: RegExp][] = [
    [api('search'), /^q: /],
    [api('search', { q: '' }), /^q: /],
    [api('search', { q: '字'.repeat(501) }), /^q: .*500/],
    [`${api('search', { q: '甲' })}&q=乙`, /^q: is given 2 times/],
    [api('search', { q: '甲', limt: '3' }), /^limt: is unknown; use q, category, limit/],
    [api('search', { q: '甲', constructor: '3' }), /^constructor: is unknown/],
    [api('search', { q: '甲', limit: '0x10' }), /^limit: .*whole number/],
    [api('search', { q: '甲', limit: '' }), /^limit: .*whole number/],
    [api('neighbors', { name: '巴南区', direction: 'up' }), /^direction: .*both, out, in/],
    [api('neighbors', { name: '巴南区', backbone: 'yes' }), /^backbone: give true or false/],
    [api('neighbors', { name: '巴南区', since: 'last year' }), /^since: .*2024-03/],
    [api('neighbors', { name: '巴南区', predicate: '' }), /^predicate: .*not empty/],
    [api('path', { from: '巴南区', to: '何友生', hops: '2' }), /^hops: is unknown/],
    [api('top', { by: 'beauty' }), /^by: .*pagerank/],
    [api('subgraph'), /^name: is missing/],
    [api('neighbors', { name: '巴南区', minWeight: 'heavy' }), /^minWeight: /],
    [api('neighbors', { name: '巴南区', since: '2024-13' }), /^since: .*2024-03/],
    [api('neighbors', { name: '巴南区', until: '2024-02-32' }), /^until: .*2024-03/],
    [api('search', { q: '甲', category: 'animal' }), /^category: .*organization/],
    [api('search', { q: '甲', limit: '100000' }), /^limit: .*1000/],
    [api('search', { q: '甲', limit: '0' }), /^limit: /],
    [api('search', { q: '甲', limit: '-1' }), /^limit: /],
    [api('search', { q: '甲', limit: '1.5' }), /^limit: /],
    [api('search', { q: '甲', limit: 'many' }), /^limit: /],
    [api('neighbors'), /^name: /],
    [api('neighbors', { name: '巴南区', hops: '9' }), /^hops: .*5/],
    [api('neighbors', { name: '巴南区', hops: '0' }), /^hops: /],
    [api('neighbors', { name: '巴南区', limit: '100000' }), /^limit: .*1000/],
    [api('neighbors', { name: '巴南区', relation: 'love' }), /^relation: .*verb/],
    [api('path', { from: '巴南区' }), /^to: /],
    [api('path', { to: '巴南区' }), /^from: /],
    [api('evidence', { source: '巴南区' }), /^target: /],
  ];
  it.each(CASES)('is answered with 400: %s', async (address, message) => {
    expect((await json(address, 400)).error).toMatch(message);
  });

  test('by a name with several meanings is answered with 400 and the candidates', async () => {
    const { error } = await json(api('neighbors', { name: '巴' }), 400);
    expect(error).toContain('place:巴南区');
    expect(error).toContain('organization:巴南区委');
  });

  const UNKNOWN: string[] = [
    api('neighbors', { name: '不存在' }),
    api('path', { from: '不存在', to: '巴南区' }),
    api('path', { from: '巴南区', to: '不存在' }),
    api('evidence', { source: '不存在', target: '巴南区' }),
  ];
  it.each(UNKNOWN)('by a name that nobody has is answered with 404: %s', async (address) => {
    expect((await json(address, 404)).error).toContain('"不存在"');
  });

  const NOWHERE = [
    '/nothing',
    '/..%2f..%2fpackage.json',
    '/assets/../../../package.json',
    '/%',
    '/%E0%A4%A',
  ];
  it.each(NOWHERE)('to no address is answered with 404: %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it.each(['/api/nothing', '/api/top/', '/api/', '/api/view/nothing'])(
    'to no address of the API is answered with 404 in JSON: %s',
    async (address) => {
      expect((await json(address, 404)).error).toContain(address);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is refused', async (method) => {
    const response = await app.request('/api/top', { method, headers: { host: 'localhost' } });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('that nobody could answer is answered with 500 and reported', async () => {
    const reported: Error[] = [];
    const broken = {
      ...memoryReader(STORE.graph, STORE.documents),
      edition: '1',
      load: () => STORE,
      top() {
        throw new Error('damaged');
      },
    };
    const failing = createApp(broken as unknown as OpenGraph, {
      report: (error) => reported.push(error),
    });
    const response = await get('/api/top', 'localhost', failing);
    expect([response.status, await response.json()]).toEqual([500, { error: 'internal error' }]);
    expect(reported.map(({ message }) => message)).toEqual(['damaged']);
  });

  test('that takes too long is answered with 422 and what to ask instead', async () => {
    const hasty = createApp(STORE, { milliseconds: -1 });
    const response = await get(api('neighbors', { name: '巴南区' }), 'localhost', hasty);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { error: string }).error).toMatch(/fewer hops/);
  });
});

describe('the host of a request', () => {
  const HOSTS: [host: string, status: number][] = [
    ['127.0.0.1', 200],
    ['127.0.0.1:5173', 200],
    ['localhost', 200],
    ['localhost:80', 200],
    ['LOCALHOST:80', 200],
    ['localhost.:80', 200],
    ['[::1]:8080', 200],
    ['evil.example', 403],
    ['evil.example:8080', 403],
    ['localhost.evil.example', 403],
    ['evil.example/localhost', 403],
    ['127.0.0.1.nip.io', 403],
    ['192.168.1.2', 403],
    ['', 403],
  ];
  it.each(HOSTS)('"%s" is answered with %i', async (host, status) => {
    for (const address of ['/api/top', '/', api('search', { q: '巴南区' })]) {
      const response = await get(address, host);
      expect(response.status).toBe(status);
      if (status === 403) expect(await response.text()).not.toContain('巴南区');
    }
  });

  test('may be another when the server is made for it', async () => {
    const named = createApp(STORE, { hosts: ['graph.example'] });
    expect((await get('/api/top', 'graph.example:80', named)).status).toBe(200);
    expect((await get('/api/top', 'localhost', named)).status).toBe(403);
  });
});

describe('the origin of a request', () => {
  const ORIGINS: [origin: string, status: number][] = [
    ['http://localhost:5173', 200],
    ['http://localhost:8080', 403],
    ['http://localhost', 403],
    ['https://evil.example', 403],
    ['http://localhost.evil.example', 403],
    ['http://evil.example/localhost:5173', 403],
    ['null', 403],
    ['', 403],
  ];
  it.each(ORIGINS)('"%s" is answered with %i by localhost:5173', async (origin, status) => {
    const headers = { host: 'localhost:5173', origin };
    const response = await app.request('/api/top', { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  const SITES: [site: string, address: string, status: number][] = [
    ['same-origin', '/api/top', 200],
    ['none', '/api/top', 200],
    ['cross-site', '/api/top', 403],
    ['same-site', '/api/top', 403],
    ['cross-site', '/api/view', 403],
    ['cross-site', '/', 200],
  ];
  it.each(SITES)(
    'which a browser calls %s, for %s is answered with %i',
    async (site, address, status) => {
      const headers = { host: 'localhost', 'sec-fetch-site': site };
      expect((await app.request(address, { headers })).status).toBe(status);
    },
  );
});

describe('with a token', () => {
  const guarded = createApp(STORE, { token: '通行证-1' });
  const ask = (address: string, headers: Record<string, string> = {}) =>
    guarded.request(address, { headers: { host: 'localhost', ...headers } });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;

  test('nothing is answered without it', async () => {
    for (const address of ['/', '/api/top', '/api/openapi.json', '/?token=x', '/api/top?token=x']) {
      const response = await ask(address);
      expect(response.status, address).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.text()).not.toContain('巴南区');
    }
  });

  const HEADERS: [authorization: string, status: number][] = [
    ['Bearer wrong', 401],
    ['Bearer ', 401],
    ['Basic abc', 401],
  ];
  it.each(HEADERS)('"%s" is answered with %i', async (authorization, status) => {
    expect((await ask('/api/top', { authorization })).status).toBe(status);
  });

  test('programs send it as bearer', async () => {
    const plain = createApp(STORE, { token: 'secret' });
    const headers = { host: 'localhost', authorization: 'Bearer secret' };
    expect((await plain.request('/api/top', { headers })).status).toBe(200);
    const evil = { ...headers, host: 'evil.example' };
    expect((await plain.request('/api/top', { headers: evil })).status).toBe(403);
  });

  test('a browser gets a cookie for it, and an address without it', async () => {
    const opened = await ask(`/?token=${encodeURIComponent('通行证-1')}`);
    expect(opened.status).toBe(302);
    expect(opened.headers.get('location')).toBe('/');
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await ask('/api/top', { cookie: cookieOf(opened) })).status).toBe(200);
    expect(cookieOf(opened)).not.toContain(encodeURIComponent('通行证-1'));
    expect((await ask('/api/top', { cookie: 'mailuo=x' })).status).toBe(401);
    expect((await ask('/api/top', { cookie: 'mailuo=' })).status).toBe(401);
  });

  test('viewers on two ports have a cookie each', async () => {
    const names = await Promise.all(
      ['8406', '8407'].map(async (port) => {
        const headers = { host: `127.0.0.1:${port}` };
        const opened = await guarded.request(`/?token=${encodeURIComponent('通行证-1')}`, {
          headers,
        });
        return cookieOf(opened).split('=')[0];
      }),
    );
    expect(names).toEqual(['mailuo-8406', 'mailuo-8407']);
  });
});

describe('an answer', () => {
  test('is sent once as long as it does not change', async () => {
    const address = api('neighbors', { name: '巴南区' });
    const tag = (await get(address)).headers.get('etag')!;
    const headers = { host: 'localhost', 'if-none-match': tag };
    const again = await app.request(address, { headers });
    expect([again.status, await again.text()]).toEqual([304, '']);
    for (const known of ['"x", W/"y"', `"x", ${tag.replace('W/', '')}`, tag.slice(0, -2)]) {
      const { status } = await app.request(address, {
        headers: { host: 'localhost', 'if-none-match': known },
      });
      expect(status).toBe(known.startsWith('"x", "') ? 304 : 200);
    }
    const elsewhere = await app.request(api('top'), { headers });
    expect(elsewhere.status).toBe(200);
    const other = await get(address, 'localhost', createApp(STORE));
    expect(other.headers.get('etag')).not.toBe(tag);
    expect((await get(api('neighbors'))).headers.get('etag')).toBeNull();
  });

  test('is compressed when it is long', async () => {
    const headers = { host: 'localhost', 'accept-encoding': 'gzip' };
    const response = await app.request('/api/openapi.json', { headers });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const stream = response.body!.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(stream).json()).toEqual(await json('/api/openapi.json'));
  });

  test('to HEAD has no body', async () => {
    const response = await app.request('/api/top', {
      method: 'HEAD',
      headers: { host: 'localhost' },
    });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the viewer', () => {
  test('is served, with all that it refers to', async () => {
    const page = await (await get('/')).text();
    expect(page).toMatch(/<title>脉络 Mailuo<\/title>/);
    const files = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) expect((await get(`/${file}`)).status, file).toBe(200);
  });

  test('may load nothing from elsewhere, and may not be framed', async () => {
    for (const address of ['/', '/api/top']) {
      const policy = (await get(address)).headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'; script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});
