import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, reprintClusters } from '../../src/graph/reprint.ts';

const TEA = [
  '三月十八日，青溪县春茶开采仪式在石桥镇举行，来自省内外的客商和茶农代表三百多人参加了活动。',
  '青溪县县长陆文澜在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成。',
  '云岭茶业集团董事长何远洲表示，集团将在石桥镇新建一座冷库，并与青溪供销合作社签订长期收购协议。',
  '兰州客商马成林当场订下十吨春茶，他说，青溪的茶叶香气高、耐冲泡，在西北市场很受欢迎。',
];
const BRIDGE = [
  '白沙大桥昨日合龙，这座全长一千二百米的斜拉桥由江南路桥公司承建，历时三年。',
  '项目经理沈知微说，大桥通车以后，白沙乡到县城的车程从一个半小时缩短到二十分钟。',
  '当地村民早早来到江边，点燃鞭炮庆祝，不少人拿出手机记录下这一刻。',
  '大桥计划今年国庆节前通车，届时将免费通行一个月。',
];
const BOILERPLATE =
  '本报记者深入基层采访，讲好身边故事，传播青溪声音，欢迎读者提供新闻线索并参与评选活动。';

const text = (sentences: readonly string[]) => sentences.join('\n');
const clusters = (texts: Readonly<Record<string, string>>) =>
  clustersOf(reprintClusters(Object.entries(texts).map(([id, text]) => ({ id, text }))));

describe('reprints', () => {
  it.each<[string, string]>([
    ['punctuated in another way', text(TEA).replaceAll('，', ',').replaceAll('。', '. ')],
    ['cut to a half', text(TEA.slice(0, 2))],
    ['with another headline', `春茶开采了\n来源：晚报\n${text(TEA)}`],
    ['with a paragraph moved', text([TEA[3]!, ...TEA.slice(0, 3)])],
    ['with a name misread', text(TEA).replaceAll('何远洲', '何运洲').replaceAll('石桥', '石轿')],
    ['with another medium named', text(TEA).replaceAll('青溪县', '青溪')],
  ])('of an article %s are one cluster with it', (_, reprint) => {
    expect(clusters({ a: text(TEA), b: reprint, c: text(BRIDGE) })).toEqual([['a', 'b']]);
  });

  it('cut into parts that do not overlap are one cluster by the whole', () => {
    const parts = { a: text(TEA.slice(0, 2)), b: text(TEA), c: text(TEA.slice(2)) };
    expect(clusters(parts)).toEqual([['a', 'b', 'c']]);
    expect(clusters({ a: parts.a, c: parts.c })).toEqual([]);
  });

  it('are not made of boilerplate that different articles share', () => {
    const a = text([...TEA, BOILERPLATE]);
    const b = text([...BRIDGE, BOILERPLATE]);
    expect(clusters({ a, b, c: BOILERPLATE })).toEqual([]);
  });

  it('are not what a pattern makes again months later', () => {
    const again = text([
      ...TEA.slice(0, 3),
      '沈知微来自广州，这是第二次来青溪，今年带来了三位同行和一份清单。',
      BRIDGE[2]!,
    ]);
    const printed = (date: string) =>
      clustersOf(
        reprintClusters([
          { id: 'a', text: text(TEA), date: '2024-03-18' },
          { id: 'b', text: again, date },
        ]),
      );
    expect(printed('2024-03-20')).toEqual([['a', 'b']]);
    expect(printed('2025-03-18')).toEqual([]);
  });

  it('are not reports that share their words and differ in their figures', () => {
    const report = (figures: readonly number[]) =>
      `据通报，全县新增茶园${figures[0]}亩，新建冷库${figures[1]}座，培训茶农${figures[2]}人次，完成投资${figures[3]}万元。
各乡镇要继续做好春茶采摘和加工工作，加强质量安全监管，确保颗粒归仓、农民增收。
县农业农村局将组织技术人员深入田间地头，开展技术指导和跟踪服务，及时解决生产中的困难。`;
    const reports = { a: report([310, 4, 1200, 5600]), b: report([455, 7, 980, 3100]) };
    expect(clusters(reports)).toEqual([]);
    expect(clusters({ ...reports, b: report([310, 4, 1200, 6500]) })).toEqual([['a', 'b']]);
  });

  it('are not made of short texts', () => {
    expect(clusters({ a: '青溪县举行采茶节。', b: '青溪县举行采茶节。' })).toEqual([]);
  });

  it('are named by the longest text, whatever the order', () => {
    const texts = [
      { id: 'short', text: text(TEA.slice(0, 3)) },
      { id: 'long', text: text(TEA) },
      { id: 'other', text: text(BRIDGE) },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 3 }), (shuffled) => {
        const found = reprintClusters(shuffled);
        expect(Object.fromEntries(found)).toEqual({ short: 'long', long: 'long', other: 'other' });
      }),
      { seed: 1 },
    );
  });

  it('leaves each empty text alone', () => {
    expect(clusters({ a: '', b: '' })).toEqual([]);
    expect(reprintClusters([])).toEqual(new Map());
  });
});
