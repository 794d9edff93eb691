import { describe, expect, it } from 'vitest';
import { parseMarked } from '../entity/notation.ts';
import { documentWith, relationsOf, renderRelation, statementsOf } from './notation.ts';

/** A sentence with marked names, and all that it states about them. */
type Case = [marked: string, ...statements: string[]];

const OFFICES: Case[] = [
  ['[巴南区委|org]书记[何友生|person]介绍了情况。', '何友生 | 书记 | 巴南区委'],
  ['[云溪县教育局|org]原局长[陈立群|person]出席。', '陈立群 | 局长 | 云溪县教育局'],
  [
    '[华星电子集团|org]董事长兼总经理[李国栋|person]出席。',
    '李国栋 | 董事长 | 华星电子集团',
    '李国栋 | 总经理 | 华星电子集团',
  ],
  [
    '[青川县委|org]常委、副县长[向立勋|person]出席。',
    '向立勋 | 常委 | 青川县委',
    '向立勋 | 副县长 | 青川县委',
  ],
  [
    '[青川县|place]副县长[向立勋|person]、[云溪县|place]县长[陈立群|person]出席。',
    '向立勋 | 副县长 | 青川县',
    '陈立群 | 县长 | 云溪县',
  ],
  ['[陈立群|person]任[云溪县教育局|org]局长。', '陈立群 | 局长 | 云溪县教育局'],
  [
    '[陈立群|person]曾任[云溪县教育局|org]副局长、局长。',
    '陈立群 | 副局长 | 云溪县教育局',
    '陈立群 | 局长 | 云溪县教育局',
  ],
  ['[周敏华|person]是[青川县人民医院|org]院长。', '周敏华 | 院长 | 青川县人民医院'],
  ['[教育部|org]部长[怀进鹏|person]会见[巴西|place]客人。', '怀进鹏 | 部长 | 教育部'],
  ['[大河报|org]讯（记者 [原野|person]）', '原野 | 记者 | 大河报'],
  ['[大河报|org]讯（首席记者 [原野|person]）', '原野 | 首席记者 | 大河报'],
  ['[郑州|place]讯（记者 [原野|person]）'],
  ['[郑州|place]7月3日讯（记者 [原野|person]）'],
  ['[巴南区|place]的[何友生|person]出席。'],
  [
    '[李国栋|person]卸任[华星电子集团|org]总经理。',
    '李国栋 | 卸任总经理 | 华星电子集团',
    '李国栋 | 卸任 | 华星电子集团',
  ],
  [
    '[青川县委|org]免去[白音仓|person]的[云溪日报社|org]社长职务。',
    '白音仓 | 免去社长 | 云溪日报社',
    '青川县委 | 免去 | 白音仓',
  ],
  ['[重庆美术馆|org]策展人[苏沐言|person]介绍了展览。', '苏沐言 | 策展人 | 重庆美术馆'],
];

const LOCATIONS_AND_PARTS: Case[] = [
  ['[重庆国际生物城|place]位于[巴南区|place]。', '重庆国际生物城 | 位于 | 巴南区'],
  ['位于[巴南区|place]的[重庆国际生物城|place]迎来客人。', '重庆国际生物城 | 位于 | 巴南区'],
  [
    '[云溪水库|place]坐落于[青川县|place]与[云溪县|place]交界处。',
    '云溪水库 | 坐落于 | 青川县',
    '云溪水库 | 坐落于 | 云溪县',
  ],
  ['[云溪水库|place]位于[四川省|place][青川县|place]。', '云溪水库 | 位于 | 青川县'],
  ['[华星电子集团|org]总部设在[重庆|place]。', '华星电子集团 | 总部设在 | 重庆'],
  ['[智翔金泰|org]总部不在[上海|place]，而是位于[重庆|place]。', '智翔金泰 | 位于 | 重庆'],
  [
    '[云溪县城市建设投资有限公司|org]位于[云溪县|place]。',
    '云溪县城市建设投资有限公司 | 位于 | 云溪县',
  ],
  ['[青川农商银行|org]是[华星电子集团|org]的子公司。', '青川农商银行 | 子公司 | 华星电子集团'],
  [
    '[青川农商银行|org]是[华星电子集团|org]的全资子公司。',
    '青川农商银行 | 全资子公司 | 华星电子集团',
  ],
  ['[青川农商银行|org]隶属于[华星电子集团|org]。', '青川农商银行 | 隶属于 | 华星电子集团'],
  ['[华星电子集团|org]旗下的[青川农商银行|org]发布公告。', '华星电子集团 | 旗下 | 青川农商银行'],
  [
    '[重庆市|place][巴南区|place]的[重庆国际生物城|place]迎来客人。',
    '重庆国际生物城 | 位于 | 巴南区',
  ],
  ['在[四川省|place][青川县|place][云溪水库|place]，游客很多。', '云溪水库 | 位于 | 青川县'],
];

