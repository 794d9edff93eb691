import type { Lexicon } from '../lexicon/lexicon.ts';
import { CATEGORIES } from '../types.ts';
import type { SentenceView } from './candidates.ts';

/** Features of each character. */
export const FEATURES = 30;

/** 句首句尾之外的字。 */
const BEFORE = 1;
const AFTER = 2;

/** Properties of each character of a sentence, in arrays by place. */
interface Characters {
  readonly length: number;
  /** Code unit: half-width, digits as 0. */
  readonly code: Uint16Array;
  /** 字的种类：汉字、数字、字母、标点、空白、引号、括号……，与姓氏、译名用字。 */
  readonly type: Uint8Array;
  /** Number of the word, and the place in it: begin, inside, end, single. */
  readonly word: Uint16Array;
  readonly place: Uint8Array;
  /** Category and place of a known name, 0 where there is none. */
  readonly known: Uint8Array;
  /** Category, strength and place of a suffix, 0 where there is none. */
  readonly suffix: Uint8Array;
  /** Category of the next suffix before a punctuation mark, with its distance in steps. */
  readonly ahead: Uint8Array;
  /** 1 in quotation marks, 2 in brackets, 4 in title marks. */
  readonly enclosed: Uint8Array;
  /** How many characters of transliteration stand together here, at most 7. */
  readonly foreign: Uint8Array;
}

/**
 * Compute the features of a sentence: for each character `FEATURES` hashes, 0 for an absent one.
 * @param useKnown false leaves the known names out, so that a model learns from contexts as well
 */
export function featuresOf(sentence: SentenceView, lexicon: Lexicon, useKnown = true): Int32Array {
  const c = charactersOf(sentence, lexicon, useKnown);
  const { tokens } = sentence;
  const words = tokens.map((token) => hashText(token.text));
  const tags = tokens.map((token) => hashText(token.tag));
  const marks = tokens.map(
    ({ text }) =>
      Number(lexicon.titles.longestBefore(text, text.length, 0) !== undefined) +
      2 * Number(lexicon.predicates.get(text) !== undefined) +
      4 * Number(lexicon.generic.has(text)),
  );
  const out = new Int32Array(c.length * FEATURES);
  const { code, type, foreign } = c;
  let n = 0;
  for (let i = 0; i < c.length; i++) {
    const p2 = i > 1 ? code[i - 2]! : BEFORE;
    const p1 = i > 0 ? code[i - 1]! : BEFORE;
    const c0 = code[i]!;
    const n1 = i + 1 < c.length ? code[i + 1]! : AFTER;
    const n2 = i + 2 < c.length ? code[i + 2]! : AFTER;
    out[n++] = mix(1, c0, 0, 0);
    out[n++] = mix(2, p1, 0, 0);
    out[n++] = mix(3, n1, 0, 0);
    out[n++] = mix(4, p2, 0, 0);
    out[n++] = mix(5, n2, 0, 0);
    out[n++] = mix(6, p1, c0, 0);
    out[n++] = mix(7, c0, n1, 0);
    out[n++] = mix(8, p2, p1, 0);
    out[n++] = mix(9, n1, n2, 0);
    out[n++] = mix(10, p1, n1, 0);
    out[n++] = mix(11, p1, c0, n1);
    out[n++] = mix(12, p2, p1, c0);
    out[n++] = mix(13, c0, n1, n2);
    const near = (at(type, i - 1) << 10) | (type[i]! << 5) | at(type, i + 1);
    out[n++] = mix(14, near, at(type, i - 2), at(type, i + 2));
    const w = c.word[i]!;
    const place = c.place[i]!;
    const word = words[w] ?? 0;
    const tag = tags[w] ?? 0;
    const before = words[w - 1] ?? 0;
    const after = words[w + 1] ?? 0;
    out[n++] = mix(15, word, place, 0);
    out[n++] = mix(16, tag, place, 0);
    out[n++] = mix(17, before, place, 0);
    out[n++] = mix(18, after, place, 0);
    out[n++] = mix(19, tags[w - 1] ?? 0, tag, place);
    out[n++] = mix(20, tag, tags[w + 1] ?? 0, place);
    out[n++] = mix(21, before, word, place);
    out[n++] = mix(22, word, after, place);
    const around = ((marks[w - 1] ?? 0) << 6) | ((marks[w] ?? 0) << 3) | (marks[w + 1] ?? 0);
    out[n++] = mix(23, around, place, 0);
    const known = c.known[i]!;
    const suffix = c.suffix[i]!;
    const ahead = c.ahead[i]!;
    out[n++] = known && mix(24, known, tag, 0);
    out[n++] = known && mix(25, known, c.known[i - 1] ?? 0, suffix);
    out[n++] = suffix && mix(26, suffix, place, ahead);
    out[n++] = ahead && mix(27, ahead, tag, place);
    out[n++] = ahead && mix(28, ahead, p1, 0);
    const enclosed = c.enclosed[i]!;
    out[n++] = enclosed && mix(29, enclosed, ahead, Number(at(type, i - 1) === QUOTE));
    const run = (at(foreign, i - 1) << 6) | (foreign[i]! << 3) | at(foreign, i + 1);
    out[n++] = mix(30, run, type[i]!, Number(n1 === DOT));
  }
  return out;
}

