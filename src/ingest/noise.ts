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
  /上一版|下一版|上一篇|下一篇|上一条|下一条|上一页|下一页|返回\p{Script=Han}{2,6}，查看更多|返回目录|返回首页|返回顶部|回到顶部|返回列表|返回|阅读下一篇|继续滑动看下一个|向上滑动看下一个|网站首页|首页|设为首页|加入收藏|联系我们|关于我们|网站地图|站点地图|版面导航|版面概览|版面目录|标题导航|往期回顾|放大|缩小|默认|[大中小]字号|无障碍浏览|网站无障碍|无障碍|关怀版|长者模式|进入|智能问答|意见反馈|字号|字体|打印本页|打印文章|打印|取消订阅|订阅|已收藏|收藏|分享到|分享至|分享|扫一扫|手机看报|手机版|移动端|电脑版|客户端下载|客户端|朗读|听全文|听新闻|轻触阅读原文|阅读原文|点击播报本文(，约)?|平台声明|阅读全文|下载本文档|复制链接|新浪微博|腾讯微博|微信好友|朋友圈|QQ空间|QQ好友|微信|微博|豆瓣|关闭窗口|关闭|安全退出|登录并发表|登录|注册|发表评论|我要评论|网友评论|全部评论|评论|点赞|在看|知道了|举报|纠错|查看更多|更多|^END$/gu;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日|星期[一二三四五六日天]?/g;
const PAGE = /第?[A-Z]?\d{1,4}版[:：]?\p{Script=Han}{0,6}/gu;

/** 【大 中 小】、字体：大 中 小 */
const FONT_SIZE = /^[【[(（]?(?:字[号体][:：]?)?(?:[特超]?[大中小][|/·、]?){2,4}[】\])）]?$/;

/** 版权、备案等声明：从行首说起。 */
const COPYRIGHT =
  /^(.{0,30}版权所有|版权声明|(本报|本网|本站|本刊).{0,20}未经|未经(本[报网站]|书面)?授权|(如需)?转载请|.{0,6}版权(说明|提示)[:：]|凡.{0,20}(注明|转载)|.{0,80}All Rights Reserved|.{0,60}(ICP备|ICP证|公网安备|网站标识码|京网文)|技术支持[:：]|.{0,20}许可证(编?号?[:：]|\s?[A-Z\d])|(服务|举报|投稿)邮箱[:：]|国内统一(连续)?(出版物|刊)号|.{2,12}社出版(\s|$)|建议使用.{0,24}(分辨率|浏览器)|.{0,12}(主办单位|承办单位)[:：]|.{2,16}报业集团(有限公司)?主办)/i;
