import type { Evidence } from '../graph/attributes.ts';
import type { Edge, LinkFilter } from '../graph/edge.ts';
import { readerOf } from '../store/memory.ts';
import type { GraphReader } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { checkKnown } from './entity.ts';

/** A sentence with the title of its document. */
export interface TitledEvidence extends Evidence {
  readonly title: string;
}

/** An edge with the sentences behind it. */
export interface EdgeEvidence extends Omit<Edge, 'evidence'> {
  readonly evidence: readonly TitledEvidence[];
}

/** Which sentences of a pair to give. */
export interface EvidenceOptions extends LinkFilter {
  /** Most sentences of each edge. Default: all. */
  readonly quotes?: number;
}

/**
 * The sentences behind a pair of nodes, edge by edge, strongest first.
 * @throws MailuoError `NOT_FOUND` when no node has one of the keys
 *
 * @example
 * evidence(store, resolve(store, '何友生'), resolve(store, '巴南区'));
 */
export function evidence(
  graph: GraphReader | Store,
  a: string,
  b: string,
  { quotes, ...filter }: EvidenceOptions = {},
): EdgeEvidence[] {
  const reader = readerOf(graph);
  checkKnown(reader, [a, b]);
  const edges = reader.edges([[a, b]], filter, quotes)[0]!;
  const ids = new Set(edges.flatMap((edge) => edge.evidence.map(({ document }) => document)));
  const titles = reader.titles(ids);
  return edges.map((edge) => ({
    ...edge,
    evidence: edge.evidence.map((entry) => ({ ...entry, title: titles.get(entry.document)! })),
  }));
}
