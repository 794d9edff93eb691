/**
 * A second generator of page noise, by another plan than `noisy.ts`: whole layouts, as portals,
 * agencies, authorities, papers and platforms have them, written down from real pages before any
 * rule was changed for them. Names, numbers and headlines differ from page to page.
 */
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { NoisyPage } from './noisy.ts';

/** Lines that stand together; `links` lead elsewhere. */
interface Block {
  readonly links: boolean;
  readonly lines: readonly string[];
}

interface Layout {
  readonly head: readonly Block[];
  readonly foot: readonly Block[];
  /** At the top and at the bottom of each printed page. */
  readonly running?: readonly [top: string, bottom: string];
}

/** What differs between pages of one layout. */
interface Fill {
  readonly site: string;
  readonly city: string;
  readonly names: readonly string[];
  readonly headlines: readonly string[];
  readonly date: string;
  readonly time: string;
  readonly number: (digits: number) => string;
}

const text = (...lines: string[]): Block => ({ links: false, lines });
const links = (...lines: string[]): Block => ({ links: true, lines });

const LAYOUTS: Readonly<Record<string, (fill: Fill) => Layout>> = {
  portal: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links(
        `${site}首页`,
        '党政',
        '要闻',
        '观点',
        '互动',
        '可视化',
        '地方',
        '举报专区',
        '多语言',
        '合作网站',
      ),
      links(`${site}>>时政`),
      text(`${date}${time} | 来源：${site}`, '小字号', '订阅已收藏收藏大字号', '点击播报本文，约'),
    ],
    foot: [
      text(`(责编：${names[0]}、${names[1]})`, '分享让更多人看到'),
      links('推荐阅读', ...headlines.slice(0, 3)),
      links('热门排行', ...headlines.slice(3, 6).map((title, i) => `${i + 1}${title}`)),
      links('客户端下载', '手机看新闻', `${site}+`, '领导留言板'),
      text(
        `${site}概况 | 关于${site} | 报社招聘 | 招聘英才 | 广告服务 | 合作加盟 | 版权服务 | 数据服务 | 网站声明 | 网站律师 | 信息保护 | 联系我们`,
        `服务邮箱：kf@example.cn 违法和不良信息举报电话：010-${number(8)} 举报邮箱：jubao@example.cn`,
        `互联网新闻信息服务许可证${number(11)} | 增值电信业务经营许可证B1-${number(8)} | 广播电视节目制作经营许可证（广媒）字第${number(3)}号`,
        `信息网络传播视听节目许可证${number(7)} | 网络文化经营许可证 京网文[2020]${number(4)}-${number(4)}号`,
        `${site}版权所有，未经书面授权禁止使用`,
        'Copyright © 1997-2024 by example.cn. all rights reserved',
      ),
    ],
  }),
  agency: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links(
        '学习进行时',
        '高层',
        '时政',
        '国际',
        '财经',
        '网评',
        '港澳',
        '台湾',
        '教育',
        '科技',
        '体育',
        '文化',
        '书画',
        '健康',
      ),
      text(
        date.slice(0, 4),
        date.slice(5, 10).replace('月', '/'),
        time,
        `来源：${site}`,
        '字体： 小 中 大',
        '分享到：',
      ),
    ],
    foot: [
      text(`【纠错】 【责任编辑:${names[0]}】`, '阅读下一篇：'),
      links('深度观察', ...headlines.slice(0, 3)),
      text(
        number(14),
        `版权所有 ${site} 京ICP备${number(8)}号`,
        '手机版 | 站点地图',
        `制作单位：${site}股份有限公司`,
      ),
    ],
  }),
  authority: ({ city, headlines, date, time, number }) => ({
    head: [
      links('网站无障碍', '关怀版', '智能问答', '登录', '注册', '繁体', 'English'),
      links('首     页', '政务公开', '政务服务', '政民互动', '数据开放', `走进${city}`),
      text(`您当前所在位置：首页 > 政务公开 > 政务动态 > 部门动态`),
      text(
        `索 引 号：${number(9)}/2024-${number(5)}`,
        `发布机构：${city}人民政府办公室`,
        `发布日期：${date} ${time}`,
        '【字体：大 中 小】',
        '打印 收藏 关闭',
      ),
    ],
    foot: [
      text('扫一扫在手机打开当前页', '【打印本页】【关闭窗口】'),
      links(`上一篇：${headlines[0]}`, `下一篇：${headlines[1]}`),
      links('国务院部门网站', '省级政府网站', '市县政府网站', '其他链接'),
      text(
        `主办：${city}人民政府办公室 承办：${city}大数据管理局`,
        `网站标识码：${number(10)} 公网安备 ${number(14)}号 ICP备${number(8)}号-1`,
        `联系电话：0${number(3)}-${number(8)} 地址：${city}人民路${number(2)}号`,
        '建议使用1920*1080分辨率浏览本站',
      ),
    ],
  }),
  paper: ({ city, headlines, date, names, number }) => ({
    head: [
      text(`${city}日报`, `${date} 星期四`, `第${number(2)}版：综合新闻`),
      links('上一版', '下一版', '版面概览', '往期回顾', '返回首页'),
      text('上一篇 下一篇 放大+ 缩小- 默认o 朗读'),
    ],
    foot: [
      links(`第${number(2)}版：综合新闻`, ...headlines.slice(0, 4)),
      text(
        `${city}日报社版权所有，未经许可不得转载或建立镜像`,
        `ICP备案编号：京ICP备${number(8)}号`,
        `本版编辑：${names[0]} 美编：${names[1]} 校对：${names[2]}`,
        '关于我们 广告刊例 联系方式 数字报平台技术支持：方正',
      ),
    ],
  }),
  platform: ({ site, headlines, date, time, number }) => ({
    head: [
      links('新闻', '体育', '汽车', '房产', '旅游', '教育', '时尚', '科技', '财经', '娱乐', '更多'),
      links('无障碍', '登录'),
      text(
        `${site}号`,
        `${number(3)}文章`,
        `${number(2)}万总阅读`,
        '查看TA的文章>',
        '评论',
        '分享',
        '微信扫一扫，分享到好友和朋友圈',
      ),
      text(`${date} ${time}`, `来源:${site}`, '发布于：北京市'),
    ],
    foot: [
      text(
        '返回搜狐，查看更多',
        '平台声明',
        '阅读 ()',
        '我来说两句',
        `${number(1)}人参与， ${number(1)}条评论`,
        '登录并发表',
        '全部评论',
      ),
      text(
        `声明：该文观点仅代表作者本人，${site}号系信息发布平台，${site}仅提供信息存储空间服务。`,
      ),
      links('为您推荐', '推荐文章', ...headlines.slice(0, 4)),
      links('意见反馈', '返回顶部', '24小时热文', ...headlines.slice(4, 6)),
    ],
  }),
  upload: ({ site, names, headlines, date, time }) => ({
    head: [
      links('网易首页', '应用', '快速导航', '登录', '注册免费邮箱', '安全退出', '移动端'),
      text(
        `${date} ${time}　来源: ${site}`,
        '举报',
        '0',
        '分享至',
        '用微信扫码二维码',
        '分享至好友和朋友圈',
      ),
    ],
    foot: [
      text(
        '特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息存储服务。',
        'Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user, which is a social media platform and only provides information storage services.',
        `（责任编辑：${names[0]}_NB${names[1]}）`,
      ),
      links(
        '相关推荐',
        '热点推荐',
        ...headlines.slice(0, 4).map((title) => `${title} ${site} ${date} ${time} 跟贴`),
      ),
      text('打开网易新闻体验更佳', '无障碍浏览 进入关怀版'),
    ],
  }),
  account: ({ site, city, names, headlines, date, time }) => ({
    head: [
      text(
        `点击上方蓝字关注“${city}发布”`,
        '原创',
        `${names[0]}`,
        `${city}发布`,
        `${date} ${time}`,
        '听全文',
        `以下文章来源于${site} ，作者${names[1]}`,
      ),
    ],
    foot: [
      text('END', `来源丨${site}`, `编辑丨${names[0]}`, `审核丨${names[1]} 监制丨${names[2]}`),
      links('往期推荐', ...headlines.slice(0, 3)),
      text(
        '喜欢此内容的人还喜欢',
        '预览时标签不可点',
        '微信扫一扫',
        '关注该公众号',
        '继续滑动看下一个',
        '轻触阅读原文',
        '向上滑动看下一个',
        '分享',
        '收藏',
        '点赞',
        '在看',
        '知道了',
        '阅读原文',
      ),
    ],
  }),
  library: ({ site, number, date }) => ({
    head: [
      text(
        `${site}文库`,
        '新客户端上线',
        '上传文档',
        'VIP会员',
        `上传人：u****${number(3)}`,
        `文档编号：${number(7)}`,
        `上传时间：${date}`,
        '格式：DOCX',
        `页数：${number(2)}`,
        `大小：${number(2)}.28KB`,
      ),
    ],
    foot: [
      text(
        `已阅读5页，还剩${number(2)}页未读，继续免费阅读`,
        '下载本文档',
        '版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领',
        '文档简介',
        '1. 本站所有资源如无特殊说明，都需要本地电脑安装OFFICE2007和PDF阅读器。',
        '2. 本站不保证下载资源的准确性、安全性和完整性，同时也不承担用户因使用这些下载资源对自己和他人造成任何形式的伤害或损失。',
      ),
    ],
  }),
  print: ({ site, date, time, number }) => ({
    head: [],
    foot: [text('责任编辑：王海 电子邮箱：news@example.cn')],
    running: [
      `${date.replaceAll(/[年月]/g, '/').replace('日', '')} ${time} ${site}`,
      `https://www.example.cn/content/${number(8)}.html ${number(1)}/${number(1)}`,
    ],
  }),
  press: ({ city, date, number, names }) => ({
    head: [
      text(
        `国内统一连续出版物号 CN 11-${number(4)} 邮发代号 1-${number(1)} 第${number(5)}期 今日20版`,
        `${city}日报社出版 网址：http://www.example.cn`,
      ),
    ],
    foot: [
      text(
        `本版责编：${names[0]} ${names[1]} 版式设计：${names[2]}`,
        `本报社址：${city}人民路${number(2)}号 电话查号台：（0${number(2)}）${number(8)} 邮政编码：${number(6)} 发行部：（0${number(2)}）${number(8)} 零售每份：1.80元 广告许可证：京工商广字第${number(3)}号`,
      ),
    ],
    running: [`${city}日报 ${date} 星期四 ${number(1)}`, `${number(2)} 综合`],
  }),
};