/** The verb that carries the meaning: not the light one, not one inside of the object's noun. */
const VERBS: Case[] = [
  ['[华星电子集团|org]与[重庆大学|org]开展合作。', '华星电子集团 | 合作 | 重庆大学'],
  ['[华星电子集团|org]与[重庆大学|org]签署战略合作协议。', '华星电子集团 | 签署 | 重庆大学'],
  ['[华星电子集团|org]布局建设[青川产业园|place]。', '华星电子集团 | 布局建设 | 青川产业园'],
  ['[华星电子集团|org]建起了[青川产业园|place]。', '华星电子集团 | 建起 | 青川产业园'],
  ['[青川农商银行|org]为[华星电子集团|org]提供贷款。', '青川农商银行 | 提供 | 华星电子集团'],
  [
    '[华星电子集团|org]将[青川产业园|place]打造为[西部硅谷|program]。',
    '华星电子集团 | 打造为 | 西部硅谷',
    '华星电子集团 | 打造为 | 青川产业园',
  ],
  [
    '[华星电子集团|org]在[重庆市政府|org]的支持下建成[华星产业园|place]。',
    '重庆市政府 | 支持 | 华星电子集团',
    '华星电子集团 | 建成 | 华星产业园',
  ],
  [
    '[华星电子集团|org]董事长[李国栋|person]说：“我们将收购[青川农商银行|org]。”',
    '李国栋 | 董事长 | 华星电子集团',
    '华星电子集团 | 收购 | 青川农商银行 (planned)',
  ],
];

const SUBJECTS_AND_OBJECTS: Case[] = [
  ['[巴南区|place]启动“[看见：青川，出发|program]”活动。', '巴南区 | 启动 | 看见：青川，出发'],
  ['[华星电子集团|org]收购了[青川农商银行|org]。', '华星电子集团 | 收购 | 青川农商银行'],
  ['[青川农商银行|org]被[华星电子集团|org]收购。', '华星电子集团 | 收购 | 青川农商银行'],
  ['[陈立群|person]被[云溪县纪委|org]调查。', '云溪县纪委 | 调查 | 陈立群'],
  ['[嘉陵江大桥|place]由[中铁大桥局|org]承建。', '中铁大桥局 | 承建 | 嘉陵江大桥'],
  ['由[中铁大桥局|org]承建的[嘉陵江大桥|place]通车。', '中铁大桥局 | 承建 | 嘉陵江大桥'],
  [
    '由[重庆大学|org]主办的[高校论坛|program]在[北京|place]开幕。',
    '重庆大学 | 主办 | 高校论坛',
    '高校论坛 | 开幕 | 北京',
  ],
  [
    '[嘉陵江大桥|place]全长三公里，由[中铁大桥局|org]和[中铁二局|org]承建。',
    '中铁大桥局 | 承建 | 嘉陵江大桥',
    '中铁二局 | 承建 | 嘉陵江大桥',
  ],
  [
    '[重庆大学|org]在[北京|place]举办[高校论坛|program]。',
    '重庆大学 | 举办 | 高校论坛',
    '高校论坛 | 位于 | 北京',
  ],
  ['在[北京|place]，[重庆大学|org]举办了[高校论坛|program]。', '重庆大学 | 举办 | 高校论坛'],
  [
    '[华星电子集团|org]成立于2010年，位于[重庆|place]，收购了[青川农商银行|org]。',
    '华星电子集团 | 位于 | 重庆',
    '华星电子集团 | 收购 | 青川农商银行',
  ],
  ['[何友生|person]说：“[京东|org]已落户[巴南区|place]。”', '京东 | 落户 | 巴南区'],
  [
    '[重庆惠科金渝光电科技有限公司|org]（以下简称“[惠科金渝|org]”）落户[巴南区|place]。',
    '重庆惠科金渝光电科技有限公司 | 落户 | 巴南区',
  ],
];

