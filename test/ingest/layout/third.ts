import { type Layouts, links, text } from './layout.ts';

/** Written after lines were judged by their shape, and before more words and comments were known. */
export const THIRD: Layouts = {
  encyclopedia: ({ city, names, headlines, date, number }) => ({
    head: [
      links('网页', '新闻', '贴吧', '知道', '网盘', '图片', '视频', '文库', '资讯', '采购', '百科'),
      text('进入词条', '全站搜索', '帮助', '清除历史记录', '关闭'),
      links('首页', '秒懂百科', '特色百科', '知识专题', '加入百科', '百科团队', '权威合作'),
      text('收藏', '查看我的收藏', '0', '有用+1', '播报', '编辑', '讨论', '上传视频', '同义词'),
      text(`本词条由${city}科普传播工程项目审核`),
    ],
    foot: [
      text('参考资料', `1 ${headlines[0]}．${city}新闻网 [引用日期${date}]`),
      text(
        '词条统计',
        `浏览次数：${number(6)}次`,
        `编辑次数：${number(2)}次历史版本`,
        `最近更新：${names[0]} （${date}）`,
        '突出贡献榜',
        `${names[1]}`,
      ),
      links('新手上路', '成长任务', '编辑入门', '编辑规则', '本人编辑'),
      links('我有疑问', '内容质疑', '在线客服', '官方贴吧', '意见反馈'),
      text(`©2024 Baidu 使用百度前必读 | 百科协议 | 隐私政策 | 京公网安备${number(14)}号`),
    ],
  }),
  question: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links('首页', '会员', '发现', '等你来答'),
      text('切换模式', '登录/注册'),
      text(`关注者 ${number(3)}`, `被浏览 ${number(6)}`, '关注问题', '写回答'),
      text(
        '邀请回答',
        `好问题 ${number(2)}`,
        '添加评论',
        '分享',
        '登录后你可以',
        '不限量看优质回答',
      ),
      text(names[0]!, `${site}话题下的优秀答主`, `${number(3)} 人赞同了该回答`),
    ],
    foot: [
      text(
        `编辑于 ${date} ${time}・IP 属地重庆`,
        `赞同 ${number(3)}`,
        `${number(2)} 条评论`,
        '分享',
        '收藏',
        '喜欢',
        '收起',
      ),
      text(`更多回答`, names[1]!, '人生苦短，及时行乐', '默认 最新'),
      text(names[2]!, '这才是真正懂行的人写的。', `${date} · 重庆`, '回复 喜欢'),
      links('相关问题', ...headlines.slice(0, 3).map((title) => `${title} ${number(2)} 个回答`)),
      text('帮助中心', `${site}隐私保护指引申请开通机构号联系我们`, `京 ICP 证 ${number(6)} 号`),
    ],
  }),
  blog: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links('博客', '下载', '学习', '社区', '知道', 'GitCode', 'InsCode', '会议'),
      text('会员中心', '消息', '历史', '创作中心', '发布'),
      text(
        `${names[0]}`,
        `最新推荐文章于 ${date} ${time} 发布`,
        `阅读量${number(1)}.2w`,
        `收藏 ${number(2)}`,
        `点赞数 ${number(2)}`,
        '分类专栏： 随笔 文章标签： 生活',
        `版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。`,
        `本文链接：https://blog.example.net/u${number(6)}/article/details/${number(9)}`,
      ),
    ],
    foot: [
      text('确定要放弃本次机会？', '福利倒计时', ': :', '立减 ¥', '普通VIP年卡可用', '立即使用'),
      text(names[0]!, '关注', `${number(2)}`, '点赞', '踩', `${number(2)}`, '收藏', '打赏', '评论'),
      links(...headlines.slice(0, 4).map((title) => `${title} ${names[1]}的博客 ${number(3)}`)),
      text('您还未登录，请先 登录 后发表或查看评论', '“相关推荐”对你有帮助么？'),
      text('非常没帮助', '没帮助', '一般', '有帮助', '非常有帮助', '提交'),
      text(`${site}网络技术有限公司 经营性网站备案信息 北京互联网违法和不良信息举报中心`),
    ],
  }),
  finance: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links('财经', '焦点', '股票', '新股', '期指', '期权', '行情', '数据', '全球', '美股', '港股'),
      text(`上证指数 30${number(2)}.33 +0.52%`, `深证成指 92${number(2)}.10 -0.11%`),
      text(`${date} ${time}`, `文章来源：${site}`, '作者：', '编辑：', '阅读', '我要评论'),
      text('摘要', '手机上阅读文章', '提示：微信扫一扫', '分享到您的朋友圈'),
    ],
    foot: [
      text(`（文章来源：${site}）`, '文章关键词：', '公司', '基金', '收藏成功'),
      text(
        `郑重声明：${site}发布此内容旨在传播更多信息，与本站立场无关，不构成投资建议。据此操作，风险自担。`,
      ),
      text('举报', '打印', `责任编辑：${names[0]}`, '小中大', '我来说说'),
      links('网友点击排行', ...headlines.slice(0, 5).map((title, i) => `${i + 1} ${title}`)),
      links('基金', '财经', '股票', '数据', '股吧', '博客', '策略', '研报'),
      text(
        `信息网络传播视听节目许可证：${number(7)}号 经营证券期货业务许可证编号：${number(9)}`,
        `违法和不良信息举报:021-${number(8)} 举报邮箱：jubao@example.com`,
      ),
    ],
  }),
  service: ({ site, city, headlines, date, number }) => ({
    head: [
      text('简 | 繁', '智能机器人', '个人中心', `${city}人民政府门户网站`),
      links(`走进${city}`, '政务公开', '政务服务', '政民互动', '营商环境', '数据开放'),
      text(
        '索 引 号',
        `${number(9)}/2024-${number(5)}`,
        '组配分类',
        '政策文件',
        '发布机构',
        `${city}人民政府办公室`,
        '生成日期',
        date,
        '文　　号',
        `府办发〔2024〕${number(2)}号`,
        '关 键 词',
        '无',
      ),
    ],
    foot: [
      text('相关政策解读', headlines[0]!, '【我要纠错】【打印本页】【关闭窗口】'),
      links('中央政府网站', '省级政府网站', '市级部门网站', '区县政府网站', '新闻媒体网站'),
      text(
        `主办：${city}人民政府 承办：${city}大数据中心 运维：${site}`,
        `网站支持IPv6 联系电话：0${number(2)}-${number(8)} 网站标识码：${number(10)}`,
        '适老助残服务',
      ),
    ],
  }),
  school: ({ city, names, headlines, date, number }) => ({
    head: [
      text(`欢迎访问${city}第一中学！`, `今天是${date} 星期五`, '加入收藏 | 设为首页 | 校长信箱'),
      links('学校概况', '机构设置', '德育天地', '教学科研', '招生招聘', '校友之窗', '党群工作'),
      text(
        `您的位置：首页 - 校园新闻 - 正文`,
        `作者：${names[0]} 点击数：${number(3)} 更新：${date}`,
      ),
    ],
    foot: [
      text(
        `上一篇新闻：${headlines[0]}`,
        `下一篇新闻：没有了`,
        '【发表评论】【告诉好友】【打印此文】',
      ),
      links('友情链接', '教育部', '省教育厅', '市教育局', '国家智慧教育平台'),
      text(
        `学校地址：${city}书院路${number(2)}号 邮编：${number(6)}`,
        `招生办电话：0${number(2)}-${number(8)} 校办：${number(8)}`,
        `访问总量：${number(7)} 今日访问：${number(3)}`,
      ),
    ],
  }),
  video: ({ site, names, headlines, date, time, number }) => ({
    head: [
      links('首页', '番剧', '直播', '游戏中心', '会员购', '漫画', '赛事'),
      text('登录', '大会员', '消息', '动态', '收藏', '历史', '创作中心', '投稿'),
      text(
        `${number(2)}.3万 播放 · ${number(3)} 弹幕`,
        `${date} ${time}`,
        '未经作者授权，禁止转载',
        `${names[0]}`,
        '发消息',
        `关注 ${number(2)}.1万`,
        '自动连播',
      ),
    ],
    foot: [
      text('展开更多', '知识分享官', '涨知识', `${site}创作激励计划`),
      links(
        ...headlines
          .slice(0, 5)
          .flatMap((title) => [`0${number(1)}:${number(2)}`, title, names[1]!]),
      ),
      text(
        '评论',
        `${number(3)}`,
        '最热',
        '最新',
        '请先登录后发表评论 (・ω・)',
        '发布',
        '没有更多评论',
      ),
    ],
  }),
  epaper: ({ city, headlines, date, number }) => ({
    head: [
      text('← 返回版面', `${city}晚报数字报`, `${date} 星期三 第A0${number(1)}版：民生`),
      text('字体：- +', '语音朗读', '版面导读', '日期检索', '往期', '海报分享'),
    ],
    foot: [
      text('上一篇 没有了', `下一篇 ${headlines[0]}`),
      links('本版新闻', ...headlines.slice(1, 6)),
      links(`A0${number(1)}版：要闻`, `A0${number(1)}版：城事`, `B0${number(1)}版：副刊`),
      text(
        '报社简介 | 广告刊例 | 发行热线 | 法律顾问',
        `国内统一刊号：CN50-00${number(2)} 邮发代号：77-${number(1)}`,
        `版权所有：${city}晚报社 建议使用1024*768以上分辨率浏览`,
      ),
    ],
  }),
  phone: ({ site, city, names, headlines, number }) => ({
    head: [
      text('打开APP', '推荐', '热榜', '本地', '视频', '小说'),
      text(`${city}融媒`, '+关注', `3天前 · ${city}融媒体中心官方账号 · 优质资讯领域创作者`),
    ],
    foot: [
      text('未经许可不得转载', '不感兴趣', '投诉', `${number(3)}赞`, `${number(2)}评论`),
      text(
        '热门评论',
        names[0]!,
        '家乡变化真大，明年一定回去看看！',
        `${number(2)}小时前 来自重庆`,
        names[1]!,
        '支持',
        '打开App看更多精彩评论',
      ),
      links(
        '大家都在看',
        ...headlines.slice(0, 4).flatMap((title) => [title, `${site} ${number(3)}评`]),
      ),
      text('举报 隐私 用户协议', '点击加载更多'),
    ],
  }),
  hospital: ({ city, headlines, date, number }) => ({
    head: [
      text(`您好，欢迎光临${city}中医院官方网站！`, `24小时服务热线：0${number(2)}-${number(8)}`),
      links('医院概况', '预约挂号', '就医指南', '专家介绍', '科室导航', '健康科普', '护理园地'),
      text('首页 » 医院动态 » 医院新闻', `发布人：宣传科 时间：${date} 点击：${number(3)}`),
    ],
    foot: [
      text(`上一条：无`, `下一条：${headlines[0]}`, '返回上一级'),
      text(
        `医院地址：${city}建设路${number(2)}号`,
        `乘车路线：${number(2)}路、${number(3)}路中医院站下车`,
        `急救电话：${number(8)} 投诉电话：${number(8)}`,
        '本网站信息仅供参考，不能作为诊断及医疗的依据',
      ),
      text(`版权所有 ${city}中医院 医疗广告审查证明文号：（${city}）医广【2024】第${number(4)}号`),
    ],
  }),
  trade: ({ site, city, names, headlines, date, number }) => ({
    head: [
      text(`${site}手机版`, '商务中心', '发布信息', '求购', '供应', '产品', '展会', '品牌', '人才'),
      text(
        '首页 > 资讯 > 企业新闻',
        `日期：${date}    来源：${site}    浏览：${number(4)}    评论：0`,
      ),
      text('核心提示：'),
    ],
    foot: [
      text('标签： 冷链 物流 产业', '打赏', '0相关评论'),
      text(
        `免责声明：以上信息由相关企业或个人自行免费发布，其真实性、准确性及合法性未证实。请谨慎采用，风险自负。`,
      ),
      links('推荐图文', '推荐资讯', ...headlines.slice(0, 4)),
      links('点击排行', ...headlines.slice(4, 7)),
      text('网站首页 | 广告服务 | 关于我们 | 联系方式 | 使用协议 | 积分换礼 | RSS订阅'),
      text(`(c)2008-2024 ${city}商务网 客服QQ：${number(9)} 联系人：${names[0]} 经理`),
    ],
  }),
};
