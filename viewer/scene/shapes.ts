/** The shape of each category, so that nobody has to tell them by colour: ■ ▲ ● ◆. */

import { CATEGORIES, type Category } from '../../src/types.ts';
import type { Place } from './frame.ts';
import type { Pen } from './pen.ts';

/** After the categories: a hexagon, for what is not drawn one by one. */
export const CLUSTER_SHAPE = CATEGORIES.length;

const HEXAGON = Array.from({ length: 6 }, (_, i): [number, number] => {
  return [Math.cos((i * Math.PI) / 3), Math.sin((i * Math.PI) / 3)];
});

/**
 * Corners by category, in radii from the middle, y downwards; null is a circle. All have about the
 * area of a circle, so that none looks more important than it is.
 */
export const CORNERS: Readonly<
  Record<Category, readonly (readonly [x: number, y: number])[] | null>
> = {
  organization: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  place: [
    [0, -1.26],
    [1.18, 0.8],
    [-1.18, 0.8],
  ],
  person: null,
  program: [
    [0, -1.22],
    [1.22, 0],
    [0, 1.22],
    [-1.22, 0],
  ],
};

/** Adds the outline of a node to the path of a canvas. */
export function traceShape(pen: Pen, shape: number, { x, y, radius }: Place): void {
  const corners = shape === CLUSTER_SHAPE ? HEXAGON : CORNERS[CATEGORIES[shape]!];
  pen.beginPath();
  if (!corners) pen.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [i, [dx, dy]] of corners?.entries() ?? []) {
    pen[i === 0 ? 'moveTo' : 'lineTo'](x + dx * radius, y + dy * radius);
  }
  pen.closePath();
}
