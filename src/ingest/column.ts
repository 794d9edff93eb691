import type { Line } from './glyph.ts';

/** Lines that are read after each other, one below the other. A row of a table is one line. */
export interface Column {
  readonly lines: readonly Line[];
  /** Rows of a table are never joined to paragraphs. */
  readonly isTable: boolean;
}

/** An empty range between columns. */
type Gap = readonly [left: number, right: number];

/** In heights of a line. */
const NARROWEST_GAP = 0.7;
/** Narrower columns are those of a table. */
const NARROWEST_COLUMN = 6;
/** Lines may touch or overlap a little, as type is set tightly. In their height. */
const OVERLAP = 0.2;

/**
 * The columns of a page in reading order: from the top, stretches of the page that have the same
 * gaps between columns are found, and each column is divided again. A recursive X-Y cut (Nagy and
 * Seth 1984) that cuts rows only where the columns change, since lines of equal height in two
 * columns leave empty rows as well.
 */
export function columnsOf(lines: readonly Line[]): Column[] {
  return bandsOf(rowsOf(lines)).flatMap(({ rows, gaps }) => {
    const all = rows.flat();
    if (gaps.length === 0) return [{ lines: all, isTable: false }];
    const columns = cut(all, gaps);
    if (columns.some(isNarrow)) return [{ lines: rows.map(rowAsLine), isTable: true }];
    return columns.flatMap((column) => columnsOf(column));
  });
}

/** Lines whose heights overlap, directly or by way of others, from the top. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of [...lines].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const margin = line.size * OVERLAP;
    if (line.top + margin < bottom - margin) rows.at(-1)!.push(line);
    else rows.push([line]);
    bottom = Math.max(bottom, line.bottom);
  }
  return rows;
}

interface Band {
  readonly rows: Line[][];
  gaps: readonly Gap[];
}

/** Rows that follow each other and have a gap in common, or none. */
function bandsOf(rows: readonly Line[][]): Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const own = gapsOf(row);
    const band = bands.at(-1);
    const shared =
      band && band.gaps.length + own.length > 0 ? gapsOf([...band.rows.flat(), ...row]) : [];
    if (band && (shared.length > 0 || band.gaps.length + own.length === 0)) {
      band.rows.push(row);
      band.gaps = shared;
    } else {
      bands.push({ rows: [row], gaps: own });
    }
  }
  return bands;
}

/** Ranges that no line covers, with lines on both sides. */
function gapsOf(lines: readonly Line[]): Gap[] {
  const narrowest = NARROWEST_GAP * Math.min(...lines.map(({ size }) => size));
  const gaps: Gap[] = [];
  let right = Number.POSITIVE_INFINITY;
  for (const line of [...lines].sort((a, b) => a.left - b.left)) {
    if (line.left - right >= narrowest) gaps.push([right, line.left]);
    right = right === Number.POSITIVE_INFINITY ? line.right : Math.max(right, line.right);
  }
  return gaps;
}

function cut(lines: readonly Line[], gaps: readonly Gap[]): Line[][] {
  const columns: Line[][] = Array.from({ length: gaps.length + 1 }, () => []);
  for (const line of lines) {
    columns[gaps.filter(([, right]) => line.left >= right).length]!.push(line);
  }
  return columns;
}

function isNarrow(column: readonly Line[]): boolean {
  const width = column.reduce((sum, { left, right, size }) => sum + (right - left) / size, 0);
  return width / column.length < NARROWEST_COLUMN;
}

/** The cells of a row from left to right. */
function rowAsLine(row: readonly Line[]): Line {
  const cells = [...row].sort((a, b) => a.left - b.left || a.top - b.top);
  const first = cells[0]!;
  return { ...first, text: cells.map(({ text }) => text).join(' '), right: cells.at(-1)!.right };
}
