import type { Candidate } from '../graph/candidate.ts';
import { byStrength, type Edge, type EdgeFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { GraphReader, Link } from '../store/reader.ts';
import type { Category } from '../types.ts';

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
  /** The node one step nearer, by its key: of several, the one with the strongest edge. */
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
  graph: Readable,
  key: string,
  { category, hops = 1, limit = 50, ...filter }: NeighborOptions = {},
): Neighbor[] {
  const reader = readerOf(graph);
  const isWanted = ({ link }: Step) => !category || link.neighbor.category === category;
  const seen = new Set([key]);
  let found: Step[] = [];
  let frontier = [key];
  const last = Math.min(hops, MOST_HOPS);
  for (let distance = 1; distance <= last && found.length < limit; distance++) {
    // Who is not wanted may still lead to who is, but not from the last ring.
    const enough = distance === last ? { isWanted, most: limit - found.length } : {};
    const ring = ringAround(reader, frontier, { seen, distance, filter, ...enough });
    found = found.concat(ring.filter(isWanted));
    frontier = ring.map(({ link }) => link.neighbor.key);
    for (const next of frontier) seen.add(next);
  }
  return withEdges(reader, found.slice(0, limit), filter);
}

/** A neighbour before its edges are read. */
interface Step {
  readonly link: Link;
  readonly via: string;
  readonly distance: number;
}

interface RingOptions {
  readonly seen: ReadonlySet<string>;
  readonly distance: number;
  readonly filter: EdgeFilter;
  /** Of the others nothing is read on. Default: all are wanted. */
  readonly isWanted?: (step: Step) => boolean;
  /** The ring needs only its strongest: links of a node come strongest first. Default: all. */
  readonly most?: number;
}

/** The nodes one step further out, each by its strongest link, strongest first. */
function ringAround(
  reader: GraphReader,
  frontier: readonly string[],
  { seen, distance, filter, isWanted = () => true, most = Infinity }: RingOptions,
): Step[] {
  const ring = new Map<string, Step>();
  for (const via of frontier) {
    let wanted = 0;
    for (const link of reader.links(via, filter)) {
      const step = { link, via, distance };
      const { key } = link.neighbor;
      if (seen.has(key) || !isWanted(step)) continue;
      const known = ring.get(key);
      if (!known || byStrength(link, known.link) < 0) ring.set(key, step);
      if (++wanted >= most) break;
    }
  }
  return [...ring.values()].sort((a, b) => byStrength(a.link, b.link));
}

function withEdges(reader: GraphReader, steps: readonly Step[], filter: EdgeFilter): Neighbor[] {
  const edges = reader.edges(
    steps.map(({ via, link }) => [via, link.neighbor.key]),
    filter,
  );
  return steps.map(({ link, distance, via }, index) => {
    return { ...link.neighbor, distance, via, edges: edges[index]! };
  });
}
