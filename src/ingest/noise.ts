/**
 * 页面噪声：每条规则有名，说明一行为何不是正文。整行如此才算，正文句子里提到这些词的不算。
 */
export interface NoiseRule {
  readonly name: string;
  /** Longer lines are text. */
  readonly longest: number;
  readonly matches: (line: string) => boolean;
}

/** 导航、字号、翻页、分享等控件的文字，以及夹在其间的版次和日期：整行只由这些构成才算噪声。 */
const CONTROL =
  /上一版|下一版|上一篇|下一篇|上一条|下一条|上一页|下一页|返回目录|返回首页|返回顶部|回到顶部|返回列表|返回|网站首页|首页|设为首页|加入收藏|联系我们|关于我们|网站地图|版面导航|标题导航|放大|缩小|默认|字号|字体|打印本页|打印|收藏|分享到|分享至|分享|扫一扫|手机看报|手机版|电脑版|客户端|朗读|复制链接|新浪微博|腾讯微博|微信好友|朋友圈|QQ空间|QQ好友|微信|微博|豆瓣|关闭窗口|关闭|登录|注册|发表评论|我要评论|网友评论|点赞|举报|纠错|更多/g;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]?/g;
const PAGE = /第?[A-Z]?\d{1,4}版[:：]?\p{Script=Han}{0,6}/gu;

/** 【大 中 小】、字体：大 中 小 */
const FONT_SIZE = /^[【[(（]?(?:字[号体][:：]?)?(?:[特超]?[大中小][|/·、]?){2,4}[】\])）]?$/;

/** 版权、备案等声明：从行首说起。 */
const COPYRIGHT =
  /^(.{0,30}版权所有|版权声明|(本报|本网|本站|本刊).{0,20}未经|未经(本[报网站]|书面)?授权|(如需)?转载请|凡.{0,20}(注明|转载)|.{0,30}All Rights Reserved|.{0,20}(ICP备|ICP证|公网安备)|技术支持[:：]|.{0,20}许可证编?号?[:：]|.{0,12}(主办单位|承办单位)[:：]|.{2,16}报业集团(有限公司)?主办)/i;