/** What was learned from errors: each is a mistake once made. */
const CARRIED: Case[] = [
  [
    '[华星电子集团|org]将与[重庆大学|org]共同设立[联合实验室|org]。',
    '华星电子集团 | 共同设立 | 联合实验室 (planned)',
    '重庆大学 | 共同设立 | 联合实验室 (planned)',
  ],
  ['[新华社|org][北京|place]5月3日电 [重庆|place]下了雨。'],
];

const COORDINATIONS: Case[] = [
  [
    '[巴南区|place]集聚了[北京新发地|org]、[京东|org]和[顺丰|org]。',
    '巴南区 | 集聚 | 北京新发地',
    '巴南区 | 集聚 | 京东',
    '巴南区 | 集聚 | 顺丰',
  ],
  [
    '[西部陆海新通道|program]连接[重庆|place]、[贵州|place]和[广西|place]。',
    '西部陆海新通道 | 连接 | 重庆',
    '西部陆海新通道 | 连接 | 贵州',
    '西部陆海新通道 | 连接 | 广西',
  ],
  [
    '[重庆大学|org]、[西南大学|org]和[西南政法大学|org]共同发起[成渝高校联盟|org]。',
    '重庆大学 | 共同发起 | 成渝高校联盟',
    '西南大学 | 共同发起 | 成渝高校联盟',
    '西南政法大学 | 共同发起 | 成渝高校联盟',
  ],
  [
    '[重庆大学|org]与[西南大学|org]共建[联合实验室|org]。',
    '重庆大学 | 共建 | 联合实验室',
    '西南大学 | 共建 | 联合实验室',
  ],
  [
    '[智翔金泰|org]、[宸安生物|org]等企业入驻[重庆国际生物城|place]。',
    '智翔金泰 | 入驻 | 重庆国际生物城',
    '宸安生物 | 入驻 | 重庆国际生物城',
  ],
  ['[巴南区|place]、[重庆大学|org]与[京东|org]在一起。'],
];

