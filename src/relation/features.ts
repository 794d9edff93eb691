import type { HeadNoun } from './argument.ts';
import type { Clause, Predicate } from './clause.ts';
import { COPULA } from './copula.ts';
import { hashText, mix } from './hash.ts';
import type { Candidate } from './propose.ts';
import type { Slot } from './slot.ts';
import type { Unit } from './units.ts';

/** Upper bound of the features of a candidate. */
export const MAX_FEATURES = 128;

const PLACES = { left: 1, right: 2, carried: 3, topic: 4 } as const;
/** Stands for the word beyond an edge. */
const EDGE = 7;
/** Words this near to a name or predicate count one by one. */
const NEAR = 5;
/** Features of the head have these numbers and up, those of the tail the next. */
const OF_HEAD = 30;
const OF_TAIL = 50;
const OPENING = new Set('“「《（(');
const CLOSING = new Set('”」》）)');
const VERB = 'v'.charCodeAt(0);
const CONNECTIVE = new Set('并 且 也 还 又 再 并且 同时'.split(' '));
const BREAK = new Set('，；：,;:。');
/** Units between 的 and the name that it modifies. */
const RELATIVE = 5;

const TOGETHER = /^(?:共同|联合|携手|合资|合作|共建|合办)/;

/** The candidate whose features are being written; one at a time. */
let out: Int32Array = new Int32Array(0);
let count = 0;
let rule = 0;

function add(feature: number, a: number, b = 0, c = 0): void {
  if (count < MAX_FEATURES) out[count++] = mix(feature, a, b, c);
}

/**
 * Write the features of a candidate: hashes of words, categories, places and marks. No name is
 * among them, so that nothing learned depends on who did what in the training articles.
 * @param into takes up to `MAX_FEATURES` hashes
 * @returns how many there are
 */
export function featuresOf(candidate: Candidate, units: readonly Unit[], into: Int32Array): number {
  const { head, tail, predicate, clause } = candidate;
  out = into;
  count = 0;
  rule = hashOf(candidate.rule);
  ofWords(candidate);
  ofSurroundings(predicate, clause, units);
  ofSlot(OF_HEAD, head, predicate, clause, units);
  ofSlot(OF_TAIL, tail, predicate, clause, units);
  ofBetween(head, tail, predicate, units);
  ofClause(candidate, units);
  return count;
}

const hashes = new Map<string, number>();

/** Rules and kinds are few, so their hashes are remembered. */
function hashOf(word: string): number {
  let hash = hashes.get(word);
  if (hash === undefined) {
    hash = hashText(word);
    hashes.set(word, hash);
  }
  return hash;
}

function shapeOf(head: Slot, tail: Slot): number {
  return (PLACES[head.place] * 8 + head.rank) * 64 + PLACES[tail.place] * 8 + tail.rank;
}

/** Predicate, categories and configuration. */
function ofWords({ head, tail, heads, tails, predicate }: Candidate): void {
  const { label, labelHash, listed } = predicate;
  const shape = shapeOf(head, tail);
  const ch = hashOf(heads[0]!.category);
  const ct = hashOf(tails[0]!.category);
  const mh = head.arg.markerHash;
  const mt = tail.arg.markerHash;
  const { hash: word, tagHash: tag } = predicate.core;
  const kind = hashOf(predicate.kind);
  const last = label.charCodeAt(label.length - 1);
  add(1, rule);
  add(2, rule, ch, ct);
  add(3, shape);
  add(4, shape, ch, ct);
  add(5, word);
  add(6, word, rule);
  add(7, word, ct);
  add(8, word, ch, ct);
  add(9, labelHash, rule);
  add(10, tag, rule);
  add(11, kind, rule);
  add(12, kind, ch, ct);
  add(15, last, ct);
  add(17, word, mh, mt);
  add(18, rule, mh, mt);
  add(19, label.length, rule);
  add(16, rule, together(label), mh);
  add(25, rule, Number(listed));
  add(26, Number(listed), ch, ct);
  const place = tails[0]!.category === 'place' && isDivision(tails[0]!.text);
  add(27, rule, ct, Number(place) * 2 + Number(listed));
  const { fine, coarse } = predicate;
  if (fine) {
    add(90, fine, rule);
    add(91, fine, ct);
    add(92, fine, ch, ct);
    add(93, coarse, rule);
    add(94, coarse, ch, ct);
    add(95, coarse, mh, mt);
  }
  if (predicate.kind === 'office') add(28, rule, agreement(label, tails[0]!.text));
}

/** 由甲与乙联合研发：甲与乙有关系；由甲与乙承担的未必有。 */
function together(label: string): number {
  return TOGETHER.test(label) ? 1 : 0;
}

