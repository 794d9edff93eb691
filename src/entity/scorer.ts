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
  distantPairFeatures,
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
  sequenceFeatures,
  shapeFeatures,
  surroundingFeatures,
  WORD_BEFORE,
  type Word,
  wordAfterFeatures,
  wordBeforeFeatures,
  wordFeatures,
  wordPairFeatures,
} from './features.ts';
import { Memo } from './memo.ts';
import { type Model, PACKED, rowOf } from './model.ts';

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
const REMEMBERED_PAIRS = 2 ** 15;
/** Room for all pairs of 64 coarse classes and none. */
const COARSE_PAIRS = 2 ** 13;
/** When there are more words or pairs of classes, their memory starts anew. */
const MAX_REMEMBERED = 50_000;

interface KnownWord {
  readonly word: Word;
  readonly tag: string;
  /** Number of its class: words of equal tag and marks. */
  readonly class: number;
  readonly sums: Int32Array;
}

type FiveWords = [KnownWord, KnownWord, KnownWord, KnownWord, KnownWord];

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
  readonly #classPairs = new Map<number, Int32Array>();
  readonly #types: Uint8Array;
  /** Sums of three kinds of character, for each of them. */
  readonly #kinds: Int32Array;
  /** Features of a group while it is added up, and sums of features that concern a whole word. */
  readonly #hashes: Hashes = new Int32Array(FEATURES);
  readonly #common = new Int32Array(PACKED);

  constructor(
    readonly model: Model,
    readonly lexicon: Lexicon,
  ) {
    this.#types = characterTypes(lexicon);
    this.#kinds = this.#kindSums();
    this.#edge = this.#known(NO_WORD, '');
  }

  /** `PACKED` sums for each character of a sentence; `unpack` of the model reads them. */
  score(sentence: SentenceView): Int32Array {
    const characters = charactersOf(sentence, this.lexicon, true);
    const sums = new Int32Array(characters.length * PACKED);
    this.#addCharacters(sums, characters);
    this.#addWords(sums, sentence, characters);
    return sums;
  }

  #addCharacters(sums: Int32Array, { code, length }: Characters): void {
    const codes = new Uint16Array(length + 2 * REACH).fill(BEFORE).fill(AFTER, REACH + length);
    codes.set(code, REACH);
    this.#pairs.makeRoom(codes.length);
    const { values } = this.#pairs;
    const kinds = this.#kinds;
    // Pairs and threes that contain the character before it was its turn.
    let preceding = 0;
    let ending = this.#pair(codes[0]!, codes[1]!);
    let beginning = this.#pair(codes[1]!, codes[2]!);
    let three1 = 0;
    let three0 = this.#three(codes, 0);
    let three = this.#three(codes, 1);
    let following = length > 0 ? this.#pair(codes[2]!, codes[3]!) : 0;
    for (let i = 0; i < length; i++) {
      preceding = ending;
      ending = beginning;
      beginning = following;
      following = this.#pair(codes[i + REACH + 1]!, codes[i + REACH + 2]!);
      three1 = three0;
      three0 = three;
      three = this.#three(codes, i + REACH);
      const to = i * PACKED;
      for (let k = 0; k < PACKED; k++) {
        sums[to + k]! +=
          values[preceding + NEXT + k]! +
          values[ending + SECOND + k]! +
          values[beginning + FIRST + k]! +
          values[following + PREVIOUS + k]! +
          kinds[three1 + 2 * PACKED + k]! +
          kinds[three0 + PACKED + k]! +
          kinds[three + k]!;
      }
      this.#addRows(sums, to, sequenceFeatures(this.#hashes, 0, codes, i + REACH));
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

  #addWords(sums: Int32Array, { start, tokens }: SentenceView, characters: Characters): void {
    const words = this.#knowAll(tokens);
    const classes = words.map((word, i) => this.#classPair(word, words[i + 1] ?? this.#edge));
    this.#coarsePairs.makeRoom(words.length);
    const coarse = words.map((word, i) => this.#coarsePair(word, words[i + 1] ?? this.#edge));
    const company = this.#coarsePairs.values;
    const hashes = this.#hashes;
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t]!;
      const length = token.end - token.start;
      const w = t + REACH;
      const [before2, before, own, after, after2] = words.slice(w - 2, w + 3) as FiveWords;
      this.#addCommon(before2, before, after, after2);
      const common = this.#common;
      const [far, near, next, farNext] = [
        classes[w - 2]!,
        classes[w - 1]!,
        classes[w]!,
        classes[w + 1]!,
      ];
      for (let offset = 0; offset < length; offset++) {
        const place = placeIn(offset, length);
        const by = place * PACKED;
        const i = token.start - start + offset;
        const to = i * PACKED;
        for (let k = 0; k < PACKED; k++) {
          sums[to + k]! +=
            common[k]! +
            own.sums[OWN + by + k]! +
            before.sums[TO_NEXT + by + k]! +
            after.sums[TO_PREVIOUS + by + k]! +
            near[CLASS_SECOND + by + k]! +
            next[CLASS_FIRST + by + k]! +
            far[CLASS_NEXT + k]! +
            farNext[CLASS_PREVIOUS + k]! +
            company[coarse[w - 2]! + COARSE_NEXT + by + k]! +
            company[coarse[w - 1]! + COARSE_SECOND + by + k]! +
            company[coarse[w]! + COARSE_FIRST + by + k]! +
            company[coarse[w + 1]! + COARSE_BEFORE + by + k]!;
        }
        let n = wordPairFeatures(hashes, 0, before.word, own.word, 1, place);
        n = wordPairFeatures(hashes, n, own.word, after.word, 0, place);
        n = surroundingFeatures(hashes, n, before.word, after.word, place);
        n = shapeFeatures(hashes, n, characters, i, place, before.word, own.word, after.word);
        this.#addRows(sums, to, n);
      }
    }
  }

  /** Sum up what the words at a distance add to all characters of a word. */
  #addCommon(before2: KnownWord, before: KnownWord, after: KnownWord, after2: KnownWord): void {
    const common = this.#common;
    for (let k = 0; k < PACKED; k++) {
      common[k] = before2.sums[TO_SECOND_NEXT + k]! + after2.sums[TO_SECOND_PREVIOUS + k]!;
    }
    let n = distantPairFeatures(this.#hashes, 0, before2.word, before.word, 0);
    n = distantPairFeatures(this.#hashes, n, after.word, after2.word, 1);
    this.#addRows(common, 0, n);
  }

  /** The words of a sentence, with those beyond its ends. */
  #knowAll(tokens: readonly Token[]): KnownWord[] {
    const edges = Array<KnownWord>(REACH).fill(this.#edge);
    return [...edges, ...tokens.map((token) => this.#know(token)), ...edges];
  }

  #classPair(a: KnownWord, b: KnownWord): Int32Array {
    const key = a.class * 2 ** 16 + b.class;
    const known = this.#classPairs.get(key);
    if (known) return known;
    const hashes = this.#hashes;
    const sums = new Int32Array(CLASS_SUMS);
    for (let place = 0; place < PLACES; place++) {
      const by = place * PACKED;
      this.#addRows(sums, CLASS_FIRST + by, classFeatures(hashes, 0, a.word, b.word, 0, place));
      this.#addRows(sums, CLASS_SECOND + by, classFeatures(hashes, 0, a.word, b.word, 1, place));
    }
    this.#addRows(sums, CLASS_NEXT, distantClassFeatures(hashes, 0, a.word, b.word, 0));
    this.#addRows(sums, CLASS_PREVIOUS, distantClassFeatures(hashes, 0, a.word, b.word, 1));
    if (this.#classPairs.size >= MAX_REMEMBERED) this.#classPairs.clear();
    this.#classPairs.set(key, sums);
    return sums;
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

function add(sums: Int32Array, to: number, values: Int32Array, from: number): void {
  for (let i = 0; i < PACKED; i++) sums[to + i]! += values[from + i]!;
}
