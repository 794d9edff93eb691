/**
 * 一行的形状：不认得它，也看得出是页面的框架还是文章。
 * What lines of pages look like that no rule knows by name: how short they are, whether they are
 * sentences, what separates their parts, and how much of them is said to whoever uses the page.
 * The features are those of Kohlschütter, Fankhauser and Nejdl 2010 (doi:10.1145/1718487.1718542),
 * as far as a page without markup has them.
 */

/** 界面对用户说的话：账号、互动、翻看、播放、联系、归属。 */
const INTERFACE =
  /登[录陆]|注册|密码|账[号户]|帐号|用户|验证码|会员|VIP|积分|粉丝|昵称|头像|关注|订阅|收藏|点赞|打赏|赞同|回答|提问|分享|转发|举报|投诉|纠错|反馈|评论|留言|跟[帖贴]|回[复帖]|发[帖表布]|帖子|楼主|楼层|沙发|版主|版块|置顶|精华|频道|栏目|专题|首页|主页|返回|顶部|[上下]一|倒序|正序|展开|收起|加载|刷新|搜索|检索|查看|浏览|阅读|播放|倍速|自动连播|高清|弹幕|音量|全屏|字[号体]|打印|复制|链接|点击|下载|上传|客户端|APP|扫[码描]|扫一扫|二维码|公众号|小程序|微[信博]|抖音|QQ|邮箱|信箱|热线|电话|传真|邮编|地址|备案|许可证|版权|声明|免责|隐私|条款|协议|广告|投稿|爆料|招聘|网站|站点|本站|地图|无障碍|繁体|简体|切换|导航|目录|索引|更多|推荐|排行|热门|热[帖搜榜]|最新|猜你|相关|往期|来源|作者|编辑|责编|审核|校对|技术支持|关于我们|联系我们|帮助|客服|信息公开|原创|正文|标签|分类|人数|次数|时间|日期|关键词|文号|欢迎[访光]|本词条|本页|本帖|本版|本栏|立即|倒计时/giu;
/** So much of a line that is said to the user makes it part of the frame; so much, perhaps. */
const MOSTLY = 0.5;
const PARTLY = 0.3;

/** A line of so many characters with a comma is part of a sentence that goes on in the next one. */
const SHORTEST_FRAGMENT = 24;
const SHORTEST_SENTENCE = 20;
/** Longer lines are text, whatever they hold, so that what is looked for in lines stays cheap. */
const LONGEST = 300;
/** Longer lines are no counters: so that the pattern has few ways to fail. */
const LONGEST_COUNTER = 40;

const DATE = /(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?/g;
const CLOCK = /\d{1,2}[:：]\d\d/;
/** 3天前 · 重庆 */
const AGO = /^\d+\s?(?:秒|分钟|小时|天|周|个?月|年)前/;
/** 上一篇 没有了 */
const NEIGHBOUR = /^[上下]一?[篇条页版章节则个](?:新闻|文章)?[\s:：]/;
const ADDRESS =
  /https?:|www\.|[\w.]+@\w|\.(?:com|cn|net|org)\b|\b0\d{2,3}[-)）]\s?\d{7,8}|\b400-?\d{3}|©|copyright|all rights|powered by/i;
/** 09:00 开幕式：日程的一行。 */
const TIMED = /^\d{1,2}[:：]\d\d.*\p{Script=Han}/u;
/** 备案、许可、刊号、文号。 */
const RECORD = /备\s?\d{5,}|备案.{0,4}号|证.{0,8}[号：:]|ISS[NB]|CN\s?\d\d-|邮发代号|标识码/;
/** 查看: 12 | 回复: 3；支持0；12评论。 */
const COUNTER =
  /^(?:[|｜·•/\s]*(?:\p{Script=Han}{2,4}\s?[:：(（]?\s?\d[\d.,]*\s?[万wk]?\+?[)）次人条]?|\d[\d.,]*\s?[万wk]?\+?\s?(?:条|次|人|篇|个)?\p{Script=Han}{2,3}))+$/u;
