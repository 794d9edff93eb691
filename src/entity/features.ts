import { withoutDigits } from '../lexicon/clusters.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { SentenceView } from './candidates.ts';
import { at, type Characters, charactersOf, characterTypes } from './characters.ts';
import type { KnownMatch } from './known.ts';

/**
 * Features of a character, as hashes. They come in groups, each a function of a small key (two
 * characters, a word, the classes of two words), so that the tagger can remember what a group adds
 * to the scores of the labels and look up one key in place of several features.
 *
 * Every function here writes hashes to `out` from `at` and returns the place after the last one.
 */
export type Hashes = Int32Array;

/** 句首句尾之外的字。 */
export const BEFORE = 1;
export const AFTER = 2;

/** Features of each character in all groups together. */
export const FEATURES = 47;

/** Two neighbouring characters, to the second of them. */
export function secondFeatures(out: Hashes, at: number, a: number, b: number): number {
  let n = at;
  out[n++] = mix(1, b, 0, 0);
  out[n++] = mix(2, a, 0, 0);
  out[n++] = mix(3, a, b, 0);
  return n;
}

/** Two neighbouring characters, to the first of them. */
export function firstFeatures(out: Hashes, at: number, a: number, b: number): number {
  let n = at;
  out[n++] = mix(4, b, 0, 0);
  out[n++] = mix(5, a, b, 0);
  return n;
}

/** Two neighbouring characters, to the one after them. */
export function precedingFeatures(out: Hashes, at: number, a: number, b: number): number {
  let n = at;
  out[n++] = mix(6, a, 0, 0);
  out[n++] = mix(7, a, b, 0);
  return n;
}

/** Two neighbouring characters, to the one before them. */
export function followingFeatures(out: Hashes, at: number, a: number, b: number): number {
  let n = at;
  out[n++] = mix(8, b, 0, 0);
  out[n++] = mix(9, a, b, 0);
  return n;
}

/** Kinds of three neighbouring characters, to each of them; `which` is 0 for the first. */
export function kindFeatures(
  out: Hashes,
  at: number,
  [a, b, c]: readonly [number, number, number],
  which: number,
): number {
  out[at] = mix(14, (a << 10) | (b << 5) | c, which, 0);
  return at + 1;
}

/** What features say of a word. */
export interface Word {
  readonly hash: number;
  /** Hashes of its first and its last two characters. */
  readonly first: number;
  readonly last: number;
  /** Tag, length and marks: what neighbouring words know of each other without knowing the word. */
  readonly tag: number;
  readonly length: number;
  /** 1 ends with a title, 2 is a predicate, 4 is generic. */
  readonly marks: number;
  /** Classes of words that stand beside the same words; 0 for a word without. */
  readonly fine: number;
  readonly coarse: number;
}

/** Beyond the ends of a sentence. */
export const NO_WORD: Word = {
  hash: 0,
  first: 0,
  last: 0,
  tag: 0,
  length: 0,
  marks: 0,
  fine: 0,
  coarse: 0,
};

