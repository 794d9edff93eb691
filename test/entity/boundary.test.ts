import { describe, expect, it } from 'vitest';
import { mendBoundaries } from '../../src/entity/boundary.ts';
import { viewSentence } from '../../src/entity/candidates.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { loadSegmenter } from '../../src/segment/segmenter.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import { parseMarked, renderMarked } from './notation.ts';

const lexicon = loadLexicon();
const segmenter = loadSegmenter(() => {});

/** What the tagger saw, and what is made of it. */
const MENDED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'begins a name behind 把, before which a sentence has its subject': [
    ['[云溪县探索把果品研究院|org]建成样板。', '云溪县探索把[果品研究院|org]建成样板。'],
    ['[把边江|place]在云南。', '[把边江|place]在云南。'],
  ],
  'closes a bracket that a name opened': [
    [
      '[青川果园创业投资合伙企业（有限合伙|org]）成立。',
      '[青川果园创业投资合伙企业（有限合伙）|org]成立。',
    ],
    ['[云溪保税物流中心(B型|place])封关。', '[云溪保税物流中心(B型)|place]封关。'],
  ],
  'opens a bracket that a name closed, with what stands before it': [
    [
      '[云溪|place]伊禾([鄂尔多斯)煤炭有限公司|org]成立。',
      '[云溪伊禾(鄂尔多斯)煤炭有限公司|org]成立。',
    ],
    ['[云溪|place]伊禾([上饶|place])[煤炭公司|org]成立。', '[云溪伊禾(上饶)煤炭公司|org]成立。'],
    ['由伊禾（[上饶）科技公司|org]承建。', '由[伊禾（上饶）科技公司|org]承建。'],
    ['。（[上饶）科技公司|org]', '。（[上饶）科技公司|org]'],
  ],
  'takes a place in brackets for a part of the organization before it': [
    ['[复旦大学|org]（[上饶|place]）招生。', '[复旦大学（上饶）|org]招生。'],
    ['[云溪资本|org]([亚洲|place])入股。', '[云溪资本(亚洲)|org]入股。'],
    ['[云溪资本|org]（[上饶|org]）入股。', '[云溪资本（上饶）|org]入股。'],
    [
      '[云溪资本|org]（瓯江）入股[瓯江市|place]的厂。',
      '[云溪资本（瓯江）|org]入股[瓯江市|place]的厂。',
    ],
  ],
  'leaves what else stands in brackets alone': [
    ['[云溪资本|org]（[李国栋|person]）', '[云溪资本|org]（[李国栋|person]）'],
    ['[云溪资本|org]（[上饶|place]、南昌）', '[云溪资本|org]（[上饶|place]、南昌）'],
    ['[浦东|place]（[上海|place]）', '[浦东|place]（[上海|place]）'],
    ['（[云溪资本|org]）', '（[云溪资本|org]）'],
  ],
  'closes and opens quotation marks of names': [
    ['首届“[青川文明”研讨会|program]举行。', '首届[“青川文明”研讨会|program]举行。'],
    ['2024[青川“以旧换新|program]”消费季', '2024[青川“以旧换新”|program]消费季'],
    ['“[青川杯|program]”开赛。', '“[青川杯|program]”开赛。'],
  ],
  'takes what is quoted at the beginning of a name for its part': [
    [
      '出席《云溪公约[》第十五次缔约方大会|program]。',
      '出席[《云溪公约》第十五次缔约方大会|program]。',
    ],
    ['“云溪河[”建设领导小组|org]发文。', '[“云溪河”建设领导小组|org]发文。'],
  ],
  'leaves out a closing mark that nothing opened': [
    ['云溪[”建设领导小组|org]发文。', '云溪”[建设领导小组|org]发文。'],
  ],
  'cuts particles from names of people': [
    ['李国栋主席[和穆尼奥斯|person]总统签署声明。', '李国栋主席和[穆尼奥斯|person]总统签署声明。'],
    ['李国栋[和陈志明|person]出席。陈志明致辞。', '李国栋和[陈志明|person]出席。陈志明致辞。'],
    ['向总统[穆尼奥斯致|person]慰问电。', '向总统[穆尼奥斯|person]致慰问电。'],
    ['经理[陈立群则|person]表示不服。', '经理[陈立群|person]则表示不服。'],
    ['听取[陈立群作|person]的报告。', '听取[陈立群|person]作的报告。'],
    ['在会见[穆尼奥时|person]，他说。', '在会见[穆尼奥|person]时，他说。'],
    ['[林乔·阿西都|person]曾来访。', '[林乔·阿西|person]都曾来访。'],
    ['[李国栋在|person]主持会议时指出，李国栋', '[李国栋|person]在主持会议时指出，李国栋'],
  ],
  'leaves forms of address and what is studied out of names': [
    ['总统[夫人林乔|person]来访。', '总统夫人[林乔|person]来访。'],
    ['学习全会[精神青川宣讲团|org]到访。', '学习全会精神[青川宣讲团|org]到访。'],
    ['[精神卫生中心|org]开诊。', '[精神卫生中心|org]开诊。'],
  ],
  'leaves names alone that begin with a surname or stand nowhere else': [
    ['村民[和志明|person]说。', '村民[和志明|person]说。'],
    ['[和志明|person]说，和志明笑了。', '[和志明|person]说，和志明笑了。'],
    ['[同仁堂|org]开业。', '[同仁堂|org]开业。'],
    ['[林安与|person]说，林安与笑了。', '[林安与|person]说，林安与笑了。'],
    ['[公冶在|person]说。', '[公冶在|person]说。'],
    ['[陈立作|person]说。', '[陈立作|person]说。'],
  ],
  'parts places that stand in a row': [
    ['[江西上饶|place]下雨。', '[江西|place][上饶|place]下雨。'],
    [
      '[云南省玉溪市华宁县人民法院|org]宣判。',
      '[云南省|place][玉溪市|place][华宁县人民法院|org]宣判。',
    ],
    ['[韩国釜山商会|org]来访。', '[韩国|place][釜山商会|org]来访。'],
  ],
  'leaves the duty of an office to its title': [
    ['[云溪航运行政|org]总裁来访。', '[云溪航运|org]行政总裁来访。'],
    ['[华星汽车供应链|org]副总裁说。', '[华星汽车|org]供应链副总裁说。'],
    ['[华星汽车供应链|org]由他负责。', '[华星汽车供应链|org]由他负责。'],
  ],
  'does not part a place from a common noun': [
    ['[成都高新区管委会|org]公布名单。', '[成都高新区管委会|org]公布名单。'],
    ['[巴南区人民医院|org]扩建。', '[巴南区人民医院|org]扩建。'],
    ['[四川省成都市|program]', '[四川省成都市|program]'],
  ],
};

describe.each(Object.entries(MENDED))('mendBoundaries %s', (_, cases) => {
  it.each(cases)('%s', (seen, wanted) => {
    const { text, mentions } = parseMarked(seen);
    const sentence = { start: 0, end: text.length };
    const view = viewSentence(text, sentence, tokenize(text, sentence, segmenter));
    const mended = mendBoundaries(view, mentions, lexicon);
    expect(renderMarked(text, mended)).toBe(wanted);
    for (const { start, end, text: name } of mended) expect(text.slice(start, end)).toBe(name);
  });
});