const DISCLAIMER =
  /^[（(【[]?(免责声明|特别声明|郑重声明|版权声明|声明|注|编者按提示)[】\]]?[:：].*(转载|版权|侵权|立场|授权|与本[网站报]无关)/;

const EDITOR =
  /^[（(【[]?(本文|网络|本期|版面|值班|新媒体|栏目)?(责任编辑|责编|编辑|编审|校对|审校|审核|监制|总监制|编委|主任|主编|美编|排版|制图|一审|二审|三审|初审|复审|终审|来源编辑)\s*[:：/／|丨]/;

const SHARE =
  /^(长按|扫描|扫一扫|微信扫|识别|用微信|打开微信|关注|欢迎关注|打开|下载|安装|点击).{0,24}(二维码|公众号|朋友圈|客户端|APP|查看更多|阅读全文|展开全文|视频号|官方微信)[^。，]{0,16}$/i;
const COUNTERS =
  /^((阅读|浏览|点击|评论|点赞|收藏|转发|分享|播放|人气|赞|字数|(已有)?参与)(量|数|次数|人数)?[:：]?\s*\(?（?[\d,.]+万?\+?）?\)?[次人条字]?\s*)+$/;
const COMMENTS =
  /^(网友评论|最新评论|热门评论|精彩评论|我来说两句|暂无评论|请?(先)?登录后.{0,10}评论|(已有)?\d+条评论)[^。]{0,20}$/;

/** 页眉：报名、日期、星期、版次，别无其他。 */
const PAGE_HEAD =
  /^(?=.*(版|星期|农历))(\p{Script=Han}{2,8}[报网刊]\s*)?(第?[A-Z]?\d{1,4}版[:：\s]*\p{Script=Han}{0,6}\s*)?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s*(星期[一二三四五六日天]?)?\s*(农历\S{2,12})?\s*(\p{Script=Han}{2,8}[报网刊]\s*)?(第?[A-Z]?\d{1,4}版[:：\s]*\p{Script=Han}{0,6})?$/u;

/** 页面自述的来源和时间；facts.ts 已经读过。 */
const FACT_LABEL =
  '(?:来源|稿件来源|稿源|信息来源|文章来源|发布时间|发表时间|发布日期|发表日期|更新时间|时间|日期|发布|浏览|浏览次数|点击数?|阅读|字号|作者|记者|编辑|责任编辑|责编|通讯员|发布者|发布机构)';
const PAGE_FACTS = new RegExp(
  `^(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*(?:\\d{1,2}[:：]\\d\\d(?:[:：]\\d\\d)?)?\\s*)?(?:[|丨·]?\\s*${FACT_LABEL}\\s*[:：]\\s*[^:：。]{0,30}?\\s*(?=$|[|丨·]|\\s|${FACT_LABEL}|\\d)(?:\\d{1,4}[-/.年:：][\\d\\-/.月日:： ]{0,16}\\s*)?)+$`,
);
const CONTROLS_AFTER = /(分享到|分享至|打印|收藏|字号|放大|缩小|默认)[:：]?/g;
const PAGE_TIME =
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d\d([:：]\d\d)?(\s+\S{2,10})?$/;

const CONTACT =
  /^\S{0,6}(新闻热线|举报电话|举报邮箱|客服电话|广告热线|投稿邮箱|违法和不良信息举报.{0,6})[:：\s]\s*[\d(（a-z]/;
const ADDRESS = /^(地址|社址|电话|邮编|邮箱|传真)[:：].*(邮编|电话|邮箱|传真)[:：]/;
const LOCATION = /^(您?(现在|当前)的?位置|当前位置|您的位置)[:：是]/;

const CHANNELS: ReadonlySet<string> = new Set(
  '首页 要闻 新闻 时政 国内 国际 社会 财经 经济 金融 股票 体育 娱乐 科技 教育 军事 文化 汽车 房产 健康 旅游 视频 图片 评论 专题 直播 本地 区县 民生 法治 生活 美食 时尚 读书 论坛 博客 游戏 数码 互联网 公益 农业 三农 环保 能源 党建 理论 观点 访谈 客户端 数字报 电子报 English'.split(
    ' ',
  ),
);

export const NOISE: readonly NoiseRule[] = [
  { name: 'page-control', longest: 120, matches: isControlLine },
  { name: 'page-control', longest: 90, matches: (line) => /^(上|下)一[篇条页版][:：]/.test(line) },
  {
    name: 'page-control',
    longest: 24,
    matches: (line) => FONT_SIZE.test(line.replaceAll(/\s/g, '')),
  },
  {
    name: 'page-number',
    longest: 80,
    matches: (line) =>
      /^第?\s?[A-Z]?\d{1,4}\s?[版页]([:：\s].{0,60})?$|^第\s?\d{1,4}\s?页[，,/\s]*共\s?\d{1,4}\s?页$|^[-—–]\s?\d{1,4}\s?[-—–]$/.test(
        line,
      ),
  },
  { name: 'page-head', longest: 60, matches: (line) => PAGE_HEAD.test(line) },
  { name: 'menu', longest: 200, matches: isMenu },
  { name: 'menu', longest: 80, matches: (line) => LOCATION.test(line) },
  { name: 'copyright', longest: 120, matches: (line) => COPYRIGHT.test(line) },
  { name: 'copyright', longest: 300, matches: (line) => DISCLAIMER.test(line) },
  { name: 'editor', longest: 80, matches: (line) => EDITOR.test(line) },
  { name: 'share', longest: 60, matches: (line) => SHARE.test(line) },
  { name: 'counter', longest: 60, matches: (line) => COUNTERS.test(line) },
  { name: 'comments', longest: 40, matches: (line) => COMMENTS.test(line) },
  {
    name: 'page-facts',
    longest: 100,
    matches: (line) => PAGE_TIME.test(line) || isFacts(line.replaceAll(CONTROLS_AFTER, '').trim()),
  },
  { name: 'address', longest: 80, matches: (line) => ADDRESS.test(line) || CONTACT.test(line) },
  {
    name: 'advertisement',
    longest: 20,
    matches: (line) => /^[【[(（]?(广告|推广|赞助内容|Advertisement)[】\])）]?$/i.test(line),
  },
];

function isControlLine(line: string): boolean {
  const packed = line.replaceAll(/\s/g, '');
  const rest = packed.replaceAll(CONTROL, '');
  if (rest.length === packed.length) return false;
  return /^[\p{P}\p{S}\p{N}]*$/u.test(rest.replaceAll(DATE, '').replaceAll(PAGE, ''));
}

/** 作者单独一行是正文的一部分，来源和时间不是。 */
function isFacts(line: string): boolean {
  return /来源|稿源|时间|日期|发布|浏览|点击/.test(line) && PAGE_FACTS.test(line);
}

/** 四个以上短词，多数是频道名；或从首页到正文的路径。 */
function isMenu(line: string): boolean {
  if (/^首页\s*[>＞›»]/.test(line)) return true;
  const words = line.split(/[\s|丨·/>»、]+/).filter((word) => word !== '');
  if (words.length < 4 || words.some((word) => word.length > 8)) return false;
  return words.filter((word) => CHANNELS.has(word)).length >= words.length * 0.6;
}

/** 单独成行的频道名；连着几行才是菜单。 */
export function isChannel(line: string): boolean {
  return CHANNELS.has(line);
}

/** 相关文章列表的标题。 */
export function isRelatedHeading(line: string): boolean {
  return /^[【[]?(相关(阅读|新闻|文章|链接|推荐|报道)|延伸阅读|推荐阅读|热门(推荐|文章|新闻)|热点(新闻|推荐)|猜你喜欢|最新(文章|新闻)|今日热点|为你推荐|精彩推荐|新闻排行|点击排行)[】\]]?\s*[:：]?$/.test(
    line,
  );
}

/** 报头：控件旁边单独一行的报名。 */
export function isMasthead(line: string): boolean {
  return /^\p{Script=Han}{2,8}(日报|晚报|早报|晨报|时报|商报|都市报|周报|新闻网)(\s?数字报|电子版)?$/u.test(
    line,
  );
}
