import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Mention } from '../types.ts';
import type { Alias } from './alias.ts';
import { mentionAt } from './candidates.ts';
import { isSubsequence } from './shortname.ts';

const RULE = 'alias-definition';

/** 说明后面是简称或别名的词。 */
const SHORT_CUE =
  '(?:以下|下文|以下统|下)?(?:[简簡]?[称稱]|统称)|(?:证券|股票|英文|中文)?(?:简称|缩写)';
const OTHER_CUE = '又[称稱名]|亦称|也[称叫]|俗[称稱]|别[称名]|原名|曾用名|旧称';
/** 说明后面是全称的词。 */
const FULL_CUE = '全[称稱名]';
const OPEN = '[“"「『‘]';
const CLOSE = '[”"」』’]';
const NAME = '[^“”"「」『』‘’（）()，,。；;、：:\\n]';

/** 有限，免得一长串空格要反复试。 */
const SPACE = '\\s{0,3}';

/** （以下简称“惠科金渝”）、（证券代码：000001，证券简称：惠科）。 */
const BRACKET = new RegExp(
  `${CLOSE}?${SPACE}[（(]${SPACE}(?:[^（）()。\\n]{0,24}[，,；;]${SPACE})?` +
    `(?:(?<full>${FULL_CUE})|(?<other>${OTHER_CUE})|${SHORT_CUE}|(?<quoted>即)(?=${SPACE}${OPEN}))` +
    `${SPACE}[为是]?${SPACE}[:：]?${SPACE}${OPEN}?${SPACE}(?<name>${NAME}{2,24}?)${SPACE}${CLOSE}?${SPACE}(?=[）)，,；;、或])`,
  'y',
);
/** 重庆大学，简称“重大”；惠科金渝全称重庆惠科金渝光电科技有限公司。 */
const RUNNING = new RegExp(
  `${CLOSE}?${SPACE}[，,]?${SPACE}(?:(?<full>${FULL_CUE})|(?<other>${OTHER_CUE})|(?:以下|英文)?[简簡][称稱]|英文缩写)` +
    `${SPACE}[为是叫]?${SPACE}[:：]?${SPACE}(?:${OPEN}(?<name>${NAME}{2,24})${CLOSE})?`,
  'y',
);
/** 国际货币基金组织（IMF）、IMF（国际货币基金组织）、西部陆海新通道（陆海通道）。 */
const BARE = new RegExp(
  `${CLOSE}?${SPACE}[（(]${SPACE}${OPEN}?(?<name>${NAME}{2,24}?)${CLOSE}?${SPACE}[）)]`,
  'y',
);
const CLOSING = new Set('”"」』’');
const ACRONYM = /^[A-Z][A-Za-z&.-]*[A-Z][A-Za-z&.\d-]*$/;

interface Context {
  readonly text: string;
  readonly startingAt: ReadonlyMap<number, Mention>;
  readonly names: ReadonlyMap<string, number>;
  readonly lexicon: Lexicon;
}

/**
 * Find the other names that a document defines right after a name.
 * @param mentions sorted by place
 */
export function findDefinitions(
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Alias[] {
  const startingAt = new Map(mentions.map((mention) => [mention.start, mention]));
  const names = new Map<string, number>();
  for (const { text: name } of mentions) names.set(name, (names.get(name) ?? 0) + 1);
  const context = { text, startingAt, names, lexicon };
  return mentions.flatMap((mention) => {
    const next = nextCharacter(text, mention.end);
    if (next === '（' || next === '(')
      return bracketed(mention, context) ?? bare(mention, context) ?? [];
    return RUNNING_START.has(next) ? (running(mention, context) ?? []) : [];
  });
}

/** Most mentions are done with by a look at what follows them. */
const RUNNING_START = new Set('，,简簡全又亦也俗别原曾旧以英');

/** The character after a closing quotation mark and a few spaces. */
function nextCharacter(text: string, end: number): string {
  let position = end;
  if (CLOSING.has(text[position] ?? '')) position++;
  const last = position + 3;
  while (position < last && (text[position] === ' ' || text[position] === '　')) position++;
  return text[position] ?? '';
}

function bracketed(mention: Mention, { text, startingAt, lexicon }: Context): Alias | undefined {
  const match = matchAt(BRACKET, text, mention.end);
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const start = match.index + match[0].lastIndexOf(groups['name']!);
  const other = named(text, start, groups['name']!, mention.category, startingAt);
  return groups['full'] !== undefined
    ? alias(mention, other, true, lexicon)
    : alias(other, mention, groups['other'] !== undefined, lexicon);
}

function running(mention: Mention, { text, startingAt, lexicon }: Context): Alias | undefined {
  const match = matchAt(RUNNING, text, mention.end);
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const name = groups['name'];
  const other =
    name === undefined
      ? startingAt.get(match.index + match[0].length)
      : named(text, match.index + match[0].lastIndexOf(name), name, mention.category, startingAt);
  if (!other) return undefined;
  return groups['full'] !== undefined
    ? alias(mention, other, true, lexicon)
    : alias(other, mention, groups['other'] !== undefined, lexicon);
}

/** A bracket that holds just another name says nothing of it, so the two names must show it. */
function bare(mention: Mention, context: Context): Alias | undefined {
  const { text, startingAt, names, lexicon } = context;
  if (mention.category !== 'organization' && mention.category !== 'program') return undefined;
  const match = matchAt(BARE, text, mention.end);
  const name = match?.groups?.['name'];
  if (!match || name === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(name);
  const marked = startingAt.get(start);
  const isMention = marked?.text === name && marked.category === mention.category;
  const other = named(text, start, name, mention.category, startingAt);
  if (ACRONYM.test(mention.text)) {
    return isMention && !ACRONYM.test(name) ? alias(mention, other, true, lexicon) : undefined;
  }
  if (ACRONYM.test(name)) return alias(other, mention, true, lexicon);
  if (name.length > mention.text.length - 2 || lexicon.names.get(name)?.category === 'place') {
    return undefined;
  }
  const repeated = isMention && (names.get(name) ?? 0) > 1;
  return repeated || (isSubsequence(name, mention.text) && !mention.text.startsWith(name))
    ? alias(other, mention, false, lexicon)
    : undefined;
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** The mention that stands there already, or a new one. */
function named(
  text: string,
  start: number,
  name: string,
  category: Category,
  startingAt: ReadonlyMap<number, Mention>,
): Mention {
  const span = { start, end: start + name.length };
  const score = Math.max(0.95, startingAt.get(start)?.score ?? 0);
  return mentionAt(text, span, { category, rule: RULE, score });
}

/** @param anyLength the short name need not be shorter */
function alias(
  short: Mention,
  full: Mention,
  anyLength: boolean,
  { suffixes, generic, stopwords }: Lexicon,
): Alias | undefined {
  const { text: name } = short;
  if (name === full.text || (!anyLength && name.length >= full.text.length)) return undefined;
  // （以下简称“公司”）：这样的简称不是名称。
  if (suffixes.get(name) || generic.has(name) || stopwords.has(name)) return undefined;
  return { short: { ...short, category: full.category }, full, rule: RULE };
}
