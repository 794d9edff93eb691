import type { AnnotatedDocument } from '../types.ts';
import { VERSION } from '../version.ts';
import { CATEGORY_COLORS, type EdgeAttributes, type NodeAttributes } from './attributes.ts';
import { associate } from './cooccurrence.ts';
import { droppedRelations } from './curate.ts';
import type { Curation } from './decision.ts';
import { emptyGraph, type KnowledgeGraph } from './graph.ts';
import { layOut, type Positions } from './layout.ts';
import { type EntityOf, keyed, type Linking, link } from './link.ts';
import { measure } from './measure.ts';
import { observe } from './observe.ts';
import { countParts } from './part.ts';
import { project } from './projection.ts';
import { reprintClusters } from './reprint.ts';
import { type NodeTally, type Tally, tally } from './tally.ts';
import { checkWindow, type Window } from './window.ts';

/** The article that a document is or reprints, by the document's id. */
type Articles = ReadonlyMap<string, string>;

export interface GraphOptions {
  /** How near each other two entities must stand to share an edge. Default `sentence`. */
  readonly window?: Window;
  /** Decisions over what linking makes of names, as `readCuration` reads them. Default: none. */
  readonly curation?: Curation | undefined;
  /**
   * Places of an earlier graph's nodes, by key: they stay, and new nodes are put among them. All else
   * of the graph is what it would be without them. Default: none, and a layout from nothing.
   */
  readonly positions?: Positions | undefined;
}

/**
 * The reduce step: annotated documents in, graph out. It is made of sums and unions, so neither the
 * order of the documents nor their division into parts makes a difference.
 * @param documents with distinct ids
 * @throws MailuoError `INVALID_ARGUMENT` when the window is none; `INVALID_FILE` when decisions
 * contradict each other
 */
export function buildGraph(
  documents: readonly AnnotatedDocument[],
  options: GraphOptions = {},
): KnowledgeGraph {
  return buildLinked(documents, options).graph;
}

/** The same, with the entity that each mention is. */
export function buildLinked(
  documents: readonly AnnotatedDocument[],
  { window = 'sentence', curation, positions }: GraphOptions = {},
): { readonly graph: KnowledgeGraph; readonly entityOf: EntityOf } {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const linking = link(sorted, curation);
  const observed = sorted.map((document) => observe(document, linking.entityOf));
  const counts = tally(observed, checkWindow(window));
  countParts(counts);
  dropRelations(counts, linking, curation);
  const articles = reprintClusters(sorted);
  const graph = emptyGraph();
  graph.replaceAttributes({
    mailuo: VERSION,
    segmenter: [...new Set(sorted.map((document) => document.segmenter))].sort().join(', '),
    documents: sorted.length,
    articles: new Set(articles.values()).size,
    sentences: counts.sentences.size,
    window,
    ...(curation && { curation }),
  });
  addNodes(graph, counts, articles);
  addEdges(graph, counts, articles);
  const projection = project(graph);
  measure(graph, projection);
  layOut(graph, projection, positions);
  return { graph, entityOf: linking.entityOf };
}

/** Before anything is measured, so that what is dropped weighs nowhere. */
function dropRelations({ edges }: Tally, { entityNamed }: Linking, curation?: Curation): void {
  const isDropped = droppedRelations(keyed(curation), (name) => entityNamed(name)?.key);
  for (const [key, { source, label, target }] of edges) {
    if (isDropped(source, label, target)) edges.delete(key);
  }
}

/** Nodes and edges are added in the order of their keys, so that the same input gives the same bytes. */
function byKey<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addNodes(graph: KnowledgeGraph, { nodes }: Tally, articles: Articles): void {
  for (const [key, node] of byKey(nodes)) graph.addNode(key, nodeAttributes(node, articles));
}

function countArticles(documents: ReadonlySet<string>, articles: Articles): number {
  return new Set(Array.from(documents, (id) => articles.get(id)!)).size;
}

/** What is not counted here is computed by `measure` and `layOut`. */
function nodeAttributes(
  { entity, mentions, documents }: NodeTally,
  articles: Articles,
): NodeAttributes {
  return {
    label: entity.label,
    category: entity.category,
    aliases: [...entity.aliases],
    mentions,
    documents: documents.size,
    articles: countArticles(documents, articles),
    degree: 0,
    pagerank: 0,
    betweenness: 0,
    community: 0,
    x: 0,
    y: 0,
    size: 3 + 3 * Math.sqrt(documents.size),
    color: CATEGORY_COLORS[entity.category],
  };
}

function addEdges(graph: KnowledgeGraph, counts: Tally, articles: Articles): void {
  const associations = associate(counts);
  for (const [key, edge] of byKey(counts.edges)) {
    const { source, target, relation, label, status, documents, passages, evidence } = edge;
    const attributes: EdgeAttributes = {
      relation,
      label,
      status,
      weight: passages.size,
      documents: documents.size,
      articles: countArticles(documents, articles),
      evidence,
      backbone: true,
    };
    if (relation === 'cooccurrence') {
      const association = associations.get(key)!;
      graph.addUndirectedEdgeWithKey(key, source, target, { ...attributes, ...association });
    } else {
      graph.addDirectedEdgeWithKey(key, source, target, attributes);
    }
  }
}
