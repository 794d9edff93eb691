import type { KnowledgeGraph } from '../graph/build.ts';
import { byStrength, type Edge, type EdgeFilter, edgeFilter } from '../graph/edge.ts';

/** The edges between two nodes that a view shows, in either direction, strongest first. */
export function edgesBetween(
  graph: KnowledgeGraph,
  a: string,
  b: string,
  filter: EdgeFilter = {},
): Edge[] {
  return graph
    .edges(a, b)
    .map((key) => edge(graph, key))
    .filter(edgeFilter(filter))
    .sort(byStrength);
}

export function edge(graph: KnowledgeGraph, key: string): Edge {
  return {
    key,
    source: graph.source(key),
    target: graph.target(key),
    ...graph.getEdgeAttributes(key),
  };
}
