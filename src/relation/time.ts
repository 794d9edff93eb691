import type { Span, TimeExpression } from '../types.ts';
import {
  type Calendar,
  isoDate,
  lastDay,
  nearestMonth,
  nearestYear,
  parseDate,
  plusDays,
  plusMonths,
  weekday,
} from './calendar.ts';
import { chineseNumber, digitsOf } from './numeral.ts';

const YEARS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
};
const MONTHS: Readonly<Record<string, number>> = {
  本月: 0,
  上月: -1,
  上个月: -1,
  下月: 1,
  下个月: 1,
};
const DAYS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: -1,
  昨日: -1,
  前天: -2,
  前日: -2,
  明天: 1,
  明日: 1,
  后天: 2,
};
const WEEKS: Readonly<Record<string, number>> = { 本周: 0, 上周: -1, 下周: 1 };
/** 一年中的月份。 */
const MONTHS_OF: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};
/** 一月中的日子；下旬到月底。 */
const DAYS_OF: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
};

const any = (words: Readonly<Record<string, unknown>>) => Object.keys(words).join('|');
const TO = '(?:至|到|[-–—－~～]{1,2})';
const YEAR_DIGITS = '(?:[12]\\d{3}|[一二][〇零○一二三四五六七八九]{3})';
const MONTH_DIGITS = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const DAY_DIGITS =
  '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** 18日；3日内、5日游说的是多久。 */
const BARE_DAY = '\\d{1,2}日(?![内元均本报游间])';
/** 7月4—6日：前一个数的单位在后一个数之后。 */
const MONTH = `(?<month>${MONTH_DIGITS})(?:月份?|(?=${TO}${MONTH_DIGITS}月))`;
const DAY = `(?<day>${DAY_DIGITS})(?:[日号]|(?=${TO}${BARE_DAY}))`;
const YEAR = `(?:(?<year>${YEAR_DIGITS})(?:年度?|(?=${TO}${YEAR_DIGITS}年))|(?<relativeYear>${any(YEARS)}))`;
const OF_YEAR = `第?(?<ofYear>${any(MONTHS_OF)})|年?[初底末]`;
const OF_MONTH = `(?:${DAY}|(?<ofMonth>${any(DAYS_OF)})|[初底末])`;

/** Each alternative is bounded and none repeats another, so that the search is linear in the text. */
const EXPRESSIONS = [
  `${YEAR}的?(?:${MONTH}${OF_MONTH}?|${OF_YEAR})?`,
  `(?<!\\d[-/.]?)(?<isoYear>[12]\\d{3})(?<mark>[-/.])(?<isoMonth>1[0-2]|0?[1-9])\\k<mark>(?<isoDay>3[01]|[12]\\d|0?[1-9])(?![\\d.])`,
  `${MONTH}${OF_MONTH}?`,
  `(?<relativeMonth>${any(MONTHS)})${OF_MONTH}?`,
  `第?(?<ofYear>${any(MONTHS_OF)})|年[初底末]`,
  `(?=${BARE_DAY}|\\d{1,2}${TO}${BARE_DAY})(?<day>\\d{1,2})日?`,
  `(?<relativeDay>${any(DAYS)})`,
  `(?<week>${any(WEEKS)})(?:(?<weekday>[一二三四五六日天])|(?![年岁期转边]))`,
].map((source) => new RegExp(`(?<![\\d.第])(?:${source})`, 'y'));
const RANGE = new RegExp(TO, 'y');
/** 时间表达的第一个字。 */
const FIRST = /[\d今本去上前明后昨下一二三四五六七八九十年第]/g;

/** A date or an interval that words say, as far as they say it. */
interface Reading {
  readonly end: number;
  readonly from?: Calendar | undefined;
  readonly to?: Calendar | undefined;
}

/**
 * Find when a sentence says that things happen: 3月18日, 去年9月, 2024年上半年, 7月4日至6日, 上周五.
 * A month without a year takes that of the expression before it, else the year of the document.
 * 近日、目前、三年前说不出日期，不算。
 * @param date of the document, ISO 8601; without it 去年 has no value
 * @param isWordEdge whether a word begins or ends at a position: 至今年轻 holds no 今年
 */
