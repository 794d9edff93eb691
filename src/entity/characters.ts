import type { Lexicon } from '../lexicon/lexicon.ts';
import { CATEGORIES } from '../types.ts';
import type { SentenceView } from './candidates.ts';
import type { KnownMatch } from './known.ts';

/** Kinds of character; surnames and characters of transliteration add to 汉字. */
const HAN = 1;
const SURNAME = 2;
const FOREIGN = 4;
export const DIGIT = 8;
const LETTER = 9;
const QUOTE = 10;
const BRACKET = 11;
const SPACE = 12;
const LIST = 13;
const STOP = 14;
const OTHER = 15;
/** How many kinds there are. */
export const KINDS = 16;

/** What is known of each character of a sentence, in arrays by place; 0 is nothing. */
export interface Characters {
  readonly length: number;
  /** Code unit: half-width, digits as 0. */
  readonly code: Uint16Array;
  /** Kind of character. */
  readonly type: Uint8Array;
  /** Category of a known name and place in it. */
  readonly known: Uint8Array;
  /** Category, strength and place of a suffix. */
  readonly suffix: Uint8Array;
  /** Category of the next suffix before a punctuation mark, with its distance in steps. */
  readonly ahead: Uint8Array;
  /** 姓氏从这里、前一字、前两字、前三字开始：各为无、单姓或复姓。 */
  readonly surname: Uint8Array;
  /** 此字在复姓起头后的第几位：复姓首字 1，至多 4；0 为近处没有复姓。 */
  readonly compound: Uint8Array;
  /** How common the character is in given names, against its use in text: 1 rarely to 4 often. */
  readonly given: Uint8Array;
}

/** Look at the characters of a sentence in which names of the lexicon are known. */
export function charactersOf(
  sentence: SentenceView,
  names: readonly KnownMatch[],
  lexicon: Lexicon,
): Characters {
  const { text, start, end } = sentence;
  const length = end - start;
  const types = characterTypes(lexicon);
  const code = new Uint16Array(length);
  const type = new Uint8Array(length);
  const given = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const unit = normalised(text.charCodeAt(start + i));
    code[i] = unit;
    type[i] = types[unit]!;
    given[i] = lexicon.given[unit]!;
  }
  const suffix = suffixesOf(sentence, lexicon);
  const { surname, compound } = surnamesOf(text, start, type, lexicon);
  return {
    length,
    code,
    type,
    known: knownOf(sentence, names),
    suffix,
    ahead: aheadOf(suffix, type),
    surname,
    compound,
    given,
  };
}

function normalised(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return half >= 0x30 && half <= 0x39 ? 0x30 : half;
}

/** What a lexicon says of single code units, computed once for each lexicon. */
interface CharacterTables {
  /** Kind of each normalised code unit. */
  readonly types: Uint8Array;
  /** 1 for those with which compound surnames begin: 欧阳. */
  readonly beginsCompound: Uint8Array;
}

const tables = new WeakMap<Lexicon, CharacterTables>();

function tablesOf(lexicon: Lexicon): CharacterTables {
  const known = tables.get(lexicon);
  if (known) return known;
  const types = Uint8Array.from({ length: 0x10000 }, (_, unit) => typeOf(unit, lexicon));
  const beginsCompound = new Uint8Array(0x10000);
  for (const surname of lexicon.surnames) {
    if (surname.length > 1) beginsCompound[surname.charCodeAt(0)] = 1;
  }
  const made = { types, beginsCompound };
  tables.set(lexicon, made);
  return made;
}

/** Kind of each normalised code unit. */
export function characterTypes(lexicon: Lexicon): Uint8Array {
  return tablesOf(lexicon).types;
}

