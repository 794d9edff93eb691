import type { Lexicon, Suffix } from '../lexicon/lexicon.ts';
import type { Token } from '../types.ts';
import { type EntityRule, mentionAt, type SentenceView } from './candidates.ts';

/** 名称以机构、地点、项目的通名结尾：从通名向左走到名称开始的地方。以下是名称的长度上限。 */
const LONGEST_NAME = 24;
/** 去掉开头的动词之后，名称至少还有这么长。 */
const SHORTEST_AFTER_VERB = 5;

/** 名称里不会出现的词性：介词、连词、助词、副词、代词、语气词、时间词、叹词、量词、方位词；动词由 `innerVerbs` 另定。 */
const OUTSIDE_TAG = /^(p|c|u|d|r|y|t|e|o|q|f)/;
/** 分词有时把介词并入前一个字：交由，选在。 */
const ENDS_IN_PREPOSITION =
  /^(.?[由在于向对经受被把将从与和及同任]|[离至赴到是有等之其又还也已但])$/;
/** 名称里允许的非汉字。 */
const INNER_SYMBOL = /^[·•\-&+.A-Za-z0-9ＡＢＣ]+$/;

/** Names that end in a common suffix: 重庆国际生物城, 鹭洲新区管委会. */
export const suffixNames: EntityRule = function* (sentence, lexicon) {
  const { tokens, text } = sentence;
  for (let last = 0; last < tokens.length; last++) {
    const suffix = suffixOf(sentence, last, lexicon);
    if (!suffix || !canEnd(tokens[last]!, suffix)) continue;
    const first = firstWord(sentence, last, lexicon);
    const span = { start: tokens[first]!.start, end: tokens[last]!.end };
    const before = span.end - span.start - suffix.length;
    if (before < 2 || !isProper(tokens.slice(first, last + 1), suffix, lexicon)) continue;
    const score = suffix.strength === 'strong' ? 0.8 : 0.6;
    yield mentionAt(text, span, { category: suffix.category, rule: 'suffix', score });
  }
};

/** The longest suffix at the end of a word, which may reach into the words before it. */
function suffixOf(
  { text, tokens, start }: SentenceView,
  last: number,
  { suffixes }: Lexicon,
): (Suffix & { length: number }) | undefined {
  const { end } = tokens[last]!;
  const match = suffixes.longestBefore(text, end, start);
  return match && { ...match.value, length: end - match.start };
}

/** 单字通名须独立成词，或是名词的词尾：火车站，但上市、攻关不是。 */
function canEnd({ text, tag }: Token, suffix: { length: number }): boolean {
  if (suffix.length >= text.length) return true;
  return suffix.length > 1 ? !/^[vd]/.test(tag) : /^(n|x|j)/.test(tag);
}

/** Walk left from the word with the suffix while words can belong to the name. */
function firstWord({ tokens }: SentenceView, last: number, lexicon: Lexicon): number {
  const { end } = tokens[last]!;
  let first = last;
  while (first > 0) {
    const previous = tokens[first - 1]!;
    if (end - previous.start > LONGEST_NAME || previous.end !== tokens[first]!.start) break;
    const opening = openingBracket(tokens, first - 1, lexicon);
    if (opening !== undefined) {
      first = opening;
      continue;
    }
    if (!belongs(previous, lexicon) || isOrganization(previous, lexicon)) break;
    first--;
  }
  return withoutLeadingVerbs(tokens, first, last, lexicon);
}

/** 名称之前的动词不属于名称：建设|鹭洲显示产业园；但投资促进局的动词属于名称，因为其后太短。 */
function withoutLeadingVerbs(
  tokens: readonly Token[],
  first: number,
  last: number,
  { innerVerbs }: Lexicon,
): number {
  const { end } = tokens[last]!;
  let start = first;
  while (start < last && innerVerbs.has(tokens[start]!.text)) {
    if (end - tokens[start + 1]!.start < SHORTEST_AFTER_VERB) break;
    start++;
  }
  return start;
}

/** The word of the opening bracket, when a bracket that closes here holds a place: （鄂尔多斯）有限公司. */
function openingBracket(
  tokens: readonly Token[],
  closing: number,
  lexicon: Lexicon,
): number | undefined {
  if (!/^[)）]$/.test(tokens[closing]!.text)) return undefined;
  const opening = closing - 2;
  const inner = tokens[closing - 1];
  return inner && isPlace(inner, lexicon) && /^[(（]$/.test(tokens[opening]?.text ?? '')
    ? opening
    : undefined;
}

function belongs(token: Token, lexicon: Lexicon): boolean {
  const { text, tag } = token;
  const { generic, innerVerbs, predicates, titles } = lexicon;
  if (generic.has(text) || titles.get(text) || ENDS_IN_PREPOSITION.test(text)) return false;
  if (innerVerbs.has(text)) return true;
  if (tag === 'eng' || INNER_SYMBOL.test(text)) return true;
  if (!/^[\p{Script=Han}·]+$/u.test(text)) return false;
  if (predicates.get(text)) return false;
  if (tag.startsWith('v')) return tag === 'vn';
  if (tag === 'm') return /^[一二三四五六七八九十百千万第]+$/.test(text);
  return !OUTSIDE_TAG.test(tag);
}

/** 另一个机构名到此为止：两个机构名不连写。 */
function isOrganization({ text }: Token, { suffixes }: Lexicon): boolean {
  const suffix = suffixes.longestBefore(text, text.length, 0)?.value;
  return text.length > 1 && suffix?.category === 'organization' && suffix.strength === 'strong';
}

/**
 * A name has a part of its own: a description such as 大型企业集团 has none, nor has a program
 * that only a place stands before (巴南区计划……).
 */
function isProper(tokens: readonly Token[], suffix: Suffix, lexicon: Lexicon): boolean {
  if (suffix.category === 'program') {
    const own = tokens.slice(0, -1).filter((token) => !isPlace(token, lexicon));
    return own.length > (suffix.strength === 'strong' ? 0 : 1) && tokens.length > 2;
  }
  if (tokens.some((token) => isOwn(token, lexicon))) return true;
  return suffix.strength === 'strong' && tokens.length > 2;
}

function isPlace({ text, tag }: Token, { names }: Lexicon): boolean {
  return tag === 'ns' || names.get(text)?.category === 'place';
}

function isOwn({ text, tag }: Token, { names }: Lexicon): boolean {
  return /^(ns|nr|nz|nt|x|eng|j)/.test(tag) || names.get(text) !== undefined;
}
