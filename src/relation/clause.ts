import type { Lexicon } from '../lexicon/lexicon.ts';
import type { RelationKind, Span } from '../types.ts';
import { type Argument, argumentsOf, isNoun, QUOTE, UNKNOWN } from './argument.ts';
import { hashText } from './hash.ts';
import type { Unit } from './units.ts';

/** A word or chain of words that may state a relation. */
export interface Predicate extends Span {
  readonly label: string;
  readonly kind: RelationKind;
  /** Numbers of its first unit and of the one after its last. */
  readonly first: number;
  readonly next: number;
  /** The unit that carries the meaning: 建设 of 投资建设. */
  readonly core: Unit;
  /** Whether it stands in the lexicon of predicates. */
  readonly listed: boolean;
  readonly labelHash: number;
  /** Classes of its core (`lexicon/clusters.ts`), 0 where none is known. */
  readonly fine: number;
  readonly coarse: number;
}

/** 分句：逗号、分号、冒号之间的部分，是关系抽取的单位。 */
export interface Clause {
  /** Numbers of its first unit and of the one after its last, which is the mark that ends it. */
  readonly first: number;
  readonly next: number;
  readonly args: readonly Argument[];
  readonly predicates: readonly Predicate[];
  /** The first argument that nothing governs, before the first predicate. */
  readonly subject: Argument | undefined;
}

const BREAK = new Set('，,；;：:。！？!?');
/** 没有实义、不会是谓词的动词。 */
const NO_PREDICATE = new Set(
  '是 有 作为 来华 来访 前来 常驻 上空 兼 兼任 愿 愿意 期待 继续 持续 所谓 往来 不断 进一步 加快 庆祝 属于 包括 随着 围绕 面对 根据 通过 分别 发展 能 能够 可 可以 可能 会 要 应 应该 应当 须 需 需要 想 让 使 令 来 去 没有 没 将 拟 拟于 计划 打算 准备 力争 争取 有望 希望 预计 据悉 据 据介绍 据了解 说 表示 介绍 称 指出 认为 告诉 透露 强调 到 为 等 不 未 尚未 经 随 向 在 于 由 被 把 与 和 用 以'.split(
    ' ',
  ),
);
/** 并入动词的补语：建起、交给、列为、延伸至。 */
const COMPLEMENT = new Set('为 成 至 到 给 入 起 出 于 往 在 作 进 上 回 自 向 了'.split(' '));
/** 并入动词的状语：共同发起。 */
const TOGETHER = new Set(['共同', '联合', '携手', '合作', '合资', '全资', '独家', '牵头']);
const LONGEST_CHAIN = 3;
const HAN = /^\p{Script=Han}+$/u;
const VERB = 'v'.charCodeAt(0);
/** 轻动词：意义在其名词上。 */
const LIGHT = new Set('开展 进行 展开 达成 实现 建立 形成 保持 加以 予以 给予 作出'.split(' '));

/** Split a sentence's units into clauses. A mark inside a name is no unit, so it does not split. */
export function splitClauses(units: readonly Unit[], source: string, lexicon: Lexicon): Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  for (let i = 0; i < units.length; i++) {
    const last = i === units.length - 1;
    if (!last && (units[i]!.mention || !BREAK.has(units[i]!.text))) continue;
    const next = i + 1;
    const args = argumentsOf(units, first, next, lexicon);
    // 没有名称的分句不会有谓词的论元。
    const predicates =
      args.length > 0 ? predicatesOf(units, first, next, args, source, lexicon) : [];
    clauses.push({ first, next, args, predicates, subject: subjectOf(args, predicates) });
    first = next;
  }
  return clauses;
}

function subjectOf(args: readonly Argument[], [first]: readonly Predicate[]): Argument | undefined {
  return args.find((arg) => !arg.marker && (!first || arg.first < first.first));
}

