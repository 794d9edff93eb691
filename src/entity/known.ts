import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';

/**
 * Organizations and programs of the lexicon, where they are words of their own. Places are left to
 * the tagger: 中国 in 中国式现代化 is no mention, and a list cannot know that.
 */
export function* knownNames(sentence: SentenceView, { names }: Lexicon): Generator<Mention> {
  const { text, tokens, boundaries, end } = sentence;
  let after = sentence.start;
  for (const { start } of tokens) {
    const match = start < after ? undefined : names.longestAt(text, start);
    if (!match || match.end > end || !boundaries.has(match.end)) continue;
    after = match.end;
    const { category } = match.value;
    if (category === 'place') continue;
    yield mentionAt(text, { start, end: after }, { category, rule: 'known-name', score: 0.9 });
  }
}
