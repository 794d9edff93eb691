import type { SentenceView } from '../entity/candidates.ts';
import { goldSentences } from '../evaluate/given.ts';
import type { GoldDocument, GoldRelation } from '../evaluate/gold.ts';
import { OFFICE, samePredicate } from '../evaluate/score.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { proposals } from '../relation/candidates.ts';
import type { Predicate } from '../relation/clause.ts';
import { opening } from '../relation/discourse.ts';
import { featuresOf, MAX_FEATURES } from '../relation/features.ts';
import type { Candidate } from '../relation/propose.ts';
import { type Scene, WEIGHTS } from '../relation/scorer.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import type { AnnotatedDocument, Mention } from '../types.ts';
import type { Judgement } from './judgements.ts';

/** A sentence's candidates as the scorer sees them, and which of them the annotator listed. */
export interface Passage extends Scene {
  readonly features: readonly Int32Array[];
  /** Nothing where head and tail are one entity, or the list says nothing of it. */
  readonly holds: readonly (boolean | undefined)[];
}

/** What the sentences of an annotated article may state, with gold mentions. */
export function passagesOf(document: GoldDocument, knowledge: Segmented): Passage[] {
  const canonical = new Map(document.mentions.map((m) => [m.start, m.canonical]));
  const nameOf = (mention: Mention) => canonical.get(mention.start)!;
  return passages(goldSentences(document, knowledge.segmenter), knowledge, (candidate) =>
    isListed(candidate, document.relations, nameOf),
  );
}

/** What the sentences of a document may state of the names found in it, and what somebody judged. */
export function judgedPassages(
  document: AnnotatedDocument,
  judgements: readonly Judgement[],
  knowledge: Segmented,
): Passage[] {
  return passages(goldSentences(document, knowledge.segmenter), knowledge, (candidate) =>
    isJudged(candidate, judgements),
  ).filter(({ holds }) => holds.some((label) => label !== undefined));
}

interface Segmented {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
}

function passages(
  sentences: readonly (readonly [SentenceView, readonly Mention[]])[],
  { lexicon }: Segmented,
  holdsOf: (candidate: Candidate) => boolean | undefined,
): Passage[] {
  const buffer = new Int32Array(MAX_FEATURES);
  const found: Passage[] = [];
  let discourse = opening(sentences.flatMap(([, mentions]) => mentions));
  for (const [sentence, mentions] of sentences) {
    if (mentions.length === 0) continue;
    const proposed = proposals(sentence, mentions, discourse, lexicon);
    const { candidates, units, clauses } = proposed;
    discourse = proposed.discourse;
    const features = candidates.map((candidate) => {
      const count = featuresOf(candidate, units, buffer);
      return buffer.slice(0, count).map((hash) => hash & (WEIGHTS - 1));
    });
    found.push({ candidates, units, clauses, features, holds: candidates.map(holdsOf) });
  }
  return found;
}

/**
 * What was said of a candidate; nothing when nobody looked, or its pairs were judged differently. What
 * is not stated is not stated by any rule; what is, is so by the rule that found it.
 */
function isJudged(
  { heads, tails, predicate, rule }: Candidate,
  judgements: readonly Judgement[],
): boolean | undefined {
  const starts = (mentions: readonly Mention[], place: number) =>
    mentions.some(({ start }) => start === place);
  const own = judgements.filter(
    (one) =>
      one.predicate === predicate.start &&
      one.label === predicate.label &&
      starts(heads, one.head) &&
      starts(tails, one.tail) &&
      (one.rule === rule || !one.holds),
  );
  const answers = new Set(own.map(({ holds }) => holds));
  return answers.size === 1 ? own[0]!.holds : undefined;
}

/** 某公司运营总监某人：职务里的“运营”不是谓词。 */
function states({ predicates }: GoldRelation, { kind, label }: Predicate): boolean {
  if (predicates.includes(OFFICE) && kind !== 'office') return predicates.includes(label);
  return predicates.some((listed) => samePredicate(listed, label));
}

/** Whether at least half of a candidate's pairs are listed; nothing when it has none, or nobody knows. */
function isListed(
  { heads, tails, predicate, rule }: Candidate,
  relations: readonly GoldRelation[],
  nameOf: (mention: Mention) => string,
): boolean | undefined {
  let pairs = 0;
  let listed = 0;
  for (const head of heads.map(nameOf)) {
    for (const tail of tails.map(nameOf)) {
      if (head === tail) continue;
      pairs++;
      const match = relations.some(
        (relation) =>
          relation.head === head && relation.tail === tail && states(relation, predicate),
      );
      if (match) listed++;
    }
  }
  if (pairs === 0) return undefined;
  const holds = listed * 2 >= pairs;
  // 某地的某处：确实在那里，标注者只是很少列出。
  return !holds && rule === 'seat' && heads[0]!.category === 'place' ? undefined : holds;
}
