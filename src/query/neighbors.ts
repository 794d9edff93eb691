import { batches } from '../batches.ts';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge, LinkFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import { byLinkStrength, type GraphReader, type Link } from '../store/reader.ts';
import type { Category } from '../types.ts';
import { checkKnown } from './entity.ts';

/** What comes first: the best supported, or what is least to be expected by chance. */
export const ORDERS = ['weight', 'surprise'] as const;
/** What comes first: the best supported (`weight`), or what chance explains least (`surprise`, G²). */
export type Order = (typeof ORDERS)[number];

/** Only edges of a view are walked and listed. */
export interface NeighborOptions extends LinkFilter {
  /** Only neighbours of this category. */
  readonly category?: Category;
  /** How many steps from the node; 1 to 5. Default 1. */
  readonly hops?: number;
  /**
   * `weight`: statements first, then by independent sentences. `surprise`: by the log-likelihood ratio
   * of the pair's co-occurrence (`g2`), so that names that stand everywhere come late. Default `weight`.
   */
  readonly order?: Order;
  /** Most neighbours to return. Default 50. */
  readonly limit?: number;
  /** Most sentences of each edge, which counts them all in `weight`. Default 3. */
  readonly quotes?: number;
}

/** A node near another one, and how it is reached. */
export interface Neighbor extends Candidate {
  /** Steps from the node. */
  readonly distance: number;
  /** The node one step nearer, by its key: of several, the one whose edge comes first in the order. */
  readonly via: string;
  /** Edges between `via` and the neighbour, strongest first. */
  readonly edges: readonly Edge[];
}

const MOST_HOPS = 5;

/** Sentences of an edge where many edges are listed. */
export const FEW_QUOTES = 3;

/**
 * The neighbours of a node: nearest first, then by the order that is asked for.
 * @param key of the node; see `resolve` for names
 * @throws MailuoError `NOT_FOUND` when no node has the key
 *
 * @example
 * neighbors(graph, resolve(graph, '巴南区'), { category: 'organization', order: 'surprise' });
 */
export function neighbors(graph: Readable, key: string, options: NeighborOptions = {}): Neighbor[] {
  return [...eachNeighbor(graph, key, options)];
}

/** Neighbours whose edges and sentences are read at a time. */
const PART = 100;

/** The same: sentences are read as neighbours are taken. */
export function* eachNeighbor(
  graph: Readable,
  key: string,
  {
    category,
    hops = 1,
    order = 'weight',
    limit = 50,
    quotes = FEW_QUOTES,
    ...filter
  }: NeighborOptions = {},
): Generator<Neighbor> {
  const reader = readerOf(graph);
  checkKnown(reader, [key]);
  const isWanted = ({ link }: Step) => !category || link.neighbor.category === category;
  const seen = new Set([key]);
  let found: Step[] = [];
  let frontier = [key];
  const last = Math.min(hops, MOST_HOPS);
  for (let distance = 1; distance <= last && found.length < limit; distance++) {
    // Who is not wanted may still lead to who is, but not from the last ring.
    const enough = distance === last ? { isWanted, most: limit - found.length } : {};
    const ring = ringAround(reader, frontier, { seen, distance, filter, order, ...enough });
    found = found.concat(ring.filter(isWanted));
    frontier = ring.map(({ link }) => link.neighbor.key);
    for (const next of frontier) seen.add(next);
  }
  for (const part of batches(found.slice(0, limit), PART)) {
    yield* withEdges(reader, part, { filter, quotes });
  }
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
  readonly filter: LinkFilter;
  readonly order: Order;
  /** Of the others nothing is read on. Default: all are wanted. */
  readonly isWanted?: (step: Step) => boolean;
  /** The ring needs only its strongest: links of a node come strongest first. Default: all. */
  readonly most?: number;
}

/** The nodes one step further out, each by its first link in the order, in this order. */
function ringAround(
  reader: GraphReader,
  frontier: readonly string[],
  { seen, distance, filter, order, isWanted = () => true, most = Infinity }: RingOptions,
): Step[] {
  const ring = new Map<string, Step>();
  const enough = order === 'weight' ? most : Infinity;
  for (const via of frontier) {
    let wanted = 0;
    for (const link of linksOf(reader, via, filter, order, enough)) {
      const step = { link, via, distance };
      const { key } = link.neighbor;
      if (seen.has(key) || !isWanted(step)) continue;
      const known = ring.get(key);
      if (!known || COMPARE[order](link, known.link) < 0) ring.set(key, step);
      if (++wanted >= enough) break;
    }
  }
  return [...ring.values()].sort((a, b) => COMPARE[order](a.link, b.link));
}

const COMPARE: Record<Order, (a: Link, b: Link) => number> = {
  weight: byLinkStrength,
  surprise: (a, b) => (b.g2 ?? -Infinity) - (a.g2 ?? -Infinity) || byLinkStrength(a, b),
};

/** For surprise, each link with the `g2` of its pair, whichever edge it is. */
function* linksOf(
  reader: GraphReader,
  key: string,
  filter: LinkFilter,
  order: Order,
  wanted: number,
): Generator<Link> {
  if (order === 'weight') return yield* reader.links(key, filter, wanted);
  const surprises = new Map<string, number>();
  for (const { neighbor, g2 } of reader.links(key, { relation: 'cooccurrence' })) {
    if (g2 !== undefined) surprises.set(neighbor.key, g2);
  }
  for (const { g2: _, ...link } of reader.links(key, filter)) {
    const g2 = surprises.get(link.neighbor.key);
    yield g2 === undefined ? link : { ...link, g2 };
  }
}

function withEdges(
  reader: GraphReader,
  steps: readonly Step[],
  { filter, quotes }: { readonly filter: LinkFilter; readonly quotes: number },
): Neighbor[] {
  const edges = reader.edges(
    steps.map(({ via, link }) => [via, link.neighbor.key]),
    filter,
    quotes,
  );
  return steps.map(({ link, distance, via }, index) => {
    const { key, label, category, documents, articles } = link.neighbor;
    return { key, label, category, documents, articles, distance, via, edges: edges[index]! };
  });
}
