import type { KnowledgeGraph } from '../graph/build.ts';
import { byImportance, candidate, formsOf, isSubsequence } from '../graph/candidate.ts';
import { byStrength, type Edge, type EdgeFilter, edgeFilter } from '../graph/edge.ts';
import { nameKey } from '../graph/link.ts';
import type { AnnotatedDocument } from '../types.ts';
import type { Store } from './file.ts';
import type { GraphReader, Link, Walk } from './reader.ts';

/** Whatever questions can be asked of. */
export type Readable = GraphReader | KnowledgeGraph | Store;

export function readerOf(source: Readable): GraphReader {
  if ('candidates' in source) return source;
  if ('documents' in source) return memoryReader(source.graph, source.documents);
  return memoryReader(source);
}

/** Read a graph that is in memory. */
export function memoryReader(
  graph: KnowledgeGraph,
  documents: readonly AnnotatedDocument[] = [],
): GraphReader {
  const at = (key: string) => candidate(key, graph.getNodeAttributes(key));
  return {
    entity: (key) => (graph.hasNode(key) ? at(key) : undefined),

    candidates(name, { category, limit = Infinity } = {}) {
      const wanted = nameKey(name);
      if (wanted === '') return [];
      for (const matches of waysToMatch(wanted)) {
        const found = graph.filterNodes((_, node) => matches(formsOf(node)));
        if (found.length === 0) continue;
        const all = found.map(at).filter((one) => !category || one.category === category);
        return all.sort(byImportance).slice(0, limit);
      }
      return [];
    },

    *links(key, filter) {
      const isShown = edgeFilter(filter);
      const links: Link[] = [];
      graph.forEachEdge(key, (edge, attributes, source, target) => {
        if (!isShown(attributes)) return;
        const { relation, weight } = attributes;
        links.push({ key: edge, relation, weight, neighbor: at(source === key ? target : source) });
      });
      const seen = new Set<string>();
      for (const link of links.sort(byStrength)) {
        if (seen.has(link.neighbor.key)) continue;
        seen.add(link.neighbor.key);
        yield link;
      }
    },

    edges: (pairs, filter) =>
      pairs.map(([a, b]) =>
        graph
          .edges(a, b)
          .map((key) => edgeAt(graph, key))
          .filter(edgeFilter(filter))
          .sort(byStrength),
      ),

    walk: (filter) => walkIn(graph, filter),

    titles: (ids) =>
      new Map(documents.filter(({ id }) => ids.has(id)).map(({ id, title }) => [id, title])),
  };
}

function walkIn(graph: KnowledgeGraph, filter: EdgeFilter): Walk {
  const isShown = edgeFilter(filter);
  const keys = rankedKeys(graph);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    numberOf: (key) => numbers.get(key)!,
    keyOf: (node) => keys[node]!,
    steps(node) {
      const steps = { others: [] as number[], statements: [] as number[], weights: [] as number[] };
      const key = keys[node]!;
      graph.forEachEdge(key, (_, attributes, source, target) => {
        if (!isShown(attributes)) return;
        steps.others.push(numbers.get(source === key ? target : source)!);
        steps.statements.push(Number(attributes.relation !== 'cooccurrence'));
        steps.weights.push(attributes.weight);
      });
      return steps;
    },
  };
}

/** Keys of the nodes, the most important first: the order in which searches list them. */
export function rankedKeys(graph: KnowledgeGraph): string[] {
  return graph
    .mapNodes(candidate)
    .sort(byImportance)
    .map(({ key }) => key);
}

/** Label, alias, part of either, characters in their order: what is tried one after the other. */
function waysToMatch(wanted: string): ((forms: readonly string[]) => boolean)[] {
  return [
    ([label]) => label === wanted,
    (forms) => forms.includes(wanted),
    (forms) => forms.some((form) => form.includes(wanted)),
    (forms) => forms.some((form) => isSubsequence(wanted, form)),
  ];
}

/** An edge of a graph in memory, with its key and ends. */
export function edgeAt(graph: KnowledgeGraph, key: string): Edge {
  const [source, target] = graph.extremities(key) as [string, string];
  return { key, source, target, ...graph.getEdgeAttributes(key) };
}