/** Written after the rules for the others; the only rule that came from these is that of lists (`edges.ts`). */
const HELD_OUT: Readonly<Record<string, (fill: Fill) => Layout>> = {
  university: ({ city, names, headlines, date, number }) => ({
    head: [
      links('学校首页', '信息公开', '校内办公', '邮箱登录', '校友', '图书馆', '招标采购'),
      links('新闻网首页', '学校要闻', '综合新闻', '媒体聚焦', '院部动态', '校园人物', '光影校园'),
      text(
        `时间：${date}作者：${names[0]}来源：党委宣传部编辑：${names[1]}审核：${names[2]}阅读：${number(3)}次`,
      ),
    ],
    foot: [
      links(`上一条：${headlines[0]}`, `下一条：${headlines[1]}`, '【关闭】'),
      links('最近更新', ...headlines.slice(2, 5).map((title) => `${title} [${date}]`)),
      text(
        `${city}大学党委宣传部 ${city}大学融媒体中心 维护`,
        `新闻热线：0${number(3)}-${number(7)} 投稿信箱：news@example.edu.cn`,
        `您是第${number(7)}位访问者`,
      ),
    ],
  }),
  company: ({ site, city, headlines, date, number }) => ({
    head: [
      links(
        '走进集团',
        '新闻中心',
        '业务板块',
        '党的建设',
        '社会责任',
        '人力资源',
        '投资者关系',
        '中文 / EN',
      ),
      text(`首页 > 新闻中心 > 集团新闻`, `发布日期：${date}  浏览量：${number(4)}`),
    ],
    foot: [
      text('分享：', '下一篇', headlines[0]!, '返回列表'),
      links('集团总部', '成员企业', '采购平台', '廉洁举报', '法律声明', '网站地图'),
      text(
        `©2024 ${city}城市建设投资集团有限公司 版权所有  ICP备${number(8)}号  本网站已支持IPv6`,
        `技术支持：${site}科技`,
      ),
    ],
  }),
  television: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links('新闻', '视频', '直播', '栏目', '主持人', '节目单', '看看号'),
      text(
        headlines[0]!,
        '00:00 / 02:31',
        '高清',
        '倍速',
        '当前播放',
        `${date} ${time}`,
        `${site}综合`,
      ),
    ],
    foot: [
      text(
        `编辑：${names[0]}`,
        `（看看新闻记者：${names[1]} ${names[2]}）`,
        '最新评论',
        '快来抢沙发吧~',
        '还没有账号？立即注册',
      ),
      links('相关视频', ...headlines.slice(1, 5), '加载更多'),
      text(
        '我要爆料',
        `沪公网安备${number(14)}号`,
        `广播电视节目制作经营许可证：（沪）字第${number(5)}号`,
      ),
    ],
  }),
  forum: ({ names, headlines, date, time, number }) => ({
    head: [
      links('社区首页', '最新', '精华', '问答', '下载', '积分商城'),
      text(
        `楼主 ${names[0]}`,
        `发表于 ${date} ${time}`,
        '只看该作者',
        '倒序浏览',
        '阅读模式',
        `查看: ${number(4)} | 回复: ${number(2)}`,
      ),
    ],
    foot: [
      text(
        '收藏0',
        '分享',
        '支持0',
        '反对0',
        '回复',
        '使用道具',
        '高级模式',
        '您需要登录后才可以回帖 登录 | 立即注册',
        '本版积分规则',
      ),
      links('热帖排行', ...headlines.slice(0, 4)),
      text(
        'Archiver|手机版|小黑屋|举报邮箱',
        `GMT+8, ${date} ${time} , Processed in 0.0${number(4)} second(s), 21 queries .`,
        'Powered by Discuz! X3.4',
      ),
    ],
  }),
};

