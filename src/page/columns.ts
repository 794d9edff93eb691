import type { Evidence, GraphAttributes } from '../graph/attributes.ts';
import { byImportance, candidate } from '../graph/candidate.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { type Readings, readingsOf } from '../lexicon/pinyin.ts';
import type { Store } from '../store/store.ts';
import { type AnnotatedDocument, CATEGORIES, RELATION_KINDS, STATUSES } from '../types.ts';
import { type Piece, type Sentences, sentencesOf } from './sentences.ts';

/**
 * A graph without its evidence as a page holds it: an array for each attribute, ends of edges by
 * number. A key is `category:label`, so it is not repeated.
 */
export interface Columns {
  readonly made: GraphAttributes;
  /** The most important first, which is the order in which a cut takes them. */
  readonly nodes: {
    readonly label: readonly string[];
    readonly aliases: readonly (readonly string[])[];
    /** Position in `CATEGORIES`. */
    readonly category: readonly number[];
    readonly mentions: readonly number[];
    readonly documents: readonly number[];
    readonly articles: readonly number[];
    readonly degree: readonly number[];
    readonly pagerank: readonly number[];
    readonly betweenness: readonly number[];
    readonly community: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  /** Those that say most first: statements, then the backbone, then what is left; by weight, then G². */
  readonly edges: {
    readonly source: readonly number[];
    readonly target: readonly number[];
    /** Position in `RELATION_KINDS`. */
    readonly relation: readonly number[];
    /** Position in `predicates`. */
    readonly label: readonly number[];
    /** Position in `STATUSES`. */
    readonly status: readonly number[];
    readonly weight: readonly number[];
    readonly documents: readonly number[];
    readonly articles: readonly number[];
    /** 1 or 0. */
    readonly backbone: readonly number[];
    /** Null for statements. */
    readonly npmi: readonly (number | null)[];
    readonly g2: readonly (number | null)[];
  };
  readonly predicates: readonly string[];
  readonly sentences: Sentences;
  /** Of the characters of all names. */
  readonly pinyin: Readings;
}

/** Keys of nodes and edges in the order of their numbers. */
export interface Numbering {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** The numbers that a page gives to nodes and edges; ties by key. */
export function numberingOf(graph: KnowledgeGraph): Numbering {
  const nodes = graph.mapNodes(candidate).sort(byImportance);
  const edges = graph.mapEdges((key, { relation, backbone, weight, g2 = 0 }) => {
    const rank = relation !== 'cooccurrence' ? 0 : backbone ? 1 : 2;
    return { key, rank, weight, g2 };
  });
  edges.sort(
    (a, b) => a.rank - b.rank || b.weight - a.weight || b.g2 - a.g2 || (a.key < b.key ? -1 : 1),
  );
  return { nodes: nodes.map(({ key }) => key), edges: edges.map(({ key }) => key) };
}

/**
 * The graph in columns.
 * @param numbering that of `numberingOf(store.graph)`
 *
 * @example
 * const columns = columnsOf(store, numberingOf(store.graph));
 * columns.nodes.label[columns.edges.source[0]];
 */
export function columnsOf({ graph, documents }: Store, numbering: Numbering): Columns {
  const nodes = numbering.nodes.map((key) => graph.getNodeAttributes(key));
  const edges = numbering.edges.map((key) => graph.getEdgeAttributes(key));
  const ends = numbering.edges.map((key) => graph.extremities(key));
  const numberOf = new Map(numbering.nodes.map((key, number) => [key, number]));
  const predicates = [...new Set(edges.map(({ label }) => label))].sort();
  const predicateOf = new Map(predicates.map((label, number) => [label, number]));
  const piece = pieceIn(documents);
  const { variants, ...made } = graph.getAttributes();
  return {
    made,
    nodes: {
      label: nodes.map(({ label }) => label),
      aliases: nodes.map(({ aliases }) => aliases),
      category: nodes.map(({ category }) => CATEGORIES.indexOf(category)),
      mentions: nodes.map(({ mentions }) => mentions),
      documents: nodes.map(({ documents }) => documents),
      articles: nodes.map(({ articles }) => articles),
      degree: nodes.map(({ degree }) => degree),
      pagerank: nodes.map(({ pagerank }) => rounded(pagerank, 1e7)),
      betweenness: nodes.map(({ betweenness }) => rounded(betweenness, 1e6)),
      community: nodes.map(({ community }) => community),
      x: nodes.map(({ x }) => rounded(x, 10)),
      y: nodes.map(({ y }) => rounded(y, 10)),
    },
    edges: {
      source: ends.map(([source]) => numberOf.get(source)!),
      target: ends.map(([, target]) => numberOf.get(target)!),
      relation: edges.map(({ relation }) => RELATION_KINDS.indexOf(relation)),
      label: edges.map(({ label }) => predicateOf.get(label)!),
      status: edges.map(({ status }) => STATUSES.indexOf(status)),
      weight: edges.map(({ weight }) => weight),
      documents: edges.map(({ documents }) => documents),
      articles: edges.map(({ articles }) => articles),
      backbone: edges.map(({ backbone }) => Number(backbone)),
      npmi: edges.map(({ npmi }) => (npmi === undefined ? null : rounded(npmi, 1000))),
      g2: edges.map(({ g2 }) => (g2 === undefined ? null : rounded(g2, 10))),
    },
    predicates,
    sentences: sentencesOf(
      edges.map(({ evidence }) => evidence.map(piece)),
      documents,
    ),
    pinyin: readingsOf(nodes.flatMap(({ label, aliases }) => [label, ...aliases])),
  };
}

function pieceIn(documents: readonly AnnotatedDocument[]): (evidence: Evidence) => Piece {
  const numberOf = new Map(documents.map(({ id }, number) => [id, number]));
  return ({ document, start, end, time }) => ({
    document: numberOf.get(document)!,
    start,
    end,
    time: time?.value,
  });
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
