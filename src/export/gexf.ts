import { write } from 'graphology-gexf';
import type { KnowledgeGraph } from '../graph/build.ts';
import { type FlattenOptions, flatten } from './flatten.ts';

export interface GexfOptions extends FlattenOptions {
  /** Default `1.2`, which Gephi and networkx both read. */
  readonly version?: '1.2' | '1.3';
}

/**
 * The graph as GEXF for Gephi, with positions, sizes and colours. https://gexf.net
 *
 * @example
 * writeFileSync('graph.gexf', toGexf(graph));
 */
export function toGexf(
  graph: KnowledgeGraph,
  { version = '1.2', ...options }: GexfOptions = {},
): string {
  return write(flatten(graph, options), { version });
}
