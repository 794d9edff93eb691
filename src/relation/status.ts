import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Status } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';
import type { Unit } from './units.ts';

/** 否定压过计划，计划压过转述。 */
const RANK: readonly Status[] = ['denied', 'planned', 'reported', 'asserted'];

/** 宾语之后的否定：A收购B的消息不实。 */
const REFUTED = /(不实|不属实|失实|并非事实|谣言|子虚乌有|不存在|纯属虚构|无中生有)/;
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
  for (let i = clause.first; i < predicate.first; i++) {
    const unit = units[i]!;
    if (unit.mention || isObjectMarker(units, i)) continue;
    const cue = modality.longestAt(source, unit.start);
    if (cue && endsUnit(units, i, predicate.first, cue.end)) found.add(cue.value);
    else if (PLANNED.test(unit.text)) found.add('planned');
  }
  const rest = source.slice(predicate.end, units[clause.next - 1]!.end);
  if (REFUTED.test(rest)) found.add('denied');
  return RANK.find((status) => found.has(status))!;
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

/** Whether a clause says that what follows is somebody's word: 据悉，…… */
export function reports(
  { first, next, args }: Clause,
  units: readonly Unit[],
  source: string,
  { modality }: Lexicon,
): boolean {
  if (args.length > 0) return false;
  for (let i = first; i < next; i++) {
    const cue = modality.longestAt(source, units[i]!.start);
    if (cue?.value === 'reported') return true;
  }
  return false;
}
