const YEAR = '(?<year>19\\d\\d|20\\d\\d)';
const PATTERNS = [
  new RegExp(`${YEAR}\\s?年\\s?(?<month>\\d{1,2})\\s?月(?:\\s?(?<day>\\d{1,2})\\s?日)?`),
  new RegExp(`${YEAR}(?<mark>[-/.])(?<month>\\d{1,2})(?:\\k<mark>(?<day>\\d{1,2}))?(?!\\d)`),
  new RegExp(`^${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)$`),
  new RegExp(`^${YEAR}年?$`),
];

const DIGITS = '〇一二三四五六七八九';
const CHINESE_DATE =
  /([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;

/**
 * The first date that stands in a text, in ISO 8601: 2024年07月04日, 2024-7-4, 二〇二四年七月四日.
 * @returns undefined when there is none, or one that the calendar does not have
 */
export function dateIn(text: string): string | undefined {
  const source = text.trim().replace(CHINESE_DATE, (_, year, month, day) => {
    const digits = [...year.replaceAll(/[○零]/g, '〇')].map((digit) => DIGITS.indexOf(digit));
    return `${digits.join('')}年${smallNumber(month)}月${smallNumber(day)}日`;
  });
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(source)?.groups;
    if (groups) return isoDate(groups['year']!, groups['month'], groups['day']);
  }
  return undefined;
}

/** 一到三十一。 */
function smallNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? Math.max(1, DIGITS.indexOf(tens || '一')) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function isoDate(year: string, month?: string, day?: string): string | undefined {
  if (month === undefined) return year;
  const iso = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  const date = new Date(`${iso}T00:00:00Z`.replace(/^(\d{4}-\d\d)T/, '$1-01T'));
  // The calendar of the platform takes the 31st of April for the 1st of May.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
