import { isOfPerson } from './argument.ts';
import type { Clause, Predicate } from './clause.ts';
import { isFullVerb } from './copula.ts';
import { isNoObject, MEETING } from './object.ts';
import { AGENT, isEarlier, type Slot } from './slot.ts';
import { isNoSubject } from './subject.ts';
import type { Unit } from './units.ts';

const SPEECH = new Set(
  '否认 表示 宣布 称 说 透露 介绍 指出 认为 强调 证实 披露 获悉 报道 呼吁 要求 公告称'.split(' '),
);
/** 职务的变动，说的正是某机构某职务某人。 */
export const TENURE = new Set('辞职 离任 离职 连任 留任 上任 就任 卸任 免职 退休'.split(' '));
const SIMPLE = /^(?:subject-verb-object|preposed|adjunct|carried-(?:subject|adjunct|preposed))$/;
const MUST = new Set(['要', '必须', '须', '应', '应当', '应该']);
const URGING = new Set(['强调', '指出', '要求', '呼吁', '希望', '督促']);
/** 枪击事件、合作协议问题：动词是名词的定语。 */
const EVENT = new Set('事件 案 案件 问题 局势 危机 冲突 战争 罪行 犯罪 事故 行为'.split(' '));
/** Units between 的 and the person that a relative clause describes: 的某国总统某某. */
const DESCRIBED = 6;
/** Units of a quotation at most, of which a name may be a part. */
const QUOTED = 16;

/** 位于甲地的乙军空军基地：位于甲地的是基地。 */
const SITE = /(?:基地|阵地|营地|据点|设施|目标|军营|仓库|指挥部|驻地)$/;

/** Whether grammar rules out that two names are what a predicate relates. */
export type Exclusion = (rule: string, head: Slot, tail: Slot) => boolean;

/** What is ruled out for one predicate: all that concerns it alone is looked at once. */
export function exclusions(
  predicate: Predicate,
  clause: Clause,
  units: readonly Unit[],
): Exclusion {
  const { first, next } = predicate;
  if (isNoPredicate(predicate, clause, units)) return () => true;
  // 与甲接壤的乙：接壤的是乙，不是前面的主语。
  const attributive = units[next]?.text === '的';
  const isNominal = units[first - 1]?.text === '的';
  const ofPerson = describesPerson(predicate, clause, units);
  const isUrged = urges(predicate, clause, units);
  const about = aboutBefore(predicate, clause, units);
  return (rule, head, tail) =>
    isNoSubject(rule, head, predicate, clause, units) ||
    isNoObject(rule, tail, predicate, units) ||
    isRelative(head, tail, predicate, units) ||
    ((ofPerson || isNominal) && isOfAnother(rule, head, predicate, clause)) ||
    (ofPerson && meetsPeople(predicate, tail)) ||
    (isUrged && isEarlier(head.place)) ||
    isOwner(head, tail, units) ||
    isFarPart(rule, tail, predicate) ||
    (head.place === 'left' && head.arg.next <= about) ||
    (rule === 'carried-agent' && isOfPersonAfter(tail, units)) ||
    hasOwnObject(head, tail, units) ||
    (attributive && isBeyondVerb(tail, predicate, units)) ||
    (attributive && isModifier(tail, clause, units)) ||
    (rule === 'relative-clause' && hasOwnSubject(predicate, clause)) ||
    (rule === 'relative-clause' && predicate.kind === 'location' && ownsSite(head, units)) ||
    (rule === 'relative-clause' && predicate.kind === 'verb' && isModifier(head, clause, units)) ||
    isAttribute(head, tail, predicate, units) ||
    isQuotedPart(head, predicate, units) ||
    isQuotedPart(tail, predicate, units);
}

export function speaks(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (SPEECH.has(units[i]!.text)) return true;
  return false;
}

/** 枪击事件、以落实某计划为抓手：动词不是谓语。 */
function isNoPredicate(
  { first, next, label }: Predicate,
  clause: Clause,
  units: readonly Unit[],
): boolean {
  const before = units[first - 1];
  // “一带一路”倡议：是名称的一部分。
  if (label.startsWith('倡议') && (before?.mention || before?.text === '”')) return true;
  if (EVENT.has(units[next]?.text ?? '')) return true;
  if (before?.text !== '以') return false;
  return units.slice(next, clause.next).some(({ text, mention }) => !mention && text === '为');
}

/** 会见来华出席峰会的某国总统某人：出席的是总统。 */
function describesPerson({ next }: Predicate, clause: Clause, units: readonly Unit[]): boolean {
  for (let i = next; i < clause.next; i++) {
    if (units[i]!.text !== '的') continue;
    for (let j = i + 1; j < clause.next && j - i <= DESCRIBED; j++) {
      if (units[j]!.mention?.category === 'person') return true;
      if (units[j]!.text === '的' || units[j]!.tag.startsWith('v')) break;
    }
  }
  return false;
}

/** 强调，要加快建设：要建设的不是说话的人。 */
function urges({ first }: Predicate, clause: Clause, units: readonly Unit[]): boolean {
  const has = (from: number, to: number, words: ReadonlySet<string>) =>
    units.slice(from, to).some(({ text, mention }) => !mention && words.has(text));
  return has(clause.first, first, MUST) && has(0, clause.first, URGING);
}

/** 就组建某公司作出指示：组建的不是“就”前面的人；没有时为 -1。 */
function aboutBefore({ first, next }: Predicate, clause: Clause, units: readonly Unit[]): number {
  for (let i = first - 1; i >= clause.first; i--) {
    if (units[i]!.mention || units[i]!.text !== '就') continue;
    return units.slice(next, clause.next).some(isFullVerb) ? i : -1;
  }
  return -1;
}