export const LAYOUT_NAMES: readonly string[] = Object.keys(LAYOUTS);
export const HELD_OUT_NAMES: readonly string[] = Object.keys(HELD_OUT);

function layoutOf(name: string, seed: number): Layout {
  return { ...LAYOUTS, ...HELD_OUT }[name]!(fillOf(seed));
}

const SITES = ['江川网', '北原新闻网', '云岭在线', '海右新闻', '长河网'];
const CITIES = ['江川市', '北原县', '云岭区', '海右市'];
const NAMES = ['林清越', '周正', '欧阳诺', '马丽华', '韩冬', '崔一鸣'];
const HEADLINES = [
  '江川今年将新增三条公交线路',
  '北原：小小樱桃红了一座村',
  '这份暑期安全提示请收好',
  '云岭隧道全线贯通',
  '一季度外贸开局平稳',
  '老街里的年轻人',
  '“晒”出来的好日子',
  '海右启动防汛四级应急响应',
];

/** Characters in a line of a printed page; lines on a page. */
const WIDTH = 34;
const PAGE_LINES = 9;

/** An article in one of the layouts, as copied to a text. */
export function laidOut(paragraphs: readonly string[], layout: string, seed: number): NoisyPage {
  const { head, foot, running } = layoutOf(layout, seed);
  const body = running ? printed(paragraphs, running) : paragraphs.map((line) => `　　${line}`);
  const blocks = [...head.map(({ lines }) => lines), body, ...foot.map(({ lines }) => lines)];
  return {
    source: blocks.map((lines) => lines.join('\n')).join('\n\n'),
    noise: [...head, ...foot].flatMap(({ lines }) => lines).concat(running ?? []),
  };
}

