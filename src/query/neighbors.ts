import type { KnowledgeGraph } from '../graph/build.ts';
import { type Candidate, candidate } from '../graph/candidate.ts';
import { byStrength, type Edge, type EdgeFilter } from '../graph/edge.ts';
import type { Category } from '../types.ts';
import { edgesBetween } from './edges.ts';

/** Only edges of a view are walked and listed. */
export interface NeighborOptions extends EdgeFilter {
  /** Only neighbours of this category. */
  readonly category?: Category;
  /** How many steps from the node; 1 to 5. Default 1. */
  readonly hops?: number;
  /** Most neighbours to return. Default 50. */
  readonly limit?: number;
}

export interface Neighbor extends Candidate {
  /** Steps from the node. */
  readonly distance: number;
  /** The node one step nearer, by its key. */
  readonly via: string;
  /** Edges between `via` and the neighbour, strongest first. */
  readonly edges: readonly Edge[];
}

const MOST_HOPS = 5;

/**
 * The neighbours of a node: nearest first, then by strength of their strongest edge.
 * @param key of the node; see `resolve` for names
 *
 * @example
 * neighbors(graph, resolve(graph, '巴南区'), { category: 'organization' });
 */
export function neighbors(
  graph: KnowledgeGraph,
  key: string,
  { category, hops = 1, limit = 50, ...filter }: NeighborOptions = {},
): Neighbor[] {
  const seen = new Set([key]);
  let found: Neighbor[] = [];
  let frontier = [key];
  for (let distance = 1; distance <= Math.min(hops, MOST_HOPS); distance++) {
    const ring = frontier.flatMap((via) => stepsFrom(graph, via, distance, seen, filter));
    found = found.concat(ring.sort((a, b) => byStrength(a.edges[0]!, b.edges[0]!)));
    frontier = ring.map((neighbor) => neighbor.key);
  }
  return found.filter((neighbor) => !category || neighbor.category === category).slice(0, limit);
}

function stepsFrom(
  graph: KnowledgeGraph,
  via: string,
  distance: number,
  seen: Set<string>,
  filter: EdgeFilter,
): Neighbor[] {
  const steps: Neighbor[] = [];
  for (const key of graph.neighbors(via)) {
    if (seen.has(key)) continue;
    const edges = edgesBetween(graph, via, key, filter);
    if (edges.length === 0) continue;
    seen.add(key);
    steps.push({ ...candidate(key, graph.getNodeAttributes(key)), distance, via, edges });
  }
  return steps;
}
