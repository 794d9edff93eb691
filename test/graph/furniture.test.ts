import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { annotated } from '../helpers/documents.ts';

const FOOTER = '[青溪日报社|organization] [石桥镇|place]茶园路18号 今日8版';

/** Labels of the entities of documents that say different things and end alike. */
function entitiesIn(count: number, lineOf: (i: number) => string): string[] {
  const documents = Array.from({ length: count }, (_, i) =>
    annotated(
      `${i}`,
      `[云岭茶业|organization]在第${'甲乙丙丁戊己庚'[i]}个茶园里种茶。\n${lineOf(i)}`,
    ),
  );
  return buildGraph(documents)
    .mapNodes((_, { label }) => label)
    .sort();
}

describe('a line at the end of five articles', () => {
  it('says nothing of entities', () => {
    expect(entitiesIn(5, () => FOOTER)).toEqual(['云岭茶业']);
  });

  it('says nothing though its figures differ', () => {
    expect(entitiesIn(5, (i) => FOOTER.replace('8版', `${i + 3}版`))).toEqual(['云岭茶业']);
  });

  it.each<[string, number, string]>([
    ['when it stands in fewer', 4, FOOTER],
    ['when it is a sentence', 5, `${FOOTER}。`],
    ['when the text goes on', 5, `${FOOTER}，`],
  ])('is text %s', (_, count, line) => {
    expect(entitiesIn(count, () => line)).toEqual(['云岭茶业', '石桥镇', '青溪日报社']);
  });

  it('is text in the middle of an article', () => {
    const around = ['茶农在采茶。', '茶农在制茶。', '茶农在品茶。'].join('\n');
    expect(entitiesIn(5, () => `${around}\n${FOOTER}\n${around}`)).toContain('石桥镇');
  });

  it('is text in five reprints of one article', () => {
    const article = `三月十八日，春茶开采仪式在茶园举行，来自省内外的客商和茶农三百多人参加了活动。
集团将新建一座冷库，并与供销合作社签订长期收购协议，保证鲜叶当天采摘、当天加工。
`;
    const documents = [...'abcde'].map((id) => annotated(id, article + FOOTER));
    expect(buildGraph(documents).order).toBe(2);
  });
});
