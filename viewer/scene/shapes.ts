/** The shape of each category, so that nobody has to tell them by colour: ■ ▲ ● ◆. */

import { CATEGORIES, type Category } from '../../src/types.ts';

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
export function traceShape(
  context: CanvasRenderingContext2D,
  category: number,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const corners = CORNERS[CATEGORIES[category]!];
  context.beginPath();
  if (!corners) context.arc(x, y, radius, 0, 2 * Math.PI);
  else for (const [dx, dy] of corners) context.lineTo(x + dx * radius, y + dy * radius);
  context.closePath();
}
