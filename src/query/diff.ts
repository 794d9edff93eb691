import { byImportance, type Candidate, candidate } from '../graph/candidate.ts';
import { byStrength, type Edge } from '../graph/edge.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { edgeAt } from '../store/memory.ts';

/** What became of things that are told apart by their keys. */
export interface Changes<T> {
  /** Those that only the later graph has. */
  readonly new: readonly T[];
  /** Those that only the earlier graph has, as they were. */
  readonly lost: readonly T[];
  /** Those with more support than before, as they are now. */
  readonly strengthened: readonly (T & { readonly before: number })[];
  /** Those with less. */
  readonly weakened: readonly (T & { readonly before: number })[];
}

/** What is new, lost, stronger and weaker in a graph. */
export interface GraphDiff {
  /** Supported by documents; the most important first. */
  readonly entities: Changes<Candidate>;
  /** Supported by independent sentences (`weight`); statements first, then the best supported. */
  readonly relations: Changes<Edge>;
}

/**
 * What changed from one graph to another. An entity that got another label or category is a lost
 * one and a new one, with all its relations.
 *
 * @example
 * const { relations } = diff(before.graph, after.graph);
 * for (const { key, evidence } of relations.new) console.log(key, evidence[0]!.quote);
 */
export function diff(before: KnowledgeGraph, after: KnowledgeGraph): GraphDiff {
  return {
    entities: changes(
      entitiesOf(before),
      entitiesOf(after),
      ({ documents }) => documents,
      byImportance,
    ),
    relations: changes(relationsOf(before), relationsOf(after), ({ weight }) => weight, byStrength),
  };
}

function entitiesOf(graph: KnowledgeGraph): Map<string, Candidate> {
  return new Map(graph.mapNodes((key, node) => [key, candidate(key, node)]));
}

function relationsOf(graph: KnowledgeGraph): Map<string, Edge> {
  return new Map(graph.mapEdges((key) => [key, edgeAt(graph, key)]));
}

function changes<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  supportOf: (item: T) => number,
  order: (a: T, b: T) => number,
): Changes<T> {
  const stayed = [...after].flatMap(([key, item]) => {
    const earlier = before.get(key);
    return earlier ? [{ ...item, before: supportOf(earlier) }] : [];
  });
  const only = (those: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>) =>
    [...those].flatMap(([key, item]) => (others.has(key) ? [] : [item])).sort(order);
  return {
    new: only(after, before),
    lost: only(before, after),
    strengthened: stayed.filter((item) => supportOf(item) > item.before).sort(order),
    weakened: stayed.filter((item) => supportOf(item) < item.before).sort(order),
  };
}
