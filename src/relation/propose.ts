import type { Mention } from '../types.ts';
import { isOfPerson } from './argument.ts';
import type { Clause, Predicate } from './clause.ts';
import { exclusions, speaks, TENURE } from './exclusion.ts';
import { AGENT, isEarlier, type Slot } from './slot.ts';
import type { Unit } from './units.ts';

/** What may be a statement: the scorer decides. */
export interface Candidate {
  readonly head: Slot;
  readonly tail: Slot;
  readonly heads: readonly Mention[];
  readonly tails: readonly Mention[];
  readonly predicate: Predicate;
  readonly clause: Clause;
  readonly rule: string;
}

/** All names of rules; their order is part of the model. */
export const RULES: readonly string[] =
  'subject-verb-object agent-object becomes companions joint site relative-adjunct inverted agent moved-object adjunct preposed support fronted relative-clause double carried-subject carried-adjunct carried-agent carried-preposed topic-subject topic-adjunct topic-agent topic-preposed title-between title-chain title-after title-shared title-taken carried-employer role apposition field field-value seat'.split(
    ' ',
  );
const NEAR = 3;
/** 除卡巴迪、板球以外：说的正是别的。 */
const EXCEPT = new Set(['除', '除了']);
const ADJUNCTS = new Set(['adjunct', 'carried-adjunct']);
const IN = new Set(['在', '于']);
const WITH = new Set(['与', '和', '同', '跟', '联合', '携手', '会同']);
/** 甲与乙签约、会谈、合资：是两者之间的事；甲和乙建设丙不是。 */
const MUTUAL =
  /签|约|合|会[谈晤]|谈|联|共|互|结|谅解|建交|磋商|对接|竞争|交战|冲突|比赛|对阵|和解|相/;
const MOVED = new Set(['将', '把']);
/** 所建、所办的就在那里：不是讨论、参加。 */
const SITING = /建|办|设立|设有|开设|举行|召开|成立|落成|打造|启动/;
/** 机构只有建的、设的在那里：召开某机构会议，机构不在那里。 */
const FOUNDING = /建|办|设立|开设|成立|落成/;
const NEAR_SITE = 3;
/** All candidates of one predicate. At most a few dozen, whatever the sentence. */
export function* propose(
  clause: Clause,
  predicate: Predicate,
  carried: readonly Slot[],
  units: readonly Unit[],
): Generator<Candidate> {
  const isTenure = TENURE.has(predicate.core.text);
  const left: Slot[] = [];
  for (let i = clause.args.length - 1; i >= 0 && left.length < NEAR; i--) {
    const arg = clause.args[i]!;
    if (arg.next > predicate.first || EXCEPT.has(arg.marker)) continue;
    // 甲与乙国总统丙会晤：会晤的不是乙国。
    if (!isTenure && !AGENT.has(arg.marker) && isOfPerson(units, arg.next)) continue;
    const nearer = left.at(-1)?.arg;
    // 甲否认乙收购丙：收购的主语是乙。
    if (nearer && speaks(units, arg.next, nearer.first)) break;
    left.push({ arg, place: 'left', rank: left.length });
  }
  const right: Slot[] = [];
  for (const arg of clause.args) {
    if (arg.first < predicate.next || EXCEPT.has(arg.marker)) continue;
    if (right.push({ arg, place: 'right', rank: right.length }) === NEAR) break;
  }
  const slots = [...left, ...right, ...carried];
  const hasObject = right[0] !== undefined && right[0].arg.first - predicate.next < 2;
  // 与甲接壤的乙：接壤的是乙，不是前面的主语。
  const attributive = units[predicate.next]?.text === '的';
  const supported = units[predicate.next]?.text === '下';
  const isExcluded = exclusions(predicate, clause, units);
  const company = attributive ? undefined : companions(left, carried);
  if (company) {
    for (const tail of right) {
      const [head, heads] = company;
      const tails = tail.arg.mentions;
      yield { head, tail, heads, tails, predicate, clause, rule: 'companions' };
    }
  }
  for (const head of slots) {
    for (const tail of slots) {
      if (head === tail) {
        if (head.arg.split > 0 && MUTUAL.test(predicate.label))
          yield joint(head, predicate, clause);
        continue;
      }
      const rule = supported ? supportOf(head, tail) : ruleOf(head, tail);
      if (!rule || isExcluded(rule, head, tail)) continue;
      // 甲在乙地举办丙：举办的是丙。甲应对乙袭击丙：袭击的是丙。
      if (hasObject && ADJUNCTS.has(rule) && IN.has(tail.arg.marker)) continue;
      if (hasObject && rule === 'preposed') continue;
      const heads = head.arg.mentions;
      const tails = tail.arg.mentions;
      // 在A建设B：B位于A，建设的不是A。
      const builds = rule === 'relative-adjunct' && !attributive;
      if (builds && IN.has(tail.arg.marker)) {
        // 在甲的支持下建设乙：甲不是地点。
        if (!isSited(head, predicate, units) || units[tail.arg.next]?.text === '的') continue;
        const site = { ...predicate, label: '位于', kind: 'location' as const };
        yield { head, tail, heads, tails, predicate: site, clause, rule: 'site' };
      } else yield { head, tail, heads, tails, predicate, clause, rule };
    }
  }
}

