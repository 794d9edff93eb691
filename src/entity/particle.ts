import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import type { SentenceView } from './candidates.ts';

/** 人名之前误连的介词、连词：习近平｜和普京、同卢拉。和、同也是姓，所以还要看别处。 */
const LEADING = '和与同对';
/** 人名之后误连的虚词和动词：李希｜在、卢拉｜致。也有人叫某某在，所以同样要看别处。 */
const TRAILING = '在于及与将致作';
/** 副首相兼｜内阁办公厅｜大臣。 */
const ALSO = '兼';
/** 总统夫人｜某某：称谓不是名字的一部分。 */
const FORM = /^(?:夫人|先生|女士|同志)(?=..)/;
/** 学习贯彻全会精神｜中央宣讲团：不是精神卫生中心。 */
const SPIRIT = '精神';
const OF_SPIRIT = /(?:会|讲话|思想|指示)$/;
/** 后面的字说明它不是人名的一部分，不论怎样分词：骆源｜作的报告、卢拉｜致慰问电、会见莫塔｜时，、某某｜都曾、某某｜则表示。 */
const FOLLOWED: Readonly<Record<string, RegExp>> = {
  作: /^[的了]/,
  致: /^(?:电|信|函|辞|贺|慰问|开幕|欢迎)/,
  时: /^[，,]/,
  都: /^(?:[曾是有会将在]|表示|认为)/,
  则: /^(?:[称说是]|表示|认为|指出|强调|回应)/,
};
/** What is left must be a name. */
const SHORTEST = 2;
/** How far around a mention its name is looked for. In UTF-16 code units. */
const NEAR = 2000;

/**
 * A name without the particle that the tagger took along; a person's where the segmenter sees a word of
 * its own, and the rest is transliterated, or stands near without the particle.
 */
export function cutParticles(
  { text, boundaries }: SentenceView,
  mention: Mention,
  { surnames, transliteration }: Pick<Lexicon, 'surnames' | 'transliteration'>,
): Mention {
  const { start, end, category, text: name } = mention;
  if (name.length <= SHORTEST) return mention;
  if (category === 'organization' && name.startsWith(ALSO) && boundaries.has(start + 1)) {
    return { ...mention, start: start + 1, text: name.slice(1) };
  }
  if (
    category === 'organization' &&
    name.startsWith(SPIRIT) &&
    OF_SPIRIT.test(text.slice(Math.max(0, start - SPIRIT.length), start))
  ) {
    return { ...mention, start: start + SPIRIT.length, text: name.slice(SPIRIT.length) };
  }
  if (category !== 'person') return mention;
  const form = FORM.exec(name)?.[0].length;
  if (form) return { ...mention, start: start + form, text: name.slice(form) };
  /** 林安、卢拉也可能是姓名：姓加一个字的，要看别处。 */
  const isForeign = (rest: string) =>
    (rest.length > SHORTEST || !surnames.has(rest[0]!)) &&
    [...rest].every((char) => transliteration.has(char) || char === '·');
  const near = text.slice(Math.max(0, start - NEAR), start + NEAR);
  const isName = (rest: string) =>
    !surnames.has(rest) && (isForeign(rest) || standsWithout(name, rest, near));
  if (FOLLOWED[name.at(-1)!]?.test(text.slice(end, end + 2)) && !surnames.has(name.slice(0, -1))) {
    return { ...mention, end: end - 1, text: name.slice(0, -1) };
  }
  if (TRAILING.includes(name.at(-1)!) && boundaries.has(end - 1) && isName(name.slice(0, -1))) {
    return { ...mention, end: end - 1, text: name.slice(0, -1) };
  }
  if (LEADING.includes(name[0]!) && boundaries.has(start + 1) && isName(name.slice(1))) {
    return { ...mention, start: start + 1, text: name.slice(1) };
  }
  return mention;
}

/** Whether a part of a name stands somewhere where the whole does not. */
function standsWithout(name: string, part: string, near: string): boolean {
  const offset = name.indexOf(part);
  for (let at = near.indexOf(part); at >= 0; at = near.indexOf(part, at + part.length)) {
    if (!near.startsWith(name, at - offset)) return true;
  }
  return false;
}
