import type { Sentence } from '../types.ts';

/** 句末标点；分号不断句，因为并列分句常共用主语。 */
const TERMINATORS = new Set('。！？!?…');
/** 句末标点之后仍属本句的收尾符号。 */
const CLOSERS = new Set('”’』」）)》】"\'');
/** 过长的句子在这些地方切开。 */
const SOFT_BREAKS = new Set('；;，,、 　');

/** Longer stretches are cut, so that the work on one sentence is bounded. In UTF-16 code units. */
export const MAX_SENTENCE = 600;

/**
 * Split a text into sentences. Together they cover all of it but white space.
 * A line break always ends a sentence.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  while (start < text.length) {
    const end = sentenceEnd(text, start);
    const sentence = trim(text, start, end);
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** The position after the sentence that begins at `start`. */
function sentenceEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_SENTENCE);
  for (let i = start; i < limit; i++) {
    const char = text[i]!;
    if (char === '\n') return i + 1;
    if (!TERMINATORS.has(char)) continue;
    let end = i + 1;
    while (end < text.length && (TERMINATORS.has(text[end]!) || CLOSERS.has(text[end]!))) end++;
    return end;
  }
  return limit === text.length ? limit : softEnd(text, start, limit);
}

/** Cut an overlong sentence at its last comma, or between two characters. */
function softEnd(text: string, start: number, limit: number): number {
  for (let i = limit - 1; i > start + MAX_SENTENCE / 2; i--) {
    if (SOFT_BREAKS.has(text[i]!)) return i + 1;
  }
  const splitsPair =
    /[\ud800-\udbff]/.test(text[limit - 1]!) && /[\udc00-\udfff]/.test(text[limit]!);
  return splitsPair ? limit - 1 : limit;
}

function trim(text: string, from: number, to: number): Sentence {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
