import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../types.ts';
import type { SentenceView } from './candidates.ts';
import { type Characters, charactersOf, characterTypes, KINDS } from './characters.ts';
import {
  AFTER,
  BEFORE,
  classFeatures,
  coarseFeatures,
  describeWord,
  distantClassFeatures,
  distantWordFeatures,
  FEATURES,
  FIRST_WORD,
  firstFeatures,
  followingFeatures,
  type Hashes,
  kindFeatures,
  NEXT_WORD,
  NO_WORD,
  PLACES,
  placeIn,
  precedingFeatures,
  SECOND_WORD,
  secondFeatures,
  shapeFeatures,
  WORD_BEFORE,
  type Word,
  wordAfterFeatures,
  wordBeforeFeatures,
  wordFeatures,
} from './features.ts';
import type { KnownMatch } from './known.ts';
import { Memo } from './memo.ts';
import { type Model, outsideBy, PACKED, rowOf } from './model.ts';

/** Places of the sums that two characters add: to each of them, to the one after and the one before. */
const [SECOND, FIRST, NEXT, PREVIOUS] = [0, PACKED, 2 * PACKED, 3 * PACKED];
/** Places of the sums that a word adds, by place in the word to which they are added. */
const [OWN, TO_NEXT, TO_PREVIOUS] = [0, PLACES * PACKED, 2 * PLACES * PACKED];
const [TO_SECOND_NEXT, TO_SECOND_PREVIOUS] = [3 * PLACES * PACKED, (3 * PLACES + 1) * PACKED];
const WORD_SUMS = (3 * PLACES + 2) * PACKED;
/** Places of the sums that the classes of two words add. */
const [CLASS_SECOND, CLASS_FIRST] = [0, PLACES * PACKED];
const [CLASS_NEXT, CLASS_PREVIOUS] = [2 * PLACES * PACKED, (2 * PLACES + 1) * PACKED];
const CLASS_SUMS = (2 * PLACES + 2) * PACKED;
/** Places of the sums that the coarse classes of two words add, by place in the word that they concern. */
const [COARSE_NEXT, COARSE_BEFORE] = [0, PLACES * PACKED];
const [COARSE_SECOND, COARSE_FIRST] = [2 * PLACES * PACKED, 3 * PLACES * PACKED];
const COARSE_SUMS = 4 * PLACES * PACKED;
const CONCERNED = [NEXT_WORD!, WORD_BEFORE!, SECOND_WORD!, FIRST_WORD!];

/** Characters and words beyond the ends of a sentence that features reach. */
const REACH = 2;
const REMEMBERED_PAIRS = 2 ** 17;
const CLASS_PAIRS = 2 ** 14;
/** Room for all pairs of 64 coarse classes and none. */
const COARSE_PAIRS = 2 ** 13;
/** When there are more words, their memory starts anew. */
const MAX_REMEMBERED = 50_000;

interface KnownWord {
  readonly word: Word;
  readonly tag: string;
  /** Number of its class: words of equal tag and marks. */
  readonly class: number;
  readonly sums: Int32Array;
}

/**
 * Sums of remembered features that put the label of no name ahead by so much (a weight is at most 127)
 * are far from every name: those of half of the characters of news. Half as much loses no name of
 * gold/dev and gold/train either.
 */
export const FAR = 100;
/** Words alone, before the characters were looked at, must put it ahead by so many times as much. */
const BY_WORDS = 1.5;

/**
 * Adds up the weights of the features of each character. What a group of features adds is remembered
 * by the group's key, since most pairs of characters and most words of a text were seen before.
 */
export class LabelScorer {
  readonly #pairs = new Memo(REMEMBERED_PAIRS, 4 * PACKED);
  readonly #coarsePairs = new Memo(COARSE_PAIRS, COARSE_SUMS);
  readonly #words = new Map<string, KnownWord>();
  readonly #edge: KnownWord;
  readonly #classNumbers = new Map<string, number>();
  readonly #classPairs = new Memo(CLASS_PAIRS, CLASS_SUMS);
  readonly #types: Uint8Array;
  /** Sums of three kinds of character, for each of them. */
  readonly #kinds: Int32Array;
  /** Features of a group while it is added up. */
  readonly #hashes: Hashes = new Int32Array(FEATURES);