function predicatesOf(
  units: readonly Unit[],
  first: number,
  next: number,
  args: readonly Argument[],
  source: string,
  lexicon: Lexicon,
): Predicate[] {
  const found: Predicate[] = [];
  for (let i = first; i < next; i++) {
    const role = roleEnd(units, i, next, args);
    if (role !== undefined) {
      found.push(predicate(units, first, i + 1, role, next, lexicon));
      i = role - 1;
      continue;
    }
    const meaning = meaningOf(units, i, next, lexicon);
    if (meaning !== undefined) {
      found.push(predicate(units, first, meaning, meaning + 1, next, lexicon));
      i = meaning;
      continue;
    }
    const listed = listedEnd(units, i, next, source, lexicon);
    let end = listed ?? (isVerb(units[i]!, lexicon) ? i + 1 : i);
    if (end === i || isDetermined(units, i)) continue;
    if (isAttribute(units, i, found.at(-1)) || isPreposition(units, i)) continue;
    while (end < next && end - i < LONGEST_CHAIN && chains(units[end]!, lexicon)) end++;
    // 合作协议：名词之前的动名词是定语。
    while (end - i > 1 && units[end - 1]!.tag === 'vn' && beforeNoun(units, end, next)) end--;
    const chain = end;
    end = listedPart(units, i, end, lexicon);
    // 联合印发：联合不是谓词，并入后面的。
    if (end < chain && end === i + 1 && TOGETHER.has(units[i]!.text)) continue;
    found.push(predicate(units, first, i, end, next, lexicon));
    i = end - 1;
  }
  return found;
}

/** Whether a noun follows, with other nouns made of verbs before it at most. */
function beforeNoun(units: readonly Unit[], from: number, next: number): boolean {
  let i = from;
  while (i < next && !units[i]!.mention && /^vn?$/.test(units[i]!.tag)) i++;
  return i < next && !units[i]!.mention && units[i]!.tag === 'n';
}

/** 以某大学为主体：谓词是主体。 */
function roleEnd(
  units: readonly Unit[],
  i: number,
  next: number,
  args: readonly Argument[],
): number | undefined {
  if (units[i]!.text !== '为') return undefined;
  const last = QUOTE.has(units[i - 1]?.text ?? '') ? i - 1 : i;
  if (!args.some((arg) => arg.marker === '以' && arg.next === last)) return undefined;
  let end = i + 1;
  while (end < next && isNoun(units[end]!) && HAN.test(units[end]!.text)) end++;
  return end > i + 1 && units[end - 1]!.text !== '例' ? end : undefined;
}

/** 进行国事访问、实施新一轮制裁：意义在后面的名词上，中间隔着定语。 */
const EMPTY = new Set(['进行', '开展', '展开', '加以', '予以', '实施', '保持']);
/** 定语和“了”。 */
const MODIFIER = /^(?:n|b|a|m|q|ul|uj|vn)/;
const BETWEEN = 4;

/** The unit that carries the meaning of an empty verb some units before it: a verb, or a noun made of one. */
function meaningOf(
  units: readonly Unit[],
  i: number,
  next: number,
  { verbs, predicates }: Lexicon,
): number | undefined {
  if (!EMPTY.has(units[i]!.text)) return undefined;
  let end = i + 1;
  const isInside = (j: number) =>
    j < next && !units[j]!.mention && MODIFIER.test(units[j]!.tag) && j - i <= BETWEEN;
  while (isInside(end)) end++;
  const isVerb = end < next && !units[end]!.mention && units[end]!.tag.charCodeAt(0) === VERB;
  const last = isVerb && !isInside(end + 1) ? end : end - 1;
  const { text, tag } = units[last]!;
  const word = text.slice(-2);
  const isDone = tag.startsWith('v') || verbs.has(word) || predicates.get(word) === 'verb';
  return last > i + 1 && isDone ? last : undefined;
}

