import type { Cluster } from '../lexicon/clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import { hashText } from './hash.ts';
import type { Unit } from './units.ts';

/** 乙军多枚火箭弹、乙国的计划：名称后面的名词短语，以最后一个名词为准。 */
export interface HeadNoun extends Cluster {
  /** Number of its unit. */
  readonly at: number;
  readonly hash: number;
  /** 名称和名词之间有“的”。 */
  readonly owned: boolean;
}

/** Names that stand together: A、B和C, or a single one. */
export interface Argument {
  readonly mentions: readonly Mention[];
  /** Numbers of its first unit and of the one after its last. */
  readonly first: number;
  readonly next: number;
  /** The word that governs it (在, 由, 将, 与 …), '' for none. */
  readonly marker: string;
  /** How many of the mentions stand before the last 与 or 和, 0 when there is none: A与B. */
  readonly split: number;
  readonly markerHash: number;
  /** The noun that it modifies. */
  readonly noun?: HeadNoun | undefined;
}

export const QUOTE = new Set('“”"‘’\'「」『』《》〈〉');
/** 并列连词。 */
const JOIN = new Set(['、', '和', '与', '及', '以及', '并', '暨', '同', '跟']);
/** 既是并列，又可分出主语和同伴：A与B签约。 */
const WITH = new Set(['与', '和', '同', '跟', '暨']);
const MARKERS = new Set(
  '在 于 由 被 将 把 与 和 同 跟 向 对 为 给 从 自 到 至 往 以 用 经 获 受 据 随 按 因 让 使 令 替 比 作为 通过 联合 会同 携手 依托 围绕 面向 除 距 凭 借助 根据 来自 位于 应 除了'.split(
    ' ',
  ),
);
const ORDINAL = /^(?:第|第?[\d一二三四五六七八九十百]+|[届次轮])$/;
const APPOSED = 4;
const APPOSED_MARKERS = new Set('由 被 应 与 和 同 跟 向 对 为 给 从 联合 会同'.split(' '));
/** 不在词类之中。 */
export const UNKNOWN: Cluster = { fine: 0, coarse: 0 };

export function argumentsOf(
  units: readonly Unit[],
  first: number,
  next: number,
  lexicon: Pick<Lexicon, 'clusters'>,
): Argument[] {
  const args: Argument[] = [];
  for (let i = first; i < next; i++) {
    if (!units[i]!.mention) continue;
    const begin = i;
    let mentions = [units[i]!.mention!];
    let end = i + 1;
    let split = 0;
    for (let j = i + 1; j < next && j - end < 5; j++) {
      if (!units[j]!.mention) continue;
      const joined = joinBetween(units, end, j);
      if (joined === 'no') break;
      // 副县长甲、乙县县长丙，甲与乙国总统丙：人和机构不并列。
      const differs = isPerson(units[j]!) !== isPerson(units[end - 1]!);
      if (differs && (joined === 'list' || (joined === 'with' && isOfPerson(units, j + 1)))) break;
      // 紧接的名称是定语：A省B市的公司，取后者。
      if (joined === 'modifier') mentions = [...mentions.slice(0, -1), units[j]!.mention!];
      else {
        if (joined === 'with') split = mentions.length;
        mentions = [...mentions, units[j]!.mention!];
      }
      end = j + 1;
    }
    const marker = markerBefore(units, first, begin) || markerAfter(units[end]);
    const markerHash = hashText(marker);
    const noun = headNounAfter(units, end, lexicon);
    args.push({ mentions, first: begin, next: end, marker, split, markerHash, noun });
    i = end - 1;
  }
  return args;
}

/** Units of a noun phrase after a name at most. */
const PHRASE = 8;
/** Parts of a noun phrase. */
const NOMINAL = /^(?:n|vn|b|j|m|q|f|s|a)/;

