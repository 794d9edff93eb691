import { type Layouts, links, text } from './layout.ts';

/** Written last of all; no rule was changed for them. */
export const FOURTH: Layouts = {
  taiwan: ({ names, headlines, date, time, number }) => ({
    head: [
      links('即時', '要聞', '娛樂', '運動', '全球', '社會', '地方', '產經', '兩岸', '房市', '健康'),
      text('登入', '會員中心', '深色模式', '字級設定：小 中 大 特'),
      text(`聯合新聞網 / 社會 / 話題`, `${date} ${time}`, `聯合報 / 記者${names[0]}／台北即時報導`),
      text('facebook', 'LINE', '0:00', '/', '3:24', '加入好友'),
    ],
    foot: [
      links('延伸閱讀', ...headlines.slice(0, 3)),
      text('贊助廣告', '商品推薦', '相關新聞', headlines[3]!, headlines[4]!),
      text(
        '留言規則',
        `共${number(1)}則留言`,
        '規範',
        '發布',
        '※ 張貼文章或下標籤，不得有違法或侵害他人權益之言論，違者應自負法律責任。',
      ),
      text('聯合線上公司 著作權所有 © All Rights Reserved.', '服務條款 · 隱私權 · 聯絡我們'),
    ],
  }),
  museum: ({ city, headlines, date, number }) => ({
    head: [
      text(
        'English | 日本語 | 한국어 | 青少网站',
        '请输入搜索关键词',
        '开放时间 9:00-17:00（周一闭馆）',
      ),
      links('概况', '参观', '展览', '典藏', '研究', '教育', '文创', '志愿者', '之友'),
      text(`首页 / 资讯 / 馆内动态`, `${date} | 浏览量：${number(4)} | 字号 A- A A+`),
    ],
    foot: [
      text(`上一篇： ${headlines[0]}`, `下一篇： ${headlines[1]}`),
      links('交通指南', '语音导览', '参观预约', '文物捐赠', '团队讲解', '失物招领'),
      text(
        `馆址：${city}文化广场${number(1)}号`,
        `预约咨询：0${number(2)}-${number(8)}（9:00-16:30）`,
        '官方微信',
        '官方微博',
        '小程序',
        `Copyright ${city}博物馆 备案序号：渝ICP备${number(8)}号`,
      ),
    ],
  }),
  court: ({ city, headlines, date, time, number }) => ({
    head: [
      text('今天是', date, '设为主页', '繁體', '诉讼服务热线：12368'),
      links('法院概况', '新闻中心', '法院公告', '审务公开', '裁判文书', '法学园地', '队伍建设'),
      text(
        `当前位置：首页 → 新闻中心 → 图文播报`,
        `来源：${city}人民法院  发布时间：${date} ${time}`,
      ),
    ],
    foot: [
      text('关闭窗口', '分享到：', '0'),
      links('最高人民法院', '中国裁判文书网', '中国庭审公开网', '中国执行信息公开网', '人民法院报'),
      text(
        `您是第 ${number(8)} 位访客`,
        `${city}人民法院版权所有 未经协议授权禁止下载使用`,
        `地址：${city}公正路${number(2)}号 投诉举报电话：0${number(2)}-${number(8)}`,
      ),
      links(...headlines.slice(0, 3)),
    ],
  }),
  newsletter: ({ site, names, headlines, date, time, number }) => ({
    head: [
      text(`${site}早报`, `VOL.${number(4)}`, `${date}`, '在浏览器中查看', '退订'),
      text(`文 | ${names[0]}`, `编辑 | ${names[1]}`, `阅读时长约 ${number(1)} 分钟`),
    ],
    foot: [
      text('- END -', `头图来源：视觉中国`, `商务合作：bd@example.com`, '加入读者群请扫码'),
      text('您收到这封邮件是因为您订阅了我们的服务', '管理偏好 | 退订 | 隐私政策'),
      links('推荐阅读', ...headlines.slice(0, 3)),
      text(`本文由作者${names[0]}授权发布于${date} ${time}`, '喜欢作者', '稀罕作者'),
    ],
  }),
  radio: ({ city, names, headlines, date, number }) => ({
    head: [
      text(`${city}广播电视台`, 'FM96.8', '正在直播：早安城市', '00:00', '节目回听', '主播风采'),
      links('听广播', '看电视', '新闻', '民生', '问政', '交通', '音乐', '活动', '商城'),
      text(`${date}`, `播报文章`, `责编 ${names[0]}`, `${number(3)}人看过`),
    ],
    foot: [
      text(`记者：${names[1]}`, `编辑：${names[2]}`, '二审：台总编室', '三审：值班台长'),
      text('长按识别二维码', '下载看度APP', `新闻爆料：${number(8)}`),
      links('为你推荐', ...headlines.slice(0, 5).flatMap((title) => [title, `${number(2)}跟贴`])),
      text(
        '没有更多了',
        '回到顶部',
        '关于 招聘 律师 广告',
        `节目制作许可证（渝）字第${number(3)}号`,
      ),
    ],
  }),
  industry: ({ site, city, names, headlines, date, number }) => ({
    head: [
      text(`欢迎来到${site}！`, '请登录', '免费注册', '我的商务室', '客户服务', '手机站'),
      links(
        '首页',
        '资讯',
        '价格',
        '行情',
        '企业库',
        '产品库',
        '招标',
        '人才',
        '展会',
        '视频',
        '论坛',
      ),
      text(`${site}：`, `作者：${names[0]}`, `${date}`, '我要投稿', '字体大小：大 中 小', 'T|T'),
    ],
    foot: [
      text(
        '关键词阅读：',
        '物流 供应链',
        `（责任编辑：${names[1]}）`,
        '点击查看更多本行业研究分析内容',
      ),
      text(`${site}研究院官方公众号`, '关注', `品牌、内容合作请点这里:寻求合作 ››`),
      links('热门资讯', '24小时', '7天', '30天', ...headlines.slice(0, 4)),
      links('热点行业', '新能源', '医疗', '农业', '人工智能', '冷链', '新材料'),
      text(
        `服务热线 400-${number(3)}-${number(4)}`,
        `${city}前景信息咨询 粤ICP备${number(8)}号`,
        '在线客服',
      ),
    ],
  }),
};
