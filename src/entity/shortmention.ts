import type { Lexicon } from '../lexicon/lexicon.ts';
import { phraseIndex } from '../lexicon/phrases.ts';
import type { Category, Mention } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';
import { shapeOf } from './shape.ts';
import { isSubsequence } from './shortname.ts';

/** A short name that a full name of the document leads one to expect. */
interface Expected {
  readonly full: string;
  readonly category: Category;
  readonly rule: string;
}

/** 更短的只在是整个牌号时才算：大连海鲨足球俱乐部 → 海鲨。 */
const SHORTEST_BEGINNING = 3;
const SCORE = 0.8;

/**
 * Find short names of companies and foreigners that nothing else found, where the full name is in
 * the document: 恒瓯轮胎股份有限公司 …… 恒瓯轮胎. They must be words of their own.
 * @param mentions that do not overlap, sorted by place
 * @returns mentions between these, sorted by place
 */
export function shortMentions(
  sentences: readonly SentenceView[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const expected = expectedNames(mentions, lexicon);
  if (expected.size === 0) return [];
  const index = phraseIndex(expected);
  const found: Mention[] = [];
  let next = 0;
  for (const { text, tokens, boundaries, end } of sentences) {
    let after = 0;
    for (const { start, end: wordEnd, tag } of tokens) {
      while (mentions[next] && mentions[next]!.end <= start) next++;
      if (start < after) continue;
      const match = index.longestAt(text, start);
      if (!match || match.end > (mentions[next]?.start ?? end) || !boundaries.has(match.end))
        continue;
      // 普通的词（天然气）不算，分词器不认得的词（x）或几个词连成的才算。
      if (wordEnd === match.end && !/^(?:x|nr)/.test(tag)) continue;
      after = match.end;
      found.push(mentionAt(text, { start, end: after }, { ...match.value, score: SCORE }));
    }
  }
  return found;
}

/** Expected short names; what could be short for two names is not among them. */
function expectedNames(mentions: readonly Mention[], lexicon: Lexicon): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  const doubtful = new Set<string>();
  const seen = new Set<string>();
  for (const { text, category } of mentions) {
    if (seen.has(text)) continue;
    seen.add(text);
    const forms = category === 'person' ? partsOf(text) : beginningsOf(text, category, lexicon);
    const rule = category === 'person' ? 'person-short-form' : 'short-name';
    for (const form of forms) {
      if (seen.has(form) || lexicon.names.get(form) || lexicon.suffixes.get(form)) continue;
      const other = expected.get(form)?.full;
      if (other && !isSubsequence(text, other) && !isSubsequence(other, text)) doubtful.add(form);
      expected.set(form, { full: text, category, rule });
    }
  }
  for (const form of doubtful) expected.delete(form);
  return expected;
}

/** 雅尼克·林茨 → 雅尼克、林茨。 */
function partsOf(name: string): string[] {
  const parts = name.split(/[·•・‧]/);
  return parts.length > 1 ? parts.filter((part) => /^\p{Script=Han}{2,}$/u.test(part)) : [];
}

/** 杭州芯澜微电子科技有限公司 → 芯澜微、芯澜微电、芯澜微电子 ……, whichever the text has longest. */
function beginningsOf(name: string, category: Category, lexicon: Lexicon): string[] {
  if (category !== 'organization') return [];
  const { company, bare, starts, headStart } = shapeOf(name, lexicon, new Set());
  if (!company) return [];
  const brand = bare.slice(starts.at(-1), headStart);
  const forms = brand.length > 1 ? [brand] : [];
  for (let length = SHORTEST_BEGINNING; length < brand.length; length++) {
    forms.push(brand.slice(0, length));
  }
  return forms;
}
