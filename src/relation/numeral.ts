const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** 数词之后的量级：2,837万、3.5千万、2万亿。 */
const ZEROS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/**
 * The number that Arabic or Chinese digits say, with a word for its size after it.
 * @returns undefined when the characters form no number: 二三十
 * @example numberOf('2,837', '万') // 28370000
 * @example numberOf('一百二十', '亿') // 12000000000
 */
export function numberOf(digits: string, size = ''): number | undefined {
  if (/\d/.test(digits)) return Number(`${digits.replaceAll(',', '')}e${zerosOf(size)}`);
  const [whole = '', decimals] = digits.split('点');
  const count = chineseNumber(whole);
  if (count === undefined) return undefined;
  const fraction = decimals ? `.${digitsOf(decimals)}` : '';
  return Number(`${count}${fraction}e${zerosOf(size)}`);
}

/** How many zeros 百, 万 or 万亿 stands for. */
export function zerosOf(size: string): number {
  let zeros = 0;
  for (const char of size) zeros += ZEROS[char]!;
  return zeros;
}

/** 二〇二四: each character is a digit. */
export function digitsOf(text: string): string {
  return [...text].map((char) => DIGITS[char] ?? char).join('');
}

/** 三千五百六十, 一亿二千万, 两万五. */
export function chineseNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let unit = 1;
  let largest = Infinity;
  for (const char of text) {
    const value = DIGITS[char];
    if (value !== undefined) {
      if (digit !== undefined && digit > 0) return undefined;
      digit = value;
      if (value === 0) unit = 1;
    } else if (UNITS[char]) {
      if (UNITS[char] >= largest) return undefined;
      section += (digit ?? 1) * UNITS[char];
      largest = unit = UNITS[char];
      digit = undefined;
    } else {
      unit = GROUPS[char]!;
      section += digit ?? 0;
      if (section === 0 && total === 0) return undefined;
      // 三万亿：前面所有的都以亿计；一亿二千万：只有后面的以万计。
      total = total > 0 && total < unit ? (total + section) * unit : total + section * unit;
      section = 0;
      largest = Infinity;
      digit = undefined;
    }
  }
  // 两万五：省去了最后的千。
  const last = unit > 10 && digit !== undefined && digit > 0 ? unit / 10 : 1;
  return total + section + (digit ?? 0) * last;
}
