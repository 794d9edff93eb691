import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { preferences } from '../src/lexicon/preferences.ts';
import { annotate } from '../src/pipeline.ts';
import type { Span } from '../src/types.ts';
import { annotateText, findMarked } from './entity/notation.ts';
import { loadKnowledge } from './helpers/knowledge.ts';
import { strangeText } from './ingest/strangeText.ts';
import { renderRelation } from './relation/notation.ts';

/** The marked names are found, with these spans and categories. */
const MENTIONS = [
  '[巴南区委|org]书记[何友生|person]介绍，[巴南区|place]已集聚[京东|org]、[顺丰|org]等企业。',
  '[李国栋|person]担任[华星电子集团|org]董事长。',
  '[重庆日报|org]讯（记者 [陈立群|person]）昨日，[巴南区|place]举办文化节。',
  '[联合国|org]秘书长[安东尼奥·古特雷斯|person]访问[中国|place]。',
  '[云溪水库|place]坐落于[青川县|place]。',
  '由[中铁二局|org]承建的[重庆轨道交通27号线|program]开工。',
  '[京东方（鄂尔多斯）有限公司|org]位于[鄂尔多斯市|place]。',
  '[青川县|place]启动“[百县千镇万村高质量发展工程|program]”。',
  '[国务院|org]把[巴南区|place]列入“[西部大开发计划|program]”。',
  '[青川农商银行|org]是[华星电子集团|org]的全资子公司。',
  '[西部陆海新通道|program]途经[重庆|place]、[贵州|place]和[广西|place]。',
];

