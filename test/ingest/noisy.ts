import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';

/** What sites and papers put around an article, by kind: 每行一种写法. */
const KINDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  menu: [
    ['首页 新闻 财经 体育 娱乐 科技 教育 视频'],
    ['首页', '要闻', '区县', '民生', '文化', '专题'],
    ['首页 | 时政 | 社会 | 国际 | 评论 | 图片 | 数字报'],
  ],
  breadcrumb: [
    ['当前位置：首页 > 新闻中心 > 本地要闻 > 正文'],
    ['您现在的位置：首页 >> 区县 >> 正文'],
    ['首页 > 要闻'],
  ],
  share: [
    ['分享到： 微信 微博 QQ空间'],
    ['分享', '微信扫一扫，分享到朋友圈', '复制链接'],
    ['扫描二维码关注青溪发布微信公众号', '打开APP，阅读全文'],
  ],
  'font size': [['字号：放大 缩小 默认'], ['【大 中 小】', '【打印】【关闭】'], ['字体：大 中 小']],
  neighbours: [
    ['上一篇：白沙乡百名茶农参加制茶技能培训', '下一篇：石桥镇敬老院迎来一批志愿者'],
    ['上一版 下一版', '上一篇 下一篇'],
    ['上一条：青溪县召开防汛工作会议', '返回列表'],
  ],
  editors: [
    ['责任编辑：陆小曼'],
    ['编辑：陆小曼 校对：何远舟 审核：沈知远'],
    ['一审：陆小曼', '二审：何远舟', '三审：沈知远'],
    ['[责编：陆小曼]'],
  ],
  copyright: [
    ['版权所有 青溪日报社 未经书面授权 不得复制或建立镜像', '渝ICP备12345678号-1'],
    ['Copyright © 2024 青溪网 All Rights Reserved', '互联网新闻信息服务许可证：50120240001'],
    ['免责声明：本文仅代表作者观点，与本网无关，如有侵权请联系删除。'],
    ['转载请注明来源：青溪网', '违法和不良信息举报电话：023-12345678'],
    ['地址：青溪县茶园路18号 邮编：400000 电话：023-12345678'],
  ],
  facts: [
    ['来源：青溪日报 发布时间：2024-03-19 08:12 浏览次数：1024'],
    ['2024-03-19 08:12:30 来源：青溪日报'],
    ['发布日期：2024年3月19日 点击：88', '阅读 1.2万 点赞 56'],
    ['2024年03月19日 星期二 放大 缩小 默认'],
  ],
  related: [
    ['相关阅读', '石桥镇新建冷库开工', '白沙乡试种茶叶新品种', '青溪县茶企走进兰州'],
    ['热门推荐：', '青溪今年要修三条路', '这个周末去哪儿看花？'],
    ['网友评论', '暂无评论', '我要评论 举报 点赞'],
    ['广告'],
  ],
};
export const NOISE_KINDS: readonly string[] = [...Object.keys(KINDS), 'running heads'];

/** Some gold articles have page noise of their own; looked up by hand. */
export const OWN_NOISE =
  /上一版|^第\d+版|版：|^首页|^来源：|【?打印|版权声明|^版权所有|责任编辑|^分享到|^上一篇/;

/** An article as a site or a paper gives it, with the lines that are not its own. */
export interface NoisyPage {
  readonly source: string;
  readonly noise: readonly string[];
}

/** Characters in a line of a printed page; lines on a page. */
const WIDTH = 30;
const PAGE_LINES = 6;

/**
 * Put noise of every kind around an article.
 * @param paragraphs of the article
 * @param broken whether its lines end at a right margin and its pages have running heads
 */
export function noisyPage(paragraphs: readonly string[], seed: number, broken: boolean): NoisyPage {
  const random = xorshift128plus(seed);
  const pick = <T>(choices: readonly T[]) => choices[(random.next() >>> 0) % choices.length]!;
  const lines = (kind: string) => [...pick(KINDS[kind]!)];
  const head = ['menu', 'breadcrumb', 'facts', 'font size'].flatMap(lines);
  const foot = ['editors', 'share', 'neighbours', 'related', 'copyright'].flatMap(lines);
  const running = broken ? ['青溪日报 2024年3月19日 星期二', '青溪新闻热线 62345678'] : [];
  const body = broken ? printed(paragraphs, running) : paragraphs.map((text) => `　　${text}\n`);
  // 列表之后空一行才是别的内容。
  return {
    source: [...head, '', ...body, '', ...foot.slice(0, -1), '', foot.at(-1)!].join('\n'),
    noise: [...head, ...running, ...foot],
  };
}

/** Lines broken at the margin, and between pages the running heads and the number. */
function printed(paragraphs: readonly string[], running: readonly string[]): string[] {
  const lines = paragraphs.flatMap((text) => text.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []);
  return lines.flatMap((line, index) => {
    const page = index / PAGE_LINES;
    const isFirst = index > 0 && Number.isInteger(page);
    return isFirst ? [running[1]!, `- ${page} -`, running[0]!, line] : [line];
  });
}

/** Letters and digits, by which texts are compared: joining lines may change spaces. */
export function packed(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** How many characters of the article and of the noise are in a text, and of how many. */
export function measure(
  paragraphs: readonly string[],
  { noise }: NoisyPage,
  text: string,
): { kept: number; known: number; lost: string[]; left: number; noise: number } {
  const whole = packed(text);
  const pieces = paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[。！？；，])/))
    .map(packed);
  const lines = new Set(text.split('\n').map(packed));
  const sum = (texts: readonly string[]) => texts.reduce((total, { length }) => total + length, 0);
  const own = noise.map(packed).filter((line) => line !== '');
  return {
    kept: sum(pieces.filter((piece) => whole.includes(piece))),
    known: sum(pieces),
    lost: pieces.filter((piece) => !whole.includes(piece)),
    left: sum(own.filter((line) => lines.has(line) || (line.length > 6 && whole.includes(line)))),
    noise: sum(own),
  };
}
