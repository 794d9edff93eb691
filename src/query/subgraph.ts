import { type Candidate, candidate } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import { checkKnown } from './entity.ts';
import { type NeighborOptions, neighbors } from './neighbors.ts';

/** A part of the graph. */
export interface Subgraph {
  /** Those that were asked for first, then their neighbours, nearest first. */
  readonly entities: readonly Candidate[];
  /** All edges of the view between them, strongest first. */
  readonly edges: readonly Edge[];
}

/** How much of the surroundings a part of the graph holds. */
export interface SubgraphOptions extends Omit<NeighborOptions, 'direction'> {
  /** How many steps from the nodes that are given; 0 to 5. Default 1. */
  readonly hops?: number;
  /** Most entities to return; of the neighbours each given node gets an equal share. Default 50. */
  readonly limit?: number;
  /** Most sentences of each edge. Default 1. */
  readonly quotes?: number;
}

/**
 * The nodes that are given with what surrounds them, and all edges between these.
 * @throws MailuoError `NOT_FOUND` when no node has one of the keys
 *
 * @example
 * const { entities, edges } = subgraph(graph, [resolve(graph, '巴南区')], { hops: 1, limit: 30 });
 */
export function subgraph(
  graph: Readable,
  keys: readonly string[],
  options: SubgraphOptions = {},
): Subgraph {
  const { entities, edges } = openSubgraph(graph, keys, options);
  return { entities, edges: [...edges] };
}

/** The same, with edges that are read as they are taken. */
export function openSubgraph(
  graph: Readable,
  keys: readonly string[],
  { category, hops = 1, order = 'weight', limit = 50, quotes = 1, ...filter }: SubgraphOptions = {},
): Pick<Subgraph, 'entities'> & { readonly edges: Iterable<Edge> } {
  const reader = readerOf(graph);
  const chosen = new Map<string, Candidate>();
  checkKnown(reader, keys);
  for (const key of keys) chosen.set(key, reader.entity(key)!);
  const options = { ...filter, ...(category && { category }), hops, order, limit, quotes: 0 };
  const around = hops < 1 ? [] : [...chosen.keys()].map((key) => neighbors(reader, key, options));
  for (const { key, ...neighbor } of alternating(around)) {
    if (chosen.size >= limit) break;
    if (!chosen.has(key)) chosen.set(key, candidate(key, neighbor));
  }
  return {
    entities: [...chosen.values()],
    edges: reader.among([...chosen.keys()], filter, quotes),
  };
}

/** The first of each list, then the second of each … */
function* alternating<T>(lists: readonly (readonly T[])[]): Generator<T> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest; index++) {
    for (const list of lists) {
      const item = list[index];
      if (item !== undefined) yield item;
    }
  }
}
