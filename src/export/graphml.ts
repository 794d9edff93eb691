import { XMLBuilder } from 'fast-xml-parser';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { type FlattenOptions, flatten, type Scalars } from './flatten.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

/** The graph as GraphML. http://graphml.graphdrawing.org */
export function toGraphml(graph: KnowledgeGraph, options: FlattenOptions = {}): string {
  const flat = flatten(graph, options);
  const nodeKeys = new Map<string, string>();
  const edgeKeys = new Map<string, string>();
  for (const { attributes } of flat.nodeEntries()) collectTypes(attributes, nodeKeys);
  for (const { attributes } of flat.edgeEntries()) collectTypes(attributes, edgeKeys);
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    graphml: {
      '@xmlns': NAMESPACE,
      key: [...declarations('node', nodeKeys), ...declarations('edge', edgeKeys)],
      graph: {
        '@id': 'mailuo',
        '@edgedefault': 'directed',
        node: flat.mapNodes((key, attributes) => ({ '@id': key, data: data('node', attributes) })),
        edge: flat.mapEdges((key, attributes, source, target, _s, _t, undirected) => ({
          '@id': key,
          '@source': source,
          '@target': target,
          ...(undirected ? { '@directed': 'false' } : {}),
          data: data('edge', attributes),
        })),
      },
    },
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true }).build(
    document,
  );
}

/** An attribute is a double when one of its values is a number, since whole ones may be mixed in. */
function collectTypes(attributes: Scalars, types: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    types.set(name, typeof value === 'number' ? 'double' : typeof value);
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
