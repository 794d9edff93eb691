import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Token } from '../types.ts';
import { type EntityRule, mentionAt, type SentenceView } from './candidates.ts';

/** 引出话语的词：其前的姓名多为说话人。 */
const SPEECH = /^(说|表示|介绍|称|认为|指出|告诉|透露|坦言|强调|回忆|笑着|解释|宣布|致辞)/;
/** 单姓之后、名的第二字位置上的这些字不属于姓名。 */
const AFTER_NAME = new Set(
  '说称在对向和与及的为是将等同任也都已被把从到就又以于会摄则还仍曾正均先后上今当表介指率带获出',
);

/** 职务之后的姓名，包括并列：区委书记何友生；记者 崔力 张锦辉。 */
export const titledPersons: EntityRule = function* (sentence, lexicon) {
  for (const token of sentence.tokens) {
    if (!endsWithTitle(token, lexicon)) continue;
    let position = token.end;
    for (;;) {
      const name = nameAt(sentence, skipSpace(sentence, position), lexicon);
      if (!name) break;
      yield mentionAt(sentence.text, name, { category: 'person', rule: 'title-name', score: 0.85 });
      if (!/[\s、]/.test(sentence.text[name.end] ?? '')) break;
      position = name.end + 1;
    }
  }
};

/** 说话人：何友生介绍，…… */
export const speakers: EntityRule = function* (sentence, lexicon) {
  for (const token of sentence.tokens) {
    const name = nameAt(sentence, token.start, lexicon);
    if (name && SPEECH.test(sentence.text.slice(name.end, name.end + 2))) {
      yield mentionAt(sentence.text, name, { category: 'person', rule: 'speaker', score: 0.75 });
    }
  }
};

/** 译名与少数民族姓名：托马斯·莱因哈特，阿不都热西提·买买提。 */
export const dottedPersons: EntityRule = function* (sentence, { transliteration }) {
  const { text } = sentence;
  for (let dot = text.indexOf('·', sentence.start); dot >= 0 && dot < sentence.end; ) {
    let start = dot;
    while (start > sentence.start && dot - start < 6 && transliteration.has(text[start - 1]!))
      start--;
    let end = dot + 1;
    while (
      end < sentence.end &&
      end - start < 20 &&
      (transliteration.has(text[end]!) || text[end] === '·')
    )
      end++;
    if (text[end - 1] === '·') end--;
    if (start < dot && end > dot + 1) {
      yield mentionAt(
        text,
        { start, end },
        { category: 'person', rule: 'transliteration', score: 0.8 },
      );
    }
    dot = text.indexOf('·', Math.max(end, dot + 1));
  }
};

function endsWithTitle({ text }: Token, { titles }: Lexicon): boolean {
  return titles.longestBefore(text, text.length, 0) !== undefined;
}

function skipSpace({ text, end }: SentenceView, position: number): number {
  let next = position;
  while (next < end && /\s/.test(text[next]!)) next++;
  return next;
}

/** A Chinese name at a position: surname and one or two characters, ending where a word ends. */
function nameAt(
  { text, end, boundaries }: SentenceView,
  start: number,
  { surnames, titles, names, stopwords }: Lexicon,
): Pick<Mention, 'start' | 'end'> | undefined {
  const surname = [2, 1].find((length) => surnames.has(text.slice(start, start + length)));
  if (!surname) return undefined;
  for (const length of [surname + 2, surname + 1]) {
    const nameEnd = start + length;
    const name = text.slice(start, nameEnd);
    if (nameEnd > end || !/^\p{Script=Han}+$/u.test(name)) continue;
    if (AFTER_NAME.has(name.at(-1)!) && length > surname + 1) continue;
    if (!boundaries.has(nameEnd) || titles.get(name) || names.get(name) || stopwords.has(name))
      continue;
    return { start, end: nameEnd };
  }
  return undefined;
}
