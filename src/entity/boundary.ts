import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';
import type { SentenceView } from './candidates.ts';
import { cutParticles } from './particle.ts';

/** A bracket that is closed and not opened. */
const UNOPENED = /^[^（(]*[）)]/;
/** 括号前属于同一名称的字：介词、连词之后。 */
const BEFORE_BRACKET = /[^\P{Script=Han}由在于对向被把将从与和及同是为]{2,4}$/u;

/** 公司名中间括号里的地名：（鄂尔多斯）煤炭有限公司。 */
const PLACE_BEFORE = /[（(]\p{Script=Han}{2,6}[）)]$/u;

/** 括号里的短名。 */
const LONGEST_BRANCH = 4;
const BRANCH = /^[（(](\p{Script=Han}{2,4})[）)]/u;
/** 文中另有澜江市，括号里的澜江就是地名。 */
const DIVISIONS = '市县区省州';

/** 高管分管的职能，在职务之前：某某公司｜供应链副总裁。 */
const DUTY =
  /(?<=..)(?:首席)?(?:行政|财务|技术|运营|营销|销售|供应链|人力资源|人事|法务|品牌|风控|战略|研发|产品|安全|信息)$/;
const DUTY_TITLE = /^(?:副?总裁|副?总监|副?总经理|总师|总工程师|主管|官|负责人)/;

const OPENING = '（(';
const OPENING_QUOTES = '“「《';
const CLOSING_QUOTES = '”」》';
const OPENING_MARKS = OPENING + OPENING_QUOTES;
const CLOSING_MARKS = `）)${CLOSING_QUOTES}`;
/** In characters: what is longer is no part of a name. */
const LONGEST_QUOTATION = 20;

/**
 * Mend the ends of a sentence's mentions where characters around them say more than the tagger saw.
 * @param mentions sorted by place; they do not overlap
 */
export function mendBoundaries(
  sentence: SentenceView,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const { text } = sentence;
  const named = mentions.map((mention) =>
    cutParticles(sentence, cutDuty(text, afterBa(mention)), lexicon),
  );
  const closed = named.map((mention) =>
    openMark(text, openQuotation(text, closeBracket(text, mention))),
  );
  const opened = openBrackets(text, closed);
  return joinBranches(text, opened, lexicon).flatMap((mention) => splitChain(mention, lexicon));
}

/** 把字句里，把之前是主语和谓语，不是名称：巴南区探索把｜产业研究院……结合起来。 */
function afterBa(mention: Mention): Mention {
  const { category, text, start } = mention;
  const place = text.lastIndexOf('把') + 1;
  if (place < 3 || place === text.length || category === 'person') return mention;
  return { ...mention, start: start + place, text: text.slice(place) };
}

function cutDuty(text: string, mention: Mention): Mention {
  const duty = mention.category === 'organization' ? DUTY.exec(mention.text) : null;
  if (!duty || !DUTY_TITLE.test(text.slice(mention.end, mention.end + 5))) return mention;
  return endingAt(text, mention, mention.start + duty.index);
}

/** 名称里开了的括号、引号要关上：某某合伙企业（有限合伙）。 */
function closeBracket(text: string, mention: Mention): Mention {
  const closing = CLOSING_MARKS.indexOf(text[mention.end] ?? ' ');
  if (closing < 0) return mention;
  const opened = countOf(OPENING_MARKS[closing]!, mention.text);
  const done = countOf(CLOSING_MARKS[closing]!, mention.text);
  return opened > done ? endingAt(text, mention, mention.end + 1) : mention;
}

/** 名称里关了的引号、书名号，紧挨在前面开：“建设某某文明”研讨会。 */
function openMark(text: string, mention: Mention): Mention {
  const kind = OPENING_QUOTES.indexOf(text[mention.start - 1] ?? ' ');
  if (kind < 0 || mention.text.startsWith(CLOSING_QUOTES[kind]!)) return mention;
  const opened = countOf(OPENING_QUOTES[kind]!, mention.text);
  if (countOf(CLOSING_QUOTES[kind]!, mention.text) <= opened) return mention;
  const start = mention.start - 1;
  return { ...mention, start, text: text.slice(start, mention.end) };
}

const countOf = (mark: string, text: string) => text.split(mark).length - 1;