export function describeWord(text: string, tag: string, lexicon: Lexicon): Word {
  const { fine = 0, coarse = 0 } = lexicon.clusters.get(withoutDigits(text)) ?? {};
  return {
    hash: hashText(text),
    first: hashText(text.slice(0, 2)),
    last: hashText(text.slice(-2)),
    tag: hashText(tag),
    length: Math.min(5, text.length),
    marks:
      Number(lexicon.titles.longestBefore(text, text.length, 0) !== undefined) +
      2 * Number(lexicon.predicates.get(text) !== undefined) +
      4 * Number(lexicon.generic.has(text)),
    fine,
    coarse,
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
  out[n++] = mix(15, word.hash, place, 0);
  out[n++] = mix(16, word.tag, place, word.length);
  out[n++] = mix(17, word.last, place, 0);
  out[n++] = word.fine && mix(45, word.fine, place, 0);
  out[n++] = word.coarse && mix(46, word.coarse, place, word.length);
  return n;
}

/** A word, to the characters of the next one. */
export function wordBeforeFeatures(out: Hashes, at: number, word: Word, place: number): number {
  let n = at;
  out[n++] = mix(18, word.hash, place, 0);
  out[n++] = mix(19, word.last, place, 0);
  out[n++] = word.fine && mix(47, word.fine, place, 0);
  out[n++] = word.coarse && mix(48, word.coarse, place, 0);
  return n;
}

/** A word, to the characters of the one before it. */
export function wordAfterFeatures(out: Hashes, at: number, word: Word, place: number): number {
  let n = at;
  out[n++] = mix(20, word.hash, place, 0);
  out[n++] = mix(21, word.first, place, 0);
  out[n++] = word.fine && mix(49, word.fine, place, 0);
  out[n++] = word.coarse && mix(50, word.coarse, place, 0);
  return n;
}

/** A word, to the characters two words away: `side` is 0 for those after it, 1 for those before. */
export function distantWordFeatures(out: Hashes, at: number, word: Word, side: number): number {
  out[at] = mix(22, word.hash, side, 0);
  out[at + 1] = word.fine && mix(51, word.fine, side, 0);
  return at + 2;
}

/** The classes of two neighbouring words, to the characters of one; `which` is 0 for the first. */
export function classFeatures(
  out: Hashes,
  at: number,
  a: Word,
  b: Word,
  which: number,
  place: number,
): number {
  const own = which === 0 ? a : b;
  let n = at;
  out[n++] = mix(23, a.tag, b.tag, (which << 2) | place);
  out[n++] = mix(24, (a.marks << 3) | b.marks, own.tag, (which << 2) | place);
  return n;
}

/** The classes of two neighbouring words, to the next one (`side` 0) or the one before them (1). */
export function distantClassFeatures(
  out: Hashes,
  at: number,
  a: Word,
  b: Word,
  side: number,
): number {
  out[at] = mix(25, a.tag, b.tag, (side << 6) | (a.marks << 3) | b.marks);
  return at + 1;
}

/** The characters that two neighbouring words concern: those of the word after them, before them, or their own. */
export const [NEXT_WORD, WORD_BEFORE, SECOND_WORD, FIRST_WORD] = [53, 54, 55, 56];

/** The coarse classes of two neighbouring words, to the characters that they concern. */
export function coarseFeatures(
  out: Hashes,
  at: number,
  a: number,
  b: number,
  concerned: number,
  place: number,
): number {
  out[at] = mix(concerned, a, b, place);
  return at + 1;
}

/** What lexicon, suffixes, enclosing marks and surnames say of a character. 0 is an absent feature. */
export function shapeFeatures(
  out: Hashes,
  start: number,
  c: Characters,
  i: number,
  place: number,
  before: Word,
  word: Word,
  after: Word,
): number {
  let n = start;
  const known = c.known[i]!;
  const suffix = c.suffix[i]!;
  const ahead = c.ahead[i]!;
  out[n++] = known && mix(36, known, word.tag, 0);
  out[n++] = known && mix(37, known, at(c.known, i - 1), suffix);
  out[n++] = suffix && mix(38, suffix, place, ahead);
  out[n++] = ahead && mix(39, ahead, word.tag, place);
  const surname = c.surname[i]!;
  out[n++] = surname && mix(43, surname, place, (before.marks << 3) | after.marks);
  out[n++] = surname && mix(44, surname, place, word.length);
  const compound = c.compound[i]!;
  const given = (c.given[i]! << 3) | at(c.given, i + 1);
  out[n++] = surname && mix(57, surname, given, 0);
  out[n++] = compound && mix(59, compound, at(c.type, i + 1), at(c.type, i - 1));
  return n;
}

/**
 * All features of a sentence: for each character `FEATURES` hashes, 0 for an absent one.
 * @param names of the lexicon in the sentence
 */
export function featuresOf(
  sentence: SentenceView,
  names: readonly KnownMatch[],
  lexicon: Lexicon,
): Hashes {
  const c = charactersOf(sentence, names, lexicon);
  const types = characterTypes(lexicon);
  const words = sentence.tokens.map(({ text, tag }) => describeWord(text, tag, lexicon));
  const wordAt = (index: number) => words[index] ?? NO_WORD;
  const out = new Int32Array(c.length * FEATURES);
  const code = (i: number) => (i < 0 ? BEFORE : i < c.length ? c.code[i]! : AFTER);
  const kind = (i: number) => types[code(i)]!;
  let [token, n] = [0, 0];
  for (let i = 0; i < c.length; i++) {
    const [p2, p1, c0, n1, n2] = [code(i - 2), code(i - 1), code(i), code(i + 1), code(i + 2)];
    n = secondFeatures(out, n, p1, c0);
    n = firstFeatures(out, n, c0, n1);
    n = precedingFeatures(out, n, p2, p1);
    n = followingFeatures(out, n, n1, n2);
    for (const which of [0, 1, 2]) {
      const first = i - which;
      n = kindFeatures(out, n, [kind(first), kind(first + 1), kind(first + 2)], which);
    }
    while (token < words.length && sentence.tokens[token]!.end <= sentence.start + i) token++;
    const { start, end } = sentence.tokens[token] ?? { start: Infinity, end: Infinity };
    if (start > sentence.start + i) {
      n += WORD_FEATURES;
    } else {
      const place = placeIn(sentence.start + i - start, end - start);
      const [before, word, after] = [wordAt(token - 1), wordAt(token), wordAt(token + 1)] as const;
      const [before2, after2] = [wordAt(token - 2), wordAt(token + 2)];
      n = wordFeatures(out, n, word, place);
      n = wordBeforeFeatures(out, n, before, place);
      n = wordAfterFeatures(out, n, after, place);
      n = distantWordFeatures(out, n, before2, 0);
      n = distantWordFeatures(out, n, after2, 1);
      n = classFeatures(out, n, before, word, 1, place);
      n = classFeatures(out, n, word, after, 0, place);
      n = distantClassFeatures(out, n, before2, before, 0);
      n = distantClassFeatures(out, n, after, after2, 1);
      n = coarseFeatures(out, n, before2.coarse, before.coarse, NEXT_WORD, place);
      n = coarseFeatures(out, n, after.coarse, after2.coarse, WORD_BEFORE, place);
      n = coarseFeatures(out, n, before.coarse, word.coarse, SECOND_WORD, place);
      n = coarseFeatures(out, n, word.coarse, after.coarse, FIRST_WORD, place);
      n = shapeFeatures(out, n, c, i, place, before, word, after);
    }
  }
  return out;
}

/** Features that white space, which is in no word, does not have. */
const WORD_FEATURES = 35;

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