/** What stands beside the predicate. */
function ofSurroundings(predicate: Predicate, clause: Clause, units: readonly Unit[]): void {
  const before = units[predicate.first - 1];
  const after = predicate.next < clause.next ? units[predicate.next] : undefined;
  const tags = [before?.tagHash ?? EDGE, after?.tagHash ?? EDGE] as const;
  add(21, rule, before?.hash ?? EDGE);
  add(22, rule, after?.hash ?? EDGE);
  add(23, rule, ...tags);
  add(24, predicate.core.hash, tags[1]);
  add(29, units[predicate.first]!.hash, rule);
}

/** What stands beside an argument, and between it and the predicate. */
function ofSlot(
  feature: number,
  { arg, place }: Slot,
  predicate: Predicate,
  clause: Clause,
  units: readonly Unit[],
): void {
  if (place === 'topic') {
    add(feature, rule, Math.min(3, clause.first));
    return;
  }
  const { first, next } = arg;
  const before = units[first - 1];
  const after = units[next];
  add(feature + 1, rule, before?.hash ?? EDGE);
  add(feature + 2, rule, after?.hash ?? EDGE);
  add(feature + 3, rule, before?.tagHash ?? EDGE, after?.tagHash ?? EDGE);
  add(feature + 9, rule, Math.min(3, arg.mentions.length));
  const category = hashOf(arg.mentions[0]!.category);
  add(feature + 11, rule, category, neighbour(after));
  add(feature + 12, predicate.core.hash, category, neighbour(after));
  add(feature + 13, rule, neighbour(before), neighbour(after));
  if (arg.noun) ofNoun(feature, arg.noun, predicate);
  const precedes = next <= predicate.first;
  const from = precedes ? next : predicate.next;
  const to = precedes ? predicate.first : first;
  ofPath(feature, from, to, precedes, units);
}

/** 参加某省代表团审议、拦截乙军火箭弹：名称只是定语。 */
function ofNoun(
  feature: number,
  { hash, owned, fine, coarse }: HeadNoun,
  predicate: Predicate,
): void {
  add(feature + 14, rule, hash);
  add(feature + 15, predicate.core.hash, hash);
  add(feature + 16, rule, Number(owned), coarse);
  add(feature + 17, predicate.coarse, coarse);
  add(feature + 18, rule, fine);
  add(feature + 19, predicate.fine, coarse);
}

/** What kind of word stands beside a name: a name before a noun is often its attribute only. */
export function neighbour(unit: Unit | undefined): number {
  if (!unit) return 1;
  if (unit.mention) return 2;
  const { text, tag } = unit;
  if (text === '的') return 3;
  if (OPENING.has(text)) return 4;
  if (CLOSING.has(text)) return 5;
  if (text === '等' || text === '、') return 6;
  if (tag.startsWith('n') || tag.startsWith('vn') || tag === 'b' || tag === 'l') return 7;
  if (tag.charCodeAt(0) === VERB) return 8;
  if (tag === 'x') return /^\p{Script=Han}/u.test(text) ? 7 : 9;
  return tag === 'p' || tag === 'd' || tag === 'c' ? 10 : tag === 'm' || tag === 't' ? 11 : 12;
}

/** The units between an argument and the predicate. */
function ofPath(
  feature: number,
  from: number,
  to: number,
  precedes: boolean,
  units: readonly Unit[],
): void {
  let verbs = 0;
  let names = 0;
  let breaks = 0;
  for (let i = from; i < to; i++) {
    const { mention, tag, text, hash } = units[i]!;
    if (mention) names++;
    else if (tag.charCodeAt(0) === VERB) verbs++;
    else if (text === '，' || text === '；' || text === ',') breaks++;
    if ((precedes ? to - i : i - from + 1) <= NEAR) add(feature + 4, hash, rule);
  }
  const size = to - from;
  add(feature + 5, rule, Math.min(size, 4) + Number(size > 7) + Number(size > 12));
  add(feature + 6, rule, Math.min(verbs, 3), Math.min(names, 3));
  add(feature + 7, rule, Math.min(breaks, 3), Math.min(names, 2));
}

/** What stands between the two arguments. */
function ofBetween(
  { arg: a, place: pa }: Slot,
  { arg: b, place: pb }: Slot,
  predicate: Predicate,
  units: readonly Unit[],
): void {
  if (a === b || pa === 'topic' || pb === 'topic') return;
  const [from, to] = a.next <= b.first ? [a.next, b.first] : [b.next, a.first];
  let verbs = 0;
  let copula = false;
  for (let i = from; i < to; i++) {
    if (units[i]!.tag.charCodeAt(0) === VERB) verbs++;
    if (units[i]!.text === '是') copula = true;
  }
  add(72, rule, Math.min(5, to - from));
  add(73, rule, Math.min(4, verbs));
  add(74, rule, Number(copula), Number(units[predicate.next]?.text === '的'));
}