const DENIALS: Case[] = [
  ['[华星电子集团|org]尚未收购[青川农商银行|org]。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  ['[华星电子集团|org]没有收购[青川农商银行|org]。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  [
    '[华星电子集团|org]并没有按计划收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
  ],
  ['[华星电子集团|org]否认收购[青川农商银行|org]。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  [
    '[华星电子集团|org]否认将收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
  ],
  [
    '[何友生|person]否认[巴南区|place]将收购[青川农商银行|org]。',
    '巴南区 | 收购 | 青川农商银行 (denied)',
  ],
  ['[何友生|person]表示，[巴南区|place]不会引进[京东|org]。', '巴南区 | 引进 | 京东 (denied)'],
  [
    '[华星电子集团|org]取消收购[青川农商银行|org]的计划。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
  ],
  ['[嘉陵江大桥|place]并非由[中铁大桥局|org]承建。', '中铁大桥局 | 承建 | 嘉陵江大桥 (denied)'],
  ['[青川农商银行|org]未被[华星电子集团|org]收购。', '华星电子集团 | 收购 | 青川农商银行 (denied)'],
  [
    '[华星电子集团|org]收购了[青川农商银行|org]，尚未收购[云溪日报社|org]。',
    '华星电子集团 | 收购 | 青川农商银行',
    '华星电子集团 | 收购 | 云溪日报社 (denied)',
  ],
  [
    '对于[青川农商银行|org]已被[华星电子集团|org]收购的消息，董事长予以否认。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
  ],
  [
    '曾有人误传，[华星电子集团|org]收购了[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
  ],
  [
    '[华星电子集团|org]没有收购[青川农商银行|org]，但收购了[云溪日报社|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (denied)',
    '华星电子集团 | 收购 | 云溪日报社',
  ],
  [
    '虽然没有补贴，[华星电子集团|org]仍收购了[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行',
  ],
];

const PLANS_AND_REPORTS: Case[] = [
  ['[华星电子集团|org]拟收购[青川农商银行|org]。', '华星电子集团 | 收购 | 青川农商银行 (planned)'],
  [
    '[华星电子集团|org]计划收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (planned)',
  ],
  [
    '[华星电子集团|org]将于明年收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (planned)',
  ],
  ['[嘉陵江大桥|place]将由[中铁大桥局|org]承建。', '中铁大桥局 | 承建 | 嘉陵江大桥 (planned)'],
  [
    '[青川农商银行|org]拟被[华星电子集团|org]收购。',
    '华星电子集团 | 收购 | 青川农商银行 (planned)',
  ],
  [
    '[华星电子集团|org]据悉收购了[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (reported)',
  ],
  [
    '工会要求[华星电子集团|org]收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (planned)',
  ],
  [
    '股东反对[华星电子集团|org]收购[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (reported)',
  ],
  [
    '有网帖称[华星电子集团|org]收购了[青川农商银行|org]。',
    '华星电子集团 | 收购 | 青川农商银行 (reported)',
  ],
];

/** What these sentences state among other things. */
const AMONG_OTHERS: Case[] = [
  [
    '[嘉陵江大桥|place]由[中铁大桥局|org]承建，[中铁二局|org]监理。',
    '中铁大桥局 | 承建 | 嘉陵江大桥',
  ],
  [
    '[李国栋|person]任[青川集团|org]总经理，不再担任[华星电子集团|org]董事长。',
    '李国栋 | 总经理 | 青川集团',
    '李国栋 | 不再担任董事长 | 华星电子集团',
  ],
  [
    '[青川农商行|org]总部设在[云溪市|place]，股东包括[华星电子集团|org]和[云溪投资公司|org]。',
    '华星电子集团 | 股东 | 青川农商行',
    '云溪投资公司 | 股东 | 青川农商行',
  ],
  [
    '曾任[华星电子集团|org]总工程师的[李国栋|person]来到[青川县|place]。',
    '李国栋 | 总工程师 | 华星电子集团',
  ],
  ['[华星电子集团|org]旗下[华星生物|org]落户[巴南区|place]。', '华星生物 | 落户 | 巴南区'],
  ['[国务院|org]将[巴南区|place]列为[国家城乡融合发展试验区|program]。', '国务院 | 列为 | 巴南区'],
  [
    '[陈立群|person]出任[云溪县教育局|org]局长，[周敏华|person]接任[青川县人民医院|org]院长。',
    '陈立群 | 局长 | 云溪县教育局',
    '周敏华 | 院长 | 青川县人民医院',
  ],
  ['[周敏华|person]当选[喀什市|place]市长。', '周敏华 | 市长 | 喀什市'],
  ['[李国栋|person]被任命为[华星电子集团|org]总经理。', '李国栋 | 总经理 | 华星电子集团'],
  [
    '[李国栋|person]担任[华星电子集团|org]党委书记、董事长。',
    '李国栋 | 党委书记 | 华星电子集团',
    '李国栋 | 董事长 | 华星电子集团',
  ],
  ['[工信部|org]将[巴南区|place]列为[国家城乡融合发展试验区|program]。', '工信部 | 列为 | 巴南区'],
  ['[教育部|org]把[云溪大学|org]列入“[强基计划|program]”。', '教育部 | 列入 | 云溪大学'],
];

/** What a clause is read without, or takes from elsewhere. */
const READ_ON: Case[] = [
  [
    '[云溪光电有限公司|org]（以下简称“[云溪光电|org]”）与[华星电子集团|org]合资设立[青川光电研究院|org]。',
    '云溪光电有限公司 | 合资设立 | 青川光电研究院',
    '华星电子集团 | 合资设立 | 青川光电研究院',
  ],
  [
    '[嘉陵江大桥|place]由[重庆大学|org]（简称“[重大|org]”）设计、[中铁大桥局|org]承建。',
    '重庆大学 | 设计 | 嘉陵江大桥',
    '中铁大桥局 | 承建 | 嘉陵江大桥',
  ],
  [
    '[青川产业园|place]是[华星电子集团|org]与[青川县人民政府|org]2018年合作设立的。',
    '华星电子集团 | 合作设立 | 青川产业园',
    '青川县人民政府 | 合作设立 | 青川产业园',
  ],
  [
    '从事芯片研究的[李国栋|person]入选“[青川英才计划|program]”，当年就创办了[华星电子集团|org]。',
    '李国栋 | 入选 | 青川英才计划',
    '李国栋 | 创办 | 华星电子集团',
  ],
  ['[华星电子集团|org]与[青川农商银行|org]签订换装协议。', '华星电子集团 | 签订 | 青川农商银行'],
  [
    '[华星电子集团|org]公告，[李国栋|person]获聘[青川农商银行|org]首席风险官。',
    '李国栋 | 首席风险官 | 青川农商银行',
  ],
  ['[青川队|org]的[李国栋|person]战胜了[云溪队|org]的[陈立群|person]。', '李国栋 | 战胜 | 陈立群'],
  [
    '[青川集团|org]与[云溪大学|org]近日联合印发了《[青川规划|program]》。',
    '云溪大学 | 联合印发 | 青川规划',
    '青川集团 | 联合印发 | 青川规划',
  ],
  ['[大河报|org]说，飞机在与[云溪县|place]接壤的[青川县|place]降落。'],
];

describe.each<[string, Case[]]>([
  ['offices', OFFICES],
  ['locations and parts', LOCATIONS_AND_PARTS],
  ['the logical subject and object', SUBJECTS_AND_OBJECTS],
  ['the verb that carries the meaning', VERBS],
  ['carried subjects, companions and offices', CARRIED],
  ['coordination', COORDINATIONS],
  ['brackets, chains and attributes', READ_ON],
  ['what is denied', DENIALS],
  ['what is planned or reported', PLANS_AND_REPORTS],
])('findRelations understands %s', (_, cases) => {
  it.each(cases)('%s', (marked, ...statements) => {
    expect(statementsOf(marked).sort()).toEqual(statements.sort());
  });
});

/** Sentences, and what they do not state. */
const NOT_STATED: [marked: string, statement: string][] = [
  [
    '[周敏华|person]27日在京同来华进行工作访问的[云溪县|place]县长[李国栋|person]举行会谈。',
    '周敏华 | 工作访问 | 云溪县',
  ],
  ['[周敏华|person]致电一位友人，祝贺他就任[云溪县|place]县长。', '周敏华 | 县长 | 云溪县'],
  ['[周敏华|person]表示，祝贺您再次当选[青川县委|org]书记。', '周敏华 | 书记 | 青川县委'],
  ['[青川县|place]县长[周敏华|person]同[李国栋|person]互致贺电。', '李国栋 | 县长 | 青川县'],
  ['[青川县|place]停止对前县长[周敏华|person]的司法调查。', '周敏华 | 停止对前县长 | 青川县'],
  ['[青川集团|org]成员包括首席顾问[周敏华|person]。', '周敏华 | 成员包括首席顾问 | 青川集团'],
  ['大火烧到[青川县|place] [云溪县|place]派人支援。', '云溪县 | 位于 | 青川县'],
  ['摧毁企图袭击[俄罗斯|place]的[乌克兰|place]无人机。', '乌克兰 | 位于 | 俄罗斯'],
  ['追踪[红海|place]的[美国|place]舰只。', '美国 | 位于 | 红海'],
  ['[云溪武装|org]说，该武装打击了[青川县|place]。', '云溪武装 | 武装打击 | 青川县'],
  ['[沙特|place][阿联酋|place]发表声明。', '阿联酋 | 位于 | 沙特'],
  ['经[青川大桥|place]的[云溪县|place]货车超过一万辆。', '云溪县 | 位于 | 青川大桥'],
  ['[青川运河|place][云溪河|place]以北河段补水。', '云溪河 | 位于 | 青川运河'],
  [
    '[周敏华|person]会见来访并出席[青川论坛|program]的[云溪县|place]县长[李国栋|person]。',
    '周敏华 | 出席 | 青川论坛',
  ],
  [
    '[周敏华|person]会见来访并出席[青川论坛|program]的[云溪县|place]县长[李国栋|person]。',
    '周敏华 | 会见 | 青川论坛',
  ],
  ['[周敏华|person]指出，要加快建设[青川大桥|place]。', '周敏华 | 建设 | 青川大桥'],
  ['[青川队|org]将参加除[云溪杯|program]以外的[青川运动会|program]。', '青川队 | 参加 | 云溪杯'],
  [
    '[周敏华|person]和[李国栋|person]签署《[青川合作委员会|org]第三次会议纪要》。',
    '周敏华 | 签署 | 青川合作委员会',
  ],
  ['部队驻扎在毗邻[青川县|place]的[云溪镇|place]。', '云溪镇 | 位于 | 青川县'],
  ['[周敏华|person]就组建[青川集团|org]作出指示。', '周敏华 | 组建 | 青川集团'],
  ['[青川理事会|org]就[云溪县|place]局势召开会议。', '青川理事会 | 召开 | 云溪县'],
  [
    '[周敏华|person]就[云溪县|place]发生枪击事件向[李国栋|person]致慰问电。',
    '周敏华 | 枪击 | 李国栋',
  ],
  ['[青川县政府|org]出台的政策阻碍了[云溪集团|org]扩产。', '青川县政府 | 出台 | 云溪集团'],
  ['大家从[青川县|place]前往[云溪县|place]。', '青川县 | 前往 | 云溪县'],
  ['[青川论坛|program]将决定启动与[云溪县|place]的谈判。', '青川论坛 | 启动 | 云溪县'],
  ['[周敏华|person]同[云溪县|place]县长[李国栋|person]互致贺信。', '云溪县 | 致贺 | 李国栋'],
  ['由[青川宣传部|org]主办的“[云溪党|org]的故事”宣介会开幕。', '青川宣传部 | 主办 | 云溪党'],
  [
    '免去[周敏华|person]的[青川科技部|org]部长职务、任命[李国栋|person]为[青川财政部|org]部长。',
    '李国栋 | 免去部长职务 | 青川科技部',
  ],
  ['[青川党|org]总书记、国家主席[周敏华|person]出席。', '周敏华 | 国家主席 | 青川党'],
  ['在[周敏华|person]县长和[李国栋|person]县长引领下，两县合作加深。', '周敏华 | 引领 | 李国栋'],
  ['[周敏华|person]同[李国栋|person]共同会见[陈立群|person]。', '周敏华 | 共同会见 | 李国栋'],
  [
    '[周敏华|person]与[云溪县|place]县长[李国栋|person]15日在[青川宾馆|place]举行会晤。',
    '周敏华 | 举行会晤 | 云溪县',
  ],
  ['[周敏华|person]转达[李国栋|person]对[陈立群|person]的问候。', '周敏华 | 问候 | 陈立群'],
  ['由[周敏华|person]出战的[青川队|org]夺冠。', '周敏华 | 出战 | 青川队'],
  ['[青川国|place]成为[云溪集团|org]正式成员。', '青川国 | 成为 | 云溪集团'],
  ['[青川队|org]控制了[云溪县|place]两个村庄。', '青川队 | 控制 | 云溪县'],
  ['[青川队|org]在[云溪县|place]控制了一个村庄。', '青川队 | 控制 | 云溪县'],
  ['[青川集团|org]公布了[云溪奖|program]获奖者名单。', '青川集团 | 公布 | 云溪奖'],
  ['[青川电视台|org]举办[云溪杯|program]新闻发布会。', '青川电视台 | 举办 | 云溪杯'],
  ['[周敏华|person]参观了[李国栋|person]生前的办公室。', '周敏华 | 参观 | 李国栋'],
  ['[青川县|place]民众谴责[云溪集团|org]。', '青川县 | 谴责 | 云溪集团'],
  ['[青川联盟|org]会议昨天在[云溪市|place]举行。', '青川联盟 | 举行 | 云溪市'],
  ['[周敏华|person]祝贺中方成功举办[青川论坛|program]。', '周敏华 | 举办 | 青川论坛'],
  ['[青川队|org]要求居民离开[云溪县|place]。', '青川队 | 离开 | 云溪县'],
  ['[青川队|org]击退来客 [云溪队|org]称占领[陶然亭|place]。', '青川队 | 占领 | 陶然亭'],
  ['[青川海关|org]推出了支持[云溪新区|place]建设的措施。', '青川海关 | 推出 | 云溪新区'],
  ['[周敏华|person]向[青川学会|org]成立五十周年庆典致贺信。', '周敏华 | 成立 | 青川学会'],
  ['[周敏华|person]将参加在[云溪市|place]举行的[青川论坛|program]。', '周敏华 | 举行 | 青川论坛'],
  ['[青川队|org]轰炸位于[云溪县|place]北部的学校。', '青川队 | 位于 | 云溪县'],
  ['[青川团|org]成员、[教育部|org]党组书记[周敏华|person]作报告。', '周敏华 | 党组书记 | 青川团'],
  ['[梅开|place]四个字是[李国栋|person]写的。', '李国栋 | 四个字 | 梅开'],
];

/** What the scorer takes for too unlikely. */
const WEAKNESSES: Case[] = [
  ['[重庆大学|org]是[成渝高校联盟|org]成员单位。', '重庆大学 | 成员 | 成渝高校联盟'],
];

describe('a noun that stands for a name', () => {
  const CASES: [text: string, statement: string][] = [
    [
      '[青川骨科联盟|org]昨日成立。[云溪县医院|org]院长[李国栋|person]当选联盟理事长。',
      '李国栋 | 理事长 | 青川骨科联盟',
    ],
    [
      '[青川骨科联盟|org]昨日成立。联盟总部设在[云溪市|place]。',
      '青川骨科联盟 | 总部设在 | 云溪市',
    ],
    [
      '[华星电子集团|org]今年第二次扩产。公司还收购了[青川农商银行|org]。',
      '华星电子集团 | 收购 | 青川农商银行',
    ],
  ];
  it.each(CASES)('in %s', (marked, statement) => {
    const { text, relations } = documentWith('a', marked);
    expect(relations.map((relation) => renderRelation(text, relation))).toContain(statement);
  });
});

describe('findRelations', () => {
  it.each(NOT_STATED)('does not find in %s that %s', (marked, statement) => {
    expect(statementsOf(marked)).not.toContain(statement);
  });

  it.fails.each(WEAKNESSES)('does not see yet: %s', (marked, ...statements) => {
    expect(statementsOf(marked)).toEqual(expect.arrayContaining(statements));
  });

  it.each(AMONG_OTHERS)('finds, among others, in %s', (marked, ...statements) => {
    expect(statementsOf(marked)).toEqual(expect.arrayContaining(statements));
  });

  it('says of what kind a relation is, by which rule, and where its predicate stands', () => {
    const marked =
      '[巴南区委|org]书记[何友生|person]介绍，[智翔金泰|org]位于[巴南区|place]，收购了[宸安生物|org]。';
    const { text } = parseMarked(marked);
    const relations = relationsOf(marked);
    expect(relations.map(({ relation, label }) => `${relation} ${label}`).sort()).toEqual(
      ['office 书记', 'location 位于', 'verb 收购'].sort(),
    );
    for (const { predicate, label, rule } of relations) {
      expect(text.slice(predicate!.start, predicate!.end)).toBe(label);
      expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('says of a place before a name only that the name is there, with no word for it', () => {
    const [seat] = relationsOf('[春晖里社区|place]的“[乐龄小食堂|place]”坐得满满当当。');
    expect(seat).toMatchObject({ relation: 'location', label: '位于', rule: 'seat' });
    expect(seat).not.toHaveProperty('predicate');
  });

  it('says how likely a statement is, and no likelier than its names', () => {
    const marked = '[京东|org]收购了[青川农商行|org]。';
    const [sure] = relationsOf(marked);
    expect(sure!.score).toBeGreaterThan(0.8);
    const [doubtful] = relationsOf(marked, 0.7);
    // 两个分数都是两位小数。
    expect(Math.abs(doubtful!.score! - 0.7 * 0.7 * sure!.score!)).toBeLessThan(0.0075);
    expect(relationsOf(marked, 0.4)).toEqual([]);
  });

  it('states nothing about a name and itself', () => {
    expect(statementsOf('[京东|org]收购了[京东|org]。')).toEqual([]);
  });

  it('states nothing twice', () => {
    expect(statementsOf('[京东|org]董事长、董事长[李国栋|person]出席。')).toEqual([
      '李国栋 | 董事长 | 京东',
    ]);
  });
});