/** 时间：…… 作者：…… 来源：…… */
const LABELLED = /^(?:.{0,30}?\p{Script=Han}{2,4}\s?[:：]){3}/u;
const SEPARATORS = /[|｜丨·•>＞›»/\s]+/;
const STRONG_SEPARATOR = /[|｜丨·•>＞›»]/g;
const LONGEST_CELL = 8;

/** 常见姓氏：一列人名不是菜单。 */
const SURNAMES = new Set(
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
);

/** Whether a line is text by itself: a sentence, or a long part of one. */
export function isText(line: string): boolean {
  if (line.length > LONGEST) return true;
  if (/[！？]/.test(line) && line.length >= SHORTEST_SENTENCE) return true;
  return /[。；]/.test(line) || (line.length >= SHORTEST_FRAGMENT && line.includes('，'));
}

/** 菜单里的词：短，没有标点。 */
export function isLabel(line: string): boolean {
  return line.length <= LONGEST_CELL && !/[\p{P}\p{S}]/u.test(line);
}

/** Whether cells are names of people, as in a list of prizes. */
export function areNames(cells: readonly string[]): boolean {
  const names = cells.filter(
    (cell) => /^\p{Script=Han}{2,3}$/u.test(cell) && SURNAMES.has(cell[0]!),
  );
  return names.length >= cells.length * 0.6;
}

/** How much of a line's letters are words of the interface, 0 to 1. */
export function interfaceShare(line: string): number {
  const [, key] = /^[（(【[]?([\p{Script=Han}\s]{2,8})[:：]/u.exec(line) ?? [];
  const whole = shareOf(line);
  return key === undefined ? whole : Math.max(whole, Math.min(shareOf(key), PARTLY));
}

function shareOf(line: string): number {
  const letters = line.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (letters === '') return 0;
  const said = (letters.match(INTERFACE) ?? []).reduce((sum, word) => sum + word.length, 0);
  return said / letters.replaceAll(/\d/g, '').length || 0;
}

/**
 * How much the shape of a line speaks for the frame of a page: 2 surely, 1 perhaps, 0 as well as
 * for a heading or a list of the article, -1 where it goes on like a sentence.
 */
export function frameShape(line: string): number {
  if (line.length > LONGEST) return -1;
  const plain = line.replaceAll(DATE, ' ');
  if (ADDRESS.test(line) || RECORD.test(line)) return 2;
  if (LABELLED.test(line) || NEIGHBOUR.test(line) || AGO.test(line)) return 2;
  if (plain !== line && CLOCK.test(plain)) return 2;
  const share = interfaceShare(plain);
  if (share >= MOSTLY) return 2;
  if (TIMED.test(line)) return 0;
  const isRow = isMenuRow(line);
  if (isRow && share > 0) return 2;
  if (/，|,\s?\p{Script=Han}/u.test(line)) return -1;
  if (share >= PARTLY || isRow || isForeign(line) || isCounter(line)) return 1;
  return 0;
}

/** Short parts between signs that separate: 要闻 | 区县 | 文化. */
function isMenuRow(line: string): boolean {
  const cells = cellsOf(line);
  const strong = line.match(STRONG_SEPARATOR)?.length ?? 0;
  if (cells.length < (strong > 1 ? 3 : 4)) return false;
  return cells.every(({ length }) => length <= LONGEST_CELL) && !areNames(cells);
}

function isCounter(line: string): boolean {
  return line.length <= LONGEST_COUNTER && COUNTER.test(line);
}

/** The parts of a line between signs that separate, or spaces. */
export function cellsOf(line: string): string[] {
  return line.split(SEPARATORS).filter((cell) => cell !== '');
}

/** 中文网页里一行没有汉字。 */
function isForeign(line: string): boolean {
  return /[a-z]{2}/i.test(line) && !/\p{Script=Han}/u.test(line);
}