/** What a sentence states, among other things. */
const STATEMENTS: [text: string, ...statements: string[]][] = [
  [
    '巴南区委书记何友生介绍，巴南区已集聚京东、顺丰等企业。',
    '何友生 | 书记 | 巴南区委',
    '巴南区 | 集聚 | 京东',
    '巴南区 | 集聚 | 顺丰',
  ],
  [
    '华星电子集团董事长兼总经理李国栋说，公司不会裁员。',
    '李国栋 | 董事长 | 华星电子集团',
    '李国栋 | 总经理 | 华星电子集团',
  ],
  ['李国栋担任华星电子集团董事长。', '李国栋 | 董事长 | 华星电子集团'],
  ['人民日报记者崔力报道。', '崔力 | 记者 | 人民日报'],
  ['重庆日报讯（记者 陈立群）昨日，巴南区举办文化节。', '陈立群 | 记者 | 重庆日报'],
  ['新华社记者崔力报道。', '崔力 | 记者 | 新华社'],
  ['重庆国际生物城位于巴南区。', '重庆国际生物城 | 位于 | 巴南区'],
  ['位于巴南区的重庆国际生物城迎来客人。', '重庆国际生物城 | 位于 | 巴南区'],
  ['云溪水库坐落于青川县。', '云溪水库 | 坐落于 | 青川县'],
  ['京东方（鄂尔多斯）有限公司位于鄂尔多斯市。', '京东方（鄂尔多斯）有限公司 | 位于 | 鄂尔多斯市'],
  ['嘉陵江大桥由中铁大桥局承建。', '中铁大桥局 | 承建 | 嘉陵江大桥'],
  ['由中铁二局承建的重庆轨道交通27号线开工。', '中铁二局 | 承建 | 重庆轨道交通27号线'],
  ['国务院把巴南区列入“西部大开发计划”。', '国务院 | 列入 | 巴南区'],
  ['青川农商银行被华星电子集团收购。', '华星电子集团 | 收购 | 青川农商银行'],
  [
    '云溪县教育局原局长陈立群被云溪县纪委调查。',
    '陈立群 | 局长 | 云溪县教育局',
    '云溪县纪委 | 调查 | 陈立群',
  ],
  [
    '华星电子集团收购了青川农商银行、云溪日报社和青川旅行社。',
    '华星电子集团 | 收购 | 青川农商银行',
    '华星电子集团 | 收购 | 云溪日报社',
    '华星电子集团 | 收购 | 青川旅行社',
  ],
  [
    '重庆大学、西南大学和西南政法大学共同发起成渝高校联盟。',
    '重庆大学 | 共同发起 | 成渝高校联盟',
    '西南大学 | 共同发起 | 成渝高校联盟',
    '西南政法大学 | 共同发起 | 成渝高校联盟',
  ],
  [
    '西部陆海新通道途经重庆、贵州和广西。',
    '西部陆海新通道 | 途经 | 重庆',
    '西部陆海新通道 | 途经 | 贵州',
    '西部陆海新通道 | 途经 | 广西',
  ],
  ['华星电子集团尚未收购青川农商银行。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  ['华星电子集团没有收购青川农商银行。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  ['华星电子集团否认收购青川农商银行。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  ['巴南区尚未建成大江码头。', '巴南区 | 建成 | 大江码头 (denied)'],
  ['华星电子集团拟收购青川农商银行。', '华星电子集团 | 收购 | 青川农商银行 (planned)'],
  ['华星电子集团计划收购青川农商银行。', '华星电子集团 | 收购 | 青川农商银行 (planned)'],
  ['嘉陵江大桥将由中铁大桥局承建。', '中铁大桥局 | 承建 | 嘉陵江大桥 (planned)'],
  ['巴南区启动“百村千塘”工程。', '巴南区 | 启动 | 百村千塘'],
  ['巴西教育部部长卡米洛·桑塔纳访问重庆大学。', '卡米洛·桑塔纳 | 访问 | 重庆大学'],
  [
    '重庆惠科金渝光电科技有限公司（以下简称“惠科金渝”）落户巴南区。\n惠科金渝收购了青川农商银行。',
    '惠科金渝 | 简称 | 重庆惠科金渝光电科技有限公司',
    '惠科金渝 | 收购 | 青川农商银行',
  ],
];

const statementsOf = (text: string) =>
  annotateText(text).relations.map((relation) => renderRelation(text, relation));

describe('annotate', () => {
  it.each(MENTIONS)('finds the names in %s', (marked) => {
    expect(findMarked(marked)).toBe(marked);
  });

  it.each(STATEMENTS)('understands %s', (text, ...statements) => {
    expect(statementsOf(text)).toEqual(expect.arrayContaining(statements));
  });

  it('carries a topic into the next sentence where a word stands for it', () => {
    const text = '华星电子集团有限公司发布公告。该公司收购了青川农商银行。';
    expect(statementsOf(text)).toEqual(['华星电子集团有限公司 | 收购 | 青川农商银行']);
  });

  it('keeps id, title and text, and names the segmenter and the annotator', () => {
    const document = { id: 'docs/一.txt', title: '题', text: ' 巴南区。\n\n何友生说。 ' };
    const knowledge = loadKnowledge();
    expect(annotate(document, knowledge)).toMatchObject({
      ...document,
      segmenter: knowledge.segmenter.name,
      annotator: expect.stringMatching(/^mailuo .*, model [0-9a-f]{8}, lexicon [0-9a-f]{8}, /),
      sentences: [
        { start: 1, end: 5 },
        { start: 7, end: 12 },
      ],
    });
  });

  it.each(['', ' \n\u3000\n'])('finds nothing in %j', (text) => {
    expect(annotateText(text)).toMatchObject({ sentences: [], mentions: [], relations: [] });
  });

  it('depends on the document and the lexicon alone', () => {
    const text = STATEMENTS.map(([sentence]) => sentence).join('\n');
    const first = annotateText(text);
    annotateText('何友生（以下简称“巴南区”）收购了重庆大学。');
    expect(annotateText(text)).toEqual(first);
    const { segmenter, tagger, scorer, version } = loadKnowledge();
    const fresh = { lexicon: loadLexicon(), segmenter, tagger, scorer, version };
    expect(annotate({ id: 'test', title: '', text }, fresh)).toEqual(first);
    expect(first.relations.length).toBeGreaterThan(STATEMENTS.length);
  });

  it('finds the same in a sentence wherever it stands', () => {
    const [text] = STATEMENTS[0]!;
    const moved = annotateText(`序言。\n\n${text}`);
    const by = 5;
    const shift = ({ start, end }: Span) => ({ start: start + by, end: end + by });
    const here = annotateText(text);
    expect(moved.mentions).toEqual(here.mentions.map((m) => ({ ...m, ...shift(m) })));
    expect(moved.relations.map(({ head, tail }) => [head, tail])).toEqual(
      here.relations.map(({ head, tail }) => [shift(head), shift(tail)]),
    );
  });
});

it('resolves times against the date of the document, and quotes them as they are written', () => {
  const names = ['華星電子集團', '雲溪日報社'].map((name) => ({
    name,
    category: 'organization' as const,
  }));
  const knowledge = { ...loadKnowledge(), preferences: preferences({ names }) };
  const text = '去年９月，華星電子集團以３２億元收購雲溪日報社。';
  const { date, relations } = annotate({ id: 'a', title: '', text, date: '2024-05-01' }, knowledge);
  expect(date).toBe('2024-05-01');
  expect(relations).toMatchObject([
    {
      label: '收购',
      time: { start: 0, end: 4, text: '去年９月', value: '2023-09' },
      quantity: [{ start: 12, end: 16, text: '３２億元', value: 3.2e9, unit: '元' }],
    },
  ]);
  expect(annotate({ id: 'a', title: '', text }, knowledge)).not.toHaveProperty('date');
});

describe('annotate on any text', () => {
  const RUNS = { seed: 1, numRuns: 300 };

  it('gives sentences in order that cover all but white space', () => {
    fc.assert(
      fc.property(strangeText, (text) => {
        let end = 0;
        for (const sentence of annotateText(text).sentences) {
          expect(text.slice(end, sentence.start)).toMatch(/^\s*$/);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(end)).toMatch(/^\s*$/);
      }),
      RUNS,
    );
  });

  it('gives mentions that do not overlap and are what stands there', () => {
    fc.assert(
      fc.property(strangeText, (text) => {
        let end = 0;
        for (const mention of annotateText(text).mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          end = mention.end;
        }
      }),
      RUNS,
    );
  });

  it('gives relations between mentions, with the predicate where it says', () => {
    let relations = 0;
    const key = ({ start, end }: Span) => `${start}-${end}`;
    fc.assert(
      fc.property(strangeText, (text) => {
        const found = annotateText(text);
        const spans = new Set(found.mentions.map(key));
        for (const {
          head,
          tail,
          predicate,
          label,
          source,
          time,
          quantity = [],
        } of found.relations) {
          expect(spans.has(key(head)) && spans.has(key(tail))).toBe(true);
          expect(key(head)).not.toBe(key(tail));
          if (predicate) expect(text.slice(predicate.start, predicate.end)).toBe(label);
          if (source) expect(spans.has(key(source))).toBe(true);
          for (const words of time ? [time, ...quantity] : quantity) {
            expect(text.slice(words.start, words.end)).toBe(words.text);
          }
        }
        relations += found.relations.length;
      }),
      RUNS,
    );
    expect(relations).toBeGreaterThan(0);
  });
});
