import { diffArrays } from 'diff';
import type { Span } from '../types.ts';
import type { Letter } from './letters.ts';

/** One of two sentences, for comparison. Ranges of names count letters. */
export interface Side {
  readonly letters: readonly Letter[];
  readonly names: readonly Span[];
}

/** Where two sentences differ, in letters of each: the whole name, or the words between two marks. */
export interface Difference {
  readonly ranges: readonly [Span, Span];
  readonly isName: boolean;
}

/** More letters are an addition rather than another reading. */
const LONGEST = 10;
/** Letters of a clause that is shown whole; of a longer one so many are on either side. */
const LONGEST_CLAUSE = 16;
const BESIDE = 4;

/** The differences of two sentences in their order, those within one name or clause as one. */
export function differencesOf(a: Side, b: Side): Difference[] {
  const hunks = hunksOf(a.letters, b.letters);
  const places = [placesOf(hunks, a.letters.length), placesOf(hunks.map(turned), b.letters.length)];
  const found = new Map<string, Difference>();
  for (const hunk of hunks.filter(isShort)) {
    const name = longest([
      ...nameAround(a.names, hunk[0]),
      ...nameAround(b.names, hunk[1]).map((span) => moved(span, places[1]!)),
    ]);
    const range = name ?? clauseAround(hunk, [a, b], places[1]!);
    const ranges = [range, moved(range, places[0]!)] as const;
    found.set(JSON.stringify(ranges), { ranges, isName: name !== undefined });
  }
  return [...found.values()];
}

/** What stands in one text where the other has something else or nothing. */
type Hunk = readonly [Span, Span];

const turned = ([a, b]: Hunk): Hunk => [b, a];

function hunksOf(a: readonly Letter[], b: readonly Letter[]): Hunk[] {
  const forms = (letters: readonly Letter[]) => letters.map(({ form }) => form);
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  let open: Hunk | undefined;
  for (const { added, removed, count } of diffArrays(forms(a), forms(b))) {
    if (added || removed) {
      const [start, end] = [open?.[0].start ?? i, open?.[1].start ?? j];
      i += removed ? count : 0;
      j += added ? count : 0;
      open = [
        { start, end: i },
        { start: end, end: j },
      ];
    } else {
      if (open) hunks.push(open);
      open = undefined;
      i += count;
      j += count;
    }
  }
  return open ? [...hunks, open] : hunks;
}

function isShort(hunk: Hunk): boolean {
  return hunk.every(({ start, end }) => end - start <= LONGEST);
}

/** For each place between letters of one text that of the other, as the start and the end of a range. */
interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function placesOf(hunks: readonly Hunk[], length: number): Places {
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  let shift = 0;
  for (let place = 0; place <= length; place++) {
    while (next < hunks.length && hunks[next]![0].end < place) {
      const [a, b] = hunks[next++]!;
      shift = b.end - a.end;
    }
    const [a, b] = hunks[next] ?? [];
    const isIn = a !== undefined && a.start <= place;
    starts.push(isIn ? (place === a.end && a.start < a.end ? b!.end : b!.start) : place + shift);
    ends.push(isIn ? (place === a.start && a.start < a.end ? b!.start : b!.end) : place + shift);
  }
  return { starts, ends };
}

function moved({ start, end }: Span, { starts, ends }: Places): Span {
  return { start: starts[start]!, end: Math.max(starts[start]!, ends[end]!) };
}

function nameAround(names: readonly Span[], { start, end }: Span): Span[] {
  return names.filter((name) =>
    start === end ? name.start < start && end < name.end : name.start <= start && end <= name.end,
  );
}

function longest(spans: readonly Span[]): Span | undefined {
  return [...spans].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

/** The words between the marks that both texts have around a hunk, in letters of the first. */
function clauseAround([a, b]: Hunk, sides: readonly [Side, Side], toFirst: Places): Span {
  const own = between(sides[0].letters, a);
  const other = moved(between(sides[1].letters, b), toFirst);
  const start = Math.min(a.start, Math.max(own.start, other.start));
  const end = Math.max(a.end, Math.min(own.end, other.end));
  if (end - start <= LONGEST_CLAUSE) return { start, end };
  return { start: Math.max(start, a.start - BESIDE), end: Math.min(end, a.end + BESIDE) };
}

/** Up to the next mark on both sides. */
function between(letters: readonly Letter[], { start, end }: Span): Span {
  const isJoined = (i: number) =>
    i > 0 && i < letters.length && letters[i - 1]!.end === letters[i]!.start;
  let [first, last] = [start, end];
  while (isJoined(first)) first--;
  while (isJoined(last)) last++;
  return { start: first, end: last };
}
