import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agree, quantitiesIn } from '../../src/relation/quantity.ts';

function quantitiesOf(text: string) {
  return quantitiesIn(text, { start: 0, end: text.length });
}

describe('quantitiesIn finds', () => {
  const CASES: [text: string, ...quantities: string[]][] = [
    ['总投资32亿元', '32亿元=3200000000 元'],
    ['收购67%的股权', '67%=67 %'],
    ['全角的12.5％也算', '12.5％=12.5 %'],
    ['开行1491车次', '1491车次=1491 车次'],
    ['发运2,837万吨', '2,837万吨=28370000 吨'],
    ['占地近3000亩', '近3000亩=3000 亩'],
    ['三千五百人参加', '三千五百人=3500 人'],
    ['面积1.5万平方公里', '1.5万平方公里=15000 平方公里'],
    ['增长百分之五', '百分之五=5 %'],
    ['提高12个百分点', '12个百分点=12 个百分点'],
    ['每年一百二十多亿元', '一百二十多亿元=12000000000 元'],
    ['现有3000余名员工', '3000余名=3000 名'],
    ['融资约三点五亿美元', '约三点五亿美元=350000000 美元'],
    ['注册资本1000万元人民币', '1000万元人民币=10000000 元'],
    ['装机5千瓦', '5千瓦=5 千瓦'],
    ['装机3.5万千瓦', '3.5万千瓦=35000 千瓦'],
    ['每吨五千元/吨', '五千元/吨=5000 元/吨'],
    ['达到5亿元，增至8亿元', '5亿元=500000000 元', '8亿元=800000000 元'],
    ['重3公斤，重3千克', '3公斤=3 千克', '3千克=3 千克'],
    ['两家企业', '两家=2 家'],
    ['两千万人以上', '两千万人以上=20000000 人'],
    ['3个月', '3个月=3 个月'],
  ];
  it.each(CASES)('in %s: %s', (text, ...quantities) => {
    const found = quantitiesOf(text);
    expect(found.map((q) => `${q.text}=${q.value} ${q.unit}`)).toEqual(quantities);
  });

  const NONE = [
    '2024年3月18日',
    '第3000名',
    '第三家',
    'G318公里',
    '歼20战机',
    '电话023-66221234',
    '3至5亿元',
    '30-40人',
    '一家公司的一名员工',
    '二三十人',
    '百度一下',
    '1.2.3个',
    '12,34万元',
  ];
  it.each(NONE)('nothing in %s', (text) => {
    expect(quantitiesOf(text)).toEqual([]);
  });
});

test('a quantity ends where a word ends: 五台山 holds no 五台', () => {
  const edges = new Set([0, 3]);
  expect(quantitiesIn('五台山', { start: 0, end: 3 }, (place) => edges.has(place))).toEqual([]);
});

describe('two figures', () => {
  const CASES: [a: string, b: string, same: boolean][] = [
    ['近3000亩', '2,987亩', true],
    ['32亿元', '32.1亿元', true],
    ['32亿元', '32.9亿元', true],
    ['33亿元', '32.9亿元', true],
    ['32亿元', '3,214,567,890元', true],
    ['三千二百万元', '3200万元', true],
    ['67%', '66.7%', true],
    ['百分之六十七', '67％', true],
    ['100多家', '108家', true],
    ['３０００多家', '3200家', true],
    ['32亿元', '33亿元', false],
    ['32亿元', '320亿元', false],
    ['3000亩', '2987亩', false],
    ['近3000亩', '2000亩', false],
    ['1491车次', '1492车次', false],
    ['67%', '51%', false],
    ['3亿元', '3亿美元', false],
  ];
  it.each(CASES)('%s and %s may be the same: %s', (a, b, same) => {
    // Documents are read in half-width form, and quote as they are written.
    const read = (text: string) => ({
      ...quantitiesOf(text.normalize('NFKC'))[0]!,
      text,
    });
    expect(agree(read(a), read(b))).toBe(same);
    expect(agree(read(b), read(a))).toBe(same);
  });
});

test('quantities stand where they say, and each agrees with itself', () => {
  const piece = fc.constantFrom(
    ...'近 约 3 2,837 32.5 三千五百 两 百分之 五 万 亿 多 余 元 % 人 吨 平方公里 千瓦 第 G 至 - 以上 /吨 ， 家'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join('');
      for (const found of quantitiesOf(text)) {
        expect(text.slice(found.start, found.end)).toBe(found.text);
        expect(Number.isFinite(found.value)).toBe(true);
        expect(agree(found, found)).toBe(true);
      }
    }),
  );
});

test('a number is read as it was written, with and without thousands', () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      const values = [String(number), number.toLocaleString('en-US')].map(
        (written) => quantitiesOf(`${written}吨`)[0]?.value,
      );
      expect(values).toEqual([number, number]);
    }),
  );
});
