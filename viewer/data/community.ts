/** Where communities lie, and who belongs to them. */

import type { Graph } from './graph.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Community {
  /** The most important first. */
  readonly members: readonly number[];
  /** Of its core. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Share of the members that lie nearest to the middle: what is drawn elsewhere does not stretch it. */
const CORE = 0.85;

const known = new WeakMap<Graph, readonly Community[]>();

/** Found once: nobody changes the community, nor the place. */
export function communitiesOf(graph: Graph): readonly Community[] {
  const found = known.get(graph) ?? find(graph);
  known.set(graph, found);
  return found;
}

function find({ order, nodes }: Graph): Community[] {
  const members: number[][] = [];
  for (let node = 0; node < order; node++) {
    const community = nodes.community[node]!;
    while (members.length <= community) members.push([]);
    members[community]!.push(node);
  }
  return members.map((all) => ({ members: all, ...extentOf(nodes, all) }));
}

function extentOf(
  { x, y }: Graph['nodes'],
  members: readonly number[],
): Omit<Community, 'members'> {
  const core = coreOf(members.map((node) => ({ x: x[node]!, y: y[node]! })));
  let [left, right, bottom, top, sumX, sumY] = [Infinity, -Infinity, Infinity, -Infinity, 0, 0];
  for (const one of core) {
    left = Math.min(left, one.x);
    right = Math.max(right, one.x);
    bottom = Math.min(bottom, one.y);
    top = Math.max(top, one.y);
    sumX += one.x;
    sumY += one.y;
  }
  const box = { left, right, bottom, top };
  return { x: sumX / core.length, y: sumY / core.length, box };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points nearest to the middle, by the medians. */
export function coreOf<P extends Point>(points: readonly P[]): P[] {
  const middle = { x: median(points.map(({ x }) => x)), y: median(points.map(({ y }) => y)) };
  const distance = ({ x, y }: Point) => Math.hypot(x - middle.x, y - middle.y);
  const sorted = points.toSorted((a, b) => distance(a) - distance(b));
  return sorted.slice(0, Math.ceil(CORE * sorted.length));
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