export function timesIn(
  text: string,
  { start, end }: Span,
  date?: string,
  isWordEdge: (position: number) => boolean = () => true,
): TimeExpression[] {
  const written = date === undefined ? undefined : parseDate(date);
  const found: TimeExpression[] = [];
  const part = text.slice(0, end);
  let said: Calendar | undefined;
  FIRST.lastIndex = start;
  for (let first = FIRST.exec(part); first; first = FIRST.exec(part)) {
    const at = first.index;
    const reading = readAt(part, at, written, said);
    if (!reading || !isWhole(part, at, reading.end, isWordEdge)) continue;
    const value = isoValue(reading);
    const words = { start: at, end: reading.end, text: part.slice(at, reading.end) };
    found.push(value === undefined ? words : { ...words, value });
    said = reading.to ?? reading.from;
    FIRST.lastIndex = reading.end;
  }
  return found;
}

/** 没有数字的，要自成词。 */
function isWhole(
  text: string,
  start: number,
  end: number,
  isWordEdge: (position: number) => boolean,
): boolean {
  return /\d/.test(text.slice(start, end)) || (isWordEdge(start) && isWordEdge(end));
}

/** An expression and, after 至, another that takes what it lacks from the first. */
function readAt(
  text: string,
  at: number,
  written: Calendar | undefined,
  said: Calendar | undefined,
): Reading | undefined {
  const one = matchAt(text, at, written, said);
  if (!one) return undefined;
  RANGE.lastIndex = one.end;
  const link = RANGE.exec(text);
  const other = link && matchAt(text, RANGE.lastIndex, written, one.from ?? said);
  return other ? { ...other, from: other.to && one.from } : one;
}

function matchAt(
  text: string,
  at: number,
  written: Calendar | undefined,
  said: Calendar | undefined,
): Reading | undefined {
  for (const expression of EXPRESSIONS) {
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (match) return { end: expression.lastIndex, ...read(match.groups ?? {}, written, said) };
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The first and the last day, month or year that an expression names. */
function read(
  groups: Groups,
  written: Calendar | undefined,
  said: Calendar | undefined,
): Pick<Reading, 'from' | 'to'> {
  const { relativeDay, week, weekday: dayOfWeek, ofYear, ofMonth } = groups;
  if (relativeDay) return single(plusDays(written, DAYS[relativeDay]!));
  if (week) {
    const monday = written && plusDays(written, WEEKS[week]! * 7 - weekday(written));
    if (!dayOfWeek) return { from: monday, to: plusDays(monday, 6) };
    return single(plusDays(monday, '一二三四五六日天'.indexOf(dayOfWeek.replace('天', '日'))));
  }
  const date = dateOf(groups, written, said);
  if (!date) return {};
  const { year, month } = date;
  if (ofYear) {
    const [first, last] = MONTHS_OF[ofYear]!;
    return { from: { year, month: first }, to: { year, month: last } };
  }
  if (ofMonth) {
    const [first, last] = DAYS_OF[ofMonth]!;
    const to = { ...date, day: Math.min(last, lastDay(year, month!)) };
    return { from: { ...date, day: first }, to };
  }
  return single(date);
}

const single = (date: Calendar | undefined) => ({ from: date, to: date });

function dateOf(
  groups: Groups,
  written: Calendar | undefined,
  said: Calendar | undefined,
): Calendar | undefined {
  const year = numberIn(groups['year'] ?? groups['isoYear']);
  const month = numberIn(groups['month'] ?? groups['isoMonth']);
  const day = numberIn(groups['day'] ?? groups['isoDay']);
  if (year !== undefined) return { year, month, day };
  const { relativeYear, relativeMonth } = groups;
  if (relativeYear) return written && { year: written.year + YEARS[relativeYear]!, month, day };
  if (relativeMonth) {
    const other = plusMonths(written, MONTHS[relativeMonth]!);
    return other && { ...other, day };
  }
  if (month !== undefined) {
    const known = said?.year ?? (written && nearestYear(written, month, day));
    return known === undefined ? undefined : { year: known, month, day };
  }
  if (day === undefined) {
    const known = said ?? written;
    return known && { year: known.year };
  }
  if (said?.month) return { ...said, day };
  return written && nearestMonth(written, day);
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.length === 4) return Number(digitsOf(text));
  return /\d/.test(text) ? Number(text) : chineseNumber(text);
}

function isoValue({ from, to }: Reading): string | undefined {
  const first = from && isoDate(from);
  const last = to && isoDate(to);
  if (first === undefined || last === undefined) return undefined;
  return first === last ? first : `${first}/${last}`;
}