/** 该武装打击了：“该”后面是名词，不论怎样分词。 */
function isDetermined(units: readonly Unit[], i: number): boolean {
  return units[i - 1]?.text === '该';
}

/** 通过开展活动：通过是介词。 */
function isPreposition(units: readonly Unit[], i: number): boolean {
  return units[i]!.text === '通过' && /^v(?!n)/.test(units[i + 1]?.tag ?? '');
}

/** 签署战略合作协议：合作是协议的定语。 */
function isAttribute(units: readonly Unit[], i: number, verb: Predicate | undefined): boolean {
  const { tag } = units[i]!;
  if (!verb || tag !== 'vn' || units[i + 1]?.tag !== 'n') return false;
  for (let j = verb.next; j < i; j++) if (!isNoun(units[j]!)) return false;
  return true;
}

/** The end of a phrase of the lexicon that begins with this unit. */
function listedEnd(
  units: readonly Unit[],
  i: number,
  next: number,
  source: string,
  { predicates }: Lexicon,
): number | undefined {
  if (units[i]!.mention) return undefined;
  const match = predicates.longestAt(source, units[i]!.start);
  if (!match) return undefined;
  for (let j = i; j < next && !units[j]!.mention && units[j]!.end <= match.end; j++) {
    if (units[j]!.end === match.end) return j + 1;
  }
  return undefined;
}

/** 签订换装协议、参加为期十天的活动：链中最后一个收入词典的词之后，另起一个谓词。 */
function listedPart(
  units: readonly Unit[],
  begin: number,
  end: number,
  { predicates }: Lexicon,
): number {
  for (let i = end - 1; i >= begin; i--) {
    if (predicates.get(units[i]!.text) !== undefined) return i + 1;
  }
  return end;
}

/** 摧毁位于某地的机场、邀请来自某地的客人：位于、来自另起一个谓词。 */
function chains(unit: Unit, lexicon: Lexicon): boolean {
  if (unit.text === '来自') return false;
  return isVerb(unit, lexicon) && lexicon.predicates.get(unit.text) !== 'location';
}

function isVerb({ tag, text, mention }: Unit, lexicon: Lexicon): boolean {
  const { modality, verbs, predicates, titles } = lexicon;
  if (mention) return false;
  if (tag.charCodeAt(0) !== VERB && !verbs.has(text)) {
    // 词典不收的两字词多是动词或名称；动宾合为一词的（发放贷款）看前两字。
    if (tag === 'x' || text.length !== 4) return false;
    const first = text.slice(0, 2);
    if (!verbs.has(first) && predicates.get(first) !== 'verb') return false;
  }
  return !NO_PREDICATE.has(text) && modality.get(text) === undefined && !titles.get(text);
}

function predicate(
  units: readonly Unit[],
  floor: number,
  begin: number,
  end: number,
  limit: number,
  { predicates, clusters }: Lexicon,
): Predicate {
  let first = begin;
  let next = end;
  const light = end - first > 1 && LIGHT.has(units[first]!.text);
  if (light) first++;
  if (!light && begin > floor && TOGETHER.has(units[begin - 1]!.text)) first--;
  const core = units[next - 1]!;
  const complement = next < limit ? units[next]!.text : '';
  // 合作给两国带来好处：“给”是介词。
  const isPrepositional = complement === '给' && core.tag === 'vn';
  if (COMPLEMENT.has(complement) && complement !== '了' && !isPrepositional) next++;
  const label = units
    .slice(first, next)
    .map(({ text }) => text)
    .join('');
  const kind = predicates.get(label) ?? predicates.get(core.text) ?? 'verb';
  const listed = predicates.get(label) !== undefined || predicates.get(core.text) !== undefined;
  const [start, last] = [units[first]!.start, units[next - 1]!.end];
  const labelHash = hashText(label);
  const { fine, coarse } = clusters.get(core.text) ?? UNKNOWN;
  return { start, end: last, label, kind, first, next, core, listed, labelHash, fine, coarse };
}
