import type { Evidence, Reading } from '../graph/attributes.ts';
import { agree } from '../relation/quantity.ts';
import { type Readable, readerOf } from '../store/memory.ts';
import type { Quantity, Status, TimeExpression } from '../types.ts';
import type { TitledEvidence } from './evidence.ts';

/** A sentence that contradicts another. */
export interface Side extends TitledEvidence {
  /** Keys of the entities of which it states something, and the predicate. */
  readonly head: string;
  readonly label: string;
  readonly tail: string;
  /** The figure that others give differently. */
  readonly figure?: Quantity;
}

/** Two readings of one sentence in documents that reprint each other: 宸安生物, 震安生物. */
export interface VariantReading {
  readonly kind: 'variant';
  /** Keys of the entities whose names differ, where they do. */
  readonly entities: readonly string[];
  /** Both readings: 宸安生物 / 震安生物. */
  readonly about: string;
  /** Whether they are probably one name, misread in one document; nothing merges them unasked. */
  readonly misreading: boolean;
  /** The two, sorted by their words. */
  readonly sides: readonly (Reading & Pick<TitledEvidence, 'title'>)[];
}

/** What documents say differently. */
export type Conflict = Contradiction | VariantReading;

/** A figure, or whether something is so. */
export interface Contradiction {
  readonly kind: 'quantity' | 'status';
  /** Keys of the entities: of one thing, or of head and tail. */
  readonly entities: readonly string[];
  /** What is measured (总投资), or else the predicate (收购). */
  readonly about: string;
  /** Of the figures. */
  readonly unit?: string;
  /** At least two, of at least two documents, sorted by document and place. */
  readonly sides: readonly Side[];
}

/** 一物只有一个的量：不论在说它的哪件事时提到。 */
const OF_ONE_THING = new Set(
  '注册资本 注册资金 占地 占地面积 总面积 幅员面积 建筑面积 总建筑面积 总人口 常住人口 户籍人口 全长 总长 总里程 海拔 平均海拔 装机容量 总装机 总装机容量'.split(
    ' ',
  ),
);
/** 位于、隶属说的是主体，别的多是客体：建设某园，占地300亩。 */
const OF_HEAD = new Set(['location', 'part', 'membership']);

/**
 * Where documents contradict each other: they give the same quantity of the same thing differently,
 * or one asserts what another denies. The same quantity is that of the same head and tail (or of one
 * thing, for what a thing has but once, such as 注册资本), with the same noun (without one, the same
 * predicate), the same unit and the same time: that of both sentences where they state one; where
 * neither does, documents of dates that lie a month apart tell of different times, but for what lasts
 * (总投资, 注册资本). Figures that may be roundings of each other agree, see `agree`; a document that
 * gives several figures agrees with each of them.
 * Then the words in which reprints of one article differ, names that may be misread first.
 *
 * @example
 * for (const { about, sides } of conflicts(store)) console.log(about, sides.map(({ quote }) => quote));
 */
export function conflicts(graph: Readable): Conflict[] {
  const sides = sidesOf(graph);
  const contradictions = [...quantityConflicts(sides), ...statusConflicts(sides)].sort(
    (a, b) =>
      compare(a.kind, b.kind) ||
      compare(a.entities.join(), b.entities.join()) ||
      compare(a.about, b.about) ||
      compare(a.unit ?? '', b.unit ?? ''),
  );
  return [...contradictions, ...variantReadings(graph)];
}

/**
 * The words in which documents that reprint each other differ, as the reduce step found them: names
 * that may be misread first.
 *
 * @example
 * const misread = variantReadings(store).filter(({ misreading }) => misreading);
 */
export function variantReadings(graph: Readable): VariantReading[] {
  const reader = readerOf(graph);
  const variants = reader.variants();
  const documents = variants.flatMap(({ readings }) => readings.map(({ document }) => document));
  const titles = reader.titles(new Set(documents));
  return variants.map(({ readings, misreading }) => ({
    kind: 'variant',
    entities: [...new Set(readings.flatMap(({ entity }) => entity ?? []))],
    about: readings.map(({ text }) => text).join(' / '),
    misreading,
    sides: readings.map((reading) => ({ ...reading, title: titles.get(reading.document)! })),
  }));
}

/** With what is not told of a side. */
type Stated = Omit<Side, 'figure'> & {
  readonly relation: string;
  /** Of the document. */
  readonly date: string | undefined;
};

