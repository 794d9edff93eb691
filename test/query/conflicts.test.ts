import { describe, expect, it, test } from 'vitest';
import { type Contradiction, conflicts } from '../../src/query/conflicts.ts';
import { reduce } from '../../src/store/build.ts';
import { documentWith } from '../relation/notation.ts';

const PARK = '重庆国际生物城';

/** Each conflict: what it is about, and document and figure or status of each side. */
function conflictsOf(...texts: string[]): string[] {
  const store = reduce(texts.map((text, i) => documentWith(`${i + 1}.txt`, text, '2024-05-01')));
  const contradictions = conflicts(store).filter(({ kind }) => kind !== 'variant');
  return (contradictions as Contradiction[]).map(({ entities, about, unit, sides }) => {
    const names = entities.map((key) => store.graph.getNodeAttribute(key, 'label')).join(' ');
    const told = sides.map(
      ({ document, figure, status }) => `${document[0]} ${figure?.text ?? status}`,
    );
    return [`${names}: ${about}${unit ? ` ${unit}` : ''}`, ...told].join(' / ');
  });
}

const buys = (share: string) => `[华星电子集团|org]收购了[青川农商银行|org]${share}。`;
const builds = (facts: string) => `[${PARK}|place]由[中铁大桥局|org]承建，${facts}。`;
const HUAXING = '华星电子集团 青川农商银行';

describe('documents contradict each other', () => {
  const CASES: [title: string, texts: string[], ...expected: string[]][] = [
    [
      'with two shares',
      [buys('67%的股权'), buys('51%的股权')],
      `${HUAXING}: 股权 % / 1 67% / 2 51%`,
    ],
    [
      'with two sums, whatever else they say',
      [builds('总投资32亿元，占地300亩'), builds('总投资45亿元，占地300亩')],
      `中铁大桥局 ${PARK}: 总投资 元 / 1 32亿元 / 2 45亿元`,
    ],
    [
      'with two areas of one thing, in statements about others',
      [builds('占地300亩'), `[${PARK}|place]位于[巴南区|place]，占地500亩。`],
      `${PARK}: 占地 亩 / 1 300亩 / 2 500亩`,
    ],
    [
      'only where they differ: a third agrees with one of them',
      [buys('67%的股权'), buys('约67%的股权'), buys('51%的股权')],
      `${HUAXING}: 股权 % / 1 67% / 2 约67% / 3 51%`,
    ],
    [
      'when one denies what the other asserts',
      [buys(''), '[华星电子集团|org]没有收购[青川农商银行|org]。'],
      `${HUAXING}: 收购 / 1 asserted / 2 denied`,
    ],
  ];
  it.each(CASES)('%s', (_, texts, ...expected) => {
    expect(conflictsOf(...texts)).toEqual(expected);
  });

  test('whatever the order of documents, with sentence, title and place', () => {
    const texts = [buys('67%的股权'), buys('51%的股权')];
    const documents = texts.map((text, i) => documentWith(`${i}.txt`, text));
    const found = conflicts(reduce(documents));
    expect(conflicts(reduce([...documents].reverse()))).toEqual(found);
    expect(found[0]!.sides).toMatchObject([
      {
        document: '0.txt',
        title: '标题 0.txt',
        quote: '华星电子集团收购了青川农商银行67%的股权。',
        start: 0,
        figure: { value: 67, unit: '%' },
      },
      { document: '1.txt', quote: '华星电子集团收购了青川农商银行51%的股权。' },
    ]);
  });
});

describe('documents of two dates', () => {
  const attack = (count: string) => `[甲军|org]袭击了[乙军|org]的${count}处阵地。`;
  const CASES: [dates: [string, string], about: (figure: string) => string, count: number][] = [
    [['2024-05-01', '2024-05-20'], attack, 1],
    [['2024-05-01', '2024-06-20'], attack, 0],
    [['2024-05-01', '2024'], attack, 0],
    [['2022-05-01', '2024-06-20'], (figure) => builds(`总投资${figure}亿元`), 1],
    [['2022-05-01', '2024-06-20'], (figure) => `去年，${attack(figure)}`, 0],
  ];
  it.each(CASES)('%j: their figures of one time contradict each other', (dates, about, count) => {
    const documents = dates.map((date, i) => ({
      ...documentWith(`${i}.txt`, about(['32', '45'][i]!), date),
      date,
    }));
    const found = conflicts(reduce(documents)).filter(({ kind }) => kind === 'quantity');
    expect(found).toHaveLength(count);
  });
});

describe('documents do not contradict each other', () => {
  const CASES: [title: string, ...texts: string[]][] = [
    ['when one rounds', builds('总投资32亿元'), builds('总投资32.1亿元')],
    ['when one is approximate', builds('占地近3000亩'), builds('占地2,987亩')],
    ['at different times', `去年，${buys('67%的股权')}`, `今年，${buys('51%的股权')}`],
    ['about different things', builds('总投资32亿元'), builds('占地300亩')],
    ['in different currencies', builds('总投资3亿元'), builds('总投资5亿美元')],
    [
      'with several figures of which one is shared',
      builds('总投资32亿元'),
      `${builds('总投资为32亿元')}${builds('总投资5亿元')}`,
    ],
    ['within one document', `${buys('67%的股权')}${buys('51%的股权')}`],
    [
      'when one document asserts and denies',
      `${buys('')}[华星电子集团|org]没有收购[青川农商银行|org]。`,
    ],
    ['when one only plans', buys(''), '[华星电子集团|org]拟收购[青川农商银行|org]。'],
    [
      'about different pairs',
      buys('67%的股权'),
      '[华星电子集团|org]收购了[云溪日报社|org]51%的股权。',
    ],
  ];
  it.each(CASES)('%s', (_, ...texts) => {
    expect(conflictsOf(...texts)).toEqual([]);
  });
});
