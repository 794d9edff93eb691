import { type Context, Hono } from 'hono';
import type { PageReader } from '../page/reader.ts';

/** A list of numbers is not longer than the edges of any pair. */
const MOST_EDGES = 1000;
const MOST_PASSAGES = 20;

/**
 * What the viewer asks for: the graph once, then the sentences of a few edges, a document, or the
 * sentences that hold a text.
 */
export function viewRoutes(page: PageReader): Hono {
  const app = new Hono();
  app.get('/', (c) => c.body(page.columns(), 200, { 'content-type': 'application/json' }));
  app.get('/evidence', (c) => {
    const edges = (c.req.query('edges') ?? '').split(',');
    if (edges.length > MOST_EDGES || !edges.every(isNumber)) return wrong(c, 'edges', '3,14,15');
    return c.json({ quotations: page.quotations(edges.map(Number)) });
  });
  app.get('/document', (c) => {
    const number = c.req.query('number') ?? '';
    if (!isNumber(number)) return wrong(c, 'number', '7');
    const document = page.document(Number(number));
    return document ? c.json(document) : c.json({ error: `no document has number ${number}` }, 404);
  });
  app.get('/sentences', (c) => {
    const text = c.req.query('q') ?? '';
    if (text === '' || text.length > 500) return wrong(c, 'q', '生物');
    return c.json({ passages: page.passages(text, MOST_PASSAGES) });
  });
  return app;
}

function isNumber(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}

function wrong(c: Context, name: string, example: string) {
  return c.json({ error: `${name}: give it like ${name}=${example}` }, 400);
}
