import { describe, expect, it } from 'vitest';
import { clean } from '../../src/ingest/clean.ts';
import { LAYOUT_NAMES, laidOut } from './layouts.ts';
import { measure } from './noisy.ts';

const SENTENCE =
  '三月十八日，青溪县春茶开采仪式在石桥镇举行，来自省内外的客商和茶农代表三百多人参加了活动。';

/** Articles with short lines at their beginning or end, which look like those around them. */
const SHORT: Record<string, string[]> = {
  'names in rows': [
    '表彰一批先进个人',
    SENTENCE,
    '一等奖',
    '陆文澜 何远洲',
    '二等奖',
    '沈知微 张锦 崔力 周正',
  ],
  'names, one a line': [
    SENTENCE,
    '名单如下：',
    '陆文澜',
    '何远洲',
    '沈知微',
    '马成林',
    '李攀',
    '张锦',
  ],
  'names with offices': ['名单', '陆文澜 青溪县县长', '何远洲 云岭茶业集团董事长', SENTENCE],
  organizations: [
    SENTENCE,
    '云岭茶业集团',
    '青溪供销合作社',
    '石桥镇冷链物流中心',
    '白沙乡信息服务站',
    '青溪融媒体中心',
  ],
  'a poem': [
    '茶山春早',
    SENTENCE,
    '茶山春早雾初开',
    '采罢新芽踏月来',
    '一盏清香留客坐',
    '满村灯火映高台',
  ],
  'a poem of short lines': [
    SENTENCE,
    '我从山中来',
    '带着一片叶子',
    '它曾在雾里醒着',
    '等一个人',
    '把春天',
    '喝下去',
  ],
  'a programme': [
    SENTENCE,
    '09:00 开幕式',
    '09:30 主旨演讲 陆文澜',
    '11:00 圆桌讨论 何远洲 沈知微',
    '14:00 分论坛一 冷链物流',
  ],
  'a table': [
    SENTENCE,
    '乡镇 面积 产量',
    '石桥镇 4万亩 1200吨',
    '白沙乡 3万亩 900吨',
    '鱼洞镇 2万亩 600吨',
  ],
  'a table with lines': [
    SENTENCE,
    '乡镇 | 面积 | 主办',
    '石桥镇 | 4万亩 | 陆文澜',
    '白沙乡 | 3万亩 | 何远洲',
  ],
  'a notice': [
    SENTENCE,
    '时间：2024年3月20日上午9:00',
    '地点：青溪县会展中心',
    '承办：云岭茶业集团',
    '青溪县人民政府办公室',
    '2024年3月10日',
  ],
  subheadings: [
    '从哪里来',
    SENTENCE,
    '到哪里去',
    SENTENCE,
    '石桥镇：茶园四万亩',
    '白沙乡：茶园三万亩',
  ],
  medals: [SENTENCE, '金牌 12', '银牌 8', '铜牌 5', '1. 青溪队', '2. 石桥队', '3. 白沙队'],
  'an editorial': ['青溪日报社论', '——写在春茶开采之际', '□ 陆文澜', '茶兴则乡兴', SENTENCE],
};
/** Layouts of printed pages break lines at a margin. */
const NAMES = Object.values(LAYOUT_NAMES)
  .flat()
  .filter((name) => name !== 'print' && name !== 'press');

describe('short lines of an article that stand beside the frame of a page', () => {
  it.each(Object.entries(SHORT))('stay: %s', (_, paragraphs) => {
    for (const name of NAMES) {
      const lines = new Set(clean(laidOut(paragraphs, name, 1).source).split('\n'));
      expect([name, ...paragraphs.filter((line) => !lines.has(line))]).toEqual([name]);
    }
  });

  it('stay where there is no frame', () => {
    for (const paragraphs of Object.values(SHORT)) {
      expect(clean(paragraphs.join('\n')).split('\n')).toEqual(paragraphs);
    }
  });
});

describe('a title', () => {
  it.each([
    [['来源：青溪日报', '2024-03-19 08:12']],
    [['作者：陆文澜', '来源：青溪日报 时间：2024-03-19', '字号：大 中 小']],
  ])('of few letters stays above %j, as nothing else names the text', (facts) => {
    for (const title of ['故乡', '茶山春早', '秋夜（外一首）']) {
      const source = ['首页 > 副刊 > 正文', title, ...facts, SENTENCE].join('\n');
      expect(clean(source).split('\n')[0]).toBe(title);
    }
  });
});

describe('the frame of a page', () => {
  const article = [
    '青溪县举行春茶开采仪式',
    SENTENCE,
    '青溪县县长陆文澜在致辞中介绍，今年全县春茶产量预计达到三千二百吨，比去年增加一成。',
  ];

  it.each(Object.entries(LAYOUT_NAMES))(
    'goes for its most part, in the layouts of the %s set',
    (_, names) => {
      const sum = { kept: 0, known: 0, left: 0, noise: 0 };
      for (const name of names) {
        const page = laidOut(article, name, 2);
        const result = measure(article, page, clean(page.source));
        for (const key of ['kept', 'known', 'left', 'noise'] as const) sum[key] += result[key];
      }
      expect(sum.kept).toBe(sum.known);
      expect(sum.left / sum.noise).toBeLessThan(0.06);
    },
  );

  it('goes in traditional characters too', () => {
    const source =
      '首頁 > 即時新聞 > 社會\n臺北市設立創新研究中心\n來源：聯合新聞網 時間：2024-03-19\n臺北市政府昨日宣布，將與國立臺灣大學合作。\n責任編輯：周正\n版權所有 未經授權請勿轉載';
    expect(clean(source)).toBe(
      '臺北市設立創新研究中心\n臺北市政府昨日宣布，將與國立臺灣大學合作。',
    );
  });

  it('ends where the article does, and comments of readers are part of it', () => {
    const source = `${article.join('\n')}\n热门评论\n林清越\n家乡变化真大，明年一定回去看看！\n支持`;
    expect(clean(source)).toBe(article.join('\n'));
  });
});

describe('lines of any length', () => {
  it.each([
    ['letters', 'a'.repeat(200_000)],
    ['spaces', `甲${' '.repeat(200_000)}乙`],
    ['counts', `${'赞同12'.repeat(50_000)}!`],
    ['short counts', `${'赞同12'.repeat(9)}!`],
  ])('are judged in linear time: %s', (_, line) => {
    expect(clean(`首页 > 要闻\n${line}\n${SENTENCE}\n${line}\n版权所有`)).toContain(SENTENCE);
  });
});
