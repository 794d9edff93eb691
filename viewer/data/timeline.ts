/** Dates put in a row: by day, month or year, whichever tells most. */

/** A step in time, and all that is before the first and after the last. */
export interface Bins {
  /** The beginning of each, in order: 2024-03. */
  readonly labels: readonly string[];
  /** Bin of each date. */
  readonly of: Int32Array;
}

/** Letters of an ISO date that tell year, month and day. */
const UNITS = [4, 7, 10] as const;
const MOST_BINS = 60;
/** What is told of a past century, or of 2035, does not squeeze the rest into a corner. */
const TAIL = 0.01;

/**
 * @param dates in ISO 8601, in order; of a range the beginning counts, and a year counts as its January
 * @param counts how often each is told
 */
export function binsOf(dates: readonly string[], counts: ArrayLike<number>): Bins {
  const starts = dates.map((date) => startOf(date));
  const [first, last] = [quantile(starts, counts, TAIL), quantile(starts, counts, 1 - TAIL)];
  if (first === undefined || last === undefined)
    return { labels: [], of: new Int32Array(dates.length) };
  const labels = labelsBetween(first, last);
  const { length } = labels[0]!;
  const number = new Map(labels.map((label, bin) => [label, bin]));
  const of = Int32Array.from(starts, (start) => {
    const label = start.slice(0, length);
    return number.get(label) ?? (label < labels[0]! ? 0 : labels.length - 1);
  });
  return { labels, of };
}

/** The sum of what falls into each bin. */
export function sumsOf({ labels, of }: Bins, counts: ArrayLike<number>): number[] {
  const sums = new Array<number>(labels.length).fill(0);
  for (const [date, bin] of of.entries()) sums[bin]! += counts[date]!;
  return sums;
}

function startOf(date: string): string {
  const start = date.split('/')[0]!;
  return `${start}${'0000-01-01'.slice(start.length)}`;
}

function quantile(
  starts: readonly string[],
  counts: ArrayLike<number>,
  share: number,
): string | undefined {
  let total = 0;
  for (let i = 0; i < starts.length; i++) total += counts[i]!;
  let seen = 0;
  // Dates that begin together are in order but for their exactness.
  for (const [i, start] of starts.entries()) {
    seen += counts[i]!;
    if (total > 0 && seen > 0 && seen >= share * total) return start;
  }
  return undefined;
}

/** The finest steps that are not too many; of more years the last. */
function labelsBetween(first: string, last: string): string[] {
  for (const length of UNITS.toReversed()) {
    const labels = sequence(first.slice(0, length), last.slice(0, length));
    if (labels.length <= MOST_BINS) return labels;
  }
  const earliest = Number(last.slice(0, 4)) - MOST_BINS + 1;
  return sequence(String(earliest).padStart(4, '0'), last.slice(0, 4));
}

/** All labels from one to another of the same exactness, at most one more than is wanted. */
function sequence(first: string, last: string): string[] {
  const labels = [first];
  for (let label = first; label < last && labels.length <= MOST_BINS; ) {
    label = next(label);
    labels.push(label);
  }
  return labels;
}

function next(label: string): string {
  const [year = 0, month = 1, day = 1] = label.split('-').map(Number);
  const steps: Readonly<Record<number, [number, number, number]>> = {
    4: [year + 1, 1, 1],
    7: [year, month + 1, 1],
    10: [year, month, day + 1],
  };
  const [y, m, d] = steps[label.length]!;
  // Of a year below 100, `Date.UTC` would make one of the twentieth century.
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  return date.toISOString().slice(0, label.length);
}
