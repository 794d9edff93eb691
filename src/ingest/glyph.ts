/** A character on a page, in points from the top left corner. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Characters beside each other. */
export interface Line extends Glyph {
  /** Height of the characters. */
  readonly size: number;
  /** Whether the file has a space before it. */
  readonly isSpaced: boolean;
}

/** A page as it was printed. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** In the order of the file, which is not always that of reading. */
  readonly lines: readonly Line[];
}

/** Wider gaps, in heights of a character, part columns; narrower ones are spaces. */
const COLUMN_GAP = 0.9;
/** Gaps from this width part columns where so many lines within this distance leave the same gap. */
const GUTTER = 0.55;
const FEWEST_BESIDE = 2;
const BESIDE = 5;
/** Wider gaps are spaces, whatever the file says; 汉字笔画之间的空隙更窄。 */
const SPACE_GAP = 0.75;
/** Wider gaps are spaces where the file has one; justified lines have some where none is meant. */
const STATED_SPACE_GAP = 0.35;

/** The characters of a page, in the order of the file, as lines. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: Line[] = [];
  let isSpaced = false;
  for (const glyph of glyphs) {
    const isSpace = glyph.text.trim() === '';
    if (!isSpace && glyph.bottom > glyph.top) {
      const line = { ...glyph, right: inkRight(glyph), size: glyph.bottom - glyph.top, isSpaced };
      const last = lines.at(-1);
      if (last && follows(last, line)) lines[lines.length - 1] = joined(last, line);
      else lines.push(line);
    }
    isSpaced = isSpace;
  }
  return joinRows(mergeRows(lines));
}

/** 全角的逗号、句号、后括号，右半边是空的，可以悬在栏外。 */
function inkRight({ text, left, right }: Glyph): number {
  return /[，。、；：！？）】》」』”’]/.test(text) ? (left + right) / 2 : right;
}

/** Pieces of one line may stand apart in the file. */
function mergeRows(pieces: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const index = lines.findLastIndex((line) => follows(line, piece) || follows(piece, line));
    if (index < 0 || middle(piece) - middle(lines[index]!) > piece.size) lines.push(piece);
    else {
      const line = lines[index]!;
      lines[index] = line.left <= piece.left ? joined(line, piece) : joined(piece, line);
    }
  }
  return lines;
}

function middle({ top, bottom }: Glyph): number {
  return (top + bottom) / 2;
}

interface Neighbours {
  readonly left: Line;
  readonly right: Line;
}

/** Joins what narrow gaps part, unless the lines above and below leave the same gap: 栏与栏之间只隔一字。 */
function joinRows(pieces: readonly Line[]): Line[] {
  const pairs = pieces.flatMap((left): Neighbours[] => {
    const others = pieces.filter((right) => right.left > left.left && isLevel(left, right));
    const right = others.sort((a, b) => a.left - b.left)[0];
    return right ? [{ left, right }] : [];
  });
  const lines = new Map(pieces.map((piece) => [piece, piece]));
  for (const pair of pairs.sort((a, b) => a.right.left - b.right.left)) {
    const { left, right } = pair;
    if (!follows(left, right, COLUMN_GAP) || isGutter(pair, pairs)) continue;
    lines.set(right, joined(lines.get(left)!, lines.get(right)!));
    lines.delete(left);
  }
  return [...lines.values()];
}

function isGutter({ left, right }: Neighbours, pairs: readonly Neighbours[]): boolean {
  const size = Math.max(left.size, right.size);
  const beside = pairs.filter(
    (other) =>
      other.left !== left &&
      Math.abs(middle(other.left) - middle(left)) < BESIDE * size &&
      Math.min(other.right.left, right.left) - Math.max(other.left.right, left.right) >=
        GUTTER * size,
  );
  return beside.length >= FEWEST_BESIDE;
}

function isLevel(a: Line, b: Line): boolean {
  return Math.abs(middle(a) - middle(b)) < Math.max(a.size, b.size) * 0.4;
}

/** Whether `b` goes on to the right of `a` on the same line, over a gap of so many heights at most. */
function follows(a: Line, b: Line, widest = GUTTER): boolean {
  const size = Math.max(a.size, b.size);
  const gap = b.left - a.right;
  return isLevel(a, b) && gap > -size * 0.5 && gap < size * widest;
}

function joined(a: Line, b: Line): Line {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  const isWords = LATIN_END.test(a.text) && LATIN_START.test(b.text);
  const space = gap > SPACE_GAP || (b.isSpaced && (isWords || gap > STATED_SPACE_GAP)) ? ' ' : '';
  return {
    text: a.text + space + b.text,
    left: a.left,
    right: b.right,
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    size: Math.max(a.size, b.size),
    isSpaced: a.isSpaced,
  };
}

const LATIN_END = /[\w,.;:%)]$/;
const LATIN_START = /^[\w(]/;

/** Two lines of a paragraph as one: no space between Chinese characters, no hyphen within a word. */
export function joinText(a: string, b: string): string {
  if (/[a-z]-$/.test(a) && /^[a-z]/.test(b)) return a.slice(0, -1) + b;
  return a + (LATIN_END.test(a) && LATIN_START.test(b) ? ' ' : '') + b;
}
