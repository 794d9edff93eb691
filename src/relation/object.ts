import type { Category } from '../types.ts';
import type { Predicate } from './clause.ts';
import { COPULA, isFullVerb } from './copula.ts';
import { ADJUNCT, isEarlier, PARTNER, type Slot, SUBJECT } from './slot.ts';
import type { Unit } from './units.ts';

/** What a verb takes is the noun after the name, and the name only modifies it: 控制甲地两个村庄. */
interface NounObject {
  readonly verb: RegExp;
  readonly noun: RegExp;
  /** Of names that modify; all where there are none. */
  readonly categories?: readonly Category[];
}

const HOLDING = /^(?:主持)?(?:举行|举办|召开|主办|承办)/;

const NOUN_OBJECTS: readonly NounObject[] = [
  // 摧毁甲军的隧道；控制甲地全境就是控制甲地。
  {
    verb: /^(?:控制|占领|收复|解放|攻占|夺取|夺回|接管|拦截|摧毁|击落|缴获|毁坏)/,
    noun: /(?<!地区|全境|城区|市区|全城|方面|武装|部队|军队|组织|要地|重镇)$/,
  },
  // 某运动会报道团出征仪式；开幕式就是运动会的。
  {
    verb: HOLDING,
    noun: /(?:(?<![开闭]幕)仪式|发布会|吹风会|宣介会|座谈会|招待会|见面会|报告会)$/,
    categories: ['program'],
  },
  { verb: HOLDING, noun: /[会展]$|会议|论坛/, categories: ['organization', 'place', 'person'] },
  { verb: /^(?:公布|发布|揭晓)/, noun: /(?:结果|名单|事迹|获奖者)$/ },
  { verb: /^签署/, noun: /令$/ },
  { verb: /^听取/, noun: /(?:报告|汇报|介绍|说明|意见)$/ },
  { verb: /^(?:参加|出席)/, noun: /(?:会|会议|讨论|审议)$/, categories: ['organization', 'place'] },
  {
    verb: /^(?:遵守|执行|落实|通过|违反)/,
    noun: /(?:决议|决定|规定|章程|协议)$/,
    categories: ['organization', 'place'],
  },
  {
    verb: /谴责|慰问|关切/,
    noun: /(?:事件|爆炸|地震|袭击|升级|局势|灾害)$/,
    categories: ['place'],
  },
  {
    verb: /会见|会晤|会谈|通话|接见|会面/,
    noun: /(?:领导人|元首|政要|外长|代表)$/,
    categories: ['organization', 'place'],
  },
  { verb: /^(?:参观|走进|来到|前往|瞻仰)/, noun: /(?:办公室|旧居|故居|旧址|家中)$/ },
];

/** 证实甲军打击乙：证实的是一件事。 */
const CLAUSAL = /^(?:证实|确认|相信|坚信|重申|认为|认识)/;
const VISITING = /^(?:参观|走进|来到|前往|抵达|考察|视察|调研|走访)/;
const OCCUPYING = /^(?:控制|占领|攻占)/;
/** 由甲出战的乙队：乙队不是宾语。 */
const INTRANSITIVE = /^(?:出战|出场|上阵)/;

const TOGETHER = /^共同/;
export const MEETING = new Set('会见 会晤 接见 看望 慰问 专访 采访 拜会'.split(' '));
/** 同别人一起做的事，对象不是那些人。 */
const ATTENDING = new Set([...MEETING, ...'出席 参观 观看 检阅 见证 参加 主持 步入'.split(' ')]);
/** 就某地局势召开会议、关于某事：不是宾语。 */
const ABOUT = new Set(['就', '关于', '围绕']);
/** 与乙国的谈判：乙国是定语。 */
const TOWARDS = new Set(['与', '和', '同', '对']);
/** 苏丹问题、乙国局势：召开的不是苏丹。 */
const AFFAIR = new Set(['问题', '局势', '事务', '危机']);
/** 离开职务的动词，自己就是谓词。 */
const LEAVING = new Set(['卸任', '免去', '辞去']);
/** 向甲成立五十周年致贺信：成立的是甲。 */
const FOUNDING = /^(?:成立|创建|诞生|举办|举行)/;

