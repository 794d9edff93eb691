import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, explainClean, noiseRule, replaceControls } from '../../src/ingest/clean.ts';
import { measure, noisyPage } from './noisy.ts';
import { strangeText } from './strangeText.ts';

const NOISE = [
  '上一版 下一版',
  '上一版　下一版　返回目录',
  '上一篇 | 下一篇',
  '· 上一页 1 2 3 下一页 ·',
  '放大 缩小 默认',
  '【放大】【缩小】【默认】',
  '字号：放大 缩小',
  '首页 > 版面导航 > 标题导航',
  '分享到： 微信 微博',
  '2024年07月04日 星期四 上一版 下一版',
  '第04版:区县 2024年7月4日 星期四 返回目录',
  '第03版：要闻',
  'A05版',
  '版权所有 重庆日报社',
  '重庆日报版权所有 未经书面授权 不得转载',
  'Copyright © 2024 脉络示例报 All Rights Reserved',
  '渝ICP备12345678号-1',
  '渝公网安备 50010302000123号',
  '地址：重庆市渝北区同茂大道416号 邮编：401120',
  '首页 > 要闻',
  '上一篇：白沙乡举办制茶培训',
  '责任编辑：陆小曼',
  '[责编：陆小曼]',
  '微信扫一扫，分享到朋友圈',
  '来源：青溪日报 发布时间：2024-03-19 08:12 浏览次数：1024',
  '青溪日报 2024年3月19日 星期二 第03版：要闻',
  '免责声明：本文仅代表作者观点，与本网无关。',
  '第 3 页 共 12 页',
];

const TEXT = [
  '上一版规划由市规划局编制，下一版规划将于年底公布。',
  '当日，会议提出放大枢纽优势、扩大开放。',
  '智翔金泰把中试放大放在上海，把产业化留在重庆。',
  '默认，还是否认？何友生没有回答。',
  '市民可在首页登录，注册后领取更多优惠。',
  '何友生在微博分享了更多细节。',
  '更多市民走进重庆图书馆。',
  '首页推荐：巴南区举办文化节',
  '分享会在重庆图书馆举行',
  '地址：何友生的家乡在巴南区。',
  '2024年7月3日',
  '收藏家何友生',
  '何友生',
  '。',
  '编辑部设在石桥镇，主编是陆文澜。',
  '来源于茶园的收入占一半。',
  '广告公司云岭传媒落户石桥镇',
  '新华社记者 何远洲 摄',
  '关注茶农，关注石桥镇的冷库建设。',
  '青溪日报 3月19日报道了此事。',
  '点击率是去年的两倍。',
];

describe('noiseRule', () => {
  it.each(NOISE)('drops the line %s', (line) => {
    expect(noiseRule(line)).toBeDefined();
    expect(clean(`何友生介绍。\n  ${line}\t\r\n巴南区。`)).toBe('何友生介绍。\n巴南区。');
  });

  it.each(TEXT)('keeps the line %s', (line) => {
    expect(noiseRule(line)).toBeUndefined();
    expect(clean(line)).toBe(line);
  });

  it('says by which rule a line is dropped', () => {
    expect(noiseRule('第03版：要闻')).toBe('page-number');
    expect(noiseRule('放大 缩小 默认')).toBe('page-control');
    expect(noiseRule('版权所有 重庆日报社')).toBe('copyright');
  });
});

const CLEANED: [title: string, source: string, text: string][] = [
  ['ends lines with \\n, whoever wrote them', '甲\r\n乙\r丙\u2028丁\u2029戊', '甲\n乙\n丙\n丁\n戊'],
  ['takes a byte order mark for nothing', '\ufeff巴南区', '巴南区'],
  ['puts spaces for control characters', '何\0友\x1b生\u0085介\x7f绍\t了', '何 友 生 介 绍 了'],
  ['leaves out what nobody sees', '何\u200b友\u00ad生\ufeff介绍', '何友生介绍'],
  ['puts U+FFFD for half a surrogate pair', '何\ud800友\udc00生', '何\ufffd友\ufffd生'],
  ['keeps whole surrogate pairs', '😀𠮷', '😀𠮷'],
  ['strips both ends of each line', '　　何友生介绍。  \n\t巴南区。', '何友生介绍。\n巴南区。'],
  ['keeps one blank line between paragraphs', '甲\n \n\n\n乙\n\n丙\n丁', '甲\n\n乙\n\n丙\n丁'],
  ['drops blank lines at both ends', '\n\n　\n甲\n\n', '甲'],
  ['leaves no gap where noise stood between blank lines', '甲\n\n上一版\n\n乙', '甲\n\n乙'],
  [
    'leaves brackets, quotes and full-width forms alone',
    '“Ａ”（以下简称Ｂ）·１',
    '“Ａ”（以下简称Ｂ）·１',
  ],
];

