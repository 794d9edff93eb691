import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention } from '../types.ts';

const OPENING = '（(';
const CLOSING = '）)';

/**
 * Mend the ends of a sentence's mentions where characters around them say more than the tagger saw.
 * @param mentions sorted by place; they do not overlap
 */
export function mendBoundaries(
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const closed = mentions.map((mention) => closeBracket(text, mention));
  return joinBranches(text, closed).flatMap((mention) => splitChain(mention, lexicon));
}

/** 名称里开了的括号要关上：某某合伙企业（有限合伙）。 */
function closeBracket(text: string, mention: Mention): Mention {
  const opened = [...mention.text].filter((char) => OPENING.includes(char)).length;
  const done = [...mention.text].filter((char) => CLOSING.includes(char)).length;
  const closes = opened > done && CLOSING.includes(text[mention.end] || ' ');
  return closes ? widened(text, mention, mention.end + 1) : mention;
}

/** 机构之后括号里的地名是机构名的一部分，说明是哪一家：哈尔滨工业大学（威海）。 */
function joinBranches(text: string, mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const owner = joined.at(-1);
    const isBranch =
      owner?.category === 'organization' &&
      mention.category === 'place' &&
      mention.start === owner.end + 1 &&
      OPENING.includes(text[owner.end]!) &&
      CLOSING.includes(text[mention.end] || ' ');
    if (isBranch) joined.push(widened(text, joined.pop()!, mention.end + 1));
    else joined.push(mention);
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

function widened(text: string, mention: Mention, end: number): Mention {
  return { ...mention, end, text: text.slice(mention.start, end) };
}
