import { describe, expect, it, test } from 'vitest';
import { timesIn } from '../../src/relation/time.ts';
import { parseMarked } from '../entity/notation.ts';
import { documentWith, relationsOf } from './notation.ts';

/** `label`, then speaker, time and quantities of each statement with that predicate. */
function circumstancesOf(marked: string, label: string): string[] {
  const { text } = parseMarked(marked);
  const relation = relationsOf(marked).find((found) => found.label === label);
  if (!relation) throw new Error(`nothing is said of ${label} in ${text}`);
  const { source, time, quantity = [] } = relation;
  return [
    ...(source ? [`source ${text.slice(source.start, source.end)}`] : []),
    ...(time ? [`time ${time.text}`] : []),
    ...quantity.map((figure) => `${figure.of ?? '-'} ${figure.text}`),
  ];
}

type Case = [marked: string, label: string, ...expected: string[]];

const TIMES: Case[] = [
  ['3月18日，[智翔金泰|org]落户[巴南区|place]。', '落户', 'time 3月18日'],
  ['[智翔金泰|org]去年9月落户[巴南区|place]。', '落户', 'time 去年9月'],
  ['[智翔金泰|org]将于2027年落户[巴南区|place]。', '落户', 'time 2027年'],
  ['2003年成立的[智翔金泰|org]落户[巴南区|place]。', '落户'],
  ['2003年成立的[智翔金泰|org]2024年5月落户[巴南区|place]。', '落户', 'time 2024年5月'],
  ['去年9月，位于[巴南区|place]的[智翔金泰|org]收购了[青川农商银行|org]。', '位于'],
  ['[智翔金泰|org]比去年早，收购了[青川农商银行|org]。', '收购'],
];

const QUANTITIES: Case[] = [
  ['[华星电子集团|org]收购了[青川农商银行|org]67%的股权。', '收购', '股权 67%'],
  ['[华星电子集团|org]投资3.5亿元收购[青川农商银行|org]。', '收购', '投资 3.5亿元'],
  [
    '[嘉陵江大桥|place]由[中铁大桥局|org]承建，总投资约为32亿元，占地近3000亩。',
    '承建',
    '总投资 32亿元',
    '占地 近3000亩',
  ],
  ['[华星电子集团|org]收购了位于五台山的[青川农商银行|org]。', '收购'],
];

const SPEAKERS: Case[] = [
  ['[何友生|person]介绍，[华星电子集团|org]收购了[青川农商银行|org]。', '收购', 'source 何友生'],
  ['据[新华社|org]报道，[华星电子集团|org]收购了[青川农商银行|org]。', '收购', 'source 新华社'],
  ['[何友生|person]表示：“[华星电子集团|org]收购了[青川农商银行|org]。”', '收购', 'source 何友生'],
  ['“[华星电子集团|org]收购了[青川农商银行|org]”，[何友生|person]说。', '收购', 'source 何友生'],
  ['[何友生|person]称[华星电子集团|org]收购了[青川农商银行|org]。', '收购', 'source 何友生'],
  ['[何友生|person]说“好”，[华星电子集团|org]收购了[青川农商银行|org]。', '收购'],
  ['[华星电子集团|org]宣布收购[青川农商银行|org]。', '宣布收购'],
  ['“[华星电子集团|org]收购了[青川农商银行|org]，”[何友生|person]说。', '收购', 'source 何友生'],
  ['[青川农商银行|org]被[华星电子集团|org]收购，[何友生|person]在仪式上这样说。', '收购'],
  ['[重庆华星公司|org]（下称[华星电子集团|org]）收购了[青川农商银行|org]。', '收购'],
  ['[何友生|person]介绍了情况，[华星电子集团|org]收购了[青川农商银行|org]。', '收购'],
];

describe.each<[string, Case[]]>([
  ['when it happens', TIMES],
  ['how much it is', QUANTITIES],
  ['who says so', SPEAKERS],
])('a statement keeps %s', (_, cases) => {
  it.each(cases)('%s %s: %s', (marked, label, ...expected) => {
    expect(circumstancesOf(marked, label)).toEqual(expected);
  });
});

describe('the words of a quotation that has several sentences', () => {
  const BOUGHT = '[华星电子集团|org]收购了[青川农商银行|org]。';
  const CASES: [marked: string, ...sources: (string | undefined)[]][] = [
    [
      `[何友生|person]说：“很好。${BOUGHT}好得很。${BOUGHT}”${BOUGHT}`,
      '何友生',
      '何友生',
      undefined,
    ],
    [`[何友生|person]说：“很好。\n${BOUGHT}`, undefined],
    [`${BOUGHT}“很好。${BOUGHT}”[何友生|person]说。`, undefined, '何友生'],
    [`“${BOUGHT}”[何友生|person]去了。`, undefined],
  ];
  it.each(CASES)('%s are those of %s', (marked, ...sources) => {
    const { text, relations } = documentWith('test', marked);
    const bought = relations.filter(({ label }) => label === '收购');
    expect(bought.map(({ source }) => source && text.slice(source.start, source.end))).toEqual(
      sources,
    );
  });
});

test('an office keeps neither: 去年9月，某书记某人考察', () => {
  const marked = '去年9月，[巴南区委|org]书记[何友生|person]考察了[智翔金泰|org]的20家门店。';
  expect(circumstancesOf(marked, '书记')).toEqual([]);
});

test('the date in the head of a report is not that of what it tells', () => {
  const marked = '[新华社|org][北京|place]5月3日电 [智翔金泰|org]落户[巴南区|place]。';
  expect(circumstancesOf(marked, '落户')).toEqual([]);
});

test('a year in a name is not the time of the clause', () => {
  const text = '2025年智能大会';
  expect(timesIn(text, { start: 0, end: text.length })).toHaveLength(1);
  const marked = '[2025年智能大会|program]落户[巴南区|place]。';
  expect(circumstancesOf(marked, '落户')).toEqual([]);
});
