import { type Layouts, links, text } from './layout.ts';

/** Written down from real pages before any rule was changed for them. */
export const FIRST: Layouts = {
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
