import type { NodeAttributes, Variant } from '../graph/attributes.ts';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge, EdgeFilter, LinkFilter } from '../graph/edge.ts';
import type { Period } from '../graph/period.ts';
import type { Category } from '../types.ts';

/** A neighbour with the strongest of the edges that lead to it. */
export interface Link extends Pick<Edge, 'weight'> {
  readonly neighbor: Candidate;
  readonly isStatement: boolean;
  /** In the order of the keys of edges; of one kind for all links of a reader. */
  readonly rank: string | number;
  /** Of the edge, where links of co-occurrence alone are asked for. */
  readonly g2?: number;
}

/** `byStrength` of the edges. */
export function byLinkStrength(a: Link, b: Link): number {
  return (
    Number(b.isStatement) - Number(a.isStatement) ||
    b.weight - a.weight ||
    (a.rank < b.rank ? -1 : 1)
  );
}

/** All that is known of an entity but its edges and how it is drawn. */
export interface EntityDetails
  extends Candidate,
    Readonly<Omit<NodeAttributes, 'x' | 'y' | 'size' | 'color'>> {}

/** A document without its text. */
export interface DocumentEntry {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  /** The paper, agency or site that published it. */
  readonly source?: string;
  /** How often it names the entity that was asked for. */
  readonly mentions?: number;
}

/**
 * What questions ask of a graph, whether it is in memory (`memoryReader`) or in a file
 * (`openGraph`): both give the same answers in the same order.
 */
export interface GraphReader {
  /** The node with this key. */
  entity(key: string): Candidate | undefined;
  /** The same with all that is known of it. */
  details(key: string): EntityDetails | undefined;
  /**
   * Nodes by the first way of matching a name that finds any: label, alias, part of either, pinyin or
   * initials, their characters in order; with `parts` by the first three together. By way, then the
   * most important first.
   * @param name as a user gives it
   */
  candidates(name: string, options?: CandidateOptions): Candidate[];
  /**
   * Neighbours in a view, each once, by their strongest edge; read no further than is asked for.
   * @param wanted how many will be asked for, as far as one knows: so many are read at once. Default: all
   */
  links(key: string, filter: LinkFilter, wanted?: number): Iterable<Link>;
  /**
   * The edges of a view between pairs of nodes, as seen from the first: for each pair, strongest first.
   * @param quotes most pieces of evidence of an edge; default all. With a period, those dated within it
   */
  edges(pairs: readonly Pair[], filter: LinkFilter, quotes?: number): Edge[][];
  /** The edges of a view with both ends among these nodes, strongest first; read as they are taken. */
  among(keys: readonly string[], filter: EdgeFilter, quotes?: number): Iterable<Edge>;
  /** The nodes with the highest measure; ties by documents, then the shorter label. */
  top(measure: Measure, options?: CandidateOptions): Iterable<EntityDetails>;
  /** For questions that walk through large parts of a view. */
  walk(filter: EdgeFilter): Walk;
  /** All edges that are statements, in the order of their keys. */
  statements(): Iterable<Edge>;
  /** Where documents that reprint each other differ, names that may be misread first. */
  variants(): readonly Variant[];
  /** Documents in the order of their ids; where an entity is given, those that name it most first. */
  documents(options?: DocumentOptions): Iterable<DocumentEntry>;
  /** Titles of documents, by id. */
  titles(ids: ReadonlySet<string>): Map<string, string>;
}

/** A view with numbers for nodes, in the order of their importance. */
export interface Walk {
  numberOf(key: string): number;
  keyOf(node: number): string;
  /** One for each edge at a node: statements first, then by weight, then by the key of the edge. */
  steps(node: number): Steps;
}

/** Edges at a node, in columns: each is the other end with its degree, 1 for a statement, and the weight. */
export interface Steps {
  readonly others: readonly number[];
  readonly degrees: readonly number[];
  readonly statements: readonly number[];
  readonly weights: readonly number[];
}

export type Pair = readonly [a: string, b: string];

/** What nodes can be ranked by. */
export const MEASURES = [
  'documents',
  'articles',
  'mentions',
  'degree',
  'pagerank',
  'betweenness',
] as const;
/** A measure that nodes can be ranked by. */
export type Measure = (typeof MEASURES)[number];

/** Which nodes a name may mean, and how many. */
export interface CandidateOptions {
  /** Only nodes of this category, of those that the way of matching finds. */
  readonly category?: Category | undefined;
  /** Most nodes to give. Default: all. */
  readonly limit?: number | undefined;
  /**
   * Whether those of which the name is a part come after those that are called so. Default false: a
   * name that is somebody's means nobody else.
   */
  readonly parts?: boolean;
}

/** Which documents to list, and how many. */
export interface DocumentOptions extends Period {
  /** Only documents that name the node with this key. */
  readonly entity?: string | undefined;
  /** Only documents with this in their title or id. */
  readonly text?: string | undefined;
  /** Most documents to give. Default: all. */
  readonly limit?: number | undefined;
}
