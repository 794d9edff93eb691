import { phraseIndex } from '../lexicon/phrases.ts';
import type { Category, Mention } from '../types.ts';
import { mentionAt } from './candidates.ts';

/** Names that were found with this confidence are looked for in the whole document. */
const SURE = 0.8;
/** What a name is sure of elsewhere holds less here. */
const ELSEWHERE = 0.85;
/** 两个字的名称误认一次就会在长文里处处误认，所以不记。 */
const SHORTEST = 3;

/**
 * One document, one meaning: a name found with confidence anywhere is found everywhere in it.
 * @returns proposals for all occurrences of the sure names
 */
export function rememberedNames(text: string, mentions: readonly Mention[]): Mention[] {
  const sure = mentions.filter(
    ({ score, text: name, rule }) =>
      score >= SURE && (name.length >= SHORTEST || rule === 'alias-definition'),
  );
  const categories = voteCategories(mentions);
  const index = phraseIndex(sure.map((mention) => [mention.text, mention] as const));
  const proposals: Mention[] = [];
  for (let position = 0; position < text.length; ) {
    const match = index.longestAt(text, position);
    if (!match) {
      position++;
      continue;
    }
    const category = categories.get(match.value.text)!;
    const found = {
      category,
      rule: 'document-memory',
      score: Math.round(ELSEWHERE * match.value.score * 1e4) / 1e4,
    };
    proposals.push(mentionAt(text, { start: position, end: match.end }, found));
    position = match.end;
  }
  return proposals;
}

/** What the words beside a mention say counts this much of a mention that is sure. */
const CUE = 0.75;

/**
 * The category that a name's mentions vote for, each with its confidence.
 * @param cue the category for which the words beside a mention speak
 */
export function voteCategories(
  mentions: readonly Mention[],
  cue: (mention: Mention) => Category | undefined = () => undefined,
): Map<string, Category> {
  const votes = new Map<string, Map<Category, number>>();
  for (const mention of mentions) {
    const { text, category, score } = mention;
    const tally = votes.get(text) ?? new Map<Category, number>();
    votes.set(text, tally.set(category, (tally.get(category) ?? 0) + score));
    const spoken = cue(mention);
    if (spoken) tally.set(spoken, (tally.get(spoken) ?? 0) + CUE);
  }
  return new Map([...votes].map(([name, tally]) => [name, strongest(tally)]));
}

function strongest(tally: ReadonlyMap<Category, number>): Category {
  return [...tally].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  )[0];
}
