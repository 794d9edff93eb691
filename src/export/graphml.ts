import type { KnowledgeGraph } from '../graph/graph.ts';
import { map } from '../iterate.ts';
import { type FlattenOptions, flatten, type Scalars, scalarType } from './flatten.ts';
import { listsOf, xmlOf } from './xml.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

/**
 * The graph as GraphML. http://graphml.graphdrawing.org
 *
 * @example
 * writeFileSync('graph.graphml', toGraphml(graph, { documents }));
 */
export function toGraphml(graph: KnowledgeGraph, options: FlattenOptions = {}): string {
  const flat = flatten(graph, options);
  const nodeKeys = new Map<string, string>();
  const edgeKeys = new Map<string, string>();
  for (const { attributes } of flat.nodeEntries()) collectTypes(attributes, nodeKeys);
  for (const { attributes } of flat.edgeEntries()) collectTypes(attributes, edgeKeys);
  const root = {
    '@xmlns': NAMESPACE,
    key: [...declarations('node', nodeKeys), ...declarations('edge', edgeKeys)],
    graph: { '@id': 'mailuo', '@edgedefault': 'directed', ...listsOf('node', 'edge') },
  };
  return xmlOf('graphml', root, {
    node: map(flat.nodeEntries(), ({ node, attributes }) => ({
      '@id': node,
      data: data('node', attributes),
    })),
    edge: map(flat.edgeEntries(), ({ edge, attributes, source, target, undirected }) => ({
      '@id': edge,
      '@source': source,
      '@target': target,
      ...(undirected && { '@directed': 'false' }),
      data: data('edge', attributes),
    })),
  });
}

function collectTypes(attributes: Scalars, types: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const type = scalarType(name, value);
    types.set(name, type === 'integer' ? 'int' : type);
  }
}

function declarations(element: 'node' | 'edge', types: ReadonlyMap<string, string>) {
  return [...types].map(([name, type]) => ({
    '@id': `${element}-${name}`,
    '@for': element,
    '@attr.name': name,
    '@attr.type': type,
  }));
}

function data(element: 'node' | 'edge', attributes: Scalars) {
  return Object.entries(attributes).map(([name, value]) => ({
    '@key': `${element}-${name}`,
    '#text': String(value),
  }));
}
