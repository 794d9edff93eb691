import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { candidates, edgesBetween, resolve, variantReadings } from '../src/index.ts';
import { type BuildResult, buildStore } from '../src/store/build.ts';
import { loadKnowledge } from './helpers/knowledge.ts';

/** Two copies of a newspaper page, one from the web and one from the PDF. Not part of the project. */
const SEEDS = '../shared/seeds';

describe.skipIf(!existsSync(SEEDS))('the two newspaper pages in ../shared/seeds', () => {
  let built: BuildResult;
  beforeAll(async () => {
    built = await buildStore([SEEDS], { knowledge: loadKnowledge() });
  });

  it.each([
    ['何友生', 'person'],
    ['巴南区', 'place'],
    ['智翔金泰', 'organization'],
    ['重庆国际生物城', 'place'],
    ['重庆RCEP投资贸易服务中心', 'program'],
    ['西部陆海新通道', 'program'],
  ])('hold %s, a %s', (name, category) => {
    const key = resolve(built.graph, name);
    expect(built.graph.getNodeAttribute(key, 'category')).toBe(category);
  });

  it('give a company and its short name one node', () => {
    const full = resolve(built.graph, '重庆智翔金泰生物制药股份有限公司');
    expect(resolve(built.graph, '智翔金泰')).toBe(full);
  });

  it('link 何友生 to 巴南区 or its party committee by an office', () => {
    const person = resolve(built.graph, '何友生');
    const offices = ['organization:巴南区委', 'place:巴南区'].flatMap((key) =>
      edgesBetween(built.graph, person, key).filter((edge) => edge.relation === 'office'),
    );
    expect(offices.length).toBeGreaterThan(0);
  });

  it('count a sentence that stands in both copies once', () => {
    const key = resolve(built.graph, '重庆RCEP投资贸易服务中心');
    const edges = edgesBetween(built.graph, key, 'place:巴南区');
    expect(
      edges.map(({ weight, documents, articles }) => ({ weight, documents, articles })),
    ).toContainEqual({
      weight: 1,
      documents: 2,
      articles: 1,
    });
  });

  it.each([
    ['重庆宸安生物制药有限公司', '重庆震安生物制药有限公司'],
    ['数字经济', '数智经济'],
    ['培育科技型中小企业5899家', '培育科技型企业5899家'],
  ])('are told to read %s and %s', (one, other) => {
    const variant = variantReadings(built).find(({ about }) => about === `${one} / ${other}`);
    expect(variant).toMatchObject({ sides: [{ text: one }, { text: other }] });
    // Whether 数字经济 is a name is the tagger's to say; a company is one.
    if (one.endsWith('公司')) expect(variant?.misreading).toBe(true);
    expect(variant?.sides.map(({ quote, text }) => quote.includes(text))).toEqual([true, true]);
  });

  it.each(['上一版', '下一版', '上一篇', '放大 缩小', '默认', '版权所有', '复制或建立镜像'])(
    'leave the page control %s out of the graph',
    (control) => {
      expect(candidates(built.graph, control)).toEqual([]);
      const quotes = built.graph.mapEdges((_, { evidence }) => evidence.map(({ quote }) => quote));
      expect(quotes.flat().filter((quote) => quote.includes(control))).toEqual([]);
    },
  );
});
