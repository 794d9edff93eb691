import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/entity/shape.ts';
import { shortForm } from '../../src/entity/shortname.ts';
import type { Category } from '../../src/types.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

/** Places of the document that no lexicon knows. */
const PLACES = new Set(['云溪', '青川湾']);

function ruleOf(short: string, full: string, category: Category): string | undefined {
  const { lexicon } = loadKnowledge();
  const shape = (text: string) => shapeOf(text, lexicon, PLACES);
  return shortForm(shape(short), shape(full), category, lexicon)?.rule;
}

type Case = [short: string, full: string, category: Category];

const SHORT: Readonly<Record<string, readonly Case[]>> = {
  'a company without place, industry and legal form': [
    ['惠科金渝', '重庆惠科金渝光电科技有限公司', 'organization'],
    ['智翔金泰', '重庆智翔金泰生物制药股份有限公司', 'organization'],
    ['宸安生物', '宸安生物制药有限公司', 'organization'],
    ['禾曜电气', '禾曜电气（北方）有限公司', 'organization'],
    ['金铎药业', '金铎药业（集团）股份有限公司', 'organization'],
    ['云溪城投', '云溪城市建设投资有限公司', 'organization'],
    ['远澜海鸥', '昆明远澜海鸥足球俱乐部', 'organization'],
    ['禾曜集团', '禾曜重工集团有限公司', 'organization'],
    ['中车株洲所', '中车株洲电力机车研究所有限公司', 'organization'],
    ['澜江农商行', '湖南澜江农村商业银行股份有限公司', 'organization'],
    ['禾曜药业有限公司', '湖南禾曜药业有限公司', 'organization'],
  ],
  'an authority, school or institute by characters of its name': [
    ['北证所', '北海证券交易所', 'organization'],
    ['重大', '重庆大学', 'organization'],
    ['云溪中院', '云溪市中级人民法院', 'organization'],
    ['西安地环所', '中国科学院西安地球环境研究所', 'organization'],
    ['云溪附一院', '云溪医科大学附属第一医院', 'organization'],
    ['云溪县医院', '云溪县人民医院', 'organization'],
    ['青工大（北海）', '青川工业大学（北海）', 'organization'],
    ['俄紧急情况部', '俄罗斯紧急情况部', 'organization'],
  ],
  'a fair, a line or a scheme': [
    ['云青高铁', '云溪至青川高速铁路', 'program'],
    ['云桃会', '云溪国际桃花博览会', 'program'],
    ['百村千塘', '百村千塘行动计划', 'program'],
    ['陆海通道', '西部陆海新通道', 'program'],
  ],
  'a zone or bridge': [
    ['云溪经开区', '云溪经济技术开发区', 'place'],
    ['云溪中心', '云溪保税物流中心（B型）', 'place'],
    ['双江大桥', '青川湾双江特大桥', 'place'],
  ],
};

const PART: readonly Case[] = [
  ['市防指', '云溪市防汛抗旱指挥部', 'organization'],
  ['管委会', '云溪新区管委会', 'organization'],
  ['区委', '巴南区委', 'organization'],
  ['霁光街道', '云溪霁光街道', 'place'],
  ['石柱', '石柱土家族自治县', 'place'],
  ['云溪', '云溪县', 'place'],
  ['以', '以色列', 'place'],
  ['9号线', '云溪轨道交通9号线', 'program'],
];

const OTHER: Readonly<Record<string, readonly Case[]>> = {
  'a place in another': [
    ['重庆市', '重庆市渝北区', 'place'],
    ['云溪', '云溪西站', 'place'],
    ['云溪', '青川湾云溪公园', 'place'],
    ['云溪', '云溪机场', 'place'],
    ['重庆站', '重庆西站', 'place'],
    ['渝', '重庆', 'place'],
  ],
  'an organization of a place': [
    ['云溪', '云溪县人民政府', 'organization'],
    ['云溪', '云溪药业有限公司', 'organization'],
  ],
  'a company and its subsidiary, branch or fund': [
    ['京东', '京东物流', 'organization'],
    ['京东', '京东物流股份有限公司', 'organization'],
    ['禾曜', '禾曜基金会', 'organization'],
    ['禾曜银行', '禾曜银行云溪分行', 'organization'],
    ['禾曜能源', '禾曜能源甘孜分公司', 'organization'],
    ['禾曜集团', '湖南禾曜液压技术有限公司', 'organization'],
    ['禾曜药业有限公司', '禾曜药业集团有限公司', 'organization'],
    ['云溪公司', '云溪禾曜药业公司', 'organization'],
  ],
  'a body and its part': [
    ['云溪县委', '云溪县委组织部', 'organization'],
    ['重庆云溪学院', '环重庆云溪学院', 'organization'],
    ['重庆大学', '重庆大学附属医院', 'organization'],
  ],
  'two of a kind in one place': [
    ['北京大学', '北京科技大学', 'organization'],
    ['云溪大学', '云溪理工大学', 'organization'],
    ['云溪银行', '云溪农商银行', 'organization'],
    ['中央委员会', '中央纪律检查委员会', 'organization'],
    ['人民法院', '最高人民法院', 'organization'],
    ['国防部', '美国国防部', 'organization'],
  ],
  'different numbers': [
    ['云溪中学', '云溪第一中学', 'organization'],
    ['云溪地铁线', '云溪地铁3号线', 'program'],
  ],
  'a program and another that builds on it': [
    ['西部陆海新通道', '西部陆海新通道海铁联运班列', 'program'],
    ['百村千塘', '百村千塘摄影大赛', 'program'],
  ],
};

describe('shortForm', () => {
  describe.each(Object.entries(SHORT))('knows %s', (_, cases) => {
    it.each(cases)('%s is %s', (short, full, category) => {
      expect(ruleOf(short, full, category)).toBe('short-name');
    });
  });

  it.each(PART)('knows %s as a part of %s', (short, full, category) => {
    expect(ruleOf(short, full, category)).toBe('part-name');
  });

  it('knows a place with the places that it lies in before it', () => {
    expect(ruleOf('渝北区', '重庆市渝北区', 'place')).toBe('place-name');
  });

  it('knows the names that the lexicon gives to one entity', () => {
    expect(ruleOf('上交所', '上海证券交易所', 'organization')).toBe('known-alias');
    expect(ruleOf('深交所', '深圳证券交易所', 'organization')).toBe('known-alias');
    expect(ruleOf('亚冬会', '第九届亚洲冬季运动会', 'program')).toBe('known-alias');
  });

  describe.each(Object.entries(OTHER))('tells %s apart', (_, cases) => {
    it.each(cases)('%s is not %s', (short, full, category) => {
      expect(ruleOf(short, full, category)).toBeUndefined();
    });
  });
});
