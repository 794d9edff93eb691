import { MailuoError } from '../errors.ts';
import type { Candidate } from '../graph/candidate.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { Category } from '../types.ts';

const MOST_CANDIDATES = 10;

/**
 * The key of the node that a name means: by key, label, alias, then fuzzily (the characters of the
 * name in their order, so RCEP服务中心 finds 重庆RCEP投资贸易服务中心).
 * @throws MailuoError `NOT_FOUND`, or `AMBIGUOUS` with the candidates in the message
 *
 * @example
 * const key = resolve(graph, 'RCEP服务中心'); // program:重庆RCEP投资贸易服务中心
 */
export function resolve(graph: Readable, name: string, category?: Category): string {
  const reader = readerOf(graph);
  if (reader.entity(name)) return name;
  const found = reader.candidates(name, { category, limit: MOST_CANDIDATES });
  if (found.length === 0) {
    throw new MailuoError('NOT_FOUND', `"${name}": no entity has this name; try "mailuo search"`);
  }
  if (found.length === 1) return found[0]!.key;
  const list = found.map(({ key, documents }) => `  ${key} (${documents} documents)`);
  throw new MailuoError(
    'AMBIGUOUS',
    `"${name}" may be one of these; give the full name or the key:\n${list.join('\n')}`,
  );
}

/**
 * All nodes that a name may mean, by the first way of matching that finds any; best first.
 *
 * @example
 * for (const { key, documents } of candidates(graph, '生物')) console.log(key, documents);
 */
export function candidates(graph: Readable, name: string): Candidate[] {
  return readerOf(graph).candidates(name);
}
