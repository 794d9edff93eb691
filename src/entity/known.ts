import type { KnownName, Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Span } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';

/** A name of the lexicon at a place of a text. */
export interface KnownMatch extends Span {
  readonly value: KnownName;
}

/** The names of the lexicon that begin with a word, the longest first from the left. */
export function knownMatches(sentence: SentenceView, { names }: Lexicon): KnownMatch[] {
  const { text, tokens, boundaries, end } = sentence;
  const matches: KnownMatch[] = [];
  let after = sentence.start;
  for (const { start } of tokens) {
    const match = start < after ? undefined : names.longestAt(text, start);
    if (!match || match.end > end) continue;
    // 长的名称即使断在词中也算。
    if (match.end - start <= 3 && !boundaries.has(match.end)) continue;
    after = match.end;
    matches.push({ start, ...match });
  }
  return matches;
}

/**
 * Organizations and programs of the lexicon, where they are words of their own. Places are left to
 * the tagger: 中国 in 中国式现代化 is no mention, and a list cannot know that.
 */
export function knownNames(
  { text, boundaries }: SentenceView,
  matches: readonly KnownMatch[],
): Mention[] {
  return matches
    .filter(({ end, value }) => value.category !== 'place' && boundaries.has(end))
    .map(({ start, end, value: { category } }) =>
      mentionAt(text, { start, end }, { category, rule: 'known-name', score: 0.9 }),
    );
}
