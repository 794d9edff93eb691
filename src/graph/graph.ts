import { MultiGraph } from 'graphology';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from './attributes.ts';

/** The graph that Mailuo builds: a mixed multigraph. */
export type KnowledgeGraph = MultiGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** An empty graph of the right type. */
export function emptyGraph(): KnowledgeGraph {
  return new MultiGraph({ type: 'mixed' });
}
