import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import { fromText, type Parameters } from '../query/parameters.ts';
import { type Question, questions } from '../query/questions.ts';
import { limited } from '../store/limited.ts';
import type { GraphReader } from '../store/reader.ts';
import { keptAnswers } from './kept.ts';
import { openApi } from './openapi.ts';

/** What one request may ask for, and how long the answer may take. */
export const QUESTIONS = questions({ items: 1000, quotes: 1000 });
export const MILLISECONDS = 10_000;
/** Answers that are kept for whoever asks the same again. */
const KEPT_BYTES = 2 ** 26;

/** A route for each question, with its description at `/openapi.json`. */
export function apiRoutes(graph: GraphReader, milliseconds = MILLISECONDS): Hono {
  const app = new Hono();
  const kept = keptAnswers(KEPT_BYTES);
  for (const [name, asked] of Object.entries(QUESTIONS)) {
    const question: Question = asked;
    app.get(`/${name}`, (c) => {
      const answer = () => {
        const given = parametersOf(c, question.parameters);
        return { [question.member]: question.answer(limited(graph, milliseconds), given) };
      };
      const body = kept(c.req.url, () => JSON.stringify(answer()));
      return c.body(body, 200, { 'content-type': 'application/json' });
    });
  }
  const description = openApi(QUESTIONS);
  app.get('/openapi.json', (c) => c.json(description));
  return app;
}

/**
 * Parameters of a request by their schema.
 * @throws MailuoError `INVALID_ARGUMENT` with the name of the one that is wrong
 */
export function parametersOf(c: Context, parameters: Parameters): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(c.req.queries())) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!parameter) throw wrong(name, `is unknown; use ${Object.keys(parameters).join(', ')}`);
    given[name] = fromText(parameter, texts);
  }
  const result = v.safeParse(v.strictObject(parameters), given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const name = String(issue.path?.[0].key);
  throw wrong(name, given[name] === undefined ? 'is missing' : issue.message);
}

function wrong(name: string, reason: string): MailuoError {
  return new MailuoError('INVALID_ARGUMENT', `${name}: ${reason}`);
}

/** What went wrong, as JSON. */
export function failure(error: Error, c: Context): Response {
  if (!(error instanceof MailuoError)) return c.json({ error: 'internal error' }, 500);
  return c.json({ error: error.message }, STATUS[error.code] ?? 400);
}

const STATUS: Partial<Record<MailuoError['code'], 404 | 422>> = { NOT_FOUND: 404, TOO_LONG: 422 };
