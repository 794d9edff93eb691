/** Labels that do not cover one another: the important ones first, each at the first free side of its node. */

import type { Palette } from './palette.ts';

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the node that it belongs to; 0 centres the label on its point. */
  readonly radius: number;
  readonly fontSize: number;
}

export interface LabelCandidate extends Label {
  /** The greater is placed first. */
  readonly rank: number;
  readonly color: string;
  /** Whether the name is already shown on a card, which only has to be kept free. */
  readonly card: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 4;
/** More could not be read anyway, and would make the camera stutter on a large graph. */
const MAX_LABELS = 300;

export function drawLabels(
  context: CanvasRenderingContext2D,
  candidates: readonly LabelCandidate[],
  font: string,
  { background }: Palette,
): void {
  const { clientWidth: width, clientHeight: height } = context.canvas;
  const onScreen = candidates.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  const discs = onScreen.map(({ x, y, radius }) => boxAround(x, y, radius, radius));
  const taken: Box[] = [];
  const isFree = (box: Box) => !taken.some((other) => overlap(box, other));
  const isInside = (box: Box) => box.left > 0 && box.right < width;
  const isClear = (box: Box) => isInside(box) && !discs.some((disc) => overlap(box, disc));

  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = background;
  const ranked = onScreen.toSorted((a, b) => b.rank - a.rank).slice(0, MAX_LABELS);
  for (const candidate of ranked) {
    context.font = `${candidate.fontSize}px ${font}`;
    if (candidate.card) {
      taken.push(cardBox(context, candidate));
      continue;
    }
    const free = placesOf(context, candidate).filter(isFree);
    // Rather on top of a node, or cut off at the edge, than no label at all.
    const box = free.find(isClear) ?? free.find(isInside) ?? free[0];
    if (!box) continue;
    taken.push(box);
    const x = (box.left + box.right) / 2;
    const y = (box.top + box.bottom) / 2;
    context.strokeText(candidate.text, x, y);
    context.fillStyle = candidate.color;
    context.fillText(candidate.text, x, y);
  }
}

/** The name of a node that is hovered or selected, on a card that covers what lies below. */
export function drawCard(
  context: CanvasRenderingContext2D,
  label: Label,
  font: string,
  { surface, muted, ink }: Palette,
): void {
  context.font = `${label.fontSize}px ${font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const { left, top, right, bottom } = cardBox(context, label);
  context.fillStyle = surface;
  context.strokeStyle = muted;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, (bottom - top) / 2);
  context.fill();
  context.stroke();
  context.fillStyle = ink;
  context.fillText(label.text, label.x + label.radius + GAP, label.y);
}

function cardBox(context: CanvasRenderingContext2D, { text, x, y, radius, fontSize }: Label): Box {
  const halfHeight = Math.max(fontSize * 0.8, radius + 3);
  return {
    left: x - radius - 3,
    right: x + radius + GAP + context.measureText(text).width + halfHeight,
    top: y - halfHeight,
    bottom: y + halfHeight,
  };
}

function placesOf(
  context: CanvasRenderingContext2D,
  { text, x, y, radius, fontSize }: Label,
): readonly Box[] {
  const halfWidth = context.measureText(text).width / 2;
  const halfHeight = fontSize * 0.6;
  if (radius === 0) return [boxAround(x, y, halfWidth, halfHeight)];
  const aside = radius + GAP + halfWidth;
  const above = radius + halfHeight;
  return [
    boxAround(x + aside, y, halfWidth, halfHeight),
    boxAround(x - aside, y, halfWidth, halfHeight),
    boxAround(x, y + above, halfWidth, halfHeight),
    boxAround(x, y - above, halfWidth, halfHeight),
  ];
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
