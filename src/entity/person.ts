import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Token } from '../types.ts';
import { mentionAt, type SentenceView } from './candidates.ts';

/** 单姓之后、名的第二字位置上的这些字不属于姓名。 */
const AFTER_NAME = new Set(
  '说称在对向和与及的为是将等同任也都已被把从到就又以于会摄则还仍曾正均先后上今当表介指率带获出',
);

/** 职务之后的姓名，包括并列：区委书记何友生；记者 崔力 张锦辉。 */
export function* titledPersons(sentence: SentenceView, lexicon: Lexicon): Generator<Mention> {
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
}

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
