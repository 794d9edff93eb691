import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDate } from '../../src/relation/calendar.ts';
import { timesIn } from '../../src/relation/time.ts';

/** `text=value` of each expression. */
function timesOf(text: string, date?: string): string[] {
  const found = timesIn(text, { start: 0, end: text.length }, date);
  return found.map((time) => `${time.text}=${time.value ?? '?'}`);
}

describe('timesIn finds', () => {
  const CASES: [text: string, date: string | undefined, ...times: string[]][] = [
    ['新厂将于2027年建成', undefined, '2027年=2027'],
    ['双方在2024年7月4日签约', undefined, '2024年7月4日=2024-07-04'],
    ['二〇二四年七月开工', undefined, '二〇二四年七月=2024-07'],
    ['公告于2024-07-04发布', undefined, '2024-07-04=2024-07-04'],
    ['公告于2024.7.4发布', undefined, '2024.7.4=2024-07-04'],
    ['3月18日开工', '2024-05-01', '3月18日=2024-03-18'],
    ['3月18日开工', '2024', '3月18日=2024-03-18'],
    ['3月18日开工', undefined, '3月18日=?'],
    ['12月28日开工', '2024-01-05', '12月28日=2023-12-28'],
    ['将于9月开工', '2024-01-05', '9月=2024-09'],
    ['十二月五日开工', '2024-12-06', '十二月五日=2024-12-05'],
    ['去年9月开工', '2024-05-01', '去年9月=2023-09'],
    ['去年9月开工', undefined, '去年9月=?'],
    ['去年底开工，明年投产', '2024-05-01', '去年底=2023', '明年=2025'],
    ['上月投产', '2024-01-05', '上月=2023-12'],
    ['今年上半年投产', '2024-05-01', '今年上半年=2024-01/2024-06'],
    ['第三季度投产', '2024', '第三季度=2024-07/2024-09'],
    ['2024年2月下旬投产', undefined, '2024年2月下旬=2024-02-21/2024-02-29'],
    ['7月4日至6日举行', '2024-08-01', '7月4日至6日=2024-07-04/2024-07-06'],
    ['7月4—6日举行', '2024-08-01', '7月4—6日=2024-07-04/2024-07-06'],
    ['4日至6日举行', '2024-08-01', '4日至6日=2024-08-04/2024-08-06'],
    ['7至9月举行', '2024', '7至9月=2024-07/2024-09'],
    ['2020—2023年举行', undefined, '2020—2023年=2020/2023'],
    [
      '2024年12月30日至2025年1月2日举行',
      undefined,
      '2024年12月30日至2025年1月2日=2024-12-30/2025-01-02',
    ],
    ['2023年9月开工，12月建成', undefined, '2023年9月=2023-09', '12月=2023-12'],
    ['2023年9月3日开工，18日停工', undefined, '2023年9月3日=2023-09-03', '18日=2023-09-18'],
    ['记者28日获悉', '2024-03-02', '28日=2024-02-28'],
    ['前天开工', '2024-03-01', '前天=2024-02-28'],
    ['昨日开工', undefined, '昨日=?'],
    ['上周五开工', '2024-05-20', '上周五=2024-05-17'],
    ['本周开工', '2024-05-26', '本周=2024-05-20/2024-05-26'],
    ['2月30日开工', '2024', '2月30日=?'],
    ['近日、目前、同期、三年前', '2024'],
    ['编号13月、第3月台、3日游、5日内、2024', '2024'],
    ['电话023-66221234，5—6家，3到5亿元', '2024'],
  ];
  it.each(CASES)('in %s, written %s: %s', (text, date, ...times) => {
    expect(timesOf(text, date)).toEqual(times);
  });
});

test('a time of words is a word: 至今年轻 is not of this year', () => {
  const text = '至今年轻';
  const edges = new Set([0, 2, 4]);
  expect(timesIn(text, { start: 0, end: 4 }, '2024', (place) => edges.has(place))).toEqual([]);
});

test('looks only at the part that is asked for', () => {
  const found = timesIn('去年3月，今年5月', { start: 5, end: 8 }, '2024');
  expect(found).toEqual([{ start: 5, end: 7, text: '今年', value: '2024' }]);
});

describe('a date', () => {
  const CASES: [text: string, valid: boolean][] = [
    ['2024', true],
    ['2024-03', true],
    ['2024-02-29', true],
    ['2024-03-18T08:00:00-00:00', true],
    ['2024-03-18 08:00', true],
    ['2023-02-29', false],
    ['2024-13', false],
    ['2024-00-01', false],
    ['2024-03-00', false],
    ['3月18日', false],
    ['', false],
  ];
  it.each(CASES)('%s is one in ISO 8601: %s', (text, valid) => {
    expect(parseDate(text) !== undefined).toBe(valid);
  });
});

test('expressions stand where they say, in order, with dates that exist', () => {
  const piece = fc.constantFrom(
    ...'今年 去年 上半年 3月 18日 31日 至 到 — 2024年 二〇二四年 十二月 五日 上周 五 的 底 第三季度 2024-02-30 9 0 - . 日 号 月 第 ，'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('2024-02-29', '2024'),
      (pieces, date) => {
        const text = pieces.join('');
        let position = 0;
        for (const time of timesIn(text, { start: 0, end: text.length }, date)) {
          expect(text.slice(time.start, time.end)).toBe(time.text);
          expect(time.start).toBeGreaterThanOrEqual(position);
          expect(time.end).toBeGreaterThan(time.start);
          for (const side of time.value?.split('/') ?? [])
            expect(parseDate(side), side).toBeDefined();
          position = time.end;
        }
      },
    ),
  );
});
