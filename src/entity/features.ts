import type { Lexicon } from '../lexicon/lexicon.ts';
import type { SentenceView } from './candidates.ts';
import { at, type Characters, charactersOf, characterTypes, isDot, QUOTE } from './characters.ts';

/**
 * Features of a character, as hashes. They come in groups, each a function of a small key (three
 * characters, a word, two neighbouring words), so that the tagger can remember what a group adds to
 * the scores of the labels and look up one key in place of a dozen features.
 *
 * Every function here writes hashes to `out` from `at` and returns the place after the last one.
 */
export type Hashes = Int32Array;

/** 句首句尾之外的字。 */
export const BEFORE = 1;
export const AFTER = 2;

/** Features of each character in all groups together. */
export const FEATURES = 44;

/** Three neighbouring characters, to the one in the middle. */
export function middleFeatures(out: Hashes, at: number, [a, b, c]: Window, types: Types): number {
  let n = at;
  out[n++] = mix(1, b, 0, 0);
  out[n++] = mix(2, a, 0, 0);
  out[n++] = mix(3, c, 0, 0);
  out[n++] = mix(4, a, b, 0);
  out[n++] = mix(5, b, c, 0);
  out[n++] = mix(6, a, c, 0);
  out[n++] = mix(7, a, b, c);
  out[n++] = mix(8, types[a]!, types[b]!, types[c]!);
  return n;
}

/** Three neighbouring characters, to the last one. */
export function lastFeatures(out: Hashes, at: number, [a, b, c]: Window, types: Types): number {
  let n = at;
  out[n++] = mix(9, a, 0, 0);
  out[n++] = mix(10, a, b, 0);
  out[n++] = mix(11, a, b, c);
  out[n++] = mix(12, types[a]!, types[b]!, types[c]!);
  return n;
}

/** Three neighbouring characters, to the first one. */
export function firstFeatures(out: Hashes, at: number, [a, b, c]: Window, types: Types): number {
  let n = at;
  out[n++] = mix(13, c, 0, 0);
  out[n++] = mix(14, b, c, 0);
  out[n++] = mix(15, a, b, c);
  out[n++] = mix(16, types[a]!, types[b]!, types[c]!);
  return n;
}

export type Window = readonly [number, number, number];
type Types = Uint8Array;

/** What features say of a word. */
export interface Word {
  readonly hash: number;
  readonly tag: number;
  /** Hashes of its first and its last two characters. */
  readonly first: number;
  readonly last: number;
  readonly length: number;
  /** 1 ends with a title, 2 is a predicate, 4 is generic. */
  readonly marks: number;
}

/** Beyond the ends of a sentence. */
export const NO_WORD: Word = { hash: 0, tag: 0, first: 0, last: 0, length: 0, marks: 0 };

export function describeWord(text: string, tag: string, lexicon: Lexicon): Word {
  return {
    hash: hashText(text),
    tag: hashText(tag),
    first: hashText(text.slice(0, 2)),
    last: hashText(text.slice(-2)),
    length: Math.min(5, text.length),
    marks:
      Number(lexicon.titles.longestBefore(text, text.length, 0) !== undefined) +
      2 * Number(lexicon.predicates.get(text) !== undefined) +
      4 * Number(lexicon.generic.has(text)),
  };
}

/** Place of a character in its word: begin, inside, end, single. */
export const PLACES = 4;

export function placeIn(offset: number, length: number): number {
  if (length === 1) return 3;
  return offset === 0 ? 0 : offset === length - 1 ? 2 : 1;
}

/** A word, to its own characters. */
export function wordFeatures(out: Hashes, at: number, word: Word, place: number): number {
  let n = at;
  out[n++] = mix(17, word.hash, place, 0);
  out[n++] = mix(18, word.tag, place, word.length);
  out[n++] = mix(19, word.last, place, 0);
  return n;
}

/** Two neighbouring words, to the characters of the second. */
export function secondWordFeatures(
  out: Hashes,
  at: number,
  [a, b]: WordPair,
  place: number,
): number {
  let n = at;
  out[n++] = mix(20, a.hash, place, 0);
  out[n++] = mix(21, a.tag, b.tag, place);
  out[n++] = mix(22, a.hash, b.hash, place);
  out[n++] = mix(23, a.last, place, b.length);
  out[n++] = mix(24, (a.marks << 3) | b.marks, b.tag, place);
  return n;
}

