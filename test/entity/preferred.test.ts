import { describe, expect, it } from 'vitest';
import { preferences, type UserName } from '../../src/lexicon/preferences.ts';
import { annotate } from '../../src/pipeline.ts';
import type { AnnotatedDocument, Category } from '../../src/types.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { parseMarked, renderMarked } from './notation.ts';

const NAMES: readonly UserName[] = [
  { name: '凌霄计划', category: 'program', aliases: ['凌霄'] },
  { name: '凌霄计划二期', category: 'program' },
  { name: '中国', category: 'place' },
  { name: '何友生', category: 'organization' },
  { name: '高质量发展', category: 'program' },
  { name: '全市科技企业', category: 'organization' },
  { name: '蓝鲸生物', category: 'organization', aliases: ['BLUE', '藍鯨'] },
  { name: '友生', category: 'program' },
  { name: '南湾', category: 'place' },
];

const mine =
  (wishes: Parameters<typeof preferences>[0]) =>
  (text: string): AnnotatedDocument =>
    annotate(
      { id: 'test', title: '', text },
      { ...loadKnowledge(), preferences: preferences(wishes) },
    );

const annotateMine = mine({ names: NAMES });

/** The names of the user, and what else touches them. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'is found where model and rules find nothing': [
    '各地推进[高质量发展|program]。',
    '[全市科技企业|org]超过一千家。',
  ],
  'has the category that the user gives it': ['[何友生|org]介绍了情况。'],
  'is found wherever it stands': [
    '[凌霄计划|program]启动。\n这就是[凌霄计划|program]和[凌霄|program]。',
  ],
  'of two that overlap is the longest one': [
    '推进[凌霄计划二期|program]建设。',
    '[何友生|org]出席。',
  ],
  'yields to a longer name of which it is a part': [
    '[中国银行|org]在[中国|place]发布公告。',
    '[中国|place]的[中国农业大学|org]开学。',
  ],
  'is no part of a Latin word': ['[BLUE|org]发布公告。', 'BLUEPRINT已经发布。', '2BLUE已经发布。'],
  'is found in traditional characters and in full width': [
    '[藍鯨|org]發佈公告。',
    '[ＢＬＵＥ|org]发布公告。',
  ],
};

describe.each(Object.entries(CASES))('a name of the user lexicon %s', (_, sentences) => {
  it.each(sentences)('%s', (marked) => {
    const { text } = parseMarked(marked);
    const mentions = annotateMine(text).mentions.filter(
      ({ rule, text: name }) => rule === 'user-lexicon' || /^中国./.test(name),
    );
    expect(renderMarked(text, mentions)).toBe(marked);
  });
});

describe('a name of the user lexicon', () => {
  it('says what the user calls it, and that the user says so', () => {
    const { mentions, relations, text } = annotateMine('凌霄启动。凌霄计划又称凌霄。');
    expect(mentions.map(({ rule, score, canonical }) => [rule, score, canonical])).toEqual(
      Array(3).fill(['user-lexicon', 1, '凌霄计划']),
    );
    const aliases = relations.filter(({ relation }) => relation === 'alias-of');
    expect(aliases).toHaveLength(1);
    expect(aliases[0]).toMatchObject({ rule: 'user-lexicon', head: { start: 0, end: 2 } });
    expect(text.slice(aliases[0]!.tail.start, aliases[0]!.tail.end)).toBe('凌霄计划');
  });

  it('takes part in what sentences state', () => {
    const { relations, text } = annotateMine('蓝鲸生物位于巴南区。');
    expect(relations.map(({ head }) => text.slice(head.start, head.end))).toContain('蓝鲸生物');
  });

  it('says which division a place is that the user calls otherwise', () => {
    const names = [{ name: '重庆市', category: 'place' as const, aliases: ['渝都'] }];
    const { mentions } = mine({ names })('渝都夜景迷人。');
    expect(mentions.map(({ text, division }) => [text, division])).toEqual([['渝都', ['重庆市']]]);
  });

  it('can be the full name of a short name that the document defines', () => {
    const { mentions } = annotateMine('凌霄计划（以下简称“云上”）启动。云上进展顺利。');
    expect(mentions.map(({ text, category }) => [text, category])).toEqual([
      ['凌霄计划', 'program'],
      ['云上', 'program'],
      ['云上', 'program'],
    ]);
  });
});

describe('the stop list', () => {
  const TEXT = '巴南区委书记何友生到重庆大学，重庆大学校长致辞。';
  const namesIn = ({ mentions }: AnnotatedDocument) => mentions.map(({ text }) => text);

  it('keeps names out that model and rules find', () => {
    expect(namesIn(mine({})(TEXT))).toContain('重庆大学');
    expect(namesIn(mine({ stop: ['重庆大学', '何友生'] })(TEXT))).toEqual(['巴南区委']);
  });

  it('stops exact names only, in whatever characters they are written', () => {
    expect(namesIn(mine({ stop: ['重庆'] })(TEXT))).toContain('重庆大学');
    expect(namesIn(mine({ stop: ['重慶大學'] })(TEXT))).not.toContain('重庆大学');
  });

  it('yields to the user lexicon', () => {
    const names = [{ name: '重庆大学', category: 'place' as const }];
    expect(namesIn(mine({ names, stop: ['重庆大学'] })(TEXT))).toContain('重庆大学');
  });
});

describe('the categories that a user wants', () => {
  const TEXT = '巴南区委书记何友生介绍，重庆国际生物城位于巴南区。';
  const CATEGORIES_CASES: [wanted: Category[], mentions: string[], relations: string[]][] = [
    [['person'], ['何友生'], []],
    [['organization', 'person'], ['巴南区委', '何友生'], ['书记']],
    [['place'], ['重庆国际生物城', '巴南区'], ['位于']],
    [['program'], [], []],
  ];
  it.each(CATEGORIES_CASES)(
    '%j keep mentions and the relations among them',
    (categories, names, labels) => {
      const { mentions, relations } = mine({ categories })(TEXT);
      expect(mentions.map(({ text }) => text)).toEqual(names);
      expect(relations.map(({ label }) => label)).toEqual(labels);
    },
  );
});
