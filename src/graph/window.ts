import { MailuoError } from '../errors.ts';
import type { Window } from './attributes.ts';
import type { Entity } from './link.ts';
import type { ObservedDocument } from './observe.ts';

/** Wider windows than this say little that a paragraph does not. */
export const WIDEST_WINDOW = 20;

/** @throws MailuoError `INVALID_ARGUMENT` when it is no window */
export function checkWindow(window: Window): Window {
  if (window === 'sentence' || window === 'paragraph') return window;
  if (Number.isInteger(window) && window >= 1 && window <= WIDEST_WINDOW) return window;
  throw new MailuoError(
    'INVALID_ARGUMENT',
    `"${window}" is no window; use sentence, paragraph, or a whole number from 1 to ${WIDEST_WINDOW}`,
  );
}

/** How many units each sentence is in: so many of them are worth one independent unit. */
export function overlapOf(window: Window): number {
  return typeof window === 'number' ? window : 1;
}

/** Consecutive sentences of a document that count together: half-open, by their positions in it. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  /** The sentences before this one share an earlier unit, where their own pairs are counted. */
  readonly own: number;
}

/** The units of a document: its sentences, its paragraphs, or each sentence with those before it. */
export function unitsOf({ text, sentences }: ObservedDocument, window: Window): Unit[] {
  if (window !== 'paragraph') {
    const before = overlapOf(window) - 1;
    return sentences.map((_, i) => ({ first: Math.max(0, i - before), end: i + 1, own: i }));
  }
  const opens = (i: number) =>
    i === 0 || text.slice(sentences[i - 1]!.end, sentences[i]!.start).includes('\n');
  const starts = [...sentences.keys()].filter(opens);
  return starts.map((first, i) => ({ first, end: starts[i + 1] ?? sentences.length, own: first }));
}

/** Two entities of a unit, in the order of their keys, and the shortest passage that names both last. */
export interface Pair {
  readonly a: Entity;
  readonly b: Entity;
  /** Position of the passage's first sentence. */
  readonly from: number;
  /** Position of its last sentence, which belongs to the passage. */
  readonly to: number;
}

/**
 * Each entity is paired with at most so many that the unit names first after it, so that the work on
 * a long list, a long paragraph or a wide window is linear in its mentions.
 */
const MOST_PARTNERS = 30;

/** The pairs of entities that a unit adds to those of the units before it, each pair once. */
export function pairsOf({ sentences }: ObservedDocument, { first, end, own }: Unit): Pair[] {
  const named = new Map<string, { readonly entity: Entity; last: number }>();
  for (let position = first; position < end; position++) {
    for (const entity of sentences[position]!.entities) {
      const known = named.get(entity.key);
      if (known) known.last = position;
      else named.set(entity.key, { entity, last: position });
    }
  }
  const distinct = [...named.values()];
  const pairs: Pair[] = [];
  for (const [i, one] of distinct.entries()) {
    const end = Math.min(distinct.length, i + 1 + MOST_PARTNERS);
    for (let j = i + 1; j < end; j++) {
      const other = distinct[j]!;
      if (one.last < own && other.last < own) continue;
      const [a, b] = one.entity.key < other.entity.key ? [one, other] : [other, one];
      const [from, to] = a.last < b.last ? [a.last, b.last] : [b.last, a.last];
      pairs.push({ a: a.entity, b: b.entity, from, to });
    }
  }
  return pairs;
}
