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
/** Wider gaps are spaces, whatever the file says; 汉字笔画之间的空隙更窄。 */
const SPACE_GAP = 0.75;
/** Wider gaps are spaces where the file has one; justified lines have some where none is meant. */
const STATED_SPACE_GAP = 0.35;

/** The characters of a page, in the order of the file, as lines. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: Line[] = [];
  let spaced = false;
  for (const glyph of glyphs) {
    const isSpace = glyph.text.trim() === '';
    if (!isSpace && glyph.bottom > glyph.top) {
      const line = { ...glyph, size: glyph.bottom - glyph.top };
      const last = lines.at(-1);
      if (last && follows(last, line)) lines[lines.length - 1] = joined(last, line, spaced);
      else lines.push(line);
    }
    spaced = isSpace;
  }
  return mergeRows(lines);
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

/** Whether `b` goes on to the right of `a` on the same line. */
function follows(a: Line, b: Line): boolean {
  const size = Math.max(a.size, b.size);
  const gap = b.left - a.right;
  return (
    Math.abs(middle(a) - middle(b)) < size * 0.4 && gap > -size * 0.5 && gap < size * COLUMN_GAP
  );
}

function joined(a: Line, b: Line, spaced = false): Line {
  const gap = (b.left - a.right) / Math.min(a.size, b.size);
  const isWords = LATIN_END.test(a.text) && LATIN_START.test(b.text);
  const space = gap > SPACE_GAP || (spaced && (isWords || gap > STATED_SPACE_GAP)) ? ' ' : '';
  return {
    text: a.text + space + b.text,
    left: a.left,
    right: b.right,
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    size: Math.max(a.size, b.size),
  };
}

const LATIN_END = /[\w,.;:%)]$/;
const LATIN_START = /^[\w(]/;

/** Two lines of a paragraph as one: no space between Chinese characters, no hyphen within a word. */
export function joinText(a: string, b: string): string {
  if (/[a-z]-$/.test(a) && /^[a-z]/.test(b)) return a.slice(0, -1) + b;
  return a + (LATIN_END.test(a) && LATIN_START.test(b) ? ' ' : '') + b;
}
