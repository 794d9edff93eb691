import type { Sentence, Token } from '../types.ts';
import type { Segmenter } from './segmenter.ts';

/**
 * The words of a sentence with their places in the text. White space is no word.
 * The engine decides where to cut only: the words are read from the text itself, so that
 * whatever the engine does to odd characters, `text.slice(start, end) === token.text` holds.
 */
export function tokenize(text: string, sentence: Sentence, segmenter: Segmenter): Token[] {
  const tokens: Token[] = [];
  let start = sentence.start;
  for (const word of segmenter.cut(wellFormed(text.slice(sentence.start, sentence.end)))) {
    for (const part of splitOffice(word)) {
      const end = start + part.length;
      if (part.trim() !== '') {
        const own = text.slice(start, end);
        tokens.push({ start, end, text: own, tag: segmenter.tag(own) });
      }
      start = end;
    }
  }
  return tokens;
}

const ORGAN = /^(?:[省市区县州旗镇乡]委|党委|党组|纪委|工委)(?=.{2,})/;

/** 词典把机关和职务合为一词：区委书记 → 区委 + 书记。 */
function splitOffice(word: string): string[] {
  const organ = word.length > 3 ? ORGAN.exec(word)?.[0] : undefined;
  return organ ? [organ, word.slice(organ.length)] : [word];
}

/** Engines take UTF-8, which has no lone surrogates, and may stop at NUL. Same length. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
