import type { Lexicon } from '../lexicon/lexicon.ts';
import { phraseIndex } from '../lexicon/phrases.ts';
import type { Category, Mention, Token } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';
import { surnameOf } from './personform.ts';
import { shapeOf } from './shape.ts';
import { isSubsequence } from './shortname.ts';

/** A short name that a full name of the document leads one to expect. */
interface Expected {
  readonly full: string;
  readonly category: Category;
  readonly rule: string;
  /** It is a surname, which counts only before a title, and after the full name. */
  readonly titledAfter?: number;
}

/** 更短的只在是整个牌号时才算：大连海鲨足球俱乐部 → 海鲨。 */
const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 12;
const SCORE = 0.8;
const COURTESY = /(?:先生|女士|同志|老人|大爷|大妈|阿姨|师傅)/y;
/** 也是虚词或动词的姓：现任书记、向总书记汇报、应国家主席邀请。 */
const AMBIGUOUS_SURNAMES = new Set('任向应于原代时由万强和从当同全白');

/**
 * Find short names of companies and persons that nothing else found, where the full name is in the
 * document: 恒瓯轮胎股份有限公司 …… 恒瓯轮胎，何友生 …… 何区长. They must be words of their own.
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
  const firsts = new Set([...expected.keys()].map((form) => form.charCodeAt(0)));
  const found: Mention[] = [];
  let next = 0;
  for (const { text, tokens, boundaries, end } of sentences) {
    let after = 0;
    for (let i = 0; i < tokens.length; i++) {
      const { start } = tokens[i]!;
      if (start < after || !firsts.has(text.charCodeAt(start))) continue;
      while (mentions[next] && mentions[next]!.end <= start) next++;
      const match = index.longestAt(text, start);
      if (!match || match.end > (mentions[next]?.start ?? end) || !boundaries.has(match.end))
        continue;
      const { titledAfter, ...name } = match.value;
      const fits =
        titledAfter === undefined
          ? holdsUnknownWord(tokens, i, match.end)
          : start > titledAfter && isTitled(text, match.end, lexicon);
      if (!fits) continue;
      after = match.end;
      const { category, rule } = name;
      found.push(mentionAt(text, { start, end: after }, { category, rule, score: SCORE }));
    }
  }
  return found;
}

/** 天然气、轨道交通是普通的词；牌号里总有分词器不认得的（x）、当作人名的或单个的字。 */
function holdsUnknownWord(tokens: readonly Token[], first: number, end: number): boolean {
  for (let i = first; i < tokens.length && tokens[i]!.end <= end; i++) {
    if (tokens[i]!.text.length === 1 || /^(?:x|nr|nz)/.test(tokens[i]!.tag)) return true;
  }
  return false;
}

function isTitled(text: string, position: number, { titles }: Lexicon): boolean {
  COURTESY.lastIndex = position;
  return COURTESY.test(text) || titles.longestAt(text, position) !== undefined;
}

/** Expected short names; what could be short for two names is not among them. */
function expectedNames(mentions: readonly Mention[], lexicon: Lexicon): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  const doubtful = new Set<string>();
  const seen = new Set<string>();
  for (const mention of mentions) {
    const { text } = mention;
    if (seen.has(text)) continue;
    seen.add(text);
    for (const [form, name] of formsOf(mention, lexicon)) {
      if (lexicon.names.get(form) || lexicon.suffixes.get(form)) continue;
      const other = expected.get(form)?.full;
      if (other && !isSubsequence(text, other) && !isSubsequence(other, text)) doubtful.add(form);
      expected.set(form, name);
    }
  }
  for (const form of doubtful) expected.delete(form);
  return expected;
}

function formsOf({ text, category, end }: Mention, lexicon: Lexicon): [string, Expected][] {
  if (category !== 'person') {
    const name = { full: text, category, rule: 'short-name' };
    return beginningsOf(text, category, lexicon).map((form) => [form, name]);
  }
  const name = { full: text, category, rule: 'person-short-form' };
  const surname = surnameOf(text, lexicon);
  if (surname === undefined) return partsOf(text).map((form) => [form, name]);
  return AMBIGUOUS_SURNAMES.has(surname) ? [] : [[surname, { ...name, titledAfter: end }]];
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
  const longest = Math.min(brand.length - 1, LONGEST_BEGINNING);
  for (let length = SHORTEST_BEGINNING; length <= longest; length++) {
    forms.push(brand.slice(0, length));
  }
  return forms;
}
