import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Status } from '../types.ts';
import type { Clause, Predicate } from './clause.ts';

/** 否定压过计划，计划压过转述。 */
const RANK: readonly Status[] = ['denied', 'planned', 'reported', 'asserted'];

/**
 * What a clause says of its predicate, by the cues that stand before it: 尚未收购, 拟建设, 据悉.
 * @param from where the scope of the cues begins, at most the clause's start
 */
export function statusOf(clause: Clause, predicate: Predicate, { modality }: Lexicon): Status {
  const found = new Set<Status>();
  for (const { start } of clause.tokens) {
    if (start >= predicate.start) break;
    if (clause.mentions.some((m) => m.start <= start && start < m.end)) continue;
    const cue = modality.longestAt(clause.text, start);
    if (cue && cue.end <= predicate.start && !isObjectMarker(clause, start)) found.add(cue.value);
  }
  return RANK.find((status) => found.has(status)) ?? 'asserted';
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
