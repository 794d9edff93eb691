import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Token } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';

/** 项目名的长度上限。 */
const LONGEST_NAME = 24;
/** 去掉开头的动词之后，名称至少还有这么长。 */
const SHORTEST_AFTER_VERB = 5;

/** 也可以作动词的通名。 */
const ALSO_VERB = /(倡议|计划|行动|规划|试点|服务|合作|建设|展览|比赛|评选)$/;

/** 通名之后还有机构的通名：钢结构工程|有限公司。 */
const GOES_ON = /^(?:有限|股份|公司|集团|学院|大学|研究)/;

/** 名称里不会出现的词性：介词、连词、助词、副词、代词、语气词、时间词、叹词、量词、方位词；动词由 `innerVerbs` 另定。 */
const OUTSIDE_TAG = /^(p|c|u|d|r|y|t|e|o|q|f)/;
/** 分词有时把介词并入前一个字：交由，选在。 */
const ENDS_IN_PREPOSITION =
  /^(.?[由在于向对经受被把将从与和及同任]|[离至赴到是有等之其又还也已但])$/;

/**
 * 以通名结尾的项目，如服务中心、试验区、班列：从通名向左走到名称开始的地方。
 * A place alone before the ending makes no name: 巴南区计划……, nor do words in which the tagger
 * sees no name at all: 干部大会.
 * @param tagged what the tagger found in the sentence
 */
export function* endedPrograms(
  sentence: SentenceView,
  lexicon: Lexicon,
  tagged: readonly Mention[],
): Generator<Mention> {
  const { text, tokens, start } = sentence;
  for (const [last, { end }] of tokens.entries()) {
    const ending = lexicon.suffixes.longestBefore(text, end, start);
    if (ending?.value.category !== 'program' || ending.value.strength !== 'strong') continue;
    if (GOES_ON.test(text.slice(end, end + 3))) continue;
    // 计划收购、行动起来：通名之后是动词时，通名自己也是动词。
    if (ALSO_VERB.test(tokens[last]!.text) && tokens[last + 1]?.tag.startsWith('v')) continue;
    const first = firstWord(tokens, last, lexicon);
    const own = { start: tokens[first]!.start, end };
    // 世界传统|医药大会：名称开始的地方，看得更远的知道。
    const whole = tagged.find((name) => name.end === end && name.start < own.start);
    const span = whole && sentence.boundaries.has(whole.start) ? whole : own;
    if (ending.start - own.start < 2 || !hasOwnPart(tokens.slice(first, last), lexicon)) continue;
    if (!tagged.some((mention) => mention.start < end && own.start < mention.end)) continue;
    yield mentionAt(text, span, { category: 'program', rule: 'program-ending', score: 0.9 });
  }
}

function firstWord(tokens: readonly Token[], last: number, lexicon: Lexicon): number {
  const { end } = tokens[last]!;
  let first = last;
  while (first > 0) {
    const previous = tokens[first - 1]!;
    const adjoins = previous.end === tokens[first]!.start && end - previous.start <= LONGEST_NAME;
    if (!adjoins || !belongs(previous, lexicon)) break;
    first--;
  }
  // 名称之前的动词不属于名称：建设|鹭洲显示产业园。
  while (first < last && lexicon.innerVerbs.has(tokens[first]!.text)) {
    if (end - tokens[first + 1]!.start < SHORTEST_AFTER_VERB) break;
    first++;
  }
  return first;
}

function belongs({ text, tag }: Token, lexicon: Lexicon): boolean {
  if (lexicon.generic.has(text) || lexicon.titles.get(text)) return false;
  if (ENDS_IN_PREPOSITION.test(text)) return false;
  if (lexicon.innerVerbs.has(text) || /^[·&+.\-A-Za-z0-9]+$/.test(text)) return true;
  if (!/^\p{Script=Han}+$/u.test(text) || lexicon.predicates.get(text)) return false;
  if (tag.startsWith('v')) return tag === 'vn';
  if (tag === 'm') return /^[一二三四五六七八九十百千万第]+$/.test(text);
  return !OUTSIDE_TAG.test(tag);
}

function hasOwnPart(tokens: readonly Token[], { names }: Lexicon): boolean {
  return tokens.some(({ text, tag }) => tag !== 'ns' && names.get(text)?.category !== 'place');
}

/** 引号里的话是主题、口号、道理，不是项目：以“……”为主题、“……”的理念。 */
const SLOGAN_AFTER =
  /^”(?:为主?题|等主题|的?(?:理念|口号|原则|目标|转变|梦想|精神|局面|问题|说法|论调|格局|情怀|意识))/;
const SLOGAN_BEFORE = /(?:主题|口号)(?:[为是：]|定为)?“$/;
/** How far around a mention its context reaches. In UTF-16 code units. */
const CONTEXT = 6;

/** Whether a quoted program without the ending of one is a slogan by the words around it. */
export function isSlogan(
  text: string,
  { start, end, category, text: name }: Mention,
  { names, suffixes }: Pick<Lexicon, 'names' | 'suffixes'>,
): boolean {
  if (category !== 'program' || names.get(name)) return false;
  if (suffixes.longestBefore(name, name.length, 1)?.value.category === 'program') return false;
  return (
    SLOGAN_AFTER.test(text.slice(end, end + CONTEXT)) ||
    SLOGAN_BEFORE.test(text.slice(Math.max(0, start - CONTEXT), start))
  );
}
