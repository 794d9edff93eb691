import { readerOf } from '../store/memory.ts';
import type { DocumentEntry, DocumentOptions, GraphReader } from '../store/reader.ts';
import type { Store } from '../store/store.ts';

/**
 * The documents of a graph, or those that name an entity: these by how often they do.
 * A period leaves out documents that have no date.
 *
 * @example
 * documents(store, { entity: resolve(store, '巴南区'), since: '2024' });
 */
export function documents(
  graph: GraphReader | Store,
  options: DocumentOptions = {},
): DocumentEntry[] {
  return [...eachDocument(graph, options)];
}

/** The same, read as they are taken. */
export function eachDocument(
  graph: GraphReader | Store,
  { limit = 50, ...options }: DocumentOptions = {},
): Iterable<DocumentEntry> {
  return readerOf(graph).documents({ ...options, limit });
}
