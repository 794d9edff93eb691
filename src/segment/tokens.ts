import type { Sentence, Token } from '../types.ts';
import type { Segmenter } from './segmenter.ts';

/**
 * The words of a sentence with their places in the text. White space is no word.
 * The engine decides where to cut only: where it changes odd characters, the words are read from the
 * text itself, so that `text.slice(start, end) === token.text` holds.
 */
export function tokenize(text: string, sentence: Sentence, segmenter: Segmenter): Token[] {
  const own = text.slice(sentence.start, sentence.end);
  const words = segmenter.cut(wellFormed(own));
  const isAsWritten = words.join('') === own;
  const tokens: Token[] = [];
  let start = sentence.start;
  const push = (word: string) => {
    const end = start + word.length;
    const written = isAsWritten ? word : text.slice(start, end);
    if (!isBlank(written)) {
      const known = segmenter.know(written);
      tokens.push({ start, end, text: known.text, tag: known.tag });
    }
    start = end;
  };
  for (const word of words) {
    const organ = word.length > 3 && '委组'.includes(word[1]!) ? ORGAN.exec(word)?.[0] : undefined;
    if (organ) push(organ);
    push(organ ? word.slice(organ.length) : word);
  }
  return tokens;
}

/** 词典把机关和职务合为一词：区委书记 → 区委 + 书记。 */
const ORGAN = /^(?:[省市区县州旗镇乡]委|党委|党组|纪委|工委)(?=.{2,})/;

const IDEOGRAPHIC_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether a word is white space; that most are not is seen by their first character. */
function isBlank(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first <= IDEOGRAPHIC_SPACE || first === BYTE_ORDER_MARK) && word.trim() === '';
}

/** Engines take UTF-8, which has no lone surrogates, and may stop at NUL. Same length. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
