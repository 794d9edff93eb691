import type { Context } from 'hono';
import { MailuoError } from '../errors.ts';

/** What went wrong, as JSON; what nobody expected is told the one who runs the server. */
export function failureTo(report: (error: Error) => void): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof MailuoError) {
      return c.json({ error: error.message }, STATUS[error.code] ?? 400);
    }
    report(error);
    return c.json({ error: 'internal error' }, 500);
  };
}

const STATUS: Partial<Record<MailuoError['code'], 404 | 422 | 500>> = {
  NOT_FOUND: 404,
  TOO_LONG: 422,
  INVALID_FILE: 500,
};