/** Whether grammar rules out that a name is what a predicate is about. */
export function isNoObject(
  rule: string,
  tail: Slot,
  predicate: Predicate,
  units: readonly Unit[],
): boolean {
  return (
    (ADJUNCT.test(rule) && (isAlly(tail, predicate) || isFounded(tail, predicate))) ||
    (SUBJECT.test(rule) && isOfVerbBefore(tail, predicate, units)) ||
    isPost(tail, predicate) ||
    isTopic(tail, units) ||
    isModifiedBy(tail, units) ||
    isAffair(tail, units) ||
    modifiesObject(tail, predicate, units)
  );
}

/** Whether what a verb takes is not the name, but a noun that it modifies, or all that follows. */
function modifiesObject(
  { arg, place }: Slot,
  { label }: Predicate,
  units: readonly Unit[],
): boolean {
  if (isEarlier(place)) return false;
  if (place === 'right' && (CLAUSAL.test(label) || INTRANSITIVE.test(label))) return true;
  const { category } = arg.mentions[0]!;
  if (category === 'person') return VISITING.test(label);
  // 在甲地控制两个村庄：甲地只是处所。
  if (place === 'left' && arg.marker === '在' && OCCUPYING.test(label)) return true;
  const quoted = category === 'program' && units[arg.next]?.text === '”';
  const noun = arg.noun && units[arg.noun.at]!.text;
  if (!noun || (quoted && HOLDING.test(label))) return false;
  return NOUN_OBJECTS.some(
    ({ verb, noun: ending, categories }) =>
      verb.test(label) && ending.test(noun) && (categories?.includes(category) ?? true),
  );
}

/** 甲同乙共同会见丙：乙也会见丙，不是会见乙。 */
function isAlly({ arg }: Slot, { core, label }: Predicate): boolean {
  return PARTNER.has(arg.marker) && TOGETHER.test(label) && ATTENDING.has(core.text);
}

function isFounded({ arg, place }: Slot, { first, label }: Predicate): boolean {
  const isAddressed = arg.marker === '向' || arg.marker === '对';
  return isAddressed && place === 'left' && arg.next === first && FOUNDING.test(label);
}

/** 推出支持丙建设的举措、祝贺乙当选丙主席：丙是后一个动词的。 */
function isOfVerbBefore(
  { arg, place }: Slot,
  { next }: Predicate,
  units: readonly Unit[],
): boolean {
  const before = arg.first - (units[arg.first - 1]?.text === '了' ? 2 : 1);
  return place === 'right' && before > next && isFullVerb(units[before]!);
}

/** 就某地局势召开会议：召开的不是某地。 */
function isTopic({ arg, place }: Slot, units: readonly Unit[]): boolean {
  if (ABOUT.has(arg.marker)) return true;
  return !isEarlier(place) && units[arg.first - 1]?.text === '就';
}

/** 启动与乙国的谈判：启动的不是乙国。 */
function isModifiedBy({ arg, place }: Slot, units: readonly Unit[]): boolean {
  return place === 'right' && TOWARDS.has(arg.marker) && units[arg.next]?.text === '的';
}

function isAffair({ arg, place }: Slot, units: readonly Unit[]): boolean {
  return !isEarlier(place) && AFFAIR.has(units[arg.next]?.text ?? '');
}

/** 当选某党主席：说的是职务。 */
function isPost({ arg, place, rank }: Slot, { core }: Predicate): boolean {
  if (place !== 'right' || !COPULA.has(core.text)) return false;
  if (LEAVING.has(core.text)) return rank > 0;
  return arg.noun !== undefined && !arg.noun.owned;
}
