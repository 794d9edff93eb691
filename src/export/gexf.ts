import { write } from 'graphology-gexf';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { type FlattenOptions, flatten } from './flatten.ts';

/** The writer gives GEXF 1.2 a namespace in which other readers find no positions, colours and sizes. */
const WRONG_VIZ_NAMESPACE = 'http:///www.gexf.net/1.1draft/viz';
const VIZ_NAMESPACE = 'http://www.gexf.net/1.2draft/viz';

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
  const gexf = write(flatten(graph, options), { version });
  return version === '1.2' ? gexf.replace(WRONG_VIZ_NAMESPACE, VIZ_NAMESPACE) : gexf;
}
