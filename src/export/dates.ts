import type { Evidence } from '../graph/attributes.ts';
import { lastDay, parseDate } from '../relation/calendar.ts';
import type { Document } from '../types.ts';

/** Days from the first to the last, both included, in ISO 8601: 2024-03-01 to 2024-03-31. */
export interface Spell {
  readonly start: string;
  readonly end: string;
}

/** The documents that a graph rests on, for what formats say of them. */
export type Documents = readonly Pick<Document, 'id' | 'title' | 'date' | 'source'>[];

/** The date of a document, where it has one. */
export type DateOf = (document: string) => string | undefined;

export function datesOf(documents: Documents): DateOf {
  const dates = new Map(documents.map(({ id, date }) => [id, date]));
  return (document) => dates.get(document);
}

/**
 * When an edge holds, by its sentences: the time that each states, else the date of its document.
 * @returns distinct spells in their order; none where a sentence has no date, since it may hold always
 */
export function spellsOf(evidence: readonly Evidence[], dateOf: DateOf): Spell[] {
  const spells = new Map<string, Spell>();
  for (const { document, time } of evidence) {
    const spell = spellOf(time?.value ?? dateOf(document));
    if (!spell) return [];
    spells.set(`${spell.start}/${spell.end}`, spell);
  }
  return sorted([...spells.values()]);
}

/** Spells of several things as those of one: in their order, each once. */
export function union(all: readonly (readonly Spell[])[]): Spell[] {
  return sorted([...new Map(all.flat().map((one) => [`${one.start}/${one.end}`, one])).values()]);
}

const sorted = (spells: readonly Spell[]) =>
  [...spells].sort((a, b) => (`${a.start}${a.end}` < `${b.start}${b.end}` ? -1 : 1));

/** From the first to the last day of a date, as exact as it is: 2024-03, 2024-07-04/2024-07-06. */
function spellOf(date: string | undefined): Spell | undefined {
  const [first, last = first] = (date ?? '').split('/').map(parseDate);
  if (!first || !last) return undefined;
  const month = last.month ?? 12;
  return {
    start: day(first.year, first.month ?? 1, first.day ?? 1),
    end: day(last.year, month, last.day ?? lastDay(last.year, month)),
  };
}

function day(year: number, month: number, date: number): string {
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}
