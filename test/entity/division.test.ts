import { describe, expect, it } from 'vitest';
import { locatePlaces } from '../../src/entity/division.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { parseMarked } from './notation.ts';

/** Each place with its division, 北京市/朝阳区, or `?` where that is open. */
function divisionsIn(marked: string): string[] {
  const { text, mentions } = parseMarked(marked);
  return locatePlaces(text, mentions, loadKnowledge().lexicon).mentions.map(
    ({ text: name, division }) => `${name} ${division?.join('/') ?? '?'}`,
  );
}

const CASES: Readonly<Record<string, readonly [marked: string, ...divisions: string[]][]>> = {
  'of a name that only one division has': [
    ['[巴南区|place]产茶。', '巴南区 重庆市/巴南区'],
    ['[二圣镇|place]产茶。', '二圣镇 重庆市/巴南区/二圣镇'],
    ['[重庆|place]下雨。', '重庆 重庆市'],
    ['[海南|place]下雨。', '海南 海南省'],
    ['[广西|place]下雨。', '广西 广西壮族自治区'],
  ],
  'is open for a name that several have': [
    ['[朝阳区|place]下雨。', '朝阳区 ?'],
    ['[吉林|place]下雪。', '吉林 ?'],
    ['[城关镇|place]下雨。', '城关镇 ?'],
  ],
  'is what a written chain says': [
    ['[北京市|place][朝阳区|place]下雨。', '北京市 北京市', '朝阳区 北京市/朝阳区'],
    [
      '[吉林|place][长春|place][朝阳区|place]下雪。',
      '吉林 吉林省',
      '长春 吉林省/长春市',
      '朝阳区 吉林省/长春市/朝阳区',
    ],
    ['[重庆|place][巴南|place]产茶。', '重庆 重庆市', '巴南 重庆市/巴南区'],
    ['[巴南|place][二圣镇|place]产茶。', '巴南 重庆市/巴南区', '二圣镇 重庆市/巴南区/二圣镇'],
    ['[安徽|place][黄山|place]下雪。', '安徽 安徽省', '黄山 安徽省/黄山市'],
    ['[湖南|place][长沙|place]下雨。', '湖南 湖南省', '长沙 湖南省/长沙市'],
    ['[北京|place][朝阳|place]下雨。', '北京 北京市', '朝阳 北京市/朝阳区'],
  ],
  'is what a chain in one name says': [
    ['[重庆市巴南区|place]产茶。', '重庆市巴南区 重庆市/巴南区'],
    ['[吉林长春|place]下雪。', '吉林长春 吉林省/长春市'],
  ],
  'differs within a document where two chains say so': [
    [
      '[北京市|place][朝阳区|place]和[长春市|place][朝阳区|place]。[朝阳区|place]下雨。',
      '北京市 北京市',
      '朝阳区 北京市/朝阳区',
      '长春市 吉林省/长春市',
      '朝阳区 吉林省/长春市/朝阳区',
      '朝阳区 ?',
    ],
  ],
  'is what the document says elsewhere': [
    ['[朝阳区|place]下雨。[北京|place]天晴。', '朝阳区 北京市/朝阳区', '北京 北京市'],
    ['[朝阳区|place]下雨。北京市民出门。', '朝阳区 北京市/朝阳区'],
    ['[朝阳区|place]下雨。长春天晴，北京也是。', '朝阳区 ?'],
    ['[吉林|place]下雪。[长春|place]天晴。', '吉林 吉林省', '长春 吉林省/长春市'],
    ['[吉林|place]下雪。[吉林市|place]天晴。', '吉林 吉林省/吉林市', '吉林市 吉林省/吉林市'],
    ['[巴南|place]产茶。[巴南区|place]产稻。', '巴南 重庆市/巴南区', '巴南区 重庆市/巴南区'],
  ],
  'is none for a place of another name or another county': [
    ['[长江|place]涨水。', '长江 ?'],
    ['[黄山|place]下雪。', '黄山 ?'],
    ['[综合保税区|place]开工。', '综合保税区 ?'],
    ['[西湖|place]下雨。[西湖区|place]天晴。', '西湖 ?', '西湖区 ?'],
    ['[云溪县|place][二圣镇|place]产茶。', '云溪县 ?', '二圣镇 ?'],
    ['[巴南区|org]发文。', '巴南区 ?'],
  ],
};

describe.each(Object.entries(CASES))('the division of a place %s', (_, cases) => {
  it.each(cases)('%s', (marked, ...divisions) => {
    expect(divisionsIn(marked)).toEqual(divisions);
  });
});

const PARENTS: [marked: string, ...relations: string[]][] = [
  ['[青川县|place][云上村|place]产茶。', '云上村 ⊂ 青川县'],
  ['[云溪县|place][云溪镇|place][云上村|place]。', '云溪镇 ⊂ 云溪县', '云上村 ⊂ 云溪镇'],
  ['[重庆市|place][巴南区|place]产茶。'],
  ['[云溪县|place]的[云溪镇|place]产茶。'],
  ['[云溪县|place][云溪湖|place]产鱼。'],
  ['[云溪镇|place][云溪县|place]。'],
  ['[云溪县|place][鹭洲开发区|place]。'],
];

describe('a place that stands right behind another', () => {
  it.each(PARENTS)(
    'lies in it when it is a smaller one and no division: %s',
    (marked, ...expected) => {
      const { text, mentions } = parseMarked(marked);
      const { relations } = locatePlaces(text, mentions, loadKnowledge().lexicon);
      const name = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
      expect(relations.map(({ head, tail }) => `${name(head)} ⊂ ${name(tail)}`)).toEqual(expected);
      for (const { rule, relation } of relations) {
        expect([rule, relation]).toEqual(['written-parent', 'part']);
      }
    },
  );
});
