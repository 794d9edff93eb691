import Heap from 'mnemonist/heap.js';
import type { Steps, Walk } from '../store/reader.ts';

/** Co-occurrence says less than a statement: it counts as this many steps. */
const COOCCURRENCE_COST = 1.5;
/** What a tenfold degree of a node between adds, in steps: 0.5 of 10 neighbours, 2 of 10,000. */
const HUB_COST = 0.5;

/** A node on a way, with the cost of the way until there. */
export interface Stop {
  readonly node: number;
  readonly cost: number;
  /** What the node costs for being a hub; nothing at the two ends. */
  readonly penalty: number;
}

/** A walk from node to node, as it is known before its edges are read. */
export type Way = readonly Stop[];

export const costOf = (way: Way): number => way.at(-1)!.cost;

/** From where to where. */
export interface Route {
  readonly from: number;
  readonly to: number;
}

/** What a way may not go through, because a better one does. */
interface Barred {
  readonly nodes: ReadonlySet<number>;
  /** Nodes to which there is no step from the start. */
  readonly first: ReadonlySet<number>;
  /** More a way must not cost, with what it cost before. */
  readonly limit: number;
}

/**
 * The cheapest ways without circles, best first. Yen 1971, doi:10.1287/mnsc.17.11.712: the next best
 * one leaves one of the better ones somewhere. Of equal ones, those through more important nodes
 * first.
 * @param most how many
 */
