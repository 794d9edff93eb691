/**
 * Sentences as a page shows them. The server and a self-contained page both find them here, in the
 * same archive.
 */

import type { Particulars } from '../graph/attributes.ts';
import type { Span } from '../types.ts';

/** A document as far as it is quoted. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  /** The paper, agency or site. */
  readonly publisher?: string;
  readonly text: string;
}

/** A document with what is marked in it: flat lists of start, end and number. */
export interface Reading extends Source {
  /** Start, end, node. */
  readonly mentions: readonly number[];
  /** Start, end, edge. */
  readonly predicates: readonly number[];
}

/** A piece of evidence, by the number of its document. */
export interface Entry extends Span, Particulars {
  readonly document: number;
  readonly rule: string;
}

export interface Archive {
  readonly documents: readonly Reading[];
  /** By the numbers of edges. */
  readonly evidence: readonly (readonly Entry[])[];
}

/** A sentence with where it comes from. */
export interface Passage extends Span {
  readonly document: number;
  readonly title: string;
  readonly id: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly quote: string;
}

/** A range of the quote: a mention of a node, or the predicate. */
export type Mark = readonly [start: number, end: number, node: number | 'predicate'];

/** A sentence behind an edge, with what is marked in it. */
export interface Quotation extends Passage, Particulars {
  readonly rule: string;
  /** In the order of the quote; they do not overlap. */
  readonly marks: readonly Mark[];
}

/** What is needed of an archive for some edges. */
export interface Excerpt {
  readonly documents: Readonly<Record<number, Reading>>;
  readonly evidence: Readonly<Record<number, readonly Entry[]>>;
}

/** The sentences behind an edge. */
export function quotationsOf({ documents, evidence }: Excerpt, edge: number): Quotation[] {
  return (evidence[edge] ?? []).map(({ document, start, end, ...rest }) => {
    const reading = documents[document]!;
    const marks: Mark[] = [
      ...within(reading.mentions, start, end),
      ...within(reading.predicates, start, end)
        .filter(([, , number]) => number === edge)
        .map(([from, to]): Mark => [from, to, 'predicate']),
    ];
    const apart = withoutOverlaps(marks.map(([a, b, what]): Mark => [a - start, b - start, what]));
    return { ...passage(reading, document, start, end), ...rest, marks: apart };
  });
}

/** Sentences that hold a text, in the order of the documents. */
export function passagesWith({ documents }: Archive, text: string, limit: number): Passage[] {
  const found: Passage[] = [];
  for (const [document, reading] of documents.entries()) {
    if (found.length === limit) break;
    found.push(...passagesIn(reading, document, text).slice(0, limit - found.length));
  }
  return found;
}

/** The sentences of a document that hold a text. */
export function passagesIn(reading: Source, document: number, text: string): Passage[] {
  const found: Passage[] = [];
  for (let end = 0; ; ) {
    const place = reading.text.indexOf(text, end);
    if (place < 0) return found;
    const start = sentenceStart(reading.text, place);
    end = sentenceEnd(reading.text, place + text.length);
    found.push(passage(reading, document, start, end));
  }
}

/** 句末标点与换行；引文过长时在此处截断。 */
const ENDS = new Set('。！？!?\n');
const LONGEST = 200;

function sentenceStart(text: string, place: number): number {
  let start = place;
  while (start > 0 && place - start < LONGEST && !ENDS.has(text[start - 1]!)) start--;
  return start;
}

/** Where the sentence ends in which something stands. */
export function sentenceEnd(text: string, place: number): number {
  let end = place;
  while (end < text.length && end - place < LONGEST && !ENDS.has(text[end]!)) end++;
  return end < text.length && text[end] !== '\n' && ENDS.has(text[end]!) ? end + 1 : end;
}

function passage(
  { text, id, title, date, publisher }: Source,
  document: number,
  start: number,
  end: number,
): Passage {
  const origin = { id, title, ...(date && { date }), ...(publisher && { publisher }) };
  return { document, ...origin, start, end, quote: text.slice(start, end) };
}

function within(flat: readonly number[], start: number, end: number): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (let i = 0; i < flat.length; i += 3) {
    if (flat[i]! >= start && flat[i + 1]! <= end)
      found.push([flat[i]!, flat[i + 1]!, flat[i + 2]!]);
  }
  return found;
}

/** The first of those that overlap, and of those that begin together the mention. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a[0] - b[0]);
  let end = 0;
  return sorted.filter((mark) => {
    if (mark[0] < end) return false;
    end = mark[1];
    return true;
  });
}