/** The same as a page of HTML; printed layouts are none. */
export function laidOutAsHtml(
  paragraphs: readonly string[],
  layout: string,
  seed: number,
): NoisyPage | undefined {
  const { head, foot, running } = layoutOf(layout, seed);
  if (running) return undefined;
  const [title, ...rest] = paragraphs;
  const html = [
    ...head.map(htmlOf),
    `<div class="content"><h1>${escaped(title!)}</h1>${rest.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`,
    ...foot.map(htmlOf),
  ];
  return {
    source: `<!DOCTYPE html><html><head><title>${escaped(title!)}</title></head><body>${html.join('\n')}</body></html>`,
    noise: [...head, ...foot].flatMap(({ lines }) => lines),
  };
}

function htmlOf({ links, lines }: Block): string {
  if (!links) return `<div>${lines.map((line) => `<div>${escaped(line)}</div>`).join('')}</div>`;
  return `<ul>${lines.map((line) => `<li><a href="/">${escaped(line)}</a></li>`).join('')}</ul>`;
}

const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function fillOf(seed: number): Fill {
  const random = xorshift128plus(seed);
  const below = (n: number) => (random.next() >>> 0) % n;
  const pick = <T>(choices: readonly T[]) => choices[below(choices.length)]!;
  const from = <T>(choices: readonly T[]) => {
    const first = below(choices.length);
    return [...choices.slice(first), ...choices.slice(0, first)];
  };
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    site: pick(SITES),
    city: pick(CITIES),
    names: from(NAMES),
    headlines: from(HEADLINES),
    date: `2024年${two(1 + below(12))}月${two(1 + below(28))}日`,
    time: `${two(below(24))}:${two(below(60))}`,
    number: (digits) => Array.from({ length: digits }, () => 1 + below(9)).join(''),
  };
}

/** Lines broken at the margin, with the running lines around each page. */
function printed(
  paragraphs: readonly string[],
  [top, bottom]: readonly [string, string],
): string[] {
  const lines = paragraphs.flatMap((line) => line.match(new RegExp(`.{1,${WIDTH}}`, 'gu')) ?? []);
  return lines.flatMap((line, index) =>
    index > 0 && index % PAGE_LINES === 0 ? [bottom, top, line] : [line],
  );
}
