import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { review } from '../../src/review/review.ts';
import { reduce } from '../../src/store/build.ts';
import { parseCuration } from '../../src/store/curation.ts';
import { annotated, listing } from '../helpers/documents.ts';

const lexicon = loadLexicon();

/** Reviewed, as `kind: names` of each proposal. */
function proposed(documents: readonly ReturnType<typeof annotated>[], ...decisions: string[]) {
  const curation = parseCuration(
    decisions.map((line) => `- {${line}, reason: 查过}\n`).join(''),
    'c.yaml',
  );
  return review(reduce(documents), { lexicon, curation });
}
const named = (proposals: ReturnType<typeof proposed>) =>
  proposals.map(({ kind, names }) => `${kind}: ${names.join(' / ')}`);

const NEIGHBORS = '[甲江县|place]、[乙江县|place]、[丙江县|place]';
const FULL = '青川宏泰药业有限公司';

const ALIASES: [title: string, documents: string[], proposals: string[]][] = [
  [
    'a short name of another document with the same neighbours',
    [`[${FULL}|organization]到${NEIGHBORS}。`, `[宏泰药业|organization]在${NEIGHBORS}。`],
    [`alias: ${FULL} / 宏泰药业`],
  ],
  [
    'two names that the lexicon gives to one',
    ['[国家发展和改革委员会|organization]发布。', '[国家发展改革委|organization]发布。'],
    ['alias: 国家发展和改革委员会 / 国家发展改革委'],
  ],
  [
    'not what stands in one sentence as two',
    [`[${FULL}|organization]和[宏泰药业|organization]到${NEIGHBORS}。`],
    [],
  ],
  [
    'not what two full names explain',
    [
      `[${FULL}|organization]到[甲江县|place]。`,
      `[云川宏泰药业有限公司|organization]到[乙江县|place]。`,
      `[宏泰药业|organization]到[丙江县|place]。`,
    ],
    [],
  ],
  [
    'a surname of a foreign name that is that of nobody else',
    [`[奥马·科斯塔|person]到${NEIGHBORS}。`, `[科斯塔|person]在${NEIGHBORS}。`],
    ['alias: 奥马·科斯塔 / 科斯塔'],
  ],
  [
    'not one that two people have',
    [
      `[奥马·科斯塔|person]到[甲江县|place]。`,
      `[里卡·科斯塔|person]到[乙江县|place]。`,
      `[科斯塔|person]到[丙江县|place]。`,
    ],
    [],
  ],
];

describe('an alias is proposed for', () => {
  it.each(ALIASES)('%s', (_, texts, proposals) => {
    const found = proposed(texts.map((text, i) => annotated(`${i}.txt`, text)));
    expect(named(found)).toEqual(proposals);
  });
});

test('two spellings in the same sentence of a reprint are proposed, until one is refused', () => {
  const article = `三月十八日，春茶开采仪式在茶园举行，来自省内外的客商和茶农代表三百多人参加了活动。
县长在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成以上。
`;
  const documents = ['重庆宸安生物制药公司', '重庆震安生物制药公司'].map((name, i) =>
    annotated(`${i}`, `${article}六月二十七日，[${name}|organization]生产的新药即将上市。`),
  );
  const [proposal, ...others] = proposed(documents);
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({
    kind: 'misreading',
    decision: { merge: ['重庆宸安生物制药公司', '重庆震安生物制药公司'] },
  });
  expect(proposal!.evidence.map(({ document }) => document)).toEqual(['0', '1']);
  const refused = 'never-merge: [重庆宸安生物制药公司, 重庆震安生物制药公司]';
  expect(proposed(documents, refused)).toEqual([]);
});

const BOUNDARIES: [title: string, text: string, proposals: string[]][] = [
  ['a character in front', '[应米洛夫|person|0.4]邀请。', ['boundary: 米洛夫 / 应米洛夫']],
  ['a word behind', '[米洛夫夫妇|person|0.4]到访。', ['boundary: 米洛夫 / 米洛夫夫妇']],
  ['not where the tagger is sure', '[应米洛夫|person|0.9]邀请。', []],
  ['not for another category', '[应米洛夫|place|0.4]邀请。', []],
];

describe('a boundary is proposed for', () => {
  it.each(BOUNDARIES)('%s', (_, text, proposals) => {
    const found = proposed([annotated('a', '[米洛夫|person]到访。'), annotated('b', text)]);
    expect(named(found)).toEqual(proposals);
  });
});

describe('two people of one name are proposed', () => {
  const office = (id: string, of: string, label: string, place: string) =>
    annotated(
      id,
      `[${of}|organization]${label}[林远山|person]到[${place}|place]。`,
      `林远山 --office:${label}--> ${of}`,
    );
  const DOCUMENTS = [
    office('a', '清河大学', '校长', '甲江县'),
    office('b', '清河大学', '校长', '乙江县'),
    office('c', '长运公司', '经理', '丙江县'),
  ];

  test('where offices and neighbours have nothing in common, and can be split', () => {
    const [proposal, ...others] = proposed(DOCUMENTS);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      kind: 'same-name',
      decision: { split: '林远山', to: '林远山（长运公司经理）', documents: ['c'] },
    });
    expect(proposal!.evidence.map(({ document }) => document)).toEqual(['a', 'c']);
    const line = `split: 林远山, to: 林远山（长运公司经理）, documents: [c], reason: 同名`;
    const graph = buildGraph(DOCUMENTS, { curation: parseCuration(`- {${line}}`, 'c.yaml') });
    expect(graph.neighbors('person:林远山（长运公司经理）').sort()).toEqual([
      'organization:长运公司',
      'place:丙江县',
    ]);
    expect(graph.getNodeAttribute('person:林远山', 'documents')).toBe(2);
  });

  test('but not where a neighbour is shared', () => {
    const met = annotated('d', '[丙江县|place]和[甲江县|place]欢迎[林远山|person]。');
    expect(named(proposed([...DOCUMENTS, met]))).toEqual([]);
  });
});

test('a hub of one article is proposed, one for each', () => {
  const names = Array.from({ length: 25 }, (_, i) => `第${String.fromCodePoint(0x4e00 + i)}厂`);
  const others = ['b', 'c', 'd', 'e'].map((id) =>
    annotated(id, `[${id}川县|place]${id.repeat(9)}。`),
  );
  const [hub, ...more] = proposed([listing('a', [names]), ...others]).filter(
    ({ kind }) => kind === 'hub',
  );
  expect(more).toEqual([]);
  expect(hub!.reason).toContain('has 24 neighbours by a alone, as do 24 others there');
});

describe('what is proposed', () => {
  const documents = [
    annotated('a', `[${FULL}|organization]到${NEIGHBORS}。`),
    annotated('b', `[宏泰药业|organization]在${NEIGHBORS}。`),
  ];

  test('has the sentences of both names', () => {
    const [{ evidence, decision, refusal }] = proposed(documents) as [
      ReturnType<typeof proposed>[0],
    ];
    expect(evidence.map(({ document, quote }) => [document, quote.slice(0, 4)])).toEqual([
      ['a', '青川宏泰'],
      ['b', '宏泰药业'],
    ]);
    expect(decision).toEqual({ merge: [FULL, '宏泰药业'] });
    expect(refusal).toEqual({ 'never-merge': [FULL, '宏泰药业'] });
  });

  const DECIDED = [`merge: [${FULL}, 宏泰药业]`, `never-merge: [宏泰药业, ${FULL}]`];
  it.each(DECIDED)('is not proposed again after %s', (line) => {
    expect(proposed(documents, line)).toEqual([]);
  });
});
