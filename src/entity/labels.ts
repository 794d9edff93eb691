import { CATEGORIES, type Category, type Span } from '../types.ts';

/**
 * Labels of characters: 0 is outside of names; each category has begin, inside, end and single.
 * Ratinov and Roth 2009, "Design challenges and misconceptions in named entity recognition".
 */
export const LABELS = 1 + 4 * CATEGORIES.length;
export const OUTSIDE = 0;
const [BEGIN, INSIDE, END, SINGLE] = [0, 1, 2, 3];

/** A name as the tagger sees it. */
export interface LabelledSpan extends Span {
  readonly category: Category;
}

/** A text with the names in it. */
export interface LabelledText {
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

const positionOf = (label: number) => (label - 1) % 4;
const categoryOf = (label: number) => Math.floor((label - 1) / 4);

/** Whether a name can go on or end with `next` after `previous`. */
function mayFollow(previous: number, next: number): boolean {
  const open = previous !== OUTSIDE && positionOf(previous) <= INSIDE!;
  const continues = next !== OUTSIDE && [INSIDE, END].includes(positionOf(next));
  return open ? continues && categoryOf(previous) === categoryOf(next) : !continues;
}

const all = [...Array(LABELS).keys()];

/** For each label, those that may stand before it. */
export const PREDECESSORS: readonly (readonly number[])[] = all.map((next) =>
  all.filter((previous) => mayFollow(previous, next)),
);

/** For each label, those that may stand after it. */
export const SUCCESSORS: readonly (readonly number[])[] = all.map((previous) =>
  all.filter((next) => mayFollow(previous, next)),
);

/** Labels with which a sentence may begin, and those with which it may end. */
export const INITIAL: readonly number[] = all.filter((label) => mayFollow(OUTSIDE, label));
export const FINAL: readonly number[] = all.filter((label) => mayFollow(label, OUTSIDE));

/** Labels of `length` characters from the names among them. Names must not overlap. */
export function labelsOf(length: number, spans: readonly LabelledSpan[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { start, end, category } of spans) {
    const base = 1 + 4 * CATEGORIES.indexOf(category);
    labels.fill(base + INSIDE!, start, end);
    labels[start] = base + (end - start === 1 ? SINGLE! : BEGIN!);
    if (end - start > 1) labels[end - 1] = base + END!;
  }
  return labels;
}

/** Names from labels that follow each other as `PREDECESSORS` allows. */
export function spansOf(labels: Uint8Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let start = 0;
  for (let position = 0; position < labels.length; position++) {
    const label = labels[position]!;
    if (label === OUTSIDE) continue;
    const place = positionOf(label);
    if (place === BEGIN || place === SINGLE) start = position;
    if (place === END || place === SINGLE) {
      spans.push({ start, end: position + 1, category: CATEGORIES[categoryOf(label)]! });
    }
  }
  return spans;
}