/** 隧道由甲承建：承建的是隧道，不是前面句子里的名称。 */
function hasOwnObject(head: Slot, tail: Slot, units: readonly Unit[]): boolean {
  if (tail.place !== 'topic' || !AGENT.has(head.arg.marker)) return false;
  const before = units[head.arg.first - 2];
  return before !== undefined && !before.mention && /^(?:n|x)/.test(before.tag);
}

/** 甲出台的政策阻碍了乙：出台的不是乙。 */
function isBeyondVerb({ arg, place }: Slot, { next }: Predicate, units: readonly Unit[]): boolean {
  return place === 'right' && units.slice(next, arg.first).some(isFullVerb);
}

function ownsSite({ arg }: Slot, units: readonly Unit[]): boolean {
  let next = arg.next;
  while (next < units.length && !units[next]!.mention && /^(?:n|b|j)/.test(units[next]!.tag))
    next++;
  return next > arg.next && SITE.test(units[next - 1]!.text);
}

/** 甲战胜乙队的丙：战胜的是甲，不是丙。 */
function hasOwnSubject({ first }: Predicate, { args }: Clause): boolean {
  return args.some(({ next, marker }) => next === first && marker === '');
}

/** 甲带领的乙大学研究团队、袭击丙地的乙军营地：乙是定语。 */
function isModifier({ arg, place }: Slot, { predicates }: Clause, units: readonly Unit[]): boolean {
  const after = units[arg.next];
  if (predicates.some(({ first }) => first === arg.next)) return false;
  return (
    place === 'right' && after !== undefined && !after.mention && /^(?:n|nz|b)$/.test(after.tag)
  );
}

/** 同某国总统某人互致贺电：致贺的是人，不是国。 */
function isAttribute(head: Slot, tail: Slot, { core }: Predicate, units: readonly Unit[]): boolean {
  if (TENURE.has(core.text)) return false;
  const isAgent = AGENT.has(head.arg.marker) || head.place === 'carried';
  return (
    (!isAgent && isOfPersonAfter(head, units)) ||
    (tail.place === 'left' && isOfPersonAfter(tail, units))
  );
}

/** Whether a name tells whose the person after it is. */
function isOfPersonAfter({ arg, place }: Slot, units: readonly Unit[]): boolean {
  return place !== 'topic' && isOfPerson(units, arg.next);
}

/** 主办“某党的故事”宣介会：引号里还有别的话，名称只是其中一部分。 */
function isQuotedPart({ arg, place }: Slot, { first }: Predicate, units: readonly Unit[]): boolean {
  if (isEarlier(place)) return false;
  const open = openingBefore(units, arg.first);
  if (open < 0 || openingBefore(units, first) === open) return false;
  for (let i = arg.next; i < units.length && i - open <= QUOTED; i++) {
    if (units[i]!.text === '”') return open < arg.first - 1 || i > arg.next;
  }
  return false;
}

/** Where the quotation begins in which a unit stands; -1 when there is none near. */
function openingBefore(units: readonly Unit[], at: number): number {
  for (let i = at - 1; i >= 0 && at - i <= QUOTED; i--) {
    if (units[i]!.text === '”') return -1;
    if (units[i]!.text === '“') return i;
  }
  return -1;
}

/** 会见来华出席峰会的某人：会见的是人。 */
function meetsPeople({ core }: Predicate, { arg, place }: Slot): boolean {
  return place === 'right' && MEETING.has(core.text) && arg.mentions[0]!.category !== 'person';
}

/** 谴责乙国对丙地的空袭：空袭的不是谴责的人。 */
function isOfAnother(rule: string, head: Slot, predicate: Predicate, clause: Clause): boolean {
  return SIMPLE.test(rule) && head.place !== 'right' && follows(head, predicate, clause);
}

/** 主语已有别的谓词在前：会见、看望；宣布、表示之后的谓词仍是它的。 */
function follows({ arg }: Slot, { first }: Predicate, { predicates }: Clause): boolean {
  return predicates.some(
    (other) => other.first >= arg.next && other.next <= first && !SPEECH.has(other.core.text),
  );
}

/** 从位于甲地的乙地撤离：位于甲地的是乙地，不是前面的主语。 */
function isRelative(head: Slot, tail: Slot, predicate: Predicate, units: readonly Unit[]): boolean {
  const { kind, first } = predicate;
  if (kind !== 'location' || tail.place !== 'right' || head.place === 'right') return false;
  return units[tail.arg.next]?.text === '的' && head.arg.next !== first;
}

/** 战胜某队的某人：战胜的是人，不是队。免去某人的某局局长职务：免去的是人。 */
function isOwner(head: Slot, { arg, place }: Slot, units: readonly Unit[]): boolean {
  if (place !== 'right' || head.place === 'right') return false;
  if (arg.mentions[0]!.category === 'person') return false;
  return units[arg.next]?.text === '的' && units[arg.next + 1]?.mention !== undefined;
}

/** 甲旗下的乙落户丙：旗下的只是乙。其成员对丙说：成员不是丙。丙是甲成员：成员不是甲。 */
function isFarPart(rule: string, { arg, place, rank }: Slot, predicate: Predicate): boolean {
  const { kind, core, next } = predicate;
  if (kind !== 'part' && kind !== 'membership') return false;
  if (rule === 'fronted' || (rule === 'inverted' && core.text === '旗下')) return true;
  if (place !== 'right') return false;
  return kind === 'part' ? rank > 0 : core.tag === 'n' && arg.first - next > 2;
}
