import type { Edge, LinkFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';

/**
 * The edges between two nodes that a view shows, as seen from the first, strongest first.
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
  return readerOf(graph).edges([[a, b]], filter)[0]!;
}
