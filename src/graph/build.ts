import { MailuoError } from '../errors.ts';
import type { AnnotatedDocument } from '../types.ts';
import { VERSION } from '../version.ts';
import type { Window } from './attributes.ts';
import { CATEGORY_COLORS, type NodeAttributes } from './attributes.ts';
import { collate } from './collate.ts';
import { associate } from './cooccurrence.ts';
import { droppedRelations } from './curate.ts';
import type { Curation } from './decision.ts';
import type { Edge } from './edge.ts';
import { withoutFurniture } from './furniture.ts';
import { type GraphTable, graphOf, type KnowledgeGraph, type Node } from './graph.ts';
import { layOut, type Positions } from './layout.ts';
import { type EntityOf, type Linking, link } from './link.ts';
import { measure } from './measure.ts';
import { observe } from './observe.ts';
import { countParts } from './part.ts';
import { precise } from './precision.ts';
import { project } from './projection.ts';
import { recallNames } from './recall.ts';
import { reprintClusters } from './reprint.ts';
import { type NodeTally, type Tally, tally, weightOf } from './tally.ts';
import { variantsOf } from './variant.ts';
import { checkWindow } from './window.ts';

/** The article that a document is or reprints, by the document's id. */
type Articles = ReadonlyMap<string, string>;

/** A graph as lists, with the documents that it rests on. */
export interface Reduced {
  readonly table: GraphTable;
  /** Sorted by id. */
  readonly documents: readonly AnnotatedDocument[];
  readonly entityOf: EntityOf;
}

/** How documents become a graph. */
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
 * @throws MailuoError `INVALID_ARGUMENT` when two documents have the same id, or the window is none;
 * `INVALID_FILE` when decisions contradict each other
 *
 * @example
 * const graph = buildGraph([annotate({ id: 'a', title: '', text }, knowledge)], { window: 'paragraph' });
 */
export function buildGraph(
  documents: readonly AnnotatedDocument[],
  options: GraphOptions = {},
): KnowledgeGraph {
  return graphOf(buildTable(documents, options).table);
}

/** The same as lists, for those who write it to a file. */
export function buildTable(
  documents: readonly AnnotatedDocument[],
  { window = 'sentence', curation, positions }: GraphOptions = {},
): Reduced {
  const sorted = recallNames(sortedById(documents));
  const linking = link(sorted, curation);
  const articles = reprintClusters(sorted);
  const observed = withoutFurniture(
    sorted.map((document) => observe(document, linking.entityOf)),
    articles,
  );
  const { independentOf, pairs } = collate(observed, articles);
  const counts = tally(observed, checkWindow(window), independentOf);
  countParts(counts);
  dropUnlikely(counts);
  dropRelations(counts, linking);
  const naming = (key: string) => counts.nodes.get(key)?.documents ?? new Set<string>();
  const library = { documents: sorted, observed, entityOf: linking.entityOf, naming };
  const variants = variantsOf(pairs, library);
  const attributes = {
    mailuo: VERSION,
    segmenter: [...new Set(sorted.map((document) => document.segmenter))].sort().join(', '),
    documents: sorted.length,
    articles: new Set(articles.values()).size,
    sentences: new Set(counts.independent).size,
    window,
    ...(variants.length > 0 && { variants }),
    ...(curation && { curation }),
  };
  const nodes = byKey(counts.nodes).map(([key, node]): Node => [key, nodeOf(node, articles)]);
  const edges = edgesOf(counts, articles);
  const projection = project(nodes, edges);
  measure(nodes, projection);
  layOut(nodes, projection, positions);
  const { entityOf } = linking;
  return { table: { attributes, nodes, edges }, documents: sorted, entityOf };
}

function sortedById(documents: readonly AnnotatedDocument[]): AnnotatedDocument[] {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((document, index) => sorted[index - 1]?.id === document.id);
  if (!twice) return sorted;
  throw new MailuoError('INVALID_ARGUMENT', `"${twice.id}": two documents have this id`);
}

/** An edge rests on one statement at least that is likelier right than wrong, in broadcast news too. */
const LIKELY = 0.5;

/** 一篇之中可疑的陈述，`annotate` 列出，图里不画。 */
function dropUnlikely({ edges }: Tally): void {
  for (const [key, { score }] of edges) if (score < LIKELY) edges.delete(key);
}

/** Before anything is measured, so that what is dropped weighs nowhere. */
function dropRelations({ edges }: Tally, { decisions, entityNamed }: Linking): void {
  const isDropped = droppedRelations(decisions, (name) => entityNamed(name)?.key);
  for (const [key, { source, label, target }] of edges) {
    if (isDropped(source, label, target)) edges.delete(key);
  }
}

/** Nodes and edges come in the order of their keys, so that the same input gives the same bytes. */
function byKey<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function countArticles(
  documents: Iterable<string> & { readonly size: number },
  articles: Articles,
): number {
  if (documents.size === 1) return 1;
  return new Set(Array.from(documents, (id) => articles.get(id)!)).size;
}

/** What is not counted here is computed by `measure` and `layOut`. */
function nodeOf({ entity, mentions, documents }: NodeTally, articles: Articles): NodeAttributes {
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
    size: precise(3 + 3 * Math.sqrt(documents.size)),
    color: CATEGORY_COLORS[entity.category],
  };
}

function edgesOf(counts: Tally, articles: Articles): Edge[] {
  const associations = associate(counts);
  return byKey(counts.edges).map(([key, edge]) => {
    const { source, target, relation, label, status, documents, evidence } = edge;
    return {
      key,
      source,
      target,
      relation,
      label,
      status,
      weight: weightOf(counts, edge),
      documents: documents.size,
      articles: countArticles(documents, articles),
      evidence,
      backbone: true,
      ...associations.get(key),
    };
  });
}
