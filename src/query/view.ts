import { type EdgeFilter, edgeFilter } from '../graph/edge.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import type { Category, Document } from '../types.ts';

/** What a view shows. */
export interface ViewFilter extends EdgeFilter {
  /** Only entities of this category, or of one of these, and the edges between them. Default: all. */
  readonly category?: Category | readonly Category[];
}

/**
 * The graph with the edges of a view only. Nodes that lose all their edges are left out with them;
 * nodes that never had one stay. Attributes are those of the whole graph: `degree`, `pagerank` and
 * positions are not computed again.
 * @param documents for the dates of what states no time itself; without them only stated times count
 * @returns a copy, or the graph itself when the view shows all of it
 *
 * @example
 * writeFileSync('graph.gexf', toGexf(view(graph, { backbone: true, minWeight: 2 })));
 */
export function view(
  graph: KnowledgeGraph,
  { category, ...filter }: ViewFilter,
  documents: readonly Pick<Document, 'id' | 'date'>[] = [],
): KnowledgeGraph {
  const dates = new Map(documents.map(({ id, date }) => [id, date]));
  const isShown = edgeFilter(filter, (document) => dates.get(document));
  const categories = category && new Set([category].flat());
  const others = graph.filterNodes((_, node) => categories && !categories.has(node.category));
  const hidden = graph.filterEdges((_, attributes) => !isShown(attributes));
  if (hidden.length === 0 && others.length === 0) return graph;
  const shown = graph.copy() as KnowledgeGraph;
  const left = new Set([
    ...hidden.flatMap((key) => graph.extremities(key)),
    ...others.flatMap((key) => graph.neighbors(key)),
  ]);
  for (const key of hidden) shown.dropEdge(key);
  for (const key of others) shown.dropNode(key);
  for (const node of left)
    if (shown.hasNode(node) && shown.degree(node) === 0) shown.dropNode(node);
  return shown;
}
