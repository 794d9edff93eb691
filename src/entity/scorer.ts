import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../types.ts';
import type { SentenceView } from './candidates.ts';
import { type Characters, charactersOf, characterTypes } from './characters.ts';
import {
  AFTER,
  BEFORE,
  describeWord,
  FEATURES,
  firstFeatures,
  firstWordFeatures,
  type Hashes,
  lastFeatures,
  middleFeatures,
  NO_WORD,
  PLACES,
  placeIn,
  secondWordFeatures,
  shapeFeatures,
  type Word,
  wordFeatures,
  wordsAfterFeatures,
  wordsBeforeFeatures,
} from './features.ts';
import { Memo } from './memo.ts';
import { type Model, PACKED, rowOf } from './model.ts';

/** Places of the sums that three characters add: to the last, the middle and the first of them. */
const [LAST, MIDDLE, FIRST] = [0, PACKED, 2 * PACKED];
/** Places of the sums that two words add: to each place of the second and of the first, and to the words around them. */
const [SECOND_WORD, FIRST_WORD] = [0, PLACES * PACKED];
const [WORD_AFTER, WORD_BEFORE] = [2 * PLACES * PACKED, (2 * PLACES + 1) * PACKED];

const REMEMBERED_WINDOWS = 2 ** 16;
const REMEMBERED_PAIRS = 2 ** 14;
/** When there are more words, the memory of words starts anew. */
const MAX_REMEMBERED_WORDS = 100_000;

interface KnownWord {
  readonly id: number;
  readonly tag: string;
  readonly word: Word;
  /** What the word adds to its own characters, by place. */
  readonly sums: Int32Array;
}

/**
 * Adds up the weights of the features of each character. What a group of features adds is remembered
 * by the group's key: most of a text consists of words and sequences that were seen before.
 */
export class Scorer {
  readonly #windows = new Memo(REMEMBERED_WINDOWS, 3 * PACKED);
  readonly #pairs = new Memo(REMEMBERED_PAIRS, (2 * PLACES + 2) * PACKED);
  readonly #words = new Map<string, KnownWord>();
  readonly #edge: KnownWord = { id: 0, tag: '', word: NO_WORD, sums: new Int32Array(0) };
  #nextWord = 1;
  readonly #types: Uint8Array;
  /** Features of a group while it is added up. */
  readonly #hashes: Hashes = new Int32Array(FEATURES);

  constructor(
    readonly model: Model,
    readonly lexicon: Lexicon,
  ) {
    this.#types = characterTypes(lexicon);
  }

  /** `PACKED` sums for each character of a sentence; `unpack` of the model reads them. */
  score(sentence: SentenceView): Int32Array {
    const characters = charactersOf(sentence, this.lexicon, true);
    const sums = new Int32Array(characters.length * PACKED);
    this.#addWindows(sums, characters);
    const words = sentence.tokens.map((token) => this.#know(token));
    this.#addWords(sums, sentence, words);
    this.#addShapes(sums, sentence, characters, words);
    return sums;
  }

  #addWindows(sums: Int32Array, { code, length }: Characters): void {
    const { values } = this.#windows;
    let a = BEFORE;
    let b = BEFORE;
    for (let i = -1; i <= length; i++) {
      const c = i + 1 < length ? code[i + 1]! : AFTER;
      const at = this.#window(a, b, c);
      if (i + 1 < length) add(sums, (i + 1) * PACKED, values, at + LAST);
      if (i >= 0 && i < length) add(sums, i * PACKED, values, at + MIDDLE);
      if (i > 0) add(sums, (i - 1) * PACKED, values, at + FIRST);
      a = b;
      b = c;
    }
  }

