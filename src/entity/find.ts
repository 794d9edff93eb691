import type { Lexicon } from '../lexicon/lexicon.ts';
import { NO_PREFERENCES, type Preferences } from '../lexicon/preferences.ts';
import type { Category, Mention } from '../types.ts';
import { type Alias, categoriesByAlias, undefinedAliases } from './alias.ts';
import { mendBoundaries } from './boundary.ts';
import { type SentenceView, wholeCharacters, withoutSpaces } from './candidates.ts';
import { categoryByCue } from './cue.ts';
import { findDefinitions } from './definition.ts';
import { knownMatches, knownNames } from './known.ts';
import { rememberedNames, voteCategories } from './memory.ts';
import { leaveTitles } from './minister.ts';
import { fillGaps, leaveRoom, resolveOverlaps } from './overlap.ts';
import { isAllowed, prefer, preferredNames } from './preferred.ts';
import { endedPrograms, isSlogan } from './program.ts';
import type { LabelScorer } from './scorer.ts';
import { shortMentions } from './shortmention.ts';
import { tagNames } from './tagger.ts';

/** Mentions that are less likely than this are none. */
const LIKELY = 0.4;
const isLikely = ({ score }: Mention) => score >= LIKELY;
/** 以有限公司、大学这样的通名结尾的：模型拿不准的多半只是从哪里开始，约一半是对的。 */
const ENDED = { from: 0.2, to: 0.5 };

/** What the entity pass needs to know. */
export interface EntityKnowledge {
  readonly lexicon: Lexicon;
  readonly tagger: LabelScorer;
  readonly preferences?: Preferences;
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
  { lexicon, tagger, preferences = NO_PREFERENCES }: EntityKnowledge,
): FoundMentions {
  const allowed = isAllowed(preferences);
  const preferred = preferredNames(text, preferences);
  const proposals: Mention[] = [];
  const known: Mention[] = [];
  for (const sentence of sentences) {
    const names = knownMatches(sentence, lexicon);
    const tagged = mendBoundaries(sentence, tagNames(sentence, names, tagger), lexicon);
    proposals.push(...tagged, ...endedPrograms(sentence, lexicon, tagged));
    known.push(...knownNames(sentence, names));
  }
  const whole = proposals
    .map((mention) => withoutSpaces(wholeCharacters(text, mention)))
    .filter((mention) => mention.text !== '')
    .map(withEnding(lexicon))
    .filter(isName(lexicon))
    .filter((mention) => !isSlogan(text, mention, lexicon))
    .filter(allowed);
  const likely = resolveOverlaps(whole).filter(isLikely);
  const general = known.filter(allowed);
  const sure = fillGaps(leaveRoom(likely, general), general);
  const certain = prefer(sure.map(withKnownCategory(lexicon)), preferred, lexicon);
  const definitions = findDefinitions(text, certain, lexicon).filter(({ short }) => allowed(short));
  const named = [...certain, ...definitions.map((alias) => alias.short)];
  const remembered = resolveOverlaps([...named, ...rememberedNames(text, named)]);
  const expected = shortMentions(sentences, remembered, lexicon).filter(allowed);
  const titled = leaveTitles(text, fillGaps(remembered, expected), lexicon);
  const found = prefer(titled, preferred, lexicon);
  const defined = definitions.filter(survives(found));
  const cue = (mention: Mention) => categoryByCue(text, mention, lexicon);
  const voted = withOneCategory(found, voteCategories(found, cue), defined);
  const aliases = [...defined, ...undefinedAliases(voted, defined, lexicon)];
  const consistent = withOneCategory(voted, voteCategories(voted), aliases).filter(allowed);
  const mentions = prefer(consistent, preferred, lexicon);
  return { mentions, aliases: aliases.filter(survives(mentions)).filter(isOpen(mentions)) };
}

function withEnding({ suffixes }: Lexicon): (mention: Mention) => Mention {
  return (mention) => {
    const { text, category, score } = mention;
    if (score < ENDED.from || score >= ENDED.to) return mention;
    const ending = suffixes.longestBefore(text, text.length, 1)?.value;
    const isWhole = ending?.strength === 'strong' && ending.category === category;
    return isWhole ? { ...mention, score: ENDED.to } : mention;
  };
}

/** 中东部、北部：是方位，不是地名。 */
const DIRECTION = /^[东南西北中偏大]{1,3}[部边侧面]$/;

/** 单独的通名、职务不是名称：联盟、中心、工程师；文中定义为简称的另说。 */
function isName({ suffixes, generic, titles, names }: Lexicon): (mention: Mention) => boolean {
  return ({ text }) =>
    names.get(text) !== undefined ||
    !(suffixes.get(text) || generic.has(text) || titles.get(text) || DIRECTION.test(text));
}

/**
 * 词表里的机构和项目以词表的类别为准：京东不是地点；通名也是：服务中心是项目，不是机构。
 */
function withKnownCategory({ names, suffixes }: Lexicon): (mention: Mention) => Mention {
  return (mention) => {
    const { text } = mention;
    const known = names.get(text)?.category ?? 'place';
    if (known !== 'place') return { ...mention, category: known };
    const ending = suffixes.longestBefore(text, text.length, 1)?.value;
    const isProgram = ending?.category === 'program' && ending.strength === 'strong';
    return isProgram ? { ...mention, category: 'program' } : mention;
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

/** What the user says of a name needs no definition. */
function isOpen(mentions: readonly Mention[]): (alias: Alias) => boolean {
  const said = new Set(mentions.flatMap((m) => (m.canonical ? [m.start] : [])));
  return ({ short }) => !said.has(short.start);
}

/** A definition counts while both its names are mentions in the end. */
function survives(mentions: readonly Mention[]): (alias: Alias) => boolean {
  const spans = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
  return ({ short, full }) =>
    spans.has(`${short.start}-${short.end}`) && spans.has(`${full.start}-${full.end}`);
}
