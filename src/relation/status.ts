import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span, Status } from '../types.ts';
import type { Clause } from './clause.ts';

/** 否定压过计划，计划压过转述。 */
const RANK: readonly Status[] = ['denied', 'planned', 'reported', 'asserted'];

/** 宾语之后的否定：A收购B的消息不实。 */
const REFUTED = /(不实|不属实|并非事实|系谣言|是谣言|子虚乌有)/;

/**
 * What a clause says of its predicate, by the cues that stand before it: 尚未收购, 拟建设, 据悉.
 * A cue is a word of its own: 未 does not stand in 未来.
 * @param inherited what an earlier clause of the sentence said of all that follows: 据悉，……
 */
export function statusOf(
  clause: Clause,
  predicate: Span,
  { modality }: Lexicon,
  inherited: Status = 'asserted',
): Status {
  const found = new Set<Status>([inherited]);
  const ends = new Set(clause.tokens.map((token) => token.end));
  for (const { start } of clause.tokens) {
    if (start >= predicate.start) break;
    if (clause.mentions.some((m) => m.start <= start && start < m.end)) continue;
    const cue = modality.longestAt(clause.text, start);
    if (!cue || !ends.has(cue.end) || cue.end > predicate.start) continue;
    if (!isObjectMarker(clause, start)) found.add(cue.value);
  }
  if (REFUTED.test(clause.text.slice(predicate.end, clause.end))) found.add('denied');
  return RANK.find((status) => found.has(status))!;
}

/** Whether a clause says that what follows is somebody's word. */
export function reports(clause: Clause, lexicon: Lexicon): boolean {
  const end = { start: clause.end, end: clause.end };
  return clause.predicates.length === 0 && statusOf(clause, end, lexicon) === 'reported';
}

/** 将B列为C：这里的“将”引出宾语，不表示将来。 */
function isObjectMarker(clause: Clause, position: number): boolean {
  return (
    clause.text[position] === '将' &&
    clause.mentions.some(
      (mention) =>
        /^[“「]?$/.test(clause.text.slice(position + 1, mention.start)) && mention.start > position,
    )
  );
}
