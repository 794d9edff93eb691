import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import type { Given, Parameters } from '../query/parameters.ts';

/**
 * What is given for the parameters of a question, by their schema, with the defaults of the others.
 * @throws MailuoError `INVALID_ARGUMENT` with the name of the one that is wrong
 */
export function checked<P extends Parameters>(parameters: P, given: object): Given<P> {
  const result = v.safeParse(v.strictObject(parameters), given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const name = String(issue.path?.[0].key);
  if (!Object.hasOwn(parameters, name)) {
    throw wrong(name, `is unknown; use ${Object.keys(parameters).join(', ')}`);
  }
  throw wrong(name, Object.hasOwn(given, name) ? issue.message : 'is missing');
}

/** The error for a parameter. */
export function wrong(name: string, reason: string): MailuoError {
  return new MailuoError('INVALID_ARGUMENT', `${name}: ${reason}`);
}