/** 在甲地建设乙：乙紧接在谓词之后，后面不再有名词。 */
function isSited({ arg }: Slot, { label, next }: Predicate, units: readonly Unit[]): boolean {
  const { category } = arg.mentions[0]!;
  const verbs = category === 'organization' ? FOUNDING : SITING;
  if (category === 'person' || !verbs.test(label) || arg.first - next > NEAR_SITE) return false;
  const after = units[arg.next];
  return category !== 'organization' || !after || !/^(?:n|vn|m)/.test(after.tag);
}

/** A将与B共建C：A和B都是主语。 */
function companions(
  left: readonly Slot[],
  carried: readonly Slot[],
): [Slot, readonly Mention[]] | undefined {
  const companion = left.find(({ arg }) => WITH.has(arg.marker));
  const subject =
    left.find(({ arg, rank }) => companion && rank > companion.rank && !arg.marker) ??
    carried.find(({ rank }) => rank < 2);
  if (!companion || !subject) return undefined;
  return [companion, [...subject.arg.mentions, ...companion.arg.mentions]];
}

/** A与B签约。 */
function joint(slot: Slot, predicate: Predicate, clause: Clause): Candidate {
  const { mentions, split } = slot.arg;
  return {
    head: slot,
    tail: slot,
    heads: mentions.slice(0, split),
    tails: mentions.slice(split),
    predicate,
    clause,
    rule: 'joint',
  };
}

/** 在甲陪同下，乙参观：陪同的是甲，乙或在前，或在后面的分句。在甲和乙引领下：乙也引领。 */
function supportOf({ arg, place }: Slot, tail: Slot): string | undefined {
  if (place !== 'left' || arg.marker !== '在' || tail.place === 'right') return undefined;
  return tail.place === 'left' && tail.arg.first > arg.first ? undefined : 'support';
}

/** The name of the configuration, or nothing when it cannot be. */
function ruleOf(
  { arg: h, place: hp, rank: hr }: Slot,
  { arg: t, place: tp, rank: tr }: Slot,
): string | undefined {
  if (isEarlier(hp) && isEarlier(tp)) return undefined;
  if (hp === 'left' && tp === 'right') {
    if (AGENT.has(h.marker)) return 'agent-object';
    return MOVED.has(h.marker) ? 'becomes' : 'subject-verb-object';
  }
  if (hp === 'right' && tp === 'left') {
    if (AGENT.has(t.marker)) return undefined;
    if (t.marker) return 'relative-adjunct';
    return hr === 0 && tr === 0 ? 'inverted' : undefined;
  }
  if (hp === 'left' && tp === 'left') {
    if (AGENT.has(h.marker)) return 'agent';
    if (MOVED.has(t.marker)) return 'moved-object';
    if (t.marker) return 'adjunct';
    if (h.first < t.first) return 'preposed';
    // 园区是甲与乙设立的；由甲资助、乙实施。
    return !h.marker && hr === 0 ? 'fronted' : undefined;
  }
  if (hp === 'right' && tp === 'right')
    return h.first > t.first ? 'relative-clause' : hr === 0 ? 'double' : undefined;
  if (hp === 'topic') return undefined;
  if (hp === 'carried') {
    if (tp === 'right') return tr < 2 ? `${hp}-subject` : undefined;
    return t.marker && tr < 2 ? `${hp}-adjunct` : undefined;
  }
  if (hp === 'right') return undefined;
  if (AGENT.has(h.marker)) return `${tp}-agent`;
  return tp === 'carried' && hr === 0 && !h.marker ? `${tp}-preposed` : undefined;
}
