import type { Evidence } from '../graph/attributes.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import type { Store } from '../store/file.ts';
import { edgesBetween } from './edges.ts';

/** A sentence with the title of its document. */
export interface TitledEvidence extends Evidence {
  readonly title: string;
}

export interface EdgeEvidence extends Omit<Edge, 'evidence'> {
  readonly evidence: readonly TitledEvidence[];
}

/**
 * The sentences behind a pair of nodes, edge by edge, strongest first.
 *
 * @example
 * evidence(store, resolve(store.graph, '何友生'), resolve(store.graph, '巴南区'));
 */
export function evidence(
  { graph, documents }: Store,
  a: string,
  b: string,
  filter: EdgeFilter = {},
): EdgeEvidence[] {
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return edgesBetween(graph, a, b, filter).map((edge) => ({
    ...edge,
    evidence: edge.evidence.map((entry) => ({ ...entry, title: titles.get(entry.document)! })),
  }));
}
