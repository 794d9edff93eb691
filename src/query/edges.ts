import type { Edge, EdgeFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';

/** The edges between two nodes that a view shows, in either direction, strongest first. */
export function edgesBetween(
  graph: Readable,
  a: string,
  b: string,
  filter: EdgeFilter = {},
): Edge[] {
  return readerOf(graph).edges([[a, b]], filter)[0]!;
}
