import type { EdgeAttributes } from '../graph/attributes.ts';
import type { KnowledgeGraph } from '../graph/build.ts';
import type { RelationKind } from '../types.ts';

/** An edge with its ends. */
export interface Edge extends EdgeAttributes {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** Which edges a question or an export looks at. The graph keeps them all: this is a view. */
export interface EdgeFilter {
  /** Only edges of this relation, or of one of these. Default: all. */
  readonly relation?: RelationKind | readonly RelationKind[];
  /** Only edges with at least this weight, statements included. Default 1: all. */
  readonly minWeight?: number;
  /** Only edges of the backbone: all statements, and the co-occurrences that stand out. Default false. */
  readonly backbone?: boolean;
}

/** The one place where it is decided which edges a view shows: those that pass all that is asked. */
export function edgeFilter({
  relation,
  minWeight = 1,
  backbone = false,
}: EdgeFilter): (edge: EdgeAttributes) => boolean {
  const relations = relation === undefined ? undefined : new Set([relation].flat());
  return (edge) =>
    (!relations || relations.has(edge.relation)) &&
    edge.weight >= minWeight &&
    (!backbone || edge.backbone);
}

/** What a pair says before what it merely shares: co-occurrence last, then the better supported. */
export function byStrength(a: Edge, b: Edge): number {
  return (
    Number(a.relation === 'cooccurrence') - Number(b.relation === 'cooccurrence') ||
    b.weight - a.weight ||
    (a.key < b.key ? -1 : 1)
  );
}

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
