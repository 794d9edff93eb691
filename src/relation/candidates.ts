import type { SentenceView } from '../entity/candidates.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Relation } from '../types.ts';
import { resolveAnaphors } from './anaphor.ts';
import { withoutDefinitions, withoutTitles } from './aside.ts';
import { bylineOf } from './byline.ts';
import { type Clause, splitClauses } from './clause.ts';
import { after, carriedInto, type Discourse, topicSlot } from './discourse.ts';
import { type Candidate, propose } from './propose.ts';
import { proposeSeats } from './seat.ts';
import type { Slot } from './slot.ts';
import { proposeTitles } from './title.ts';
import { type Unit, unitsOf } from './units.ts';

/** A sentence with all that it may state. */
export interface Proposals {
  readonly units: readonly Unit[];
  readonly clauses: readonly Clause[];
  readonly candidates: readonly Candidate[];
  /** What the head of a report says. */
  readonly reporters: readonly Relation[];
  /** Where that head ends. */
  readonly from: number;
  readonly discourse: Discourse;
}

/** All candidates of a sentence. */
export function proposals(
  sentence: SentenceView,
  mentions: readonly Mention[],
  discourse: Discourse,
  lexicon: Lexicon,
): Proposals {
  const subject = discourse.subject?.[0];
  const byline = bylineOf(sentence.text, sentence, mentions);
  const own = byline ? mentions.filter(({ start }) => start >= byline.end) : mentions;
  const units = resolveAnaphors(
    withoutTitles(withoutDefinitions(unitsOf(sentence, own))),
    discourse.last,
    subject,
  );
  const clauses = splitClauses(units, sentence.text, lexicon);
  const candidates: Candidate[] = [];
  for (const [index, clause] of clauses.entries()) {
    const carried = carriedInto(clauses, index);
    candidates.push(
      ...proposeTitles(units, clauses, index, carried, discourse, lexicon),
      ...proposeSeats(units, clause, lexicon),
    );
    if (clause.predicates.length === 0) continue;
    const earlier = [...carried, ...topics(carried, discourse)];
    for (const predicate of clause.predicates) {
      candidates.push(...propose(clause, predicate, earlier, units));
    }
  }
  const { end: from, relations: reporters } = byline ?? { end: sentence.start, relations: [] };
  return { units, clauses, candidates, reporters, from, discourse: after(discourse, clauses, own) };
}

/** 上一句的主语：本句前面没有主语时，可能仍是它。 */
function topics(carried: readonly Slot[], { subject }: Discourse): Slot[] {
  if (!subject || carried.some(({ rank }) => rank < 2)) return [];
  return [topicSlot(subject, 0)];
}
