import { describe, expect, it, test } from 'vitest';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { createApp } from '../../src/server/app.ts';
import { GRAPH, STORE } from '../query/graph.ts';

const app = createApp(STORE);
const get = (path: string) => app.request(`/api/view${path}`, { headers: { host: 'localhost' } });
const json = async (path: string) => (await get(path)).json();

describe('/api/view', () => {
  test('is the graph in columns', async () => {
    const columns = columnsOf(STORE, numberingOf(GRAPH));
    expect(await json('')).toEqual(JSON.parse(JSON.stringify(columns)));
  });

  test('gives the sentences of several edges', async () => {
    const { quotations } = await json('/evidence?edges=0,1');
    expect(quotations).toHaveLength(2);
    expect(quotations[0][0].quote).toBeTypeOf('string');
  });

  test('gives a document by number', async () => {
    const document = await json('/document?number=1');
    expect(document.id).toBe('02.txt');
    expect(document.text).toContain('智翔金泰');
  });

  test('gives the sentences that hold a text', async () => {
    const { passages } = await json('/sentences?q=扎根');
    expect(passages.map(({ quote }: { quote: string }) => quote)).toEqual(['智翔金泰扎根巴南区。']);
  });

  const WRONG: [path: string, status: number][] = [
    ['/evidence', 400],
    ['/evidence?edges=', 400],
    ['/evidence?edges=1,x', 400],
    ['/evidence?edges=-1', 400],
    [`/evidence?edges=${Array(2000).fill(1).join()}`, 400],
    ['/document', 400],
    ['/document?number=1e3', 400],
    ['/document?number=999', 404],
    ['/sentences', 400],
    [`/sentences?q=${'a'.repeat(501)}`, 400],
  ];
  it.each(WRONG)('answers %s with %d and says why', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect((await response.json()).error).toBeTypeOf('string');
  });
});
