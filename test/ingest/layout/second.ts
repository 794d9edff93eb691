import { type Layouts, links, text } from './layout.ts';

/** Written after the rules for the first ones, and before lines were judged by their shape. */
export const SECOND: Layouts = {
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
