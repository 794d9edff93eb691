import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { binsOf, sumsOf } from '../../viewer/data/timeline.ts';

const ones = (dates: readonly string[]) => dates.map(() => 1);

describe('dates in a row', () => {
  const CASES: [by: string, dates: string[], labels: string[]][] = [
    ['days', ['2024-02-28', '2024-03-01'], ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['months', ['2023-11', '2024-01-05'], ['2023-11', '2023-12', '2024-01']],
    [
      'years',
      ['2010', '2019-05', '2020'],
      ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019', '2020'],
    ],
    ['the beginning of ranges', ['2024-03-01/2024-03-05'], ['2024-03-01']],
    ['nothing', [], []],
  ];
  it.each(CASES)('by %s', (_, dates, labels) => {
    expect(binsOf(dates, ones(dates)).labels).toEqual(labels);
  });

  test('are not stretched by a few that lie far away', () => {
    const dates = ['1840', '2024-01', '2024-02', '2049'];
    const bins = binsOf(dates, [1, 500, 500, 1]);
    expect(bins.labels.at(0)! >= '2023').toBe(true);
    expect([...bins.of].slice(0, 2)).toEqual([0, 0]);
    expect(sumsOf(bins, [1, 500, 500, 1]).at(-1)).toBe(501);
  });

  test('lose nothing and are never too many', () => {
    const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const date = fc.tuple(year, fc.constantFrom('', '-01', '-12', '-12-31')).map((p) => p.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(date, { maxLength: 50 }), (some) => {
        const dates = some.sort();
        const bins = binsOf(dates, ones(dates));
        expect(bins.labels.length).toBeLessThanOrEqual(60);
        expect(sumsOf(bins, ones(dates)).reduce((a, b) => a + b, 0)).toBe(dates.length);
      }),
    );
  });
});
