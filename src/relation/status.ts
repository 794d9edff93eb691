import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Status } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';
import type { Unit } from './units.ts';

/** 否定压过计划，计划压过转述。 */
const RANK: readonly Status[] = ['denied', 'planned', 'reported', 'asserted'];

/** 宾语之后的否定：A收购B的消息不实。 */
const REFUTED = /(不实|不属实|失实|并非事实|谣言|子虚乌有|不存在|纯属虚构|无中生有)/;
/** A收购B的消息，C予以否认。 */
const RUMOUR = /^[^，。]{0,24}的(?:消息|传闻|传言|说法|网帖|帖子|报道|猜测)/;
const REJECTED = /(?:否认|不实|不属实|辟谣|子虚乌有|没有这回事|谣言)/;
const HEARSAY = /^(?:有|网|网上|网友|网民|自媒体|坊间|外界|市场|传闻|传言|消息)$/;
const MISTAKEN = /^[误谣讹]传$/;
/** 要求甲退出乙、允许甲设立乙：还没有退出、设立。 */
const URGED = new Set('要求 呼吁 敦促 督促 请求 建议 提议 允许 鼓励 欢迎 推荐'.split(' '));
/** 反对甲提供乙、指责甲袭击乙：是反对、指责的人说的。 */
const ALLEGED = new Set('反对 抗议 指责 指控 谴责'.split(' '));
/** 分词把“拟”和后面的字并为一词：拟向、拟以。 */
const PLANNED = /^(拟|将于|将在|将由|将与)/;

/**
 * What a clause says of its predicate, by the cues that stand before it: 尚未收购, 拟建设, 据悉.
 * A cue is a word of its own: 未 does not stand in 未来.
 * @param source the text to which the offsets of units refer
 * @param inherited what an earlier clause of the sentence said of all that follows: 据悉，……
 */
export function statusOf(
  units: readonly Unit[],
  clause: Clause,
  predicate: Predicate,
  source: string,
  { modality }: Lexicon,
  inherited: Status = 'asserted',
): Status {
  const found = new Set<Status>([inherited]);
  let hearsay = false;
  let rumour = false;
  for (let i = clause.first; i < predicate.first; i++) {
    const unit = units[i]!;
    // 不再担任董事长：否定已在谓词里。
    if (unit.mention || isObjectMarker(units, i) || predicate.label.startsWith(unit.text)) continue;
    const cue = cueAt(units, i, predicate.first, source, modality);
    if (cue) found.add(cue);
    else if (PLANNED.test(unit.text)) found.add('planned');
    // 这些动词支配后面的主语。
    if (units[i + 1]?.mention && i + 1 < predicate.first) {
      if (URGED.has(unit.text)) found.add('planned');
      if (ALLEGED.has(unit.text)) found.add('reported');
    }
    // 有网帖称、网传：没有说出是谁的话。
    if (hearsay && unit.text === '称') rumour = true;
    hearsay ||= HEARSAY.test(unit.text);
  }
  const end = units[clause.next - 1]!.end;
  const rest = source.slice(predicate.end, end);
  if (REFUTED.test(rest)) found.add('denied');
  if (RUMOUR.test(rest)) {
    found.add(REJECTED.test(source.slice(end, units.at(-1)!.end)) ? 'denied' : 'reported');
  }
  if (rumour && !found.has('denied')) return 'reported';
  return RANK.find((status) => found.has(status))!;
}

/** The longest cue that begins with a unit and ends with one before the limit: 不 where 不存在 does not fit. */
function cueAt(
  units: readonly Unit[],
  i: number,
  limit: number,
  source: string,
  modality: Lexicon['modality'],
): Status | undefined {
  const cue = modality.longestAt(source, units[i]!.start);
  return cue && endsUnit(units, i, limit, cue.end) ? cue.value : modality.get(units[i]!.text);
}

function endsUnit(units: readonly Unit[], from: number, limit: number, end: number): boolean {
  for (let i = from; i < limit && units[i]!.end <= end; i++) if (units[i]!.end === end) return true;
  return false;
}

/** 将B列为C：这里的“将”引出宾语，不表示将来。 */
function isObjectMarker(units: readonly Unit[], i: number): boolean {
  if (units[i]!.text !== '将') return false;
  const next = /^[“「《]$/.test(units[i + 1]?.text ?? '') ? units[i + 2] : units[i + 1];
  return next?.mention !== undefined;
}

/** What a clause without names says of all that follows: 据悉，……；曾有人误传，…… */
export function reports(
  { first, next, args }: Clause,
  units: readonly Unit[],
  source: string,
  { modality }: Lexicon,
): Status | undefined {
  if (args.length > 0) return undefined;
  let found: Status | undefined;
  for (let i = first; i < next; i++) {
    const cue = modality.longestAt(source, units[i]!.start);
    if (cue?.value === 'reported') found = 'reported';
    if (MISTAKEN.test(units[i]!.text)) return 'denied';
  }
  return found;
}
