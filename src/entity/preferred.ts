import type { Lexicon } from '../lexicon/lexicon.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { Preferences } from '../lexicon/preferences.ts';
import type { Mention, Relation } from '../types.ts';
import { mentionAt } from './candidates.ts';
import { resolveOverlaps } from './overlap.ts';

/** The rule that finds the names of a user's lexicon. */
const RULE = 'user-lexicon';

/** 字母和数字连成的词不能从中间切开：RCEPX 里没有 RCEP。 */
const WORD = /^[A-Za-z0-9]{2}$/;

/** All places of a text in which a name of the user's lexicon stands; of overlapping ones the longest. */
export function preferredNames(text: string, { names }: Preferences): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < text.length; start++) {
    const match = names.longestAt(text, start);
    if (!match || WORD.test(text.slice(start - 1, start + 1))) continue;
    if (WORD.test(text.slice(match.end - 1, match.end + 1))) continue;
    const { category, name } = match.value;
    const as = { category, rule: RULE, score: 1 };
    found.push({ ...mentionAt(text, { start, end: match.end }, as), canonical: name });
  }
  return resolveOverlaps(found);
}

/**
 * Let the user's names win over all that they overlap. Only a longer mention that holds the name as
 * a part of another name stays, since a name is annotated at its full length: 中国 in 中国银行.
 * @param mentions and names sorted by place; neither overlap among themselves
 */
export function prefer(
  mentions: readonly Mention[],
  names: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  if (names.length === 0) return [...mentions];
  const others = mentions.filter(({ rule }) => rule !== RULE);
  const longer = others.filter((mention) =>
    isAnotherName(mention, within(names, mention), lexicon),
  );
  const chosen = names.filter((name) => within(longer, name).length === 0);
  const rest = others.filter((mention) => within(chosen, mention).length === 0);
  return [...rest, ...chosen].sort((a, b) => a.start - b.start);
}

/** Those that touch a span: binary search among sorted ones. */
function within(sorted: readonly Mention[], { start, end }: Mention): readonly Mention[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && sorted[last]!.start < end) last++;
  return sorted.slice(low, last);
}

/**
 * Whether a mention is another name than those of the user in it: one of the lexicon, a person's,
 * or one that goes on to a common ending after the last of them.
 */
function isAnotherName(
  mention: Mention,
  inside: readonly Mention[],
  { names, suffixes }: Lexicon,
): boolean {
  const last = inside.at(-1);
  if (!last || inside[0]!.start < mention.start || last.end > mention.end) return false;
  if (last.end - inside[0]!.start === mention.text.length) return false;
  if (mention.category === 'person' || names.get(mention.text)) return true;
  const rest = mention.text.slice(last.end - mention.start);
  return suffixes.longestBefore(rest, rest.length, 0) !== undefined;
}

/** Whether the user leaves a name to model and rules: one of the stop list never becomes a mention. */
export function isAllowed({ stop }: Preferences): (mention: Mention) => boolean {
  return ({ text }) => !stop.has(text);
}

/** That an alias of the user's lexicon stands for its name, once where both are in the document. */
export function preferredAliases(mentions: readonly Mention[]): Relation[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.canonical && !first.has(mention.text)) first.set(mention.text, mention);
  }
  return [...first.values()].flatMap(({ start, end, text, canonical }) => {
    const name = first.get(matchingForm(canonical!));
    if (!name || name.text === text) return [];
    return [
      {
        head: { start, end },
        tail: { start: name.start, end: name.end },
        relation: 'alias-of' as const,
        label: '又名',
        status: 'asserted' as const,
        rule: RULE,
      },
    ];
  });
}
