import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Mention } from '../types.ts';
import { type Alias, categoriesByAlias, undefinedAliases } from './alias.ts';
import type { SentenceView } from './candidates.ts';
import { findDefinitions } from './definition.ts';
import { knownNames } from './known.ts';
import { rememberedNames, voteCategories } from './memory.ts';
import type { Model } from './model.ts';
import { fillGaps, resolveOverlaps } from './overlap.ts';
import { titledPersons } from './person.ts';
import { endedPrograms } from './program.ts';
import { shortMentions } from './shortmention.ts';
import { tagNames } from './tagger.ts';

/** What the entity pass needs to know. */
export interface EntityKnowledge {
  readonly lexicon: Lexicon;
  readonly model: Model;
}

/** The mentions of a document, and which names stand for which others. */
export interface FoundMentions {
  /** Sorted by place; they do not overlap. */
  readonly mentions: Mention[];
  readonly aliases: Alias[];
}

/** Find the names in a document: by model and rules in each sentence, then by what the document says of them elsewhere. */
export function findMentions(
  text: string,
  sentences: readonly SentenceView[],
  { lexicon, model }: EntityKnowledge,
): FoundMentions {
  const proposals: Mention[] = [];
  for (const sentence of sentences) {
    proposals.push(
      ...tagNames(sentence, lexicon, model),
      ...titledPersons(sentence, lexicon),
      ...endedPrograms(sentence, lexicon),
    );
  }
  const known = sentences.flatMap((sentence) => [...knownNames(sentence, lexicon)]);
  const certain = fillGaps(resolveOverlaps(proposals), known).map(withKnownCategory(lexicon));
  const definitions = findDefinitions(text, certain, lexicon);
  const named = [...certain, ...definitions.map((alias) => alias.short)];
  const remembered = resolveOverlaps([...named, ...rememberedNames(text, named)]);
  const found = fillGaps(remembered, shortMentions(sentences, remembered, lexicon));
  const defined = definitions.filter(survives(found));
  const mentions = withOneCategory(found, voteCategories(found), defined);
  const aliases = [...defined, ...undefinedAliases(mentions, defined, lexicon)];
  return { mentions: withOneCategory(mentions, voteCategories(mentions), aliases), aliases };
}

/** 词表里的机构和项目以词表的类别为准：京东不是地点。 */
function withKnownCategory({ names }: Lexicon): (mention: Mention) => Mention {
  return (mention) => {
    const category = names.get(mention.text)?.category ?? 'place';
    return category === 'place' ? mention : { ...mention, category };
  };
}

/** A name has one category in a document, and a short name that of its full name. */
function withOneCategory(
  mentions: readonly Mention[],
  votes: ReadonlyMap<string, Category>,
  aliases: readonly Alias[],
): Mention[] {
  const given = categoriesByAlias(aliases, votes);
  return mentions.map((mention) => ({
    ...mention,
    category: given.get(mention.text) ?? votes.get(mention.text)!,
  }));
}

/** A definition counts while both its names are mentions in the end. */
function survives(mentions: readonly Mention[]): (alias: Alias) => boolean {
  const spans = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
  return ({ short, full }) =>
    spans.has(`${short.start}-${short.end}`) && spans.has(`${full.start}-${full.end}`);
}