/** Two neighbouring words, to the characters of the first. */
export function firstWordFeatures(
  out: Hashes,
  at: number,
  [a, b]: WordPair,
  place: number,
): number {
  let n = at;
  out[n++] = mix(25, b.hash, place, 0);
  out[n++] = mix(26, a.tag, b.tag, place);
  out[n++] = mix(27, a.hash, b.hash, place);
  out[n++] = mix(28, b.first, place, a.length);
  out[n++] = mix(29, (a.marks << 3) | b.marks, a.tag, place);
  return n;
}

/** Two neighbouring words, to the characters of the word after them. */
export function wordsBeforeFeatures(out: Hashes, at: number, [a, b]: WordPair): number {
  let n = at;
  out[n++] = mix(30, a.hash, 0, 0);
  out[n++] = mix(31, a.hash, b.hash, 0);
  out[n++] = mix(32, a.tag, b.tag, (a.marks << 3) | b.marks);
  return n;
}

/** Two neighbouring words, to the characters of the word before them. */
export function wordsAfterFeatures(out: Hashes, at: number, [a, b]: WordPair): number {
  let n = at;
  out[n++] = mix(33, b.hash, 0, 0);
  out[n++] = mix(34, a.hash, b.hash, 0);
  out[n++] = mix(35, a.tag, b.tag, (a.marks << 3) | b.marks);
  return n;
}

export type WordPair = readonly [Word, Word];

/** What lexicon, suffixes, enclosing marks and surnames say of a character. 0 is an absent feature. */
export function shapeFeatures(
  out: Hashes,
  start: number,
  c: Characters,
  i: number,
  place: number,
  [before, word, after]: readonly [Word, Word, Word],
): number {
  let n = start;
  const known = c.known[i]!;
  const suffix = c.suffix[i]!;
  const ahead = c.ahead[i]!;
  const enclosed = c.enclosed[i]!;
  out[n++] = known && mix(36, known, word.tag, 0);
  out[n++] = known && mix(37, known, at(c.known, i - 1), suffix);
  out[n++] = suffix && mix(38, suffix, place, ahead);
  out[n++] = ahead && mix(39, ahead, word.tag, place);
  out[n++] = ahead && mix(40, ahead, c.code[i - 1] ?? BEFORE, 0);
  out[n++] = enclosed && mix(41, enclosed, ahead, Number(at(c.type, i - 1) === QUOTE));
  const run = (at(c.foreign, i - 1) << 6) | (c.foreign[i]! << 3) | at(c.foreign, i + 1);
  out[n++] = mix(42, run, c.type[i]!, Number(isDot(c, i + 1)));
  const surname = c.surname[i]!;
  out[n++] = surname && mix(43, surname, place, (before.marks << 3) | after.marks);
  out[n++] = surname && mix(44, surname, place, word.length);
  return n;
}

/**
 * All features of a sentence: for each character `FEATURES` hashes, 0 for an absent one.
 * @param useKnown false leaves the known names out, so that a model learns from contexts as well
 */
export function featuresOf(sentence: SentenceView, lexicon: Lexicon, useKnown = true): Hashes {
  const c = charactersOf(sentence, lexicon, useKnown);
  const types = characterTypes(lexicon);
  const words = sentence.tokens.map(({ text, tag }) => describeWord(text, tag, lexicon));
  const wordAt = (index: number) => words[index] ?? NO_WORD;
  const out = new Int32Array(c.length * FEATURES);
  const code = (i: number) => (i < 0 ? BEFORE : i < c.length ? c.code[i]! : AFTER);
  let [token, n] = [0, 0];
  for (let i = 0; i < c.length; i++) {
    n = middleFeatures(out, n, [code(i - 1), code(i), code(i + 1)], types);
    n = lastFeatures(out, n, [code(i - 2), code(i - 1), code(i)], types);
    n = firstFeatures(out, n, [code(i), code(i + 1), code(i + 2)], types);
    while (token < words.length && sentence.tokens[token]!.end <= sentence.start + i) token++;
    const { start, end } = sentence.tokens[token] ?? { start: Infinity, end: Infinity };
    if (start > sentence.start + i) {
      n += WORD_FEATURES;
    } else {
      const place = placeIn(sentence.start + i - start, end - start);
      const [before, word, after] = [wordAt(token - 1), wordAt(token), wordAt(token + 1)] as const;
      n = wordFeatures(out, n, word, place);
      n = secondWordFeatures(out, n, [before, word], place);
      n = firstWordFeatures(out, n, [word, after], place);
      n = wordsBeforeFeatures(out, n, [wordAt(token - 2), before]);
      n = wordsAfterFeatures(out, n, [after, wordAt(token + 2)]);
      n = shapeFeatures(out, n, c, i, place, [before, word, after]);
    }
  }
  return out;
}

/** Features of a character that white space, which is in no word, does not have. */
const WORD_FEATURES = 28;

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