export function cheapestWays(walk: Walk, route: Route, most: number): Way[] {
  const again = most > 1 ? remembered(walk) : walk;
  const best = cheapestWay(again, { node: route.from, cost: 0, penalty: 0 }, route);
  const found = best ? [best] : [];
  const known = new Set<string>();
  const others: Way[] = [];
  while (found.length > 0 && found.length < most) {
    const missing = most - found.length;
    for (const index of found.at(-1)!.slice(0, -1).keys()) {
      // What is not cheaper than as many others as are missing is not looked for.
      const limit = others[missing - 1] ? costOf(others[missing - 1]!) : Infinity;
      const other = detour(again, route, { found, index, limit });
      const name = other?.map(({ node }) => node).join() ?? '';
      if (!other || known.has(name)) continue;
      known.add(name);
      others.push(other);
      others.sort((one, two) => costOf(one) - costOf(two) || compareNodes(one, two));
    }
    const next = others.shift();
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** The same searches go through the same nodes. */
function remembered(walk: Walk): Walk {
  const known = new Map<number, Steps>();
  return {
    ...walk,
    steps(node) {
      const steps = known.get(node) ?? walk.steps(node);
      known.set(node, steps);
      return steps;
    },
  };
}

function compareNodes(a: Way, b: Way): number {
  const index = a.findIndex(({ node }, i) => node !== b[i]?.node);
  return index < 0 ? 0 : a[index]!.node - (b[index]?.node ?? -1);
}

interface DetourOptions {
  readonly found: readonly Way[];
  readonly index: number;
  /** More it must not cost. */
  readonly limit: number;
}

/** The cheapest way that follows the last one until a stop, and none of those found any further. */
function detour(walk: Walk, route: Route, { found, index, limit }: DetourOptions): Way | undefined {
  const last = found.at(-1)!;
  const root = last.slice(0, index);
  const first = found
    .filter((other) => last.slice(0, index + 1).every(({ node }, i) => other[i]?.node === node))
    .map((other) => other[index + 1]!.node);
  const barred = { nodes: new Set(root.map(({ node }) => node)), first: new Set(first), limit };
  const rest = cheapestWay(walk, last[index]!, route, barred);
  return rest && [...root, ...rest];
}

type Queued = readonly [cost: number, node: number];

/** The cheapest way known to a node, and the node before it. */
interface Reached extends Omit<Stop, 'node'> {
  readonly previous: number;
}

/** The search from one of the two ends. */
interface Side {
  readonly reached: Map<number, Reached>;
  readonly settled: Set<number>;
  readonly queue: Heap<Queued>;
}

/** Before the first node of a way. */
const NONE = -1;

function sideFrom(node: number, penalty: number): Side {
  const queue = new Heap<Queued>(([cost, a], [other, b]) => cost - other || a - b);
  queue.push([0, node]);
  const reached = new Map([[node, { cost: 0, penalty, previous: NONE }]]);
  return { reached, settled: new Set(), queue };
}

interface Meeting {
  readonly cost: number;
  readonly node: number;
}

/** Sums of costs in another order differ by less. */
const ROUNDING = 1e-9;

/** What a search must know besides the way so far. */
interface Search {
  /** What costs more until here is on no way that is looked for, unless the other side was there. */
  readonly dearest: number;
  isBarred(node: number, next: number): boolean;
  penaltyOf(node: number, degree: number): number;
}

/**
 * The cheapest way from a stop to the end of a route. Bidirectional Dijkstra: both ends walk towards
 * each other until no way can be cheaper than the best that was found. Pohl 1971, "Bi-directional
 * search". Half of a hub's cost is paid on the way in and half on the way out, so that the way back
 * costs the same.
 */
function cheapestWay(
  walk: Walk,
  origin: Stop,
  { from, to }: Route,
  barred: Barred = { nodes: new Set(), first: new Set(), limit: Infinity },
): Way | undefined {
  if (origin.node === to) return [origin];
  const search = {
    isBarred: (node: number, next: number) =>
      barred.nodes.has(next) ||
      (node === origin.node && barred.first.has(next)) ||
      (next === origin.node && barred.first.has(node)),
    penaltyOf: (node: number, degree: number) =>
      node === from || node === to ? 0 : HUB_COST * Math.log10(1 + degree),
  };
  const [start, end] = [sideFrom(origin.node, origin.penalty), sideFrom(to, 0)];
  let best: Meeting | undefined;
  for (;;) {
    const [near, far] = [start.queue.peek(), end.queue.peek()];
    const most = Math.min(best?.cost ?? Infinity, barred.limit - origin.cost);
    if (!near || !far || near[0] + far[0] > most) break;
    const isNear = start.queue.size <= end.queue.size;
    const [side, other] = isNear ? [start, end] : [end, start];
    // What the other side has not reached is at least as far from it as the next that it settles.
    const dearest = most - (isNear ? far : near)[0] + ROUNDING;
    const meetings = settleNext(walk, side, other, { ...search, dearest });
    for (const meeting of meetings) if (!best || isBefore(meeting, best)) best = meeting;
  }
  return best && joined(origin.cost, best, [start, end]);
}

/** Settle the nearest node of a side, and see where it meets the other one. */
function* settleNext(
  walk: Walk,
  side: Side,
  other: Side,
  { isBarred, penaltyOf, dearest }: Search,
): Generator<Meeting> {
  const [cost, node] = side.queue.pop()!;
  if (side.settled.has(node)) return;
  side.settled.add(node);
  const own = side.reached.get(node)!.penalty;
  const { others, degrees, statements, weights } = walk.steps(node);
  for (const [index, next] of others.entries()) {
    if (isBarred(node, next)) continue;
    const penalty = penaltyOf(next, degrees[index]!);
    const step = stepCost(statements[index]!, weights[index]!) + (own + penalty) / 2;
    const total = cost + step;
    const met = other.reached.get(next);
    if (!met && total > dearest) continue;
    const known = side.reached.get(next);
    if (known && (total > known.cost || (total === known.cost && node >= known.previous))) continue;
    side.reached.set(next, { cost: total, penalty, previous: node });
    if (total !== known?.cost) side.queue.push([total, next]);
    if (met) yield { cost: total + met.cost, node: next };
  }
}

/** A statement always costs less than a co-occurrence, whatever the weights. */
function stepCost(statement: number, weight: number): number {
  return (statement === 1 ? 1 : COOCCURRENCE_COST) + 1 / (1 + weight);
}

function isBefore(one: Meeting, other: Meeting): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.node < other.node);
}

/** The way of two searches that met. */
function joined(before: number, { cost, node }: Meeting, [start, end]: readonly [Side, Side]): Way {
  const there = stopsTo(start, node).reverse();
  const onward = stopsTo(end, node).slice(1);
  return [
    ...there.map((stop) => ({ ...stop, cost: before + stop.cost })),
    ...onward.map((stop) => ({ ...stop, cost: before + cost - stop.cost })),
  ];
}

/** The nodes from one back to the end from which the search began. */
function stopsTo({ reached }: Side, meeting: number): Stop[] {
  const stops: Stop[] = [];
  for (let node = meeting; node !== NONE; ) {
    const { previous, ...stop } = reached.get(node)!;
    stops.push({ node, ...stop });
    node = previous;
  }
  return stops;
}
