import type { Candidate } from '../graph/candidate.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { Category } from '../types.ts';

/** Which entities a search gives. */
export interface SearchOptions {
  readonly category?: Category;
  /** Most entities to return. Default 20. */
  readonly limit?: number;
}

/**
 * Entities that are called so, then those of which it is a part of a name; where there are none, by
 * pinyin, initials, or its characters in their order. The most important first.
 *
 * @example
 * search(graph, '生物', { limit: 5 });
 */
export function search(
  graph: Readable,
  text: string,
  { category, limit = 20 }: SearchOptions = {},
): Candidate[] {
  return readerOf(graph).candidates(text, { category, limit, parts: true });
}
