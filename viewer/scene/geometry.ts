/** Which line lies under the pointer, and which neighbour in a direction. */

import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';
import type { Place } from './frame.ts';
import type { Point } from './hull.ts';

type Places = ReadonlyMap<number, Place>;

/** In pixels; a finger is less exact than that, but lines are close together. */
const REACH = 6;

/** The line that passes a point nearest, within reach. */
export function lineAt(
  { edges }: Graph,
  places: Places,
  lines: readonly number[],
  x: number,
  y: number,
): number | undefined {
  let nearest: number | undefined;
  let least = REACH;
  for (const edge of lines) {
    const [a, b] = [places.get(edges.source[edge]!), places.get(edges.target[edge]!)];
    if (!a || !b) continue;
    const distance = distanceToSegment({ x, y }, a, b);
    if (distance >= least) continue;
    nearest = edge;
    least = distance;
  }
  return nearest;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy);
}

/**
 * The nearest neighbour within 60° of a direction.
 * @param angle in radians from the right, clockwise as the screen's y goes down
 */
export function neighborTowards(
  graph: Graph,
  places: Places,
  node: number,
  angle: number,
): number | undefined {
  const from = places.get(node);
  if (!from) return undefined;
  let nearest: number | undefined;
  let least = Infinity;
  for (const edge of edgesOf(graph, node)) {
    const other = otherEnd(graph, edge, node);
    const to = places.get(other);
    if (!to || other === node) continue;
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    const turn = Math.cos(Math.atan2(to.y - from.y, to.x - from.x) - angle);
    if (turn < 0.5 || distance / turn >= least) continue;
    nearest = other;
    least = distance / turn;
  }
  return nearest;
}

/** A graph of fewer nodes is seen whole. */
const MANY = 1500;
/** Share of the nodes of a larger one that may lie outside on either side: a ring of small parts that nothing joins. */
const OUTSIDE = 0.03;

/** From where to where the overview reaches, along one axis. */
export function extentOf(values: Float32Array): [number, number] {
  const sorted = values.toSorted();
  const outside = values.length > MANY ? Math.floor(OUTSIDE * values.length) : 0;
  const [least, most] = [sorted[outside] ?? 0, sorted.at(-1 - outside) ?? 0];
  // One node, or all in a row, still needs an area.
  return most > least ? [least, most] : [least - 1, most + 1];
}