/** The value at a place, 0 outside of the sentence. */
function at(values: Uint8Array, place: number): number {
  return place >= 0 && place < values.length ? values[place]! : 0;
}

const DOT = '·'.charCodeAt(0);
/** Kinds of character; surnames and characters of transliteration add to 汉字. */
const HAN = 1;
const SURNAME = 2;
const FOREIGN = 4;
const DIGIT = 8;
const LETTER = 9;
const QUOTE = 10;
const BRACKET = 11;
const SPACE = 12;
const LIST = 13;
const STOP = 14;
const OTHER = 15;

function charactersOf(sentence: SentenceView, lexicon: Lexicon, useKnown: boolean): Characters {
  const { text, start, end, tokens } = sentence;
  const length = end - start;
  const types = typesOf(lexicon);
  const code = new Uint16Array(length);
  const type = new Uint8Array(length);
  const word = new Uint16Array(length);
  const place = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(start + i);
    code[i] = normalised(unit);
    type[i] = types[unit]!;
  }
  for (const [number, token] of tokens.entries()) {
    const first = token.start - start;
    const last = token.end - start - 1;
    for (let i = first; i <= last; i++) {
      word[i] = number;
      place[i] = first === last ? 3 : i === first ? 0 : i === last ? 2 : 1;
    }
  }
  const suffix = suffixesOf(sentence, lexicon);
  return {
    length,
    code,
    type,
    word,
    place,
    known: useKnown ? knownOf(sentence, lexicon) : new Uint8Array(length),
    suffix,
    ahead: aheadOf(suffix, type),
    enclosed: enclosedOf(text, start, end),
    foreign: foreignOf(code, type),
  };
}

function normalised(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return half >= 0x30 && half <= 0x39 ? 0x30 : half;
}

/** Kind of each code unit, computed once for each lexicon. */
const typeTables = new WeakMap<Lexicon, Uint8Array>();

function typesOf(lexicon: Lexicon): Uint8Array {
  const known = typeTables.get(lexicon);
  if (known) return known;
  const table = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    typeOf(String.fromCharCode(unit), normalised(unit), lexicon),
  );
  typeTables.set(lexicon, table);
  return table;
}

function typeOf(char: string, code: number, { surnames, transliteration }: Lexicon): number {
  if (code === 0x30) return DIGIT;
  if (/[A-Za-z]/.test(String.fromCharCode(code))) return LETTER;
  if ('“”‘’「」"\''.includes(char)) return QUOTE;
  if ('（）()《》〈〉【】[]'.includes(char)) return BRACKET;
  if (/\s/.test(char)) return SPACE;
  if ('、·—-'.includes(char)) return LIST;
  if ('，。；：！？,;:!?…'.includes(char)) return STOP;
  if (code < 0x3400 || code > 0x9fff) return OTHER;
  return HAN + (surnames.has(char) ? SURNAME : 0) + (transliteration.has(char) ? FOREIGN : 0);
}

/** Category and place of the names of the lexicon, the longest first from the left. */
function knownOf({ text, start, end, boundaries }: SentenceView, { names }: Lexicon): Uint8Array {
  const known = new Uint8Array(end - start);
  let position = start;
  while (position < end) {
    const match = boundaries.has(position) ? names.longestAt(text, position) : undefined;
    if (!match || match.end > end || !(boundaries.has(match.end) || match.end - position > 3)) {
      position++;
      continue;
    }
    const base = 1 + 4 * CATEGORIES.indexOf(match.value.category);
    mark(known, position - start, match.end - start, base);
    position = match.end;
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

const OPENING = '“「（(《';
const CLOSING = '”」）)》';
const ENCLOSURE = [1, 1, 2, 2, 4];

/** What encloses each character; an enclosure longer than this is none. */
const LONGEST_ENCLOSURE = 30;

function enclosedOf(text: string, start: number, end: number): Uint8Array {
  const enclosed = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    const kind = OPENING.indexOf(text[i]!);
    if (kind < 0) continue;
    const close = text.indexOf(CLOSING[kind]!, i + 1);
    if (close < 0 || close >= end || close - i > LONGEST_ENCLOSURE) continue;
    for (let j = i + 1; j < close; j++) enclosed[j - start]! |= ENCLOSURE[kind]!;
  }
  return enclosed;
}

/** Lengths of the runs of characters of transliteration, the dot between names included. */
function foreignOf(code: Uint16Array, type: Uint8Array): Uint8Array {
  const runs = new Uint8Array(type.length);
  let first = 0;
  for (let i = 0; i <= type.length; i++) {
    const kind = type[i] ?? OTHER;
    if ((kind < DIGIT && kind & FOREIGN) || code[i] === DOT) continue;
    runs.fill(Math.min(7, i - first), first, i);
    first = i + 1;
  }
  return runs;
}

/** FNV-1a over code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** A hash of a template and its values, never 0. The finalizer is MurmurHash3's. */
function mix(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(c, 0x27d4eb2f);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13) || 1;
}
