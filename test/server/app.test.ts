import { MultiGraph } from 'graphology';
import { describe, expect, it, test } from 'vitest';
import type { EdgeFilter } from '../../src/graph/edge.ts';
import { conflicts } from '../../src/query/conflicts.ts';
import { edgesBetween } from '../../src/query/edges.ts';
import { neighbors } from '../../src/query/neighbors.ts';
import { path } from '../../src/query/path.ts';
import { view } from '../../src/query/view.ts';
import { createApp } from '../../src/server/app.ts';
import { reduce } from '../../src/store/build.ts';
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

describe('/api/graph', () => {
  test('is the graph without its evidence, for graphology to import', async () => {
    const text = await (await get('/api/graph')).text();
    expect(text).not.toContain('evidence');
    expect(text).not.toContain('"quote"');
    const graph = new MultiGraph().import(JSON.parse(text));
    expect(graph.nodes()).toEqual(GRAPH.nodes());
    expect(graph.edges()).toEqual(GRAPH.edges());
    expect(graph.getNodeAttributes(CENTRE)).toEqual(GRAPH.getNodeAttributes(CENTRE));
    expect(graph.undirectedEdges()).toEqual(GRAPH.undirectedEdges());
  });

  const VIEWS: [parameters: Record<string, string>, filter: EdgeFilter][] = [
    [{}, {}],
    [{ backbone: 'false' }, {}],
    [{ backbone: 'true' }, { backbone: true }],
    [{ minWeight: '2' }, { minWeight: 2 }],
    [{ relation: 'verb,office' }, { relation: ['verb', 'office'] }],
  ];
  it.each(VIEWS)('with %o is the view of the library', async (parameters, filter) => {
    const graph = new MultiGraph().import(await json(api('graph', parameters)));
    expect(graph.nodes()).toEqual(view(GRAPH, filter).nodes());
    expect(graph.edges()).toEqual(view(GRAPH, filter).edges());
  });

  test('holds hostile names as JSON', async () => {
    const hostile = createApp(hostileStore());
    const response = await get('/api/graph', 'localhost', hostile);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const { nodes } = (await response.json()) as { nodes: { attributes: { label: string } }[] };
    const labels = nodes.map(({ attributes }) => attributes.label);
    // Over HTTP a lone surrogate becomes an escape, and an escape a lone surrogate.
    expect(labels.sort()).toEqual([...HOSTILE_NAMES, '巴南区'].sort());
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
      path: asJson(path(GRAPH, 'person:何友生', 'organization:智翔金泰')),
    });
    expect(found.path).toHaveLength(2);
  });

  test('goes through a view', async () => {
    const found = await json(
      api('path', { from: '何友生', to: '智翔金泰', relation: 'office,location,verb' }),
    );
    const filter = { relation: ['office', 'location', 'verb'] } as const;
    expect(found).toEqual({
      path: asJson(path(GRAPH, 'person:何友生', 'organization:智翔金泰', filter)),
    });
    expect(found.path).toHaveLength(4);
  });

  test('is null where there is none', async () => {
    expect(await json(api('path', { from: '何友生', to: '远方大学' }))).toEqual({ path: null });
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
    [`${api('search', { q: '甲' })}&q=乙`, /^q: /],
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
    '/api/nothing',
    '/nothing',
    '/..%2f..%2fpackage.json',
    '/assets/../../../package.json',
    '/%',
    '/%E0%A4%A',
  ];
  it.each(NOWHERE)('to no address is answered with 404: %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE'])('by %s is answered with 404', async (method) => {
    const response = await app.request('/api/graph', { method, headers: { host: 'localhost' } });
    expect(response.status).toBe(404);
  });
});

describe('the host of a request', () => {
  const HOSTS: [host: string, status: number][] = [
    ['127.0.0.1', 200],
    ['127.0.0.1:5173', 200],
    ['localhost', 200],
    ['localhost:80', 200],
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
    for (const address of ['/api/graph', '/', api('search', { q: '巴南区' })]) {
      const response = await get(address, host);
      expect(response.status).toBe(status);
      if (status === 403) expect(await response.text()).not.toContain('巴南区');
    }
  });

  test('may be another when the server is made for it', async () => {
    const named = createApp(STORE, ['graph.example']);
    expect((await get('/api/graph', 'graph.example:80', named)).status).toBe(200);
    expect((await get('/api/graph', 'localhost', named)).status).toBe(403);
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
    for (const address of ['/', '/api/graph']) {
      const policy = (await get(address)).headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});