function headNounAfter(
  units: readonly Unit[],
  next: number,
  { clusters }: Pick<Lexicon, 'clusters'>,
): HeadNoun | undefined {
  const owned = units[next]?.text === '的';
  let at = -1;
  for (let i = owned ? next + 1 : next; i < units.length && i - next < PHRASE; i++) {
    const unit = units[i]!;
    if (unit.mention || !(NOMINAL.test(unit.tag) || QUOTE.has(unit.text) || unit.text === '等'))
      break;
    if (unit.tag.startsWith('n') || unit.tag === 'vn') at = i;
  }
  if (at < 0) return undefined;
  const { hash, text } = units[at]!;
  return { at, hash, owned, ...(clusters.get(text) ?? UNKNOWN) };
}

const isPerson = ({ mention }: Unit) => mention?.category === 'person';

/** What the units from `from` to before `to` make of the names on both sides. */
function joinBetween(
  units: readonly Unit[],
  from: number,
  to: number,
): 'list' | 'with' | 'modifier' | 'no' {
  let join = '';
  for (let i = from; i < to; i++) {
    const { text, mention } = units[i]!;
    if (mention || (join && JOIN.has(text))) return 'no';
    if (JOIN.has(text)) join = text;
    else if (!QUOTE.has(text)) return 'no';
  }
  if (join) return WITH.has(join) ? 'with' : 'list';
  return from === to ? 'modifier' : 'no';
}

function markerBefore(units: readonly Unit[], first: number, begin: number): string {
  let i = begin - 1;
  // 在第七十六届联合国大会上：次第在介词和名称之间。
  while (i >= first && (QUOTE.has(units[i]!.text) || ORDINAL.test(units[i]!.text))) i--;
  if (i < first) return '';
  const direct = markerAt(units[i]!);
  if (direct) return direct;
  // 同位语：由村民某某发起、与企业家某某创立、同乙国总统某某会谈。
  for (let j = i; j > first && i - j < APPOSED; j--) {
    if (!isNoun(units[j]!) && !isPersonsOwn(units, j, begin)) break;
    const marker = markerAt(units[j - 1]!);
    if (APPOSED_MARKERS.has(marker)) return marker;
  }
  return '';
}

/** Whether a unit is a name that tells of the person after it. */
function isPersonsOwn(units: readonly Unit[], at: number, person: number): boolean {
  return units[at]!.mention !== undefined && isPerson(units[person]!) && isOfPerson(units, at + 1);
}

/** Units between a name and the person whose office or origin it tells: 某国外交部发言人某某. */
const ATTRIBUTED = 5;

/** 乙国总统某某：乙国说明某某的职务，两者之间只有名词。 */
export function isOfPerson(units: readonly Unit[], next: number): boolean {
  if (isPerson(units[next - 1]!)) return false;
  let from = next;
  // 乙国某公司总裁某某。
  const isChained = (at: number) => units[at]?.mention !== undefined && !isPerson(units[at]!);
  while (from - next < ATTRIBUTED && isChained(from)) from++;
  for (let i = from; i < units.length && i - from <= ATTRIBUTED; i++) {
    const { mention, tag } = units[i]!;
    if (mention) return i > from && mention.category === 'person';
    if (!/^(?:n|b|j|a|vn|f|x)/.test(tag)) return false;
  }
  return false;
}

/** 党的十八大以来：说的是时间。 */
const SINCE = new Set('以来 期间 前夕 之际 以后 之后 以前 之前 后 前 时 上 中 框架下'.split(' '));

function markerAfter(unit: Unit | undefined): string {
  return unit && !unit.mention && SINCE.has(unit.text) ? '在' : '';
}

export const isNoun = ({ tag, mention }: Unit) => !mention && /^(n|b|x|j|a|vn)/.test(tag);

function markerAt({ text, tag, mention }: Unit): string {
  if (mention) return '';
  if (MARKERS.has(text)) return text;
  if (tag === 'p') return text;
  const last = text.at(-1)!;
  return text.length > 1 && !tag.startsWith('v') && MARKERS.has(last) && tag === 'x' ? last : '';
}