/** 名称以关了的引号、书名号开头，引号里的也在其内：《某公约》第十五次缔约方大会。 */
function openQuotation(text: string, mention: Mention): Mention {
  const kind = CLOSING_QUOTES.indexOf(text[mention.start]!);
  if (kind < 0) return mention;
  const from = Math.max(0, mention.start - LONGEST_QUOTATION);
  const opening = text.slice(from, mention.start).lastIndexOf(OPENING_QUOTES[kind]!);
  const start = opening < 0 ? mention.start + 1 : from + opening;
  return { ...mention, start, text: text.slice(start, mention.end) };
}

/** 名称里关了的括号要在名称里开：内蒙古伊泰（鄂尔多斯）煤炭有限公司，前面的地名也在其内。 */
function openBrackets(text: string, mentions: readonly Mention[]): Mention[] {
  const opened: Mention[] = [];
  for (const mention of mentions) {
    const bracket = bracketOf(text, mention);
    const before = bracket < 0 ? undefined : BEFORE_BRACKET.exec(text.slice(0, bracket))?.[0];
    if (!before) {
      opened.push(mention);
      continue;
    }
    let start = bracket - before.length;
    while (opened.length > 0 && opened.at(-1)!.end >= start) {
      start = Math.min(start, opened.pop()!.start);
    }
    opened.push({ ...mention, start, text: text.slice(start, mention.end) });
  }
  return opened;
}

/** Where the bracket opens that a name closes, or that stands in the middle of a company's; -1 when there is none. */
function bracketOf(text: string, mention: Mention): number {
  const before = mention.start - 1;
  if (UNOPENED.test(mention.text)) return OPENING.includes(text[before] || ' ') ? before : -1;
  if (!mention.text.endsWith('公司')) return -1;
  const place = PLACE_BEFORE.exec(text.slice(Math.max(0, mention.start - 8), mention.start));
  return place ? mention.start - place[0].length : -1;
}

/** 机构之后括号里的地名是机构名的一部分，说明是哪一家：哈尔滨工业大学（威海）。 */
function joinBranches(text: string, mentions: readonly Mention[], lexicon: Lexicon): Mention[] {
  const joined: Mention[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (mention.start < (joined.at(-1)?.end ?? 0)) continue;
    const branch = BRANCH.exec(text.slice(mention.end, mention.end + LONGEST_BRANCH + 2))?.[1];
    const next = mentions[index + 1];
    const isPlace =
      branch !== undefined &&
      mention.category === 'organization' &&
      ((next?.text === branch && next.category === 'place') ||
        lexicon.names.get(branch)?.category === 'place' ||
        [...DIVISIONS].some((division) => text.includes(branch + division)));
    joined.push(isPlace ? endingAt(text, mention, mention.end + branch.length + 2) : mention);
  }
  return joined;
}

/**
 * 连写的地名，前面的各自成名：云南省|玉溪市|新平县人民法院。
 * 后一个只是通名时不拆：成都高新区。
 */
function splitChain(mention: Mention, lexicon: Lexicon): Mention[] {
  if (mention.category !== 'place' && mention.category !== 'organization') return [mention];
  const { text, start, end } = mention;
  const parts: Mention[] = [];
  let from = 0;
  let own = placeAt(text, from, lexicon);
  while (own > 0 && own < text.length) {
    const next = placeAt(text, own, lexicon);
    const isGeneric = lexicon.suffixes.longestBefore(text, next, own)?.start === own;
    if (next < own + 2 || isGeneric) break;
    const part = { start: start + from, end: start + own, text: text.slice(from, own) };
    parts.push({ ...mention, ...part, category: 'place', rule: 'place-chain' });
    from = own;
    own = next;
  }
  if (parts.length === 0) return [mention];
  const category = own === text.length ? 'place' : mention.category;
  return [...parts, { ...mention, start: start + from, end, text: text.slice(from), category }];
}

/** Where the longest known place that begins somewhere ends; 0 when there is none. */
function placeAt(text: string, start: number, { names }: Lexicon): number {
  const match = names.longestAt(text, start);
  return match?.value.category === 'place' ? match.end : 0;
}

function endingAt(text: string, mention: Mention, end: number): Mention {
  return { ...mention, end, text: text.slice(mention.start, end) };
}