/** The clause: how it begins and ends, what its own subject is. */
function ofClause({ head, tail, predicate, clause }: Candidate, units: readonly Unit[]): void {
  const opening = units[clause.first]!;
  const { subject, args, predicates } = clause;
  const category = subject ? hashOf(subject.mentions[0]!.category) : 0;
  const role = subject === head.arg ? 1 : subject === tail.arg ? 2 : 0;
  const shape = shapeOf(head, tail);
  add(75, rule, Math.min(3, predicates.length));
  add(76, rule, predicates.indexOf(predicate));
  add(78, rule, opening.tagHash, Math.min(3, predicate.first - clause.first));
  add(79, shape, subject ? 1 : 0);
  add(80, rule, category, role);
  add(81, rule, anaphorOf(head, units), anaphorOf(tail, units));
  add(82, shape, Math.min(3, args.length), Math.min(3, predicates.length));
  const relative = relativeAhead(tail, clause, units);
  add(85, shape, relative);
  const verbs = Math.min(2, verbsAfter(head, predicate, units));
  add(86, rule, relative, verbs);
  // 会见来访问的某人：访问的主语不是会见的主语。
  add(87, rule, Number(units[predicate.next]?.text === '的'), verbs);
  if (head.place === 'carried') {
    add(84, shape, openingOf(predicate, clause, units), standingOf(head, units));
  }
  if (predicate.kind === 'office') {
    add(83, rule, copulaBefore(units, clause.first, predicate.first));
  }
}

/** 并建成某地：分句以谓词开头的，主语在前面。 */
function openingOf({ first }: Predicate, clause: Clause, units: readonly Unit[]): number {
  if (first === clause.first) return 1;
  const { text, tag } = units[clause.first]!;
  if (first > clause.first + 2) return 4;
  if (CONNECTIVE.has(text)) return 2;
  return tag === 'd' ? 3 : 4;
}

/**
 * 会见出席某会的某人：谓词的主语可能是“的”之后的名称。
 * @returns 1 where the clause goes on with 的 after the argument, 2 where a name follows it
 */
export function relativeAhead({ arg }: Slot, { next }: Clause, units: readonly Unit[]): number {
  if (arg.first < 0) return 0;
  for (let i = arg.next; i < next; i++) {
    if (units[i]!.text !== '的') continue;
    for (let j = i + 1; j < next && j - i <= RELATIVE; j++) {
      if (units[j]!.mention) return 2;
      if (!units[j]!.tag.startsWith('n')) break;
    }
    return 1;
  }
  return 0;
}

/** Verbs between an argument before the predicate and the predicate: 会见 in 甲会见出席某会的乙. */
function verbsAfter({ arg }: Slot, { first }: Predicate, units: readonly Unit[]): number {
  let verbs = 0;
  for (let i = Math.max(0, arg.next); i < first; i++) {
    if (units[i]!.tag.charCodeAt(0) === VERB) verbs++;
  }
  return verbs;
}

/** 引进某公司，并建成某地：前一分句的宾语，很少是后一分句的主语。 */
function standingOf({ arg }: Slot, units: readonly Unit[]): number {
  if (arg.marker) return 3;
  const before = units[arg.first - 1];
  if (!before || BREAK.has(before.text)) return 1;
  return before.tag.charCodeAt(0) === VERB ? 2 : 4;
}

/** The word that stands for a name, or 0 where the name itself stands. */
function anaphorOf({ arg }: Slot, units: readonly Unit[]): number {
  const unit = units[arg.first];
  return unit?.anaphor ? unit.hash : 0;
}

/** 曾任A处长、B市长：职务之前的“任”。 */
function copulaBefore(units: readonly Unit[], first: number, next: number): number {
  for (let i = next - 1; i >= first; i--) if (COPULA.has(units[i]!.text)) return units[i]!.hash;
  return 0;
}

const DIVISIONS = new Set('省市县区镇乡村旗州盟屯');

/** 行政区划有政府，国家和景点没有：某县县长，某国导演。 */
function isDivision(name: string): boolean {
  return DIVISIONS.has(name.at(-1)!);
}

const HEADED = new Set('院校局厅县市区镇村会行社馆');
const OF_FIRM = /(?:董事长|经理|总裁|董事|总监)$/;
const FIRM = /(?:公司|集团|企业)$/;

/** 院长在院，校长在校，局长在局，董事长在公司。 */
function agreement(title: string, employer: string): number {
  const kind = title.at(-2)!;
  if (kind === employer.at(-1)) return 1;
  const firm = FIRM.test(employer);
  if (OF_FIRM.test(title)) return firm ? 2 : 3;
  if (firm) return 4;
  return title.endsWith('长') && HEADED.has(kind) ? 5 : 6;
}
