import Heap from 'mnemonist/heap.js';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { GraphReader, Link } from '../store/reader.ts';

/** One step of a path. */
export interface Hop {
  readonly from: Candidate;
  readonly to: Candidate;
  /** Edges between the two, strongest first. */
  readonly edges: readonly Edge[];
}

/** Co-occurrence says less than a statement: it counts as this many steps. */
const COOCCURRENCE_COST = 1.5;

/**
 * The best path between two nodes in either direction of edges: few steps, statements before
 * co-occurrence, well-supported edges before weak ones.
 * @param filter only edges of this view are walked and listed
 * @returns one hop for each step; empty for a node and itself; undefined when there is no path
 */
export function path(
  graph: Readable,
  from: string,
  to: string,
  filter: EdgeFilter = {},
): Hop[] | undefined {
  const reader = readerOf(graph);
  const nodes = cheapestWay(reader, from, to, filter);
  if (!nodes) return undefined;
  const steps = nodes.slice(1).map((node, index) => [nodes[index]!, node] as const);
  const edges = reader.edges(steps, filter);
  return steps.map(([start, end], index) => ({
    from: reader.entity(start)!,
    to: reader.entity(end)!,
    edges: edges[index]!,
  }));
}

/** The strongest edge of a pair is also its cheapest one. */
function costOf({ relation, weight }: Link): number {
  return (relation === 'cooccurrence' ? COOCCURRENCE_COST : 1) + 1 / (1 + weight);
}

/** The search from one of the two ends. */
interface Side {
  /** Cost of the cheapest way known to a node, and the node before it. */
  readonly reached: Map<string, { readonly cost: number; readonly previous?: string }>;
  readonly settled: Set<string>;
  readonly queue: Heap<readonly [cost: number, key: string]>;
}

function sideFrom(key: string): Side {
  const queue = new Heap<readonly [number, string]>(
    ([cost, a], [other, b]) => cost - other || (a < b ? -1 : 1),
  );
  queue.push([0, key]);
  return { reached: new Map([[key, { cost: 0 }]]), settled: new Set(), queue };
}

/**
 * The keys of a cheapest way. Bidirectional Dijkstra: both ends walk towards each other until no
 * way can be cheaper than the best that was found. Pohl 1971, "Bi-directional search".
 */
function cheapestWay(
  reader: GraphReader,
  from: string,
  to: string,
  filter: EdgeFilter,
): string[] | undefined {
  const [start, end] = [sideFrom(from), sideFrom(to)];
  let best: { cost: number; meeting: string } | undefined;
  if (from === to) return [from];
  for (;;) {
    const [near, far] = [start.queue.peek(), end.queue.peek()];
    if (!near || !far || (best && near[0] + far[0] >= best.cost)) break;
    const [side, other] = start.queue.size <= end.queue.size ? [start, end] : [end, start];
    const [cost, key] = side.queue.pop()!;
    if (side.settled.has(key)) continue;
    side.settled.add(key);
    for (const link of reader.links(key, filter)) {
      const next = { cost: cost + costOf(link), previous: key };
      const { key: neighbor } = link.neighbor;
      if (next.cost >= (side.reached.get(neighbor)?.cost ?? Infinity)) continue;
      side.reached.set(neighbor, next);
      side.queue.push([next.cost, neighbor]);
      const met = other.reached.get(neighbor);
      if (met && next.cost + met.cost < (best?.cost ?? Infinity)) {
        best = { cost: next.cost + met.cost, meeting: neighbor };
      }
    }
  }
  return best && [...wayTo(start, best.meeting).reverse(), ...wayTo(end, best.meeting).slice(1)];
}

/** The nodes from one back to the end from which the search began. */
function wayTo({ reached }: Side, meeting: string): string[] {
  const way: string[] = [];
  for (let key: string | undefined = meeting; key !== undefined; key = reached.get(key)?.previous) {
    way.push(key);
  }
  return way;
}
