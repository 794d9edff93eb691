import type { Edge, LinkFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import { checkKnown } from './entity.ts';

/**
 * The edges between two nodes that a view shows, as seen from the first, strongest first.
 * @throws MailuoError `NOT_FOUND` when no node has one of the keys
 *
 * @example
 * const [strongest] = edgesBetween(graph, resolve(graph, '巴南区'), resolve(graph, '京东'));
 */
export function edgesBetween(
  graph: Readable,
  a: string,
  b: string,
  filter: LinkFilter = {},
): Edge[] {
  const reader = readerOf(graph);
  checkKnown(reader, [a, b]);
  return reader.edges([[a, b]], filter)[0]!;
}
