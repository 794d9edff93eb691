import { MailuoError } from '../errors.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { CandidateOptions, EntityDetails, GraphReader, Measure } from '../store/reader.ts';

/**
 * All that is known of an entity but its edges: names, counts and measures.
 * @param key of the node; see `resolve` for names
 * @throws MailuoError `NOT_FOUND`
 *
 * @example
 * const { aliases, pagerank } = entity(graph, resolve(graph, '智翔金泰'));
 */
export function entity(graph: Readable, key: string): EntityDetails {
  const details = readerOf(graph).details(key);
  if (details) return details;
  throw unknownKey(key);
}

/** @throws MailuoError `NOT_FOUND` when a node with one of these keys is not there */
export function checkKnown(reader: GraphReader, keys: readonly string[]): void {
  const unknown = keys.find((key) => !reader.entity(key));
  if (unknown !== undefined) throw unknownKey(unknown);
}

function unknownKey(key: string): MailuoError {
  return new MailuoError('NOT_FOUND', `"${key}": no entity has this key; try "mailuo search"`);
}

/** Which entities are ranked, and by what. */
export interface TopOptions extends CandidateOptions {
  /** What is ranked by: `documents`, `articles`, `mentions`, `degree`, `pagerank` or `betweenness`. Default `pagerank`. */
  readonly by?: Measure;
}

/**
 * The entities with the highest measure; ties by documents, then by the shorter label.
 *
 * @example
 * top(graph, { by: 'betweenness', category: 'person', limit: 10 });
 */
export function top(graph: Readable, options: TopOptions = {}): EntityDetails[] {
  return [...eachTop(graph, options)];
}

/** The same, read as they are taken. */
export function eachTop(
  graph: Readable,
  { by = 'pagerank', category, limit = 20 }: TopOptions = {},
): Iterable<EntityDetails> {
  return readerOf(graph).top(by, { category, limit });
}
