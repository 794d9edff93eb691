import Heap from 'mnemonist/heap.js';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge, EdgeFilter } from '../graph/edge.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { Walk } from '../store/reader.ts';

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
  const walk = reader.walk(filter);
  const nodes = cheapestWay(walk, walk.numberOf(from), walk.numberOf(to))?.map(walk.keyOf);
  if (!nodes) return undefined;
  const steps = nodes.slice(1).map((node, index) => [nodes[index]!, node] as const);
  const edges = reader.edges(steps, filter);
  return steps.map(([start, end], index) => ({
    from: reader.entity(start)!,
    to: reader.entity(end)!,
    edges: edges[index]!,
  }));
}

/** A statement always costs less than a co-occurrence, whatever the weights. */
function costOf(statement: number, weight: number): number {
  return (statement === 1 ? 1 : COOCCURRENCE_COST) + 1 / (1 + weight);
}

/** The search from one of the two ends. */
interface Side {
  /** Cost of the cheapest way known to a node, and the node before it. */
  readonly reached: Map<number, { readonly cost: number; readonly previous: number }>;
  readonly settled: Set<number>;
  readonly queue: Heap<readonly [cost: number, node: number]>;
}

/** Before the first node of a way. */
const NONE = -1;

function sideFrom(node: number): Side {
  const queue = new Heap<readonly [number, number]>(
    ([cost, a], [other, b]) => cost - other || a - b,
  );
  queue.push([0, node]);
  return { reached: new Map([[node, { cost: 0, previous: NONE }]]), settled: new Set(), queue };
}

interface Meeting {
  readonly cost: number;
  readonly node: number;
}

/**
 * The nodes of a cheapest way; of several, the one through more important nodes. Bidirectional
 * Dijkstra: both ends walk towards each other until no way can be cheaper than the best that was
 * found. Pohl 1971, "Bi-directional search".
 */
function cheapestWay(walk: Walk, from: number, to: number): number[] | undefined {
  if (from === to) return [from];
  const [start, end] = [sideFrom(from), sideFrom(to)];
  let best: Meeting | undefined;
  for (;;) {
    const [near, far] = [start.queue.peek(), end.queue.peek()];
    if (!near || !far || (best && near[0] + far[0] > best.cost)) break;
    const isNear = start.queue.size <= end.queue.size;
    best = settleNext(walk, isNear ? start : end, isNear ? end : start, best);
  }
  return best && [...wayTo(start, best.node).reverse(), ...wayTo(end, best.node).slice(1)];
}

/** Settle the nearest node of a side, and see where it meets the other one. */
function settleNext(
  walk: Walk,
  side: Side,
  other: Side,
  best: Meeting | undefined,
): Meeting | undefined {
  const [cost, node] = side.queue.pop()!;
  if (side.settled.has(node)) return best;
  side.settled.add(node);
  let found = best;
  const { others, statements, weights } = walk.steps(node);
  for (const [index, neighbor] of others.entries()) {
    const total = cost + costOf(statements[index]!, weights[index]!);
    const known = side.reached.get(neighbor);
    if (known && (total > known.cost || (total === known.cost && node >= known.previous))) continue;
    side.reached.set(neighbor, { cost: total, previous: node });
    if (total !== known?.cost) side.queue.push([total, neighbor]);
    const met = other.reached.get(neighbor);
    const meeting = met && { cost: total + met.cost, node: neighbor };
    if (meeting && (!found || isBefore(meeting, found))) found = meeting;
  }
  return found;
}

function isBefore(one: Meeting, other: Meeting): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.node < other.node);
}

/** The nodes from one back to the end from which the search began. */
function wayTo({ reached }: Side, node: number): number[] {
  const way: number[] = [];
  for (let at = node; at !== NONE; at = reached.get(at)!.previous) way.push(at);
  return way;
}
