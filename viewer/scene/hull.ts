/** Soft outlines of communities. */

import { coreOf } from '../data/community.ts';
import type { Graph } from '../data/graph.ts';
import type { Cut } from '../state/cut.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Around what is drawn of a community. */
export interface Hull {
  readonly community: number;
  /** The most important members that are drawn. */
  readonly top: readonly number[];
  readonly members: number;
  /** Corners in the units of the graph. */
  readonly corners: readonly Point[];
}

/** Fewer than these are no community to the eye. */
const FEWEST = 4;
/** An outline of a small part would look like the whole. */
const LEAST_SHARE = 0.25;
const MOST_HULLS = 60;
const NAMES = 2;
/** Points around each corner, which make it round. */
const ROUND = 12;

/** The largest communities, as far as they are drawn. */
export function hullsOf({ nodes }: Graph, { nodes: drawn, clusters }: Cut): Hull[] {
  const hidden = new Map(clusters.map((cluster) => [cluster.community, cluster.hidden]));
  const members = new Map<number, number[]>();
  for (const node of drawn.toSorted((a, b) => a - b)) {
    const community = nodes.community[node]!;
    const known = members.get(community);
    if (known) known.push(node);
    else members.set(community, [node]);
  }
  return [...members]
    .filter(
      ([community, { length }]) =>
        length >= FEWEST && length >= LEAST_SHARE * (length + (hidden.get(community) ?? 0)),
    )
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_HULLS)
    .map(([community, all]) => ({
      community,
      top: all.slice(0, NAMES),
      members: all.length,
      corners: convexHull(coreOf(all.map((node) => ({ x: nodes.x[node]!, y: nodes.y[node]! })))),
    }));
}

/** The outline of points, so much wider and round at its corners. */
export function padded(corners: readonly Point[], padding: number): Point[] {
  return convexHull(
    corners.flatMap(({ x, y }) =>
      Array.from({ length: ROUND }, (_, i) => {
        const angle = (2 * Math.PI * i) / ROUND;
        return { x: x + padding * Math.cos(angle), y: y + padding * Math.sin(angle) };
      }),
    ),
  );
}

/** Andrew's monotone chain, doi:10.1016/0020-0190(79)90072-3. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

/** One side of the hull, without its last point, which begins the other side. */
function halfHull(sorted: readonly Point[]): Point[] {
  const half: Point[] = [];
  for (const point of sorted) {
    while (half.length >= 2 && turn(half.at(-2)!, half.at(-1)!, point) <= 0) half.pop();
    half.push(point);
  }
  return half.slice(0, -1);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
