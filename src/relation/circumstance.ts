import type { SentenceView } from '../entity/candidates.ts';
import type { Quantity, Relation, Span, TimeExpression } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';
import { quantitiesIn } from './quantity.ts';
import { timesIn } from './time.ts';
import type { Unit } from './units.ts';

/** When a statement holds, and the figures in it. */
export type Circumstances = Pick<Relation, 'time' | 'quantity'>;

/** A predicate of a sentence in its clause. */
export interface Stated {
  readonly predicate: Predicate;
  readonly clause: Clause;
}

const MOST_QUANTITIES = 3;
/** 2003年成立的某公司：时间只管“的”之前的谓词。 */
const ATTRIBUTE = 4;
/** 不随时间变的关系。 */
const LASTING = /^(?:位于|位居|地处|坐落|隶属|下辖|旗下|总部|毗邻|毗连)/;
/** 与往年相比，不是说那年的事。 */
const COMPARED = /[比较同]$/;
/** 数量和所量的名词之间的词：总投资约为、注册资本达到。 */
const LINK =
  /^(?:为|是|达|达到|达成|共|共计|合计|总计|累计|仅|已|了|将|约|近|超|超过|逾|突破|高达|人民币|至|到|：|:)$/;
const ABOUT = /(?<=.)(?:近|约|超|逾|达|为|共)$/;
/** 自己就说量的是什么的动词。 */
const MEASURING =
  /^(?:同比|环比|增长|增加|增|下降|减少|降低|上涨|上升|占|占地|占比|投资|出资|持股|融资|亏损|盈利|捐赠|耗资)$/;
const NOUN = /^(?:n|vn|an|b|j|l|ng)$/;
const LONGEST_NOUN = 3;

/**
 * The times and quantities of what a sentence states, by the place of its predicate.
 * 句首的时间管到后面各分句；没有名称的分句（总投资32亿元）说的是前面分句的事。
 * @param stated the predicates that state something
 * @param from where the report begins: the date in its head is not that of what it tells
 * @param date of the document
 */
export function circumstancesOf(
  sentence: SentenceView,
  units: readonly Unit[],
  clauses: readonly Clause[],
  stated: readonly Stated[],
  from: number,
  date?: string,
): ReadonlyMap<number, Circumstances> {
  const found = new Map<number, Circumstances>();
  if (stated.length === 0) return found;
  const { text, end, boundaries } = sentence;
  const isWordEdge = (position: number) => boundaries.has(position);
  const span = { start: from, end };
  const outside = (found: Span) => !units.some((unit) => unit.mention && overlaps(unit, found));
  const times = timesIn(text, span, date, isWordEdge).filter(outside);
  const quantities = quantitiesIn(text, span, isWordEdge).filter(outside);
  const figures = measured(quantities, units, clauses, stated);
  for (const { predicate, clause } of stated) {
    const time = timeOf(predicate, clause, times, units, clauses, text);
    const quantity = figures.get(predicate.start);
    found.set(predicate.start, { ...(time && { time }), ...(quantity && { quantity }) });
  }
  return found;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function timeOf(
  predicate: Predicate,
  clause: Clause,
  times: readonly TimeExpression[],
  units: readonly Unit[],
  clauses: readonly Clause[],
  text: string,
): TimeExpression | undefined {
  const begin = units[clause.first]!.start;
  const end = units[clause.next - 1]!.end;
  const fits = times.filter((time) => {
    if (time.end > end || COMPARED.test(text.slice(0, time.start).slice(-1))) return false;
    const limit = attributeEnd(time, units);
    if (limit !== undefined) return time.end <= predicate.start && predicate.end <= limit;
    if (time.start >= begin) return true;
    // 3月，某公司落户，位于某地的厂房……：位于不是3月的事。
    return !LASTING.test(predicate.label) && isTopic(time, units, clauses);
  });
  const before = fits.findLast((time) => time.end <= predicate.start);
  return before ?? fits.find((time) => time.start >= predicate.end);
}

/** Where the attribute ends of which a time is part: 去年建成的, 3月的. */
function attributeEnd(time: TimeExpression, units: readonly Unit[]): number | undefined {
  const first = units.findIndex(({ start }) => start >= time.end);
  if (first < 0) return undefined;
  for (const { text, mention, start } of units.slice(first, first + ATTRIBUTE)) {
    if (text === '的') return start;
    if (mention || /[，；：,;:]/.test(text)) return undefined;
  }
  return undefined;
}

/** 去年9月，……；去年9月某公司……，并……。分句只说了时间，或以时间开头而有名称。 */
function isTopic(
  time: TimeExpression,
  units: readonly Unit[],
  clauses: readonly Clause[],
): boolean {
  const clause = clauses.find(({ next }) => units[next - 1]!.end >= time.end)!;
  const [first, last] = [units[clause.first]!, units[clause.next - 1]!];
  return first.start === time.start && (clause.args.length > 0 || last.start <= time.end);
}

/** The quantities of each predicate, with what they measure. */
function measured(
  quantities: readonly Quantity[],
  units: readonly Unit[],
  clauses: readonly Clause[],
  stated: readonly Stated[],
): Map<number, Quantity[]> {
  const found = new Map<number, Quantity[]>();
  for (const quantity of quantities) {
    const place = predicateFor(quantity, units, clauses, stated);
    if (place === undefined) continue;
    const of = nounBefore(quantity, units) ?? nounAfter(quantity, units);
    const others = found.get(place) ?? [];
    if (others.length === MOST_QUANTITIES) continue;
    found.set(place, [...others, of ? { ...quantity, of } : quantity]);
  }
  return found;
}

/** The nearest predicate of the clause; of a clause without names, the last one before it. */
function predicateFor(
  quantity: Span,
  units: readonly Unit[],
  clauses: readonly Clause[],
  stated: readonly Stated[],
): number | undefined {
  let index = clauses.findIndex(({ next }) => units[next - 1]!.end > quantity.start);
  while (index > 0 && clauses[index]!.args.length === 0) index--;
  const distance = ({ predicate: { start, end } }: Stated) =>
    start < quantity.start ? quantity.start - end : start - quantity.end;
  const own = stated.filter(({ clause }) => clause === clauses[index]);
  return own.reduce<Stated | undefined>(
    (best, other) => (best && distance(best) <= distance(other) ? best : other),
    undefined,
  )?.predicate.start;
}

/** 总投资、注册资本、同比增长：数前面的名词，或自己说明所量的动词。 */
function nounBefore({ start }: Span, units: readonly Unit[]): string | undefined {
  let last = units.findLastIndex((unit) => unit.start < start);
  while (last >= 0 && LINK.test(units[last]!.text)) last--;
  let noun = '';
  for (let i = last; i > last - LONGEST_NOUN && i >= 0; i--) {
    const { text, tag, mention } = units[i]!;
    const word = text.replace(ABOUT, '');
    if (mention || !(NOUN.test(tag) || MEASURING.test(word))) break;
    noun = word + noun;
  }
  return noun || undefined;
}

/** 67%的股权、3000名员工、1491车次货物。 */
function nounAfter({ end }: Span, units: readonly Unit[]): string | undefined {
  let first = units.findIndex((unit) => unit.start >= end);
  if (first < 0) return undefined;
  if (units[first]!.text === '的') first++;
  let noun = '';
  for (const { text, tag, mention } of units.slice(first, first + LONGEST_NOUN)) {
    if (mention || !NOUN.test(tag)) break;
    noun += text;
  }
  return noun || undefined;
}
