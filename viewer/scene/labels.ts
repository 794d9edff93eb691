/** Labels that never cover one another: the important ones first, each at the first free side of its node. */

import type { Box } from './frame.ts';

/** Cells of nodes that a label stays below: `little` is one small node, `much` several. */
const COVERED = { nothing: 1, little: 16, much: 48, anything: Infinity };

export interface LabelCandidate {
  /** What to write; the first text that finds room. */
  readonly texts: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Radius of the node that it belongs to; 0 centres the label on its point. */
  readonly radius: number;
  readonly fontSize: number;
  /** The greater is placed first. */
  readonly rank: number;
  readonly color: string;
  /** How much of other nodes it rather covers than to be missing. */
  readonly mayCover: keyof typeof COVERED;
}

export interface Label extends Box {
  readonly text: string;
  readonly fontSize: number;
  readonly color: string;
}

/** In pixels of the screen, which are divided into cells that a label takes or leaves. */
const CELL = 4;
const GAP = 3;
/** More could not be read anyway. */
const MOST_LABELS = 300;
const LONGEST = 24;

const DISC = 1;
const TEXT = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * @param discs nodes, which labels cover only where there is no other place
 * @param widthOf of a text in pixels
 * @param covered where no label can be read
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  size: Size,
  widthOf: (text: string, fontSize: number) => number,
  covered: readonly Box[] = [],
): Label[] {
  const grid = createGrid(size);
  for (const box of covered) grid.mark(box, TEXT);
  for (const { x, y, radius } of discs) {
    grid.mark({ left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius }, DISC);
  }
  const isOnScreen = ({ x, y }: LabelCandidate) =>
    x > 0 && y > 0 && x < size.width && y < size.height;
  const ranked = candidates.filter(isOnScreen).sort((a, b) => b.rank - a.rank);
  const labels: Label[] = [];
  for (const candidate of ranked) {
    if (labels.length === MOST_LABELS) break;
    const { fontSize, color } = candidate;
    const boxes = candidate.texts.flatMap((text) => boxesOf(candidate, cut(text), widthOf));
    const box = cheapest(boxes, COVERED[candidate.mayCover], grid.covered);
    if (!box) continue;
    grid.mark(box, TEXT);
    labels.push({ ...box, fontSize, color });
  }
  return labels;
}

/** The first of those that cover least, if that is less than `limit` cells of nodes. */
function cheapest<B extends Box>(
  boxes: readonly B[],
  limit: number,
  cost: (box: Box) => number,
): B | undefined {
  let [best, least]: [B | undefined, number] = [undefined, limit];
  for (const box of boxes) {
    const own = cost(box);
    if (own < least) [best, least] = [box, own];
    if (least === 0) break;
  }
  return best;
}

function boxesOf(
  { x, y, radius, fontSize }: LabelCandidate,
  text: string,
  widthOf: (text: string, fontSize: number) => number,
): (Box & { text: string })[] {
  const width = widthOf(text, fontSize) + 2;
  const height = fontSize * 1.25;
  const at = (left: number, top: number) => ({ text, left, top, width, height });
  if (radius === 0) return [at(x - width / 2, y - height / 2)];
  const aside = radius * 1.2 + GAP;
  const slant = radius * 0.8 + GAP;
  const [right, left, above, below] = [x + slant, x - slant - width, y - slant - height, y + slant];
  return [
    at(x + aside, y - height / 2),
    at(x - aside - width, y - height / 2),
    at(x - width / 2, y + aside),
    at(x - width / 2, y - aside - height),
    at(right, above),
    at(right, below),
    at(left, above),
    at(left, below),
  ];
}

function cut(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

function createGrid({ width, height }: Size) {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const cells = new Uint8Array(columns * rows);
  const each = (box: Box, visit: (cell: number) => void) => {
    const right = Math.min(columns, Math.ceil((box.left + box.width) / CELL));
    const bottom = Math.min(rows, Math.ceil((box.top + box.height) / CELL));
    for (let row = Math.max(0, Math.floor(box.top / CELL)); row < bottom; row++) {
      for (let column = Math.max(0, Math.floor(box.left / CELL)); column < right; column++) {
        visit(row * columns + column);
      }
    }
  };
  return {
    mark(box: Box, value: number) {
      each(box, (cell) => {
        cells[cell] = Math.max(cells[cell]!, value);
      });
    },
    /** Cells of nodes in a box; infinitely many where text stands in it, or where it leaves the screen. */
    covered(box: Box): number {
      const { left, top } = box;
      if (left < 0 || top < 0 || left + box.width > width || top + box.height > height)
        return Infinity;
      let covered = 0;
      each(box, (cell) => {
        covered += cells[cell] === TEXT ? Infinity : cells[cell]!;
      });
      return covered;
    },
  };
}
