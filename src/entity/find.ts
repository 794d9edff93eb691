import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import { type AliasDefinition, findAliases } from './alias.ts';
import type { EntityRule, SentenceView } from './candidates.ts';
import { knownNames, taggedNames } from './known.ts';
import { rememberedNames, voteCategories } from './memory.ts';
import { resolveOverlaps } from './overlap.ts';
import { dottedPersons, speakers, titledPersons } from './person.ts';
import { quotedPrograms } from './quoted.ts';
import { suffixNames } from './suffix.ts';

const RULES: readonly EntityRule[] = [
  knownNames,
  taggedNames,
  suffixNames,
  quotedPrograms,
  titledPersons,
  speakers,
  dottedPersons,
];

/** The mentions of a document, and the short names that it defines. */
export interface FoundMentions {
  /** Sorted by place; they do not overlap. */
  readonly mentions: Mention[];
  readonly aliases: AliasDefinition[];
}

/** Find the names in a document: by rules in each sentence, then by what the document says of them elsewhere. */
export function findMentions(
  text: string,
  sentences: readonly SentenceView[],
  lexicon: Lexicon,
): FoundMentions {
  const proposals: Mention[] = [];
  for (const sentence of sentences) {
    for (const rule of RULES) proposals.push(...rule(sentence, lexicon));
  }
  const certain = resolveOverlaps(proposals);
  const aliases = findAliases(text, certain);
  const named = [...certain, ...aliases.map((alias) => alias.short)];
  const mentions = resolveOverlaps([...named, ...rememberedNames(text, named)]);
  return { mentions: withOneCategory(mentions), aliases: aliases.filter(survives(mentions)) };
}

/** A name has one category in a document. */
function withOneCategory(mentions: readonly Mention[]): Mention[] {
  const categories = voteCategories(mentions);
  return mentions.map((mention) => ({ ...mention, category: categories.get(mention.text)! }));
}

/** A definition counts while both its names are mentions in the end. */
function survives(mentions: readonly Mention[]): (alias: AliasDefinition) => boolean {
  const spans = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
  return ({ short, full }) =>
    spans.has(`${short.start}-${short.end}`) && spans.has(`${full.start}-${full.end}`);
}
