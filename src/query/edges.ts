import type { EdgeAttributes } from '../graph/attributes.ts';
import type { KnowledgeGraph } from '../graph/build.ts';

/** An edge with its ends. */
export interface Edge extends EdgeAttributes {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** What a pair says before what it merely shares: co-occurrence last, then the better supported. */
export function byStrength(a: Edge, b: Edge): number {
  return (
    Number(a.relation === 'cooccurrence') - Number(b.relation === 'cooccurrence') ||
    b.weight - a.weight ||
    (a.key < b.key ? -1 : 1)
  );
}

/** All edges between two nodes, in either direction, strongest first. */
export function edgesBetween(graph: KnowledgeGraph, a: string, b: string): Edge[] {
  return graph
    .edges(a, b)
    .map((key) => edge(graph, key))
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
