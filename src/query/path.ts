import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import type { KnowledgeGraph } from '../graph/build.ts';
import { type Candidate, candidate } from '../graph/candidate.ts';
import { type Edge, type EdgeFilter, edgeFilter } from '../graph/edge.ts';
import { edgesBetween } from './edges.ts';

/** One step of a path. */
export interface Hop {
  readonly from: Candidate;
  readonly to: Candidate;
  /** Edges between the two, strongest first. */
  readonly edges: readonly Edge[];
}

/** Co-occurrence says less than a statement: it counts as this many steps. */
const COOCCURRENCE_COST = 1.5;

/**
 * The best path between two nodes in either direction of edges: few steps, statements before
 * co-occurrence, well-supported edges before weak ones. Dijkstra 1959, doi:10.1007/BF01386390.
 * @param filter only edges of this view are walked and listed
 * @returns one hop for each step; empty for a node and itself; undefined when there is no path
 */
export function path(
  graph: KnowledgeGraph,
  from: string,
  to: string,
  filter: EdgeFilter = {},
): Hop[] | undefined {
  const nodes = dijkstra.bidirectional(asUndirected(graph, filter), from, to, 'cost');
  const at = (key: string) => candidate(key, graph.getNodeAttributes(key));
  return nodes?.slice(1).map((node, index) => ({
    from: at(nodes[index]!),
    to: at(node),
    edges: edgesBetween(graph, nodes[index]!, node, filter),
  }));
}

/** Each pair by its cheapest edge. */
function asUndirected(
  graph: KnowledgeGraph,
  filter: EdgeFilter,
): UndirectedGraph<object, { cost: number }> {
  const isShown = edgeFilter(filter);
  const undirected = new UndirectedGraph<object, { cost: number }>();
  graph.forEachNode((node) => undirected.addNode(node));
  graph.forEachEdge((_, attributes, source, target) => {
    if (!isShown(attributes)) return;
    const { relation, weight } = attributes;
    const cost = (relation === 'cooccurrence' ? COOCCURRENCE_COST : 1) + 1 / (1 + weight);
    undirected.updateEdge(source, target, (known) => ({
      cost: Math.min(known.cost ?? Infinity, cost),
    }));
  });
  return undirected;
}
