import type { Category, Quantity, RelationKind, Span, Status, TimeExpression } from '../types.ts';
import type { Curation } from './decision.ts';

/** What a sentence says beside a statement; where in the document, as its offsets do. */
export interface Particulars {
  /** Whose words the statement is, as the text names the speaker. */
  readonly source?: string;
  readonly time?: TimeExpression;
  /** At most three, in the order of the text. */
  readonly quantity?: readonly Quantity[];
}

/** A sentence that supports an edge, or with a wider window a passage. */
export interface Evidence extends Span, Particulars {
  /** Id of the document. */
  readonly document: string;
  /** `text.slice(start, end)` of that document. */
  readonly quote: string;
  readonly rule: string;
  readonly status: Status;
}

/**
 * Attributes of a node. Its key is `category:label`.
 * Sigma and GEXF reserve `type`, `kind` and `weight`, so an entity's kind is `category`.
 */
export interface NodeAttributes {
  /** The fullest name that the documents give; a division's path where several have its name: 北京市朝阳区. */
  label: string;
  category: Category;
  /** Other names seen, most frequent first. */
  aliases: string[];
  /** Occurrences in all documents. */
  mentions: number;
  /** Distinct documents. */
  documents: number;
  /** Independent articles among these documents: those that reprint each other count once. */
  articles: number;
  /** Distinct neighbours. */
  degree: number;
  /** From 0 to 1; sums to 1 over the graph. */
  pagerank: number;
  /** From 0 to 1: share of shortest paths that pass through the node. */
  betweenness: number;
  /** Number of the Louvain community, 0 for the largest. */
  community: number;
  x: number;
  y: number;
  size: number;
  color: string;
}

/** Attributes of an edge. Its key is `source|relation|label|status|target`. */
export interface EdgeAttributes {
  relation: RelationKind;
  label: string;
  status: Status;
  /**
   * Independent sentences that support it: the same sentence in two documents counts once, and so
   * does one that a reprint words a little differently. With a wider window, independent passages
   * that name both.
   */
  weight: number;
  /** Distinct documents. */
  documents: number;
  /** Independent articles among these documents: those that reprint each other count once. */
  articles: number;
  /** One entry for each distinct sentence or passage: `weight` of them are independent. */
  evidence: Evidence[];
  /**
   * Whether the edge stays when the graph is reduced to what stands out: statements always do, a
   * co-occurrence when the noise-corrected filter or the maximum spanning forest keeps it.
   */
  backbone: boolean;
  /** On co-occurrence edges: normalised pointwise mutual information, from -1 to 1. */
  npmi?: number;
  /** On co-occurrence edges: log-likelihood ratio, negative when the two avoid each other. */
  g2?: number;
  /**
   * On co-occurrence edges: p-value of `g2`, adjusted for the number of co-occurrence edges, from 0
   * to 1. Of the edges with `q` below 0.05, about one in twenty is chance.
   */
  q?: number;
}

/**
 * How near each other two entities must stand to share an edge: in one sentence, in one paragraph
 * (a line of the document's text), or in this many consecutive sentences.
 */
export type Window = 'sentence' | 'paragraph' | number;

/** What one of two sentences has where the other one differs. */
export interface Reading extends Span {
  /** A name, or the words between two marks: 数智经济. */
  readonly text: string;
  /** Key of the entity, where it is a name. */
  readonly entity?: string;
  /** How many documents have this very sentence. */
  readonly documents: number;
  /** Id of the first of them; the span is that of the sentence in it. */
  readonly document: string;
  /** The sentence. */
  readonly quote: string;
}

/** Two readings of one sentence in documents that reprint each other. */
export interface Variant {
  readonly readings: readonly [Reading, Reading];
  /** Whether they are probably one name, misread or misprinted in one of them: 宸安生物, 震安生物. */
  readonly misreading: boolean;
}

/** Attributes of the graph: how it was made. */
export interface GraphAttributes {
  /** Version of Mailuo that built it. */
  mailuo: string;
  /** The segmenter that was used: `nodejieba`, or `@node-rs/jieba` where its addon could not be loaded. */
  segmenter: string;
  documents: number;
  /** Independent articles: documents that reprint each other count once. */
  articles: number;
  /** Independent sentences. */
  sentences: number;
  /** How near each other two entities had to stand to share an edge. */
  window: Window;
  /** Where documents that reprint each other differ in their words. */
  variants?: readonly Variant[];
  /** What a user decided over what linking makes of names. */
  curation?: Curation;
}

/** Colour-blind safe (Okabe and Ito): one colour for each category. */
export const CATEGORY_COLORS: Readonly<Record<Category, string>> = {
  organization: '#0072B2',
  place: '#009E73',
  person: '#D55E00',
  program: '#CC79A7',
};