  /** @param far lead of the label of no name from which a character is not looked at more closely */
  constructor(
    readonly model: Model,
    readonly lexicon: Lexicon,
    readonly far = FAR,
  ) {
    this.#types = characterTypes(lexicon);
    this.#kinds = this.#kindSums();
    this.#edge = this.#known(NO_WORD, '');
  }

  /**
   * `PACKED` sums for each character of a sentence; `unpack` of the model reads them.
   * @param names of the lexicon in the sentence
   */
  score(sentence: SentenceView, names: readonly KnownMatch[]): Int32Array {
    const characters = charactersOf(sentence, names, this.lexicon);
    const sums = new Int32Array(characters.length * PACKED);
    const words = this.#knowAll(sentence.tokens);
    this.#addWords(sums, sentence, words);
    this.#addCharacters(sums, characters);
    this.#addRare(sums, sentence, characters, words);
    return sums;
  }

  /** Add what characters and their kinds say, for those that the words do not put far from every name. */
  #addCharacters(sums: Int32Array, characters: Characters): void {
    const codes = surrounded(characters);
    const { length, known, compound } = characters;
    this.#pairs.makeRoom(codes.length);
    const { values } = this.#pairs;
    const kinds = this.#kinds;
    const far = BY_WORDS * this.far;
    const pairs = new Int32Array(codes.length).fill(-1);
    const pairAt = (i: number) => {
      if (pairs[i]! < 0) pairs[i] = this.#pair(codes[i]!, codes[i + 1]!);
      return pairs[i]!;
    };
    for (let i = 0; i < length; i++) {
      const to = i * PACKED;
      if (known[i] === 0 && compound[i] === 0 && outsideBy(sums, to) > far) continue;
      const preceding = pairAt(i) + NEXT;
      const ending = pairAt(i + 1) + SECOND;
      const beginning = pairAt(i + 2) + FIRST;
      const following = pairAt(i + 3) + PREVIOUS;
      const three1 = this.#three(codes, i) + 2 * PACKED;
      const three0 = this.#three(codes, i + 1) + PACKED;
      const three = this.#three(codes, i + 2);
      for (let k = 0; k < PACKED; k++) {
        sums[to + k]! +=
          values[preceding + k]! +
          values[ending + k]! +
          values[beginning + k]! +
          values[following + k]! +
          kinds[three1 + k]! +
          kinds[three0 + k]! +
          kinds[three + k]!;
      }
    }
  }

  #pair(a: number, b: number): number {
    const memo = this.#pairs;
    const at = memo.find(a, b);
    if (memo.isNew) {
      const hashes = this.#hashes;
      const { values } = memo;
      this.#sum(values, at + SECOND, secondFeatures(hashes, 0, a, b));
      this.#sum(values, at + FIRST, firstFeatures(hashes, 0, a, b));
      this.#sum(values, at + NEXT, precedingFeatures(hashes, 0, a, b));
      this.#sum(values, at + PREVIOUS, followingFeatures(hashes, 0, a, b));
    }
    return at;
  }

  /** Where the sums of three kinds of character begin. */
  #three(codes: Uint16Array, i: number): number {
    const types = this.#types;
    const key = (types[codes[i]!]! * KINDS + types[codes[i + 1]!]!) * KINDS + types[codes[i + 2]!]!;
    return 3 * PACKED * key;
  }

  #kindSums(): Int32Array {
    const sums = new Int32Array(KINDS ** 3 * 3 * PACKED);
    for (let key = 0; key < KINDS ** 3; key++) {
      const kinds = [Math.floor(key / KINDS ** 2), Math.floor(key / KINDS) % KINDS, key % KINDS];
      for (let which = 0; which < 3; which++) {
        const end = kindFeatures(this.#hashes, 0, kinds as [number, number, number], which);
        this.#addRows(sums, (key * 3 + which) * PACKED, end);
      }
    }
    return sums;
  }

  #addWords(sums: Int32Array, { start, tokens }: SentenceView, words: readonly KnownWord[]): void {
    this.#classPairs.makeRoom(words.length);
    const classes = words.map((word, i) => this.#classPair(word, words[i + 1] ?? this.#edge));
    const grammar = this.#classPairs.values;
    this.#coarsePairs.makeRoom(words.length);
    const coarse = words.map((word, i) => this.#coarsePair(word, words[i + 1] ?? this.#edge));
    const company = this.#coarsePairs.values;
    /** What all characters of a word have in common. */
    const common = new Int32Array(PACKED);
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t]!;
      const length = token.end - token.start;
      const w = t + REACH;
      const before2 = words[w - 2]!.sums;
      const before = words[w - 1]!.sums;
      const own = words[w]!.sums;
      const after = words[w + 1]!.sums;
      const after2 = words[w + 2]!.sums;
      const far = classes[w - 2]! + CLASS_NEXT;
      const near = classes[w - 1]! + CLASS_SECOND;
      const next = classes[w]! + CLASS_FIRST;
      const farNext = classes[w + 1]! + CLASS_PREVIOUS;
      const toNext = coarse[w - 2]! + COARSE_NEXT;
      const second = coarse[w - 1]! + COARSE_SECOND;
      const first = coarse[w]! + COARSE_FIRST;
      const toBefore = coarse[w + 1]! + COARSE_BEFORE;
      for (let k = 0; k < PACKED; k++) {
        common[k] =
          before2[TO_SECOND_NEXT + k]! +
          after2[TO_SECOND_PREVIOUS + k]! +
          grammar[far + k]! +
          grammar[farNext + k]!;
      }
      for (let offset = 0; offset < length; offset++) {
        const by = placeIn(offset, length) * PACKED;
        const to = (token.start - start + offset) * PACKED;
        for (let k = 0; k < PACKED; k++) {
          const at = by + k;
          sums[to + k]! +=
            common[k]! +
            own[OWN + at]! +
            before[TO_NEXT + at]! +
            after[TO_PREVIOUS + at]! +
            grammar[near + at]! +
            grammar[next + at]! +
            company[toNext + at]! +
            company[second + at]! +
            company[first + at]! +
            company[toBefore + at]!;
        }
      }
    }
  }

  /**
   * Look up the features whose keys are too many to be remembered, but only for characters that the
   * others do not put far from every name: a cascade of two steps (Weiss and Taskar 2010, "Structured
   * prediction cascades").
   */
  #addRare(
    sums: Int32Array,
    { start, tokens }: SentenceView,
    characters: Characters,
    words: readonly KnownWord[],
  ): void {
    const hashes = this.#hashes;
    const { known, suffix, ahead, surname, compound } = characters;
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t]!;
      for (let i = token.start - start; i < token.end - start; i++) {
        if ((known[i]! | suffix[i]! | ahead[i]! | surname[i]!) === 0) continue;
        const to = i * PACKED;
        if (known[i] === 0 && compound[i] === 0 && outsideBy(sums, to) > this.far) continue;
        const before = words[t + 1]!.word;
        const own = words[t + 2]!.word;
        const after = words[t + 3]!.word;
        const place = placeIn(i + start - token.start, token.end - token.start);
        const end = shapeFeatures(hashes, 0, characters, i, place, before, own, after);
        this.#addRows(sums, to, end);
      }
    }
  }

  /** The words of a sentence, with those beyond its ends. */
  #knowAll(tokens: readonly Token[]): KnownWord[] {
    const edges = Array<KnownWord>(REACH).fill(this.#edge);
    return [...edges, ...tokens.map((token) => this.#know(token)), ...edges];
  }

  /** Where the sums of the classes of two words begin. */
  #classPair(a: KnownWord, b: KnownWord): number {
    const memo = this.#classPairs;
    const at = memo.find(a.class, b.class);
    if (!memo.isNew) return at;
    const hashes = this.#hashes;
    const { values } = memo;
    for (let place = 0; place < PLACES; place++) {
      const by = at + place * PACKED;
      this.#sum(values, by + CLASS_FIRST, classFeatures(hashes, 0, a.word, b.word, 0, place));
      this.#sum(values, by + CLASS_SECOND, classFeatures(hashes, 0, a.word, b.word, 1, place));
    }
    this.#sum(values, at + CLASS_NEXT, distantClassFeatures(hashes, 0, a.word, b.word, 0));
    this.#sum(values, at + CLASS_PREVIOUS, distantClassFeatures(hashes, 0, a.word, b.word, 1));
    return at;
  }

  /** Where the sums of the coarse classes of two words begin. */
  #coarsePair({ word: { coarse: a } }: KnownWord, { word: { coarse: b } }: KnownWord): number {
    const memo = this.#coarsePairs;
    const at = memo.find(a, b);
    if (!memo.isNew) return at;
    for (const [which, concerned] of CONCERNED.entries()) {
      for (let place = 0; place < PLACES; place++) {
        const to = at + (which * PLACES + place) * PACKED;
        this.#sum(memo.values, to, coarseFeatures(this.#hashes, 0, a, b, concerned, place));
      }
    }
    return at;
  }

  #know({ text, tag }: Token): KnownWord {
    const known = this.#words.get(text);
    if (known?.tag === tag) return known;
    if (this.#words.size >= MAX_REMEMBERED) this.#words.clear();
    const entry = this.#known(describeWord(text, tag, this.lexicon), tag);
    this.#words.set(text, entry);
    return entry;
  }

  #known(word: Word, tag: string): KnownWord {
    const hashes = this.#hashes;
    const sums = new Int32Array(WORD_SUMS);
    for (let place = 0; place < PLACES; place++) {
      const by = place * PACKED;
      this.#addRows(sums, OWN + by, wordFeatures(hashes, 0, word, place));
      this.#addRows(sums, TO_NEXT + by, wordBeforeFeatures(hashes, 0, word, place));
      this.#addRows(sums, TO_PREVIOUS + by, wordAfterFeatures(hashes, 0, word, place));
    }
    this.#addRows(sums, TO_SECOND_NEXT, distantWordFeatures(hashes, 0, word, 0));
    this.#addRows(sums, TO_SECOND_PREVIOUS, distantWordFeatures(hashes, 0, word, 1));
    return { word, tag, class: this.#classOf(word), sums };
  }

  #classOf({ tag, marks }: Word): number {
    const key = `${tag} ${marks}`;
    const number = this.#classNumbers.get(key) ?? this.#classNumbers.size;
    this.#classNumbers.set(key, number);
    return number;
  }

  /** Write the sum of the rows of the first `count` hashes. */
  #sum(sums: Int32Array, at: number, count: number): void {
    sums.fill(0, at, at + PACKED);
    this.#addRows(sums, at, count);
  }

  #addRows(sums: Int32Array, at: number, count: number): void {
    const { rows } = this.model;
    for (let f = 0; f < count; f++) {
      const hash = this.#hashes[f]!;
      if (hash === 0) continue;
      const row = rowOf(this.model, hash);
      if (row >= 0) add(sums, at, rows, row * PACKED);
    }
  }
}

/** The characters of a sentence with those beyond its ends. */
function surrounded({ code, length }: Characters): Uint16Array {
  const codes = new Uint16Array(length + 2 * REACH).fill(BEFORE).fill(AFTER, REACH + length);
  codes.set(code, REACH);
  return codes;
}

function add(sums: Int32Array, to: number, values: Int32Array, from: number): void {
  for (let i = 0; i < PACKED; i++) sums[to + i]! += values[from + i]!;
}
