import { Hono } from 'hono';
import { jsonParts } from '../json.ts';
import { fromText, shapeOf } from '../query/parameters.ts';
import { type Question, questions } from '../query/questions.ts';
import { deadlineIn, limited } from '../store/limited.ts';
import type { GraphReader } from '../store/reader.ts';
import { checked, wrong } from './given.ts';
import { keptAnswers } from './kept.ts';
import { openApi } from './openapi.ts';
import { firstOf, streamed } from './stream.ts';

/** What one request may ask for, and how long the answer may take. */
export const QUESTIONS = questions({ items: 1000, quotes: 1000 });
export const MILLISECONDS = 10_000;
/** Answers that are kept for whoever asks the same again. */
const KEPT_BYTES = 2 ** 26;
/** Characters of an answer that is made before it is sent; of a longer one the rest is made on the way. */
const MOST_WHOLE = 2 ** 20;
const JSON_TYPE = { 'content-type': 'application/json' };

/** A route for each question, with its description at `/openapi.json`. */
export function apiRoutes(graph: GraphReader, milliseconds = MILLISECONDS): Hono {
  const app = new Hono();
  const kept = keptAnswers(KEPT_BYTES);
  for (const [name, question] of Object.entries<Question>(QUESTIONS)) {
    app.get(`/${name}`, (c) => {
      const known = kept.get(c.req.url);
      if (known) return c.body(known, 200, JSON_TYPE);
      const deadline = deadlineIn(milliseconds);
      const texts = answerTo(question, limited(graph, deadline), c.req.queries());
      const { text, all } = firstOf(texts, MOST_WHOLE);
      // From here on others are answered in between.
      deadline.end = Infinity;
      if (!all) return c.body(streamed(text, texts), 200, JSON_TYPE);
      const body = new TextEncoder().encode(text);
      kept.set(c.req.url, body);
      return c.body(body, 200, JSON_TYPE);
    });
  }
  const description = openApi(QUESTIONS);
  app.get('/openapi.json', (c) => c.json(description));
  return app;
}

/** The answer in JSON, part by part; its long lists are read as they are walked through. */
function answerTo(
  { parameters, member, answer, open = answer }: Question,
  graph: GraphReader,
  texts: Record<string, string[]>,
): Generator<string> {
  const given = Object.entries(texts).map(([name, values]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter && values.length > 1 && !shapeOf(parameter).isList) {
      throw wrong(name, `is given ${values.length} times; give it once`);
    }
    return [name, parameter ? fromText(parameter, values) : values] as const;
  });
  return jsonParts({ [member]: open(graph, checked(parameters, Object.fromEntries(given))) }, '');
}