const DISCLAIMER =
  /^[（(【[]?(免责声明|特别声明|郑重声明|版权声明|声明|注|编者按提示)[】\]]?[:：].*(转载|版权|侵权|立场|授权|信息存储|仅代表|与本[网站报]无关)/;

const EDITOR =
  /^[（(【[]?(本文|网络|本期|本版|版面|值班|新媒体|栏目|纠错】?\s*【)?(责任编辑|责编|编辑|版式设计|制作单位|上传人|上传时间|文档编号|编审|校对|审校|审核|监制|总监制|编委|主任|主编|美编|排版|制图|一审|二审|三审|初审|复审|终审|来源编辑)\s*[:：/／|丨]/;

const SHARE =
  /^(长按|扫描|扫一扫|微信扫|识别|用微信|打开微信|关注|欢迎关注|打开|下载|安装|点击|分享).{0,24}(二维码|公众号|朋友圈|好友|更多人看到|当前页|体验更佳|客户端|APP|查看更多|阅读全文|展开全文|视频号|官方微信)[^。，]{0,16}$|^点击上方.{0,16}关注.{0,16}$/i;
const COUNTERS =
  /^((\d+人参与[，,]\s*\d+条评论|已?阅读\d+页[，,]还剩\d+页未读[，,\s]*继续免费阅读|[\d.]+万?(文章|总阅读))|(阅读|浏览|点击|评论|点赞|收藏|转发|分享|播放|人气|赞|字数|(已有)?参与)(量|数|次数|人数)?[:：]?\s*\(?（?[\d,.]+万?\+?）?\)?[次人条字]?\s*)+$|^(阅读|评论|点赞)\s?[(（][)）]$/;
const COMMENTS =
  /^(网友评论|最新评论|热门评论|精彩评论|我来说两句|暂无评论|请?(先)?登录后.{0,10}评论|(已有)?\d+条评论)[^。]{0,20}$/;

/** 页眉：报名、日期、星期、版次，别无其他。 */
const PAGE_HEAD =
  /^(?=.*(版|星期|农历))(\p{Script=Han}{2,8}[报网刊]\s*)?(第?[A-Z]?\d{1,4}版[:：\s]*\p{Script=Han}{0,6}\s*)?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s*(星期[一二三四五六日天]?)?\s*(农历\S{2,12})?\s*(\p{Script=Han}{2,8}[报网刊]\s*)?(第?[A-Z]?\d{1,4}版[:：\s]*\p{Script=Han}{0,6}|\s\d{1,4})?$/u;

/** 公众号的署名：来源丨某某。 */
const CREDITS = /^(来源|文|图|图文|文字|排版)\s?[丨｜|]\s?[^，。]{2,20}$|^以下文章来源于/;

/** 浏览器打印时加的：时间和标题，网址和页码。 */
const BROWSER_HEAD =
  /^\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d\d(\s.{0,60})?$|^https?:\/\/\S+\s+\d{1,4}\/\d{1,4}$/;

/** 页面自述的来源和时间；facts.ts 已经读过。 */
const FACT_LABEL =
  '(?:来源|格式|页数|大小|发布于|稿件来源|稿源|信息来源|文章来源|发布时间|发表时间|发布日期|发表日期|更新时间|时间|日期|发布|浏览|浏览次数|点击数?|阅读|字号|作者|记者|编辑|责任编辑|责编|通讯员|发布者|发布机构)';
const PAGE_FACTS = new RegExp(
  `^(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*(?:\\d{1,2}[:：]\\d\\d(?:[:：]\\d\\d)?)?\\s*)?(?:[|丨·]?\\s*${FACT_LABEL}\\s*[:：]\\s*[^:：。]{0,30}?\\s*(?=$|[|丨·]|\\s|${FACT_LABEL}|\\d)(?:\\d{1,4}[-/.年:：][\\d\\-/.月日:： ]{0,16}\\s*)?)+$`,
);
const CONTROLS_AFTER = /(分享到|分享至|打印|收藏|字号|放大|缩小|默认)[:：]?/g;
const PAGE_TIME =
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d\d([:：]\d\d)?(\s+\S{2,10})?$/;

const CONTACT =
  /^\S{0,6}(新闻热线|举报电话|举报邮箱|客服电话|广告热线|投稿邮箱|违法和不良信息举报.{0,6})[:：\s]\s*[\d(（a-z]/;
const ADDRESS =
  /^(本报|联系)?(地址|社址|电话|邮编|邮箱|传真)[:：].*(地址|邮编|邮政编码|电话\S{0,4}|邮箱|传真)[:：]/;
const LOCATION = /^(您?(现在|当前)的?(所在)?位置|当前位置|您的位置)[:：是]/;

const CHANNELS: ReadonlySet<string> = new Set(
  '首页 要闻 新闻 高层 党政 网评 港澳 台湾 书画 地方 互动 时政 国内 国际 社会 财经 经济 金融 股票 体育 娱乐 科技 教育 军事 文化 汽车 房产 健康 旅游 视频 图片 评论 专题 直播 本地 区县 民生 法治 生活 美食 时尚 读书 论坛 博客 游戏 数码 互联网 公益 农业 三农 环保 能源 党建 理论 观点 访谈 客户端 数字报 电子报 English'.split(
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
  { name: 'editor', longest: 40, matches: (line) => CREDITS.test(line) },
  { name: 'page-head', longest: 200, matches: (line) => BROWSER_HEAD.test(line) },
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
  { name: 'address', longest: 140, matches: (line) => ADDRESS.test(line) || CONTACT.test(line) },
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
  // 默认o：图标在文本里的残余。
  return /^[\p{P}\p{S}\p{N}o]*$/u.test(rest.replaceAll(DATE, '').replaceAll(PAGE, ''));
}

/** 作者单独一行是正文的一部分，来源和时间不是。 */
function isFacts(line: string): boolean {
  return /来源|稿源|时间|日期|发布|浏览|点击|格式|页数|大小/.test(line) && PAGE_FACTS.test(line);
}

/** 网站底部的链接。 */
const SITE_WORD =
  /^(关于|联系|友情|隐私|法律)\S{2,6}$|^\S{2,6}概况$|^(网站|版权|广告|合作|信息|数据|法律|投稿)\S{2,3}$|招聘|英才$/;

/** 四个以上短词，多数是频道名；或从首页到正文的路径。 */
function isMenu(line: string): boolean {
  if (/^首页\s*[>＞›»]/.test(line)) return true;
  const words = line.split(/[\s|丨·/>»、]+/).filter((word) => word !== '');
  if (words.length < 4 || words.some((word) => word.length > 9)) return false;
  const known = words.filter((word) => CHANNELS.has(word) || SITE_WORD.test(word));
  return known.length >= words.length * 0.6;
}

/** 网站、平台对自己的说明，不是文章说的；只在页尾才算。 */
const OURSELVES = /本站|本网|本平台|本文档|本号|该文|此文|网站|平台|我们/;
const ABOUT =
  /版权|侵权|转载|授权|免责|责任|承担|损失|观点|立场|仅供参考|信息存储|资源|用户|上传|举报|认领|删除|下载|安装|软件/g;
const HOSTS = /^主办[:：].{2,30}承办[:：]/;

/** Whether a sentence says whose the page is rather than what happened. */
export function isAside(line: string): boolean {
  if (line.length > 300) return false;
  if (HOSTS.test(line)) return true;
  return OURSELVES.test(line) && new Set(line.match(ABOUT) ?? []).size >= 2;
}

/** 单独成行的频道名；连着几行才是菜单。 */
export function isChannel(line: string): boolean {
  return CHANNELS.has(line);
}

/** 相关文章列表的标题。 */
export function isRelatedHeading(line: string): boolean {
  return /^[【[]?(相关(阅读|新闻|文章|链接|推荐|报道)|延伸阅读|推荐阅读|热门(推荐|文章|新闻)|热点(新闻|推荐)|往期(推荐|精彩)|深度观察|推荐文章|喜欢此内容的人还喜欢|24小时热[文闻]|猜你喜欢|最新(文章|新闻)|今日热点|为[你您]推荐|精彩推荐|新闻排行|点击排行|热门排行)[】\]]?\s*[:：]?$/.test(
    line,
  );
}

/** 评论区的标题：其后的短行是读者的话。 */
export function isCommentsHeading(line: string): boolean {
  return /^(网友|热门|精彩|最新|全部|读者)(评论|留言|跟[帖贴])(\s?[(（]?\d+[)）]?条?)?[:：]?$|^(更多回答|评论区)$/.test(
    line,
  );
}

/** 页眉里的版名和页码：12 综合。 */
export function isSection(line: string): boolean {
  return /^(\d{1,3}\s+\p{Script=Han}{2,4}|\p{Script=Han}{2,4}\s+\d{1,3})$/u.test(line);
}

/** 报头：控件旁边单独一行的报名。 */
export function isMasthead(line: string): boolean {
  return /^\p{Script=Han}{2,8}(日报|晚报|早报|晨报|时报|商报|都市报|周报|新闻网)(\s?数字报|电子版)?$/u.test(
    line,
  );
}