/** All evidence of statements, sorted by document and place. */
function sidesOf(graph: Readable): Stated[] {
  const reader = readerOf(graph);
  const found: Omit<Stated, 'title' | 'date'>[] = [];
  for (const { source, target, relation, label, evidence } of reader.statements()) {
    for (const entry of evidence) {
      found.push({ head: source, label, tail: target, relation, ...entry });
    }
  }
  const documents = new Map([...reader.documents()].map((one) => [one.id, one]));
  const sides = found.map((side) => {
    const document = documents.get(side.document);
    return { ...side, title: document?.title ?? '', date: document?.date };
  });
  return sides.sort(
    (a, b) =>
      byPlace(a, b) || compare(`${a.head}|${a.label}|${a.tail}`, `${b.head}|${b.label}|${b.tail}`),
  );
}

function byPlace(a: Evidence, b: Evidence): number {
  return compare(a.document, b.document) || a.start - b.start;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function quantityConflicts(sides: readonly Stated[]): Contradiction[] {
  const figures = sides
    .filter(({ status }) => status !== 'denied')
    .flatMap((side) => (side.quantity ?? []).map((figure) => ({ ...side, figure })));
  const groups = groupBy(figures, (side) => JSON.stringify(measured(side)));
  return [...groups.values()].flatMap((group) => {
    const [entities, about, unit] = measured(group[0]!);
    const found = contradicting(distinct(group)).map(({ relation, date, ...side }) => side);
    return found.length > 0 ? [{ kind: 'quantity', entities, about, unit, sides: found }] : [];
  });
}

/** What makes two figures those of the same quantity: entities, noun or predicate, unit. */
function measured({
  relation,
  head,
  label,
  tail,
  figure: { of, unit },
}: Figure): [entities: string[], about: string, unit: string, noun: boolean] {
  const owner = OF_HEAD.has(relation) ? head : tail;
  const entities = of && OF_ONE_THING.has(of) ? [owner] : [head, tail];
  return [entities, of ?? label, unit, of !== undefined];
}

type Figure = Stated & { readonly figure: Quantity };

/** A sentence may state several things of the same figure. */
function distinct(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, Figure>();
  for (const side of figures) {
    const key = `${side.figure.start}\n${side.document}`;
    if (!seen.has(key)) seen.set(key, side);
  }
  return [...seen.values()];
}

/** The figures of those documents of which another's figures all differ. */
function contradicting(figures: readonly Figure[]): Figure[] {
  const documents = groupBy(figures, ({ document }) => document);
  const found = new Set<Figure>();
  for (const [one, own] of documents) {
    for (const [other, others] of documents) {
      if (one >= other) continue;
      const pairs = own
        .flatMap((a) => others.map((b) => [a, b] as const))
        .filter(([a, b]) => sameTime(a, b));
      if (pairs.some(([a, b]) => agree(a.figure, b.figure))) continue;
      for (const side of pairs.flat()) found.add(side);
    }
  }
  return figures.filter((side) => found.has(side));
}

/** Days between two documents from which on they tell of different times, unless they say which. */
const MOST_DAYS = 31;

/** Whether two figures may be of one time: that which is stated, else that of the documents. */
function sameTime(a: Figure, b: Figure): boolean {
  if (a.time && b.time) return textOf(a.time) === textOf(b.time);
  if (a.time || b.time || isLasting(a.figure)) return true;
  const [one, other] = [a.date, b.date].map((date) => Date.parse(date ?? ''));
  const days = Math.abs(one! - other!) / 86_400_000;
  return Number.isNaN(days) || days <= MOST_DAYS;
}

function textOf({ value, text }: TimeExpression): string {
  return value ?? text;
}

/** 总投资、注册资本到什么时候都是一个数；产量、人次、处数每次不同。 */
function isLasting({ of = '' }: Quantity): boolean {
  return OF_ONE_THING.has(of) || of.startsWith('总');
}

function statusConflicts(sides: readonly Stated[]): Contradiction[] {
  const claims = groupBy(sides, ({ head, relation, label, tail }) =>
    JSON.stringify([head, relation, label, tail]),
  );
  return [...claims.values()].flatMap((claim) => {
    const { head, label, tail } = claim[0]!;
    const contrary = {
      asserted: documentsOf(claim, 'denied'),
      denied: documentsOf(claim, 'asserted'),
    };
    const found = claim.filter(({ status, document }) => {
      if (status !== 'asserted' && status !== 'denied') return false;
      return [...contrary[status]].some((other) => other !== document);
    });
    if (found.length === 0) return [];
    const told = found.map(({ relation, date, ...side }) => side);
    return [{ kind: 'status', entities: [head, tail], about: label, sides: told } as const];
  });
}

function documentsOf(claim: readonly Stated[], status: Status): Set<string> {
  return new Set(claim.filter((side) => side.status === status).map(({ document }) => document));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
