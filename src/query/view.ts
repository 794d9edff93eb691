import { type EdgeFilter, edgeFilter } from '../graph/edge.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import type { Document } from '../types.ts';

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
  filter: EdgeFilter,
  documents: readonly Pick<Document, 'id' | 'date'>[] = [],
): KnowledgeGraph {
  const dates = new Map(documents.map(({ id, date }) => [id, date]));
  const isShown = edgeFilter(filter, (document) => dates.get(document));
  const hidden = graph.filterEdges((_, attributes) => !isShown(attributes));
  if (hidden.length === 0) return graph;
  const shown = graph.copy() as KnowledgeGraph;
  const touched = new Set(hidden.flatMap((key) => graph.extremities(key)));
  for (const key of hidden) shown.dropEdge(key);
  for (const node of touched) if (shown.degree(node) === 0) shown.dropNode(node);
  return shown;
}
