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
