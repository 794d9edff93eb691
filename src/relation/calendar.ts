/** Dates as ISO 8601 writes them, with as much as is known: 2024, 2024-09, 2024-09-18. */

const DAY = 86_400_000;
/** A date without a year that would lie further ahead than this is last year's: 12月 in January. */
const FURTHEST = 270 * DAY;

/** A date of which the year at least is known. */
export interface Calendar {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/**
 * Read an ISO date, with the month, day and time as far as they are given.
 * @returns undefined when there is no such date
 */
export function parseDate(text: string): Calendar | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts
    .slice(1)
    .map((part) => (part === undefined ? part : Number(part)));
  const date = { year: year!, month, day };
  return isoDate(date) === undefined ? undefined : date;
}

/** The date in ISO 8601, or undefined when there is no such day: 2月30日. */
export function isoDate({ year, month, day }: Calendar): string | undefined {
  const years = String(year).padStart(4, '0');
  if (month === undefined) return years;
  const months = `${years}-${pad(month)}`;
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return months;
  return day >= 1 && day <= lastDay(year, month) ? `${months}-${pad(day)}` : undefined;
}

/** The number of days of a month. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date some days later, if the day is known. */
export function plusDays(date: Calendar | undefined, days: number): Calendar | undefined {
  return date?.day ? fromTime(timeOf(date) + days * DAY) : undefined;
}

/** The month some months later, if the month is known. */
export function plusMonths(date: Calendar | undefined, months: number): Calendar | undefined {
  if (!date?.month) return undefined;
  const { year, month } = fromTime(Date.UTC(date.year, date.month - 1 + months, 1));
  return { year, month };
}

/** Days since Monday. */
export function weekday(date: Calendar): number {
  return (new Date(timeOf(date)).getUTCDay() + 6) % 7;
}

/** The year of a month and day that were written at a date. */
export function nearestYear(written: Calendar, month: number, day = 1): number {
  const { year } = written;
  if (!written.month) return year;
  return timeOf({ year, month, day }) - timeOf(written) > FURTHEST ? year - 1 : year;
}

/** The month of a day that was written at a date: the nearest such day. */
export function nearestMonth(written: Calendar, day: number): Calendar | undefined {
  if (!written.month || !written.day) return undefined;
  const away = (months: number) => {
    const { year, month } = plusMonths(written, months)!;
    const date = { year, month: month!, day };
    const fits = day <= lastDay(year, date.month);
    return { date, distance: fits ? Math.abs(timeOf(date) - timeOf(written)) : Infinity };
  };
  // 一样近时取过去的。
  return [-1, 0, 1].map(away).reduce((a, b) => (b.distance < a.distance ? b : a)).date;
}

function timeOf({ year, month = 1, day = 1 }: Calendar): number {
  return Date.UTC(year, month - 1, day);
}

function fromTime(time: number): Calendar {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
