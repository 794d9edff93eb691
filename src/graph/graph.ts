import { MultiGraph } from 'graphology';
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from './attributes.ts';
import type { Edge } from './edge.ts';

/** The graph that Mailuo builds: a mixed multigraph. */
export type KnowledgeGraph = MultiGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** A node with its key. */
export type Node = readonly [key: string, attributes: NodeAttributes];

/** The same as lists in the order of keys, which is all that a file is made of. */
export interface GraphTable {
  readonly attributes: GraphAttributes;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** An empty graph of the right type. */
export function emptyGraph(): KnowledgeGraph {
  return new MultiGraph({ type: 'mixed' });
}

/** The graph of lists. */
export function graphOf({ attributes, nodes, edges }: GraphTable): KnowledgeGraph {
  const graph = emptyGraph();
  graph.replaceAttributes(attributes);
  for (const [key, node] of nodes) graph.addNode(key, node);
  for (const edge of edges) addEdge(graph, edge);
  return graph;
}

/** Co-occurrence has no direction. */
export function addEdge(graph: KnowledgeGraph, { key, source, target, ...attributes }: Edge): void {
  if (attributes.relation === 'cooccurrence') {
    graph.addUndirectedEdgeWithKey(key, source, target, attributes);
  } else {
    graph.addDirectedEdgeWithKey(key, source, target, attributes);
  }
}
