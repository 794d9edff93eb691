import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chineseNumber, digitsOf, numberOf, zerosOf } from '../../src/relation/numeral.ts';

const DIGITS = '零一二三四五六七八九';

/** A whole number below a trillion as it is written in Chinese. */
function inChinese(number: number): string {
  if (number >= 1e8) return large(number, 1e8, '亿');
  if (number >= 1e4) return large(number, 1e4, '万');
  if (number < 10) return DIGITS[number]!;
  const size = 10 ** Math.floor(Math.log10(number));
  const rest = number % size;
  const zero = rest > 0 && rest < size / 10 ? '零' : '';
  const tail = rest > 0 ? zero + inChinese(rest) : '';
  return DIGITS[Math.floor(number / size)]! + { 10: '十', 100: '百', 1000: '千' }[size]! + tail;
}

function large(number: number, size: number, word: string): string {
  const rest = number % size;
  const zero = rest > 0 && rest < size / 10 ? '零' : '';
  return inChinese(Math.floor(number / size)) + word + (rest > 0 ? zero + inChinese(rest) : '');
}

describe('a Chinese number', () => {
  const CASES: [text: string, number: number | undefined][] = [
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三千五百', 3500],
    ['一百二十', 120],
    ['一百零五', 105],
    ['一亿二千万', 1.2e8],
    ['三万亿', 3e12],
    ['两万五', 25000],
    ['一千二', 1200],
    ['两千万', 2e7],
    ['二三十', undefined],
    ['二十百', undefined],
  ];
  it.each(CASES)('%s is %s', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
        expect(chineseNumber(inChinese(number)), inChinese(number)).toBe(number);
      }),
    );
  });
});

describe('a number with its size', () => {
  const CASES: [digits: string, size: string, number: number][] = [
    ['2,837', '万', 28370000],
    ['32.1', '亿', 3210000000],
    ['1.1', '', 1.1],
    ['2', '万亿', 2e12],
    ['三点五', '亿', 3.5e8],
    ['一百二十', '亿', 1.2e10],
  ];
  it.each(CASES)('%s%s is %d', (digits, size, number) => {
    expect(numberOf(digits, size)).toBe(number);
  });

  test('is exact for each number of few digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(4), (digits, decimals) => {
        const written = (digits / 10 ** decimals).toFixed(decimals);
        expect(numberOf(written, '亿')).toBe(digits * 10 ** (8 - decimals));
      }),
    );
  });
});

test('each character of a year is a digit', () => {
  expect(digitsOf('二〇二四')).toBe('2024');
  expect(zerosOf('百万')).toBe(6);
});
