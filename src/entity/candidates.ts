import type { Mention, Sentence, Token } from '../types.ts';

/** A sentence as the entity rules see it. */
export interface SentenceView extends Sentence {
  /** The text of the whole document, to which all offsets refer. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Positions at which a word begins or ends. */
  readonly boundaries: ReadonlySet<number>;
}

/** A mention of `text.slice(start, end)`. */
export function mentionAt(
  text: string,
  span: { start: number; end: number },
  found: Pick<Mention, 'category' | 'rule' | 'score'>,
): Mention {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end), ...found };
}

/** 标题、表格里的名称前后可能有空格，不是名称的一部分。 */
export function withoutSpaces(mention: Mention): Mention {
  const text = mention.text.trim();
  if (text === mention.text) return mention;
  const start = mention.start + mention.text.length - mention.text.trimStart().length;
  return { ...mention, text, start, end: start + text.length };
}

/** A mention widened to characters of two code units that it would cut: 𠮷 is one. */
export function wholeCharacters(text: string, mention: Mention): Mention {
  const start = mention.start - Number(splitsPair(text, mention.start));
  const end = mention.end + Number(splitsPair(text, mention.end));
  if (start === mention.start && end === mention.end) return mention;
  return { ...mention, start, end, text: text.slice(start, end) };
}

/** Whether the two halves of a surrogate pair meet at a position. */
function splitsPair(text: string, position: number): boolean {
  return (
    (text.charCodeAt(position - 1) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(position) & 0xfc00) === 0xdc00
  );
}

/** Look at a sentence with its words. */
export function viewSentence(
  text: string,
  { start, end }: Sentence,
  tokens: readonly Token[],
): SentenceView {
  const boundaries = new Set<number>();
  for (const token of tokens) boundaries.add(token.start).add(token.end);
  return { start, end, text, tokens, boundaries };
}
