import type { KnowledgeGraph } from '../graph/build.ts';
import type { Candidate } from '../graph/candidate.ts';
import type { Category } from '../types.ts';
import { candidates } from './resolve.ts';

export interface SearchOptions {
  readonly category?: Category;
  /** Most entities to return. Default 20. */
  readonly limit?: number;
}

/**
 * Entities by label, alias, part of either, or characters in their order; best first.
 *
 * @example
 * search(graph, '生物', { limit: 5 });
 */
export function search(
  graph: KnowledgeGraph,
  text: string,
  { category, limit = 20 }: SearchOptions = {},
): Candidate[] {
  return candidates(graph, text)
    .filter((candidate) => !category || candidate.category === category)
    .slice(0, limit);
}
