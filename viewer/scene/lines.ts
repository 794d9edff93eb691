/** How lines are drawn: width is support, dashes say that it is planned or denied. */

import { type Graph, isStatement, statusOf } from '../data/graph.ts';
import type { Frame, Place } from './frame.ts';
import type { Pen } from './pen.ts';

export function isDashed(graph: Graph, edge: number): boolean {
  const status = statusOf(graph, edge);
  return status === 'planned' || status === 'denied';
}

/** One sentence is a thin line, and each doubling adds the same: hubs share hundreds. */
export function widthOf({ edges }: Graph, edge: number): number {
  return Math.min(5, 1 + 0.45 * Math.log2(edges.weight[edge]!));
}

/** Between super-nodes there are hundreds of sentences, or thousands. */
export function linkWidth(weight: number): number {
  return Math.min(6, 1 + Math.log2(1 + weight) / 3);
}

export function paintLink(
  pen: Pen,
  { palette }: Frame,
  from: Place,
  to: Place,
  weight: number,
): void {
  pen.strokeStyle = palette.link;
  pen.lineWidth = linkWidth(weight);
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** A line from outline to outline; lit statements have an arrow. */
export function paintLine(
  pen: Pen,
  { graph, places, palette }: Frame,
  edge: number,
  isLit: boolean,
): void {
  const from = places.get(graph.edges.source[edge]!);
  const to = places.get(graph.edges.target[edge]!);
  if (!from || !to) return;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= from.radius + to.radius) return;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const states = isStatement(graph, edge);
  const width = widthOf(graph, edge) * (isLit ? 1.2 : 1);
  const head = isLit && states ? 5 + 2 * width : 0;
  const end = { x: to.x - dx * to.radius, y: to.y - dy * to.radius };
  const color = isLit
    ? states
      ? palette.lit
      : palette.arrow
    : states
      ? palette.arrow
      : palette.line;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.setLineDash(isDashed(graph, edge) ? [7, 5] : isLit && !states ? [2, 3] : []);
  pen.beginPath();
  pen.moveTo(from.x + dx * from.radius, from.y + dy * from.radius);
  pen.lineTo(end.x - dx * head, end.y - dy * head);
  pen.stroke();
  pen.setLineDash([]);
  if (head === 0) return;
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(end.x, end.y);
  pen.lineTo(end.x - dx * head - dy * head * 0.45, end.y - dy * head + dx * head * 0.45);
  pen.lineTo(end.x - dx * head + dy * head * 0.45, end.y - dy * head - dx * head * 0.45);
  pen.fill();
}
