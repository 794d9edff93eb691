import type { Candidate } from '../graph/candidate.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import type { Category } from '../types.ts';

/** A neighbour with the strongest of the edges that lead to it. */
export interface Link extends Pick<Edge, 'relation' | 'weight' | 'key'> {
  readonly neighbor: Candidate;
}

/**
 * What questions ask of a graph, whether it is in memory (`memoryReader`) or in a file
 * (`openReader`): both give the same answers in the same order.
 */
export interface GraphReader {
  /** The node with this key. */
  entity(key: string): Candidate | undefined;
  /**
   * Nodes by the first way of matching a name that finds any: label, alias, part of either, their
   * characters in order. The most important first.
   * @param name as a user gives it
   */
  candidates(name: string, options?: CandidateOptions): Candidate[];
  /** Neighbours in a view, each once, by their strongest edge; read no further than is asked for. */
  links(key: string, filter: EdgeFilter): Iterable<Link>;
  /** The edges of a view between pairs of nodes, in either direction: for each pair, strongest first. */
  edges(pairs: readonly (readonly [a: string, b: string])[], filter: EdgeFilter): Edge[][];
  /** For questions that walk through large parts of a view. */
  walk(filter: EdgeFilter): Walk;
  /** Titles of documents, by id. */
  titles(ids: ReadonlySet<string>): Map<string, string>;
}

/** A view with numbers for nodes, in the order of their importance. */
export interface Walk {
  numberOf(key: string): number;
  keyOf(node: number): string;
  /** One for each edge at a node, in any order. */
  steps(node: number): Steps;
}

/** Edges at a node, in columns: each is the other end, 1 for a statement, and the weight. */
export interface Steps {
  readonly others: readonly number[];
  readonly statements: readonly number[];
  readonly weights: readonly number[];
}

export interface CandidateOptions {
  /** Only nodes of this category, of those that the way of matching finds. */
  readonly category?: Category | undefined;
  /** Most nodes to give. Default: all. */
  readonly limit?: number;
}
