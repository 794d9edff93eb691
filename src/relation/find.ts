import type { SentenceView } from '../entity/candidates.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Relation } from '../types.ts';
import { splitClauses } from './clause.ts';
import { officeRelations } from './office.ts';
import { type Topic, verbRelations } from './verb.ts';

/**
 * Find what a sentence states about its mentions, clause by clause.
 * @param mentions of this sentence, sorted by place
 */
export function findRelations(
  sentence: SentenceView,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Relation[] {
  if (mentions.length < 2) return [];
  const relations: Relation[] = [];
  let topic: Topic = { subjects: [], status: 'asserted' };
  for (const clause of splitClauses(sentence, mentions, lexicon)) {
    relations.push(...officeRelations(clause, lexicon));
    const verbs = verbRelations(clause, topic, lexicon);
    relations.push(...verbs.relations);
    topic = verbs.topic;
  }
  return unique(relations);
}

/** The same statement of two rules is one. */
function unique(relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter(({ head, tail, relation, label }) => {
    const key = `${head.start}-${tail.start}-${relation}-${label}`;
    return !seen.has(key) && seen.add(key);
  });
}
