import type { Candidate } from '../graph/candidate.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { GraphReader, Pair } from '../store/reader.ts';
import { checkKnown } from './entity.ts';
import { FEW_QUOTES } from './neighbors.ts';
import { cheapestWays, costOf } from './ways.ts';

/** One step of a path. */
export interface Hop {
  readonly from: Candidate;
  readonly to: Candidate;
  /** Edges between the two, strongest first. */
  readonly edges: readonly Edge[];
}

/** A way from one entity to another. */
export interface Path {
  /** The sum over its steps; lower is better. */
  readonly cost: number;
  /** None for a node and itself. */
  readonly hops: readonly Hop[];
}

/** Only edges of a view are walked and listed. */
export interface PathOptions extends EdgeFilter {
  /** Most paths to return. Default 1. */
  readonly limit?: number;
  /** Most sentences of each edge. Default 3. */
  readonly quotes?: number;
}

/**
 * The best paths between two nodes, in either direction of edges: few steps, statements before
 * co-occurrence, well-supported edges before weak ones, and not through nodes that are connected to
 * everything. None goes through a node twice.
 * @returns best first; empty when there is no path
 * @throws MailuoError `NOT_FOUND` when no node has one of the keys
 *
 * @example
 * const [best] = paths(graph, resolve(graph, '何友生'), resolve(graph, '智翔金泰'));
 * for (const { from, to, edges } of best?.hops ?? []) {
 *   console.log(from.label, edges[0]!.label, to.label, edges[0]!.evidence[0]!.quote);
 * }
 */
export function paths(
  graph: Readable,
  from: string,
  to: string,
  { limit = 1, quotes = FEW_QUOTES, ...filter }: PathOptions = {},
): Path[] {
  const reader = readerOf(graph);
  checkKnown(reader, [from, to]);
  const walk = reader.walk(filter);
  const route = { from: walk.numberOf(from), to: walk.numberOf(to) };
  return cheapestWays(walk, route, limit).map((way) => {
    const keys = way.map(({ node }) => walk.keyOf(node));
    return { cost: costOf(way), hops: hopsOf(reader, keys, { filter, quotes }) };
  });
}

/**
 * The steps of the best path; undefined when there is none. See `paths`.
 *
 * @example
 * const hops = path(graph, resolve(graph, '何友生'), resolve(graph, '智翔金泰')) ?? [];
 */
export function path(
  graph: Readable,
  from: string,
  to: string,
  filter: EdgeFilter = {},
): readonly Hop[] | undefined {
  return paths(graph, from, to, filter)[0]?.hops;
}

function hopsOf(
  reader: GraphReader,
  keys: readonly string[],
  { filter, quotes }: { readonly filter: EdgeFilter; readonly quotes: number },
): Hop[] {
  const steps = keys.slice(1).map((key, index): Pair => [keys[index]!, key]);
  const edges = reader.edges(steps, filter, quotes);
  return steps.map(([start, end], index) => ({
    from: reader.entity(start)!,
    to: reader.entity(end)!,
    edges: edges[index]!,
  }));
}