  #window(a: number, b: number, c: number): number {
    const memo = this.#windows;
    const at = memo.find((a << 16) | b, c);
    if (memo.isNew) {
      const hashes = this.#hashes;
      const window = [a, b, c] as const;
      this.#sum(memo.values, at + LAST, lastFeatures(hashes, 0, window, this.#types));
      this.#sum(memo.values, at + MIDDLE, middleFeatures(hashes, 0, window, this.#types));
      this.#sum(memo.values, at + FIRST, firstFeatures(hashes, 0, window, this.#types));
    }
    return at;
  }

  #addWords(sums: Int32Array, { start, tokens }: SentenceView, words: readonly KnownWord[]): void {
    for (const [index, token] of tokens.entries()) {
      addByPlace(sums, start, token, words[index]!.sums, 0);
    }
    const { values } = this.#pairs;
    for (let second = -1; second <= words.length + 1; second++) {
      const at = this.#pair(words[second - 1] ?? this.#edge, words[second] ?? this.#edge);
      const [before, first, own, after] = [-2, -1, 0, 1].map((step) => tokens[second + step]);
      if (own) addByPlace(sums, start, own, values, at + SECOND_WORD);
      if (first) addByPlace(sums, start, first, values, at + FIRST_WORD);
      if (after) addToAll(sums, start, after, values, at + WORD_AFTER);
      if (before) addToAll(sums, start, before, values, at + WORD_BEFORE);
    }
  }

  #pair(a: KnownWord, b: KnownWord): number {
    const memo = this.#pairs;
    const at = memo.find(a.id, b.id);
    if (memo.isNew) {
      const hashes = this.#hashes;
      const pair = [a.word, b.word] as const;
      for (let place = 0; place < PLACES; place++) {
        const by = at + place * PACKED;
        if (occurs(place, b.word)) {
          this.#sum(memo.values, by + SECOND_WORD, secondWordFeatures(hashes, 0, pair, place));
        }
        if (occurs(place, a.word)) {
          this.#sum(memo.values, by + FIRST_WORD, firstWordFeatures(hashes, 0, pair, place));
        }
      }
      this.#sum(memo.values, at + WORD_AFTER, wordsBeforeFeatures(hashes, 0, pair));
      this.#sum(memo.values, at + WORD_BEFORE, wordsAfterFeatures(hashes, 0, pair));
    }
    return at;
  }

  #addShapes(
    sums: Int32Array,
    { start, tokens }: SentenceView,
    characters: Characters,
    words: readonly KnownWord[],
  ): void {
    for (const [index, token] of tokens.entries()) {
      const around = [
        words[index - 1]?.word ?? NO_WORD,
        words[index]!.word,
        words[index + 1]?.word ?? NO_WORD,
      ] as const;
      for (let i = token.start; i < token.end; i++) {
        const place = placeIn(i - token.start, token.end - token.start);
        const end = shapeFeatures(this.#hashes, 0, characters, i - start, place, around);
        this.#addRows(sums, (i - start) * PACKED, end);
      }
    }
  }

  #know({ text, tag }: Token): KnownWord {
    const known = this.#words.get(text);
    if (known?.tag === tag) return known;
    const word = describeWord(text, tag, this.lexicon);
    const sums = new Int32Array(PLACES * PACKED);
    for (let place = 0; place < PLACES; place++) {
      if (!occurs(place, word)) continue;
      this.#sum(sums, place * PACKED, wordFeatures(this.#hashes, 0, word, place));
    }
    if (this.#words.size >= MAX_REMEMBERED_WORDS) this.#words.clear();
    const entry = { id: this.#nextWord++, tag, word, sums };
    this.#words.set(text, entry);
    return entry;
  }

  /** Write the sum of the rows of the first `count` hashes. */
  #sum(sums: Int32Array, at: number, count: number): void {
    sums.fill(0, at, at + PACKED);
    this.#addRows(sums, at, count);
  }

  #addRows(sums: Int32Array, at: number, count: number): void {
    const { slots, rows } = this.model;
    for (let f = 0; f < count; f++) {
      const hash = this.#hashes[f]!;
      if (hash === 0) continue;
      const row = rowOf(slots, hash);
      if (row >= 0) add(sums, at, rows, row * PACKED);
    }
  }
}

/** Whether a word of its length has a character at a place. */
function occurs(place: number, { length }: Word): boolean {
  return length === 1 ? place === 3 : place === 1 ? length > 2 : place !== 3 && length > 0;
}

function addByPlace(
  sums: Int32Array,
  sentence: number,
  { start, end }: Token,
  values: Int32Array,
  at: number,
): void {
  for (let i = start; i < end; i++) {
    const place = placeIn(i - start, end - start);
    add(sums, (i - sentence) * PACKED, values, at + place * PACKED);
  }
}

function addToAll(
  sums: Int32Array,
  sentence: number,
  { start, end }: Token,
  values: Int32Array,
  at: number,
): void {
  for (let i = start; i < end; i++) add(sums, (i - sentence) * PACKED, values, at);
}

function add(sums: Int32Array, to: number, values: Int32Array, from: number): void {
  for (let i = 0; i < PACKED; i++) sums[to + i]! += values[from + i]!;
}
