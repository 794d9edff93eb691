import type { KnowledgeGraph } from '../graph/graph.ts';
import { type FlattenOptions, flatten } from './flatten.ts';

/**
 * The graph as Cytoscape JSON, which Cytoscape and cytoscape.js read. https://js.cytoscape.org
 * Names and predicates are `name`, as Cytoscape expects; the kind of relation is `interaction`.
 *
 * @example
 * cytoscape({ ...JSON.parse(toCytoscape(graph)), layout: { name: 'preset' }, container });
 */
export function toCytoscape(
  graph: KnowledgeGraph,
  { documents = [] }: Pick<FlattenOptions, 'documents'> = {},
): string {
  const flat = flatten(graph, { documents });
  const nodes = flat.mapNodes((id, { label, x, y, ...rest }) => ({
    data: { ...rest, id, name: label },
    position: { x, y },
  }));
  const edges = flat.mapEdges((id, { label, relation, ...rest }, source, target) => ({
    data: { ...rest, id, source, target, name: label, interaction: relation },
  }));
  const name = { name: 'Mailuo', generated_by: `Mailuo ${graph.getAttribute('mailuo') ?? ''}` };
  const content = { format_version: '1.0', data: name, elements: { nodes, edges } };
  return `${JSON.stringify(content, null, 1)}\n`;
}