describe('clean', () => {
  it.each(CLEANED)('%s', (_, source, text) => {
    expect(clean(source)).toBe(text);
  });

  it('leaves clean text as it is', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        expect(clean(clean(source))).toBe(clean(source));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('leaves nothing that breaks XML, and no line end but \\n', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        expect(clean(source)).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\ufeff\ufffe\uffff]/u);
        expect(clean(source).isWellFormed()).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

const ARTICLE = [
  '青溪县举行春茶开采仪式',
  '三月十八日，青溪县春茶开采仪式在石桥镇举行，来自省内外的客商和茶农代表三百多人参加了活动。青溪县县长陆文澜在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成。',
  '云岭茶业集团董事长何远洲表示，集团将在石桥镇新建一座冷库，并与青溪供销合作社签订长期收购协议，保证鲜叶当天采摘、当天加工。目前两条自动化生产线已经完成检修。',
  '兰州客商马成林当场订下十吨春茶，他说，青溪的茶叶香气高、耐冲泡，在西北市场很受欢迎，今后还打算在兰州开设专卖店。',
];

describe.each([
  ['page', false],
  ['printed page with broken lines', true],
])('the noise of ten kinds on a %s', (_, broken) => {
  it('goes, and the article stays', () => {
    const sum = { kept: 0, known: 0, left: 0, noise: 0 };
    for (let seed = 0; seed < 100; seed++) {
      const page = noisyPage(ARTICLE, seed, broken);
      const result = measure(ARTICLE, page, clean(page.source));
      for (const key of ['kept', 'known', 'left', 'noise'] as const) sum[key] += result[key];
    }
    expect(sum.kept / sum.known).toBeGreaterThanOrEqual(0.98);
    expect(sum.left / sum.noise).toBeLessThanOrEqual(0.01);
  });
});

const EXPLAINED: [title: string, source: string, text: string, rules: string[]][] = [
  [
    'channels that stand below each other, but not one alone',
    '首页\n要闻\n文化\n何友生介绍。\n文化\n何友生说。',
    '何友生介绍。\n文化\n何友生说。',
    ['page-control', 'menu', 'menu'],
  ],
  [
    'the headlines of other articles, up to the next sentence',
    '何友生介绍。\n相关阅读：\n石桥镇新建冷库\n白沙乡修路\n何友生还说，明年再来。',
    '何友生介绍。\n何友生还说，明年再来。',
    ['related', 'related', 'related'],
  ],
  [
    'a header on every page, but for the first line',
    '青溪年鉴 1\n甲。\n乙。\n青溪年鉴 2\n丙。\n丁。\n青溪年鉴 3\n戊。\n己。',
    '青溪年鉴 1\n甲。\n乙。\n丙。\n丁。\n戊。\n己。',
    ['repeated-line', 'repeated-line'],
  ],
  [
    'no answers that repeat',
    '问：\n甲。\n问：\n乙。\n问：\n丙。',
    '问：\n甲。\n问：\n乙。\n问：\n丙。',
    [],
  ],
  [
    'the name of the paper beside a control, but not in a list of papers',
    '上一版 下一版\n青溪日报\n何友生介绍。\n青溪日报\n石桥晚报',
    '何友生介绍。\n青溪日报\n石桥晚报',
    ['page-control', 'masthead'],
  ],
];

describe('explainClean', () => {
  it.each(EXPLAINED)('drops %s', (_, source, text, rules) => {
    const cleaned = explainClean(source);
    expect(cleaned.text).toBe(text);
    expect(cleaned.dropped.map(({ rule }) => rule)).toEqual(rules);
  });

  it('drops the editor at the end of a paragraph and keeps the paragraph', () => {
    expect(clean('何友生介绍。（责任编辑：陆小曼）')).toBe('何友生介绍。');
  });

  it('joins lines between which page noise stood', () => {
    const source =
      '云溪县昨日举行采茶节，来自各地的茶农和云溪县农\n云溪日报 2024年3月19日 星期二\n旅发展有限公司的代表参加了开幕式，县长在致辞中\n介绍了茶园的情况。';
    expect(clean(source)).toContain('云溪县农旅发展有限公司');
  });
});

describe('replaceControls', () => {
  it('keeps every offset', () => {
    fc.assert(
      fc.property(strangeText, (source) => {
        const replaced = replaceControls(source);
        expect(replaced).toHaveLength(source.length);
        expect(replaced).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
