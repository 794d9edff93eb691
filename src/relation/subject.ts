import type { Clause, Predicate } from './clause.ts';
import { isFullVerb } from './copula.ts';
import { PARTNER, type Slot, SUBJECT } from './slot.ts';
import type { Unit } from './units.ts';

/** 中方、居民：谓词自己的主语。 */
const PARTY = /^.方$|(?:民众|居民|平民|企业|机构|部门)$/;
/** 分词不当作动词的动词。 */
const GREETING = new Set(['祝贺', '预祝', '感谢', '赞赏', '欢迎']);
/** 从甲地前往、来自甲地：不是主语。 */
const NO_SUBJECT = new Set(
  '在 于 从 自 到 至 往 向 给 位于 来自 作为 依托 通过 围绕 面向 距 随 因 替 针对 关于 借助 凭借'.split(
    ' ',
  ),
);
/** 甲说“我们将收购丙”：说的就是甲。 */
const OWN = new Set(['我', '我们', '咱们', '自己', '其', '该', '本']);
const PREPOSITION = new Set([...PARTNER, '在', '于', '从', '以', '为', '由']);
/** 某国民众谴责、某国选手获得：不是某国。 */
const PEOPLE = /(?:民众|群众|议员|选手|球员|运动员|队员|居民|网友|媒体|学生|游客|企业|官员)$/;
/** 某组织会议在甲地举行、某人讲话研讨会在甲地召开：举行的是会。 */
const MEETING = /(?:会|会议|论坛|活动|审议|展|展览|峰会|庆典|仪式)$/;
const HELD = /^(?:举行|举办|召开|开幕|闭幕|启动|开展|落幕|举行会议)$/;
/** 在某地举行的某会：举行的主体不在前面。 */
const HOLDING = /^(?:成立|创建|诞生|举办|举行)/;

/** Whether grammar rules out that a name is who does what a predicate says. */
export function isNoSubject(
  rule: string,
  head: Slot,
  predicate: Predicate,
  clause: Clause,
  units: readonly Unit[],
): boolean {
  const isSubject = SUBJECT.test(rule);
  return (
    (isSubject && NO_SUBJECT.has(head.arg.marker)) ||
    (isSubject && hasParty(head, predicate, clause, units)) ||
    (isSubject && predicate.kind === 'location' && isInside(head, predicate, units)) ||
    (rule === 'carried-subject' && hasPronoun(predicate, clause, units)) ||
    (rule === 'subject-verb-object' && isInPhrase(head, predicate, units)) ||
    (rule === 'subject-verb-object' && isSetElsewhere(predicate, clause, units)) ||
    (predicate.kind === 'verb' && modifiesSubject(head, predicate, units)) ||
    conveys(head, predicate, units) ||
    isBeyondSpace(head, predicate, units)
  );
}

/** 甲办展览，大家了解丙：了解的不是甲。 */
function hasPronoun({ first }: Predicate, clause: Clause, units: readonly Unit[]): boolean {
  return units
    .slice(clause.first, first)
    .some(({ tag, text, mention }) => !mention && tag === 'r' && !OWN.has(text));
}

/** 甲祝贺中方举办丙、甲要求居民离开丙：举办的是中方，离开的是居民。 */
function hasParty(
  { arg, place }: Slot,
  { first }: Predicate,
  clause: Clause,
  units: readonly Unit[],
): boolean {
  const between = units.slice(place === 'left' ? arg.next : clause.first, first);
  const verb = between.findIndex((unit) => isFullVerb(unit) || GREETING.has(unit.text));
  const after = verb < 0 ? [] : between.slice(verb + 1);
  return after.some(({ text, mention }) => !mention && PARTY.test(text));
}

/** 甲转达乙对丙的问候：问候的是乙。 */
function conveys({ arg, place }: Slot, { first }: Predicate, units: readonly Unit[]): boolean {
  return place === 'left' && units.slice(arg.next, first).some(({ text }) => text === '转达');
}

/** 甲袭击乙 丙称袭击丁：标题中空格隔开的是两件事。 */
function isBeyondSpace(
  { arg, place }: Slot,
  { first }: Predicate,
  units: readonly Unit[],
): boolean {
  return place === 'left' && units.slice(arg.next, first).some(({ text }) => text.trim() === '');
}

/** 在京同某人会谈：分词把“同”并入前一个字。 */
function isPartner({ text, tag, mention }: Unit): boolean {
  return !mention && (PARTNER.has(text) || (tag === 'x' && PARTNER.has(text.at(-1)!)));
}

/** 甲同来华访问的乙会谈：访问的是乙，谓词还在“同”的宾语里。 */
function isInPhrase({ arg }: Slot, { first }: Predicate, units: readonly Unit[]): boolean {
  for (let i = arg.next; i < first; i++) {
    if (!isPartner(units[i]!)) continue;
    const open = units.slice(i + 1, first);
    const end = open.findIndex(({ text, mention }) => !mention && PREPOSITION.has(text));
    const object = end < 0 ? open : open.slice(0, end);
    if (!object.some(({ mention, tag }) => mention || /^(?:n|vn|r|s)/.test(tag))) return true;
  }
  return false;
}

/** 甲将参加在乙地举行的丙：举行的不是甲。 */
function isSetElsewhere(
  { first, next, label }: Predicate,
  { args }: Clause,
  units: readonly Unit[],
): boolean {
  if (!HOLDING.test(label) || units[next]?.text !== '的') return false;
  return args.some((arg) => arg.next === first && arg.marker === '在');
}

/** 轰炸位于甲地的学校：在甲地的是学校，“位于”紧接在别的动词之后。 */
function isInside({ arg }: Slot, { first }: Predicate, units: readonly Unit[]): boolean {
  const before = units[first - 1];
  return arg.next < first && before !== undefined && isFullVerb(before);
}

/** Whether who acts is not the name, but a noun that it modifies. */
function modifiesSubject(
  { arg, place }: Slot,
  { label }: Predicate,
  units: readonly Unit[],
): boolean {
  const noun = arg.noun && units[arg.noun.at]!.text;
  // 甲、乙等企业：企业就是甲和乙。
  if (!noun || place === 'topic' || units[arg.next]!.text === '等') return false;
  const { category } = arg.mentions[0]!;
  if (category === 'place' || category === 'organization') {
    if (!arg.noun!.owned && PEOPLE.test(noun)) return true;
  }
  return category !== 'program' && HELD.test(label) && MEETING.test(noun);
}
