import { goldSentences } from '../evaluate/given.ts';
import type { GoldDocument, GoldRelation } from '../evaluate/gold.ts';
import { samePredicate } from '../evaluate/score.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { proposals } from '../relation/candidates.ts';
import { opening } from '../relation/discourse.ts';
import { featuresOf, MAX_FEATURES } from '../relation/features.ts';
import type { Candidate } from '../relation/propose.ts';
import { WEIGHTS } from '../relation/scorer.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import type { Mention } from '../types.ts';

/** A candidate as the scorer sees it, and whether the annotator listed it. */
export interface Statement {
  readonly features: Int32Array;
  readonly holds: boolean;
}

/** The candidates of an annotated article, with gold mentions. */
export function statementsOf(
  document: GoldDocument,
  { lexicon, segmenter }: { lexicon: Lexicon; segmenter: Segmenter },
): Statement[] {
  const canonical = new Map(document.mentions.map((m) => [m.start, m.canonical]));
  const nameOf = (mention: Mention) => canonical.get(mention.start)!;
  const buffer = new Int32Array(MAX_FEATURES);
  const statements: Statement[] = [];
  const sentences = goldSentences(document, segmenter);
  let discourse = opening(sentences.flatMap(([, mentions]) => mentions));
  for (const [sentence, mentions] of sentences) {
    if (mentions.length === 0) continue;
    const proposed = proposals(sentence, mentions, discourse, lexicon);
    discourse = proposed.discourse;
    for (const candidate of proposed.candidates) {
      const holds = isListed(candidate, document.relations, nameOf);
      if (holds === undefined) continue;
      const count = featuresOf(candidate, proposed.units, buffer);
      const features = buffer.slice(0, count).map((hash) => hash & (WEIGHTS - 1));
      statements.push({ features, holds });
    }
  }
  return statements;
}

/** Whether at least half of a candidate's pairs are listed; nothing when it has none. */
function isListed(
  { heads, tails, predicate }: Candidate,
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
          relation.head === head &&
          relation.tail === tail &&
          relation.predicates.some((label) => samePredicate(label, predicate.label)),
      );
      if (match) listed++;
    }
  }
  return pairs === 0 ? undefined : listed * 2 >= pairs;
}
