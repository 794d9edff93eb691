import type { Evidence } from '../graph/attributes.ts';
import { byImportance, candidate } from '../graph/candidate.ts';
import type { Curation } from '../graph/decision.ts';
import { byStrength, type Edge, edgeFilter, evidenceFilter, runs } from '../graph/edge.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { linkEntities, nameKey } from '../graph/link.ts';
import { isLimited, isWithin } from '../graph/period.ts';
import type { AnnotatedDocument } from '../types.ts';
import { matchCandidates } from './match.ts';
import {
  byLinkStrength,
  type DocumentEntry,
  type DocumentOptions,
  type EntityDetails,
  type GraphReader,
  type Link,
  type Walk,
} from './reader.ts';
import type { Store } from './store.ts';

/** Whatever questions can be asked of. */
export type Readable = GraphReader | KnowledgeGraph | Store;

export function readerOf(source: Readable): GraphReader {
  if ('candidates' in source) return source;
  if ('documents' in source) return memoryReader(source.graph, source.documents);
  return memoryReader(source);
}

/**
 * Read a graph that is in memory.
 * @param documents without them there are no titles and dates
 */
export function memoryReader(
  graph: KnowledgeGraph,
  documents: readonly AnnotatedDocument[] = [],
): GraphReader {
  const at = (key: string) => candidate(key, graph.getNodeAttributes(key));
  const dates = new Map(documents.flatMap(({ id, date }) => (date ? [[id, date] as const] : [])));
  const dateOf = (document: string) => dates.get(document);
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    entity: (key) => (graph.hasNode(key) ? at(key) : undefined),
    details: (key) => (graph.hasNode(key) ? detailsAt(graph, key) : undefined),
    candidates: (name, options) => matchCandidates(graph, nameKey(name), options),

    *links(key, filter) {
      const isShown = edgeFilter(filter, dateOf);
      const links: Link[] = [];
      graph.forEachEdge(key, (edge, attributes, source, target) => {
        const { relation, weight, g2 } = attributes;
        if (!isShown(attributes)) return;
        if (!runs({ relation, source, target }, key, filter.direction)) return;
        const other = source === key ? target : source;
        const isStatement = relation !== 'cooccurrence';
        const surprise = g2 === undefined ? {} : { g2 };
        links.push({ rank: edge, isStatement, weight, neighbor: at(other), ...surprise });
      });
      const seen = new Set<string>();
      for (const link of links.sort(byLinkStrength)) {
        if (seen.has(link.neighbor.key)) continue;
        seen.add(link.neighbor.key);
        yield link;
      }
    },

    edges(pairs, { direction = 'both', ...filter }, quotes) {
      const isShown = edgeFilter(filter, dateOf);
      const isQuoted = evidenceFilter(filter, dateOf);
      return pairs.map(([a, b]) =>
        graph
          .edges(a, b)
          .map((key) => edgeAt(graph, key))
          .filter((edge) => runs(edge, a, direction) && isShown(edge))
          .map((edge) => quoted(edge, isQuoted, quotes))
          .sort(byStrength),
      );
    },

    among(keys, filter, quotes) {
      const isShown = edgeFilter(filter, dateOf);
      const isQuoted = evidenceFilter(filter, dateOf);
      const chosen = new Set(keys);
      return graph
        .filterEdges(
          (_, edge, source, target) => chosen.has(source) && chosen.has(target) && isShown(edge),
        )
        .map((key) => quoted(edgeAt(graph, key), isQuoted, quotes))
        .sort(byStrength);
    },

    top: (measure, { category, limit = Infinity } = {}) =>
      graph
        .filterNodes((_, node) => !category || node.category === category)
        .map((key) => detailsAt(graph, key))
        .sort((a, b) => b[measure] - a[measure] || byImportance(a, b))
        .slice(0, limit),

    walk: (filter) => walkIn(graph, edgeFilter(filter, dateOf)),

    *statements() {
      for (const key of graph.directedEdges().sort()) yield edgeAt(graph, key);
    },

    variants: () => graph.getAttribute('variants') ?? [],

    documents: (options) => listDocuments(sorted, options, graph.getAttribute('curation')),

    titles: (ids) =>
      new Map(documents.filter(({ id }) => ids.has(id)).map(({ id, title }) => [id, title])),
  };
}

function walkIn(graph: KnowledgeGraph, isShown: (edge: Edge) => boolean): Walk {
  const keys = rankedKeys(graph);
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    numberOf: (key) => numbers.get(key)!,
    keyOf: (node) => keys[node]!,
    steps(node) {
      const key = keys[node]!;
      const edges = graph.edges(key).map((edge) => edgeAt(graph, edge));
      const shown = edges.filter(isShown).sort(byStrength);
      const ends = shown.map(({ source, target }) => (source === key ? target : source));
      return {
        others: ends.map((end) => numbers.get(end)!),
        degrees: ends.map((end) => graph.getNodeAttribute(end, 'degree')),
        statements: shown.map(({ relation }) => Number(relation !== 'cooccurrence')),
        weights: shown.map(({ weight }) => weight),
      };
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

function detailsAt(graph: KnowledgeGraph, key: string): EntityDetails {
  const { x, y, size, color, ...details } = graph.getNodeAttributes(key);
  return { key, ...details };
}

function listDocuments(
  all: readonly AnnotatedDocument[],
  { entity, text = '', limit = Infinity, ...period }: DocumentOptions = {},
  curation?: Curation,
): DocumentEntry[] {
  const chosen = all
    .filter(({ id, title }) => title.includes(text) || id.includes(text))
    .filter(({ date }) => !isLimited(period) || isWithin(date, period))
    .map(({ id, title, date, source }) => ({
      ...{ id, title },
      ...(date !== undefined && { date }),
      ...(source !== undefined && { source }),
    }));
  if (entity === undefined) return chosen.slice(0, limit);
  const mentions = mentionsOf(all, entity, curation);
  return chosen
    .flatMap((entry) => {
      const count = mentions.get(entry.id);
      return count === undefined ? [] : [{ ...entry, mentions: count }];
    })
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** How often each document names a node. */
function mentionsOf(
  documents: readonly AnnotatedDocument[],
  key: string,
  curation: Curation | undefined,
): Map<string, number> {
  const entityOf = linkEntities(documents, curation);
  const counts = new Map<string, number>();
  for (const document of documents) {
    const { length } = document.mentions.filter((one) => entityOf(document, one)?.key === key);
    if (length > 0) counts.set(document.id, length);
  }
  return counts;
}

/** An edge of a graph in memory, with its key and ends. */
export function edgeAt(graph: KnowledgeGraph, key: string): Edge {
  const [source, target] = graph.extremities(key) as [string, string];
  return { key, source, target, ...graph.getEdgeAttributes(key) };
}

function quoted(edge: Edge, isQuoted: (evidence: Evidence) => boolean, quotes = Infinity): Edge {
  return { ...edge, evidence: edge.evidence.filter(isQuoted).slice(0, quotes) };
}
