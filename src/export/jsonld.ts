import type { KnowledgeGraph } from '../graph/graph.ts';
import {
  PREFIXES,
  type RdfOptions,
  resources,
  saidOf,
  TERMS,
  type Term,
  vocabulary,
} from './rdf.ts';

/**
 * The graph as JSON-LD 1.1, with terms of schema.org and PROV-O: statements with their status derive
 * from quotations, and these were quoted from documents. https://www.w3.org/TR/json-ld11/
 *
 * @example
 * writeFileSync('graph.jsonld', toJsonld(graph, { documents, base: 'https://example.org/graph/' }));
 */
export function toJsonld(graph: KnowledgeGraph, options: RdfOptions = {}): string {
  const all = Array.from(resources(graph, options), (resource) => ({
    '@id': resource.id,
    '@type': resource.types,
    ...Object.fromEntries(
      Array.from(saidOf(resource), ([name, _, values]) => [name, only(values)]),
    ),
    ...Object.fromEntries(statesOf(resource.states ?? [])),
  }));
  const terms = Object.entries<Term>(TERMS).map(([name, { property, isAddress }]) => [
    name,
    isAddress ? { '@id': property, '@type': '@id' } : property,
  ]);
  const context = {
    '@version': 1.1,
    ...PREFIXES,
    mailuo: { '@id': vocabulary(options.base), '@prefix': true },
    ...Object.fromEntries(terms),
  };
  return `${JSON.stringify({ '@context': context, '@graph': all }, null, 1)}\n`;
}

function only<T>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0]! : values;
}

/** Objects by predicate. */
function statesOf(states: readonly (readonly [string, string])[]) {
  const objects = new Map<string, { '@id': string }[]>();
  for (const [predicate, object] of states) {
    objects.set(predicate, [...(objects.get(predicate) ?? []), { '@id': object }]);
  }
  return objects;
}
