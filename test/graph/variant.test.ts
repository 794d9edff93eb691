import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { variantReadings } from '../../src/query/conflicts.ts';
import { annotated } from '../helpers/documents.ts';

/** An article that all documents of a case print, so that they are reprints of each other. */
const ARTICLE = `三月十八日，春茶开采仪式在茶园举行，来自省内外的客商和茶农代表三百多人参加了活动。
县长在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成以上。
集团将新建一座冷库，并与供销合作社签订长期收购协议，保证鲜叶当天采摘、当天加工。
`;

/** The graph of documents that print the article and, each, one line more. */
function graphOf(...lines: readonly string[]) {
  return buildGraph(lines.map((line, i) => annotated(`${i + 1}`, ARTICLE + line)));
}

/** The readings of each variant, with * where they are probably one name. */
function variantsIn(...lines: readonly string[]): string[] {
  return variantReadings(graphOf(...lines)).map(
    ({ about, misreading }) => about + (misreading ? ' *' : ''),
  );
}

const makes = (name: string) => `六月二十七日，[${name}|organization]生产的新药即将上市。`;

describe('reprints read differently', () => {
  const CASES: [title: string, lines: string[], variants: string[]][] = [
    [
      'a letter of a name',
      [makes('重庆宸安生物制药公司'), makes('重庆震安生物制药公司')],
      ['重庆宸安生物制药公司 / 重庆震安生物制药公司 *'],
    ],
    [
      'a name that one of them is not known to have',
      [makes('重庆宸安生物制药公司'), '六月二十七日，重庆震安生物制药公司生产的新药即将上市。'],
      ['重庆宸安生物制药公司 / 重庆震安生物制药公司 *'],
    ],
    [
      'a name that lacks a letter',
      [
        '“[我有一亩田|program]”让稻田找到云上农场主。',
        '“[我一亩田|program]”让稻田找到云上农场主。',
      ],
      ['我一亩田 / 我有一亩田 *'],
    ],
    [
      'a word',
      [
        '生物医药、高端装备、数智经济、商贸物流四大集群壮大。',
        '生物医药、高端装备、数字经济、商贸物流四大集群壮大。',
      ],
      ['数字经济 / 数智经济'],
    ],
    [
      'a word that one of them lacks',
      [
        '该区引育研发机构145家，培育科技型企业5899家。',
        '该区引育研发机构145家，培育科技型中小企业5899家。',
      ],
      ['培育科技型中小企业5899家 / 培育科技型企业5899家'],
    ],
    [
      'the order of words',
      ['该区帮助种子选手攻关，加快转化科技成果。', '该区帮助种子选手攻关，加快科技成果转化。'],
      ['加快科技成果转化 / 加快转化科技成果'],
    ],
    [
      'a figure',
      [
        '全年实现货物吞吐量2837万吨、物流作业量836万吨。',
        '全年实现货物吞吐量2387万吨、物流作业量836万吨。',
      ],
      ['全年实现货物吞吐量2387万吨 / 全年实现货物吞吐量2837万吨'],
    ],
    [
      'names of which one is another by its letters',
      [makes('第一生物制药公司'), makes('第二生物制药公司')],
      ['第一生物制药公司 / 第二生物制药公司'],
    ],
    [
      'several places of a sentence',
      [
        '[宸安生物|organization]与[青溪大学|organization]合作，建设数智经济试验区。',
        '[震安生物|organization]与[青溪大学|organization]合作，建设数字经济试验区。',
      ],
      ['宸安生物 / 震安生物 *', '建设数字经济试验区 / 建设数智经济试验区'],
    ],
    ['nothing but marks', [`${makes('甲乙丙公司')}`, makes('甲乙丙公司').replace('，', ',')], []],
    [
      'a sentence that is worded anew',
      ['集团负责人表示明年还要再建三座冷库。', '明年再建冷库三座，集团的负责人这样说。'],
      [],
    ],
    [
      'a sentence that is cut',
      [makes('甲乙丙公司'), '六月二十七日，[甲乙丙公司|organization]'],
      [],
    ],
  ];
  it.each(CASES)('%s', (_, lines, variants) => {
    expect(variantsIn(...lines)).toEqual(variants);
    expect(variantsIn(...lines.toReversed())).toEqual(variants);
  });

  it('with both sentences, and how many documents have each', () => {
    const lines = [makes('宸安生物'), makes('震安生物'), makes('宸安生物')];
    expect(variantReadings(graphOf(...lines))).toEqual([
      {
        kind: 'variant',
        entities: ['organization:宸安生物', 'organization:震安生物'],
        about: '宸安生物 / 震安生物',
        misreading: true,
        sides: [
          expect.objectContaining({
            text: '宸安生物',
            entity: 'organization:宸安生物',
            document: '1',
            documents: 2,
            quote: '六月二十七日，宸安生物生产的新药即将上市。',
          }),
          expect.objectContaining({ text: '震安生物', document: '2', documents: 1 }),
        ],
      },
    ]);
  });

  it('two names of which one document has both are two', () => {
    const both = `${makes('宸安生物')}\n[震安生物|organization]也来了。`;
    expect(variantsIn(both, `${makes('震安生物')}\n茶园里来了许多人。`)).toContain(
      '宸安生物 / 震安生物',
    );
  });
});

describe('a caption that stands on another page', () => {
  const page = (caption: string, rest: string) =>
    `${rest}六月十二日，茶山滑翔基地的游客正在体验滑翔伞。\n${caption}`;
  const one = page(makes('宸安生物'), ARTICLE);
  const other = (caption: string) =>
    page(caption, '白沙大桥昨日合龙，这座斜拉桥由江南路桥公司承建，历时三年零两个月。\n');
  const readings = (caption: string) =>
    variantReadings(buildGraph([annotated('1', one), annotated('2', other(caption))])).map(
      ({ about }) => about,
    );

  it('is compared with the one beside the same caption', () => {
    expect(readings(makes('震安生物'))).toEqual(['宸安生物 / 震安生物']);
  });

  it('is not, when its figures differ', () => {
    expect(readings(makes('震安生物').replace('二十七', '二十八'))).toEqual([]);
  });
});

describe('evidence of reprints', () => {
  const buys = (share: string) =>
    `六月二十七日，[云岭茶业|organization]宣布收购[青溪茶厂|organization]${share}的股权。`;
  const edgeOf = (...lines: readonly string[]) =>
    graphOf(...lines).mapEdges((_, { weight, documents, articles, evidence }) => ({
      weight,
      documents,
      articles,
      quotes: evidence.length,
    }));

  it('counts once where the sentence differs in a word, and all sentences stay visible', () => {
    expect(edgeOf(buys('六成'), buys('七成'), buys('六成'))).toEqual([
      { weight: 1, documents: 3, articles: 1, quotes: 2 },
    ]);
  });

  it('counts each of the sentences that one document has', () => {
    expect(
      edgeOf(`${buys('六成')}\n${buys('七成')}`, `${buys('六成')}\n茶园里来了许多人。`),
    ).toEqual([{ weight: 2, documents: 2, articles: 1, quotes: 2 }]);
  });

  it('counts twice in documents that are no reprints of each other', () => {
    const graph = buildGraph([annotated('1', buys('六成')), annotated('2', buys('七成'))]);
    expect(graph.mapEdges((_, { weight }) => weight)).toEqual([2]);
  });
});
