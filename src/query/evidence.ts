import type { Evidence } from '../graph/attributes.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import type { Store } from '../store/file.ts';
import { readerOf } from '../store/memory.ts';
import type { GraphReader } from '../store/reader.ts';
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
 * evidence(store, resolve(store, '何友生'), resolve(store, '巴南区'));
 */
export function evidence(
  store: GraphReader | Store,
  a: string,
  b: string,
  filter: EdgeFilter = {},
): EdgeEvidence[] {
  const edges = edgesBetween(store, a, b, filter);
  const ids = new Set(edges.flatMap((edge) => edge.evidence.map(({ document }) => document)));
  const titles = readerOf(store).titles(ids);
  return edges.map((edge) => ({
    ...edge,
    evidence: edge.evidence.map((entry) => ({ ...entry, title: titles.get(entry.document)! })),
  }));
}
