import type { SentenceView } from '../entity/candidates.ts';
import type { Mention, Token } from '../types.ts';
import { hashText } from './hash.ts';

/** A word outside names, a whole name, or a word that stands for a name: what a clause is made of. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Part of speech; of a name, its category. */
  readonly tag: string;
  /** Of the word; of a name, that of its category, so that nothing learns names. */
  readonly hash: number;
  readonly tagHash: number;
  readonly mention?: Mention;
  /** A word that stands for the name: 他, 该公司. */
  readonly anaphor?: true;
}

/** Read a sentence as units: each name is one, and the words that it cuts keep the rest. */
export function unitsOf(sentence: SentenceView, mentions: readonly Mention[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  let from = sentence.start;
  for (const token of sentence.tokens) {
    while (next < mentions.length && mentions[next]!.start < token.end) {
      const mention = mentions[next++]!;
      if (token.start < mention.start && from < mention.start) {
        units.push(wordUnit(sentence.text, Math.max(from, token.start), mention.start, token));
      }
      units.push(nameUnit(mention));
      from = mention.end;
    }
    if (token.end > from) {
      units.push(wordUnit(sentence.text, Math.max(from, token.start), token.end, token));
    }
  }
  return units;
}

function wordUnit(source: string, start: number, end: number, token: Token): Unit {
  const whole = start === token.start && end === token.end;
  const text = whole ? token.text : source.slice(start, end);
  const tag = whole ? token.tag : 'x';
  return { start, end, text, tag, hash: hashText(text), tagHash: hashText(tag) };
}

function nameUnit(mention: Mention): Unit {
  const { start, end, text, category } = mention;
  const hash = hashText(category);
  return { start, end, text, tag: category, hash, tagHash: hash, mention };
}