function typeOf(unit: number, { surnames, transliteration }: Lexicon): number {
  const char = String.fromCharCode(unit);
  if (unit === 0x30) return DIGIT;
  if (/[A-Za-z]/.test(char)) return LETTER;
  if ('“”‘’「」"\''.includes(char)) return QUOTE;
  if ('()《》〈〉【】[]'.includes(char)) return BRACKET;
  if (/\s/.test(char)) return SPACE;
  if ('、·—-'.includes(char)) return LIST;
  if ('，。；：！？,;:!?…'.includes(char)) return STOP;
  if (unit < 0x3400 || unit > 0x9fff) return OTHER;
  return HAN + (surnames.has(char) ? SURNAME : 0) + (transliteration.has(char) ? FOREIGN : 0);
}

/** Category and place of the known names. */
function knownOf({ start, end }: SentenceView, names: readonly KnownMatch[]): Uint8Array {
  const known = new Uint8Array(end - start);
  for (const name of names) {
    const base = 1 + 4 * CATEGORIES.indexOf(name.value.category);
    mark(known, name.start - start, name.end - start, base);
  }
  return known;
}

/** Category, strength and place of the suffixes in which words end. */
function suffixesOf({ text, start, end, tokens }: SentenceView, { suffixes }: Lexicon): Uint8Array {
  const found = new Uint8Array(end - start);
  for (const token of tokens) {
    const match = suffixes.longestBefore(text, token.end, start);
    if (!match) continue;
    const { category, strength } = match.value;
    const base = 1 + 8 * CATEGORIES.indexOf(category) + (strength === 'strong' ? 0 : 4);
    mark(found, match.start - start, token.end - start, base);
  }
  return found;
}

/** Begin, inside, end or single, added to a base. */
function mark(places: Uint8Array, start: number, end: number, base: number): void {
  places.fill(base + 1, start, end);
  places[start] = end - start === 1 ? base + 3 : base;
  if (end - start > 1) places[end - 1] = base + 2;
}

/** For each character the next end of a suffix to its right, up to a punctuation mark. */
function aheadOf(suffix: Uint8Array, type: Uint8Array): Uint8Array {
  const ahead = new Uint8Array(suffix.length);
  let end = -1;
  let kind = 0;
  for (let i = suffix.length - 1; i >= 0; i--) {
    if (type[i]! >= QUOTE && type[i]! !== LIST) end = -1;
    const place = (suffix[i]! - 1) % 4;
    if (suffix[i]! > 0 && place >= 2) {
      end = i;
      kind = (suffix[i]! - 1) >> 2;
    }
    const distance = end - i;
    if (end < 0 || distance > 15) continue;
    const step = distance < 4 ? distance : distance < 8 ? 4 : 5;
    ahead[i] = 1 + kind * 6 + step;
  }
  return ahead;
}

/** 四个位置的姓氏合为一个数：每个 0 无、1 单姓、2 复姓。 */
const SURNAMES = 3 ** 4;

/** 从这个数中读出复姓起头于前第几字；近的优先。 */
const COMPOUND = Uint8Array.from({ length: SURNAMES }, (_, surname) => {
  for (let place = 1, rest = surname; place <= 4; place++, rest = Math.floor(rest / 3)) {
    if (rest % 3 === 2) return place;
  }
  return 0;
});

function surnamesOf(
  text: string,
  start: number,
  type: Uint8Array,
  lexicon: Lexicon,
): Pick<Characters, 'surname' | 'compound'> {
  const { beginsCompound } = tablesOf(lexicon);
  const surname = new Uint8Array(type.length);
  const compound = new Uint8Array(type.length);
  let recent = 0;
  for (let i = 0; i < type.length; i++) {
    const single = type[i]! < DIGIT && type[i]! & SURNAME ? 1 : 0;
    const isDouble =
      i + 1 < type.length &&
      beginsCompound[text.charCodeAt(start + i)] === 1 &&
      lexicon.surnames.has(text.slice(start + i, start + i + 2));
    recent = ((recent * 3) % SURNAMES) + (isDouble ? 2 : single);
    surname[i] = recent;
    compound[i] = COMPOUND[recent]!;
  }
  return { surname, compound };
}

/** The value at a place, 0 outside of the sentence. */
export function at(values: Uint8Array, place: number): number {
  return place >= 0 && place < values.length ? values[place]! : 0;
}
