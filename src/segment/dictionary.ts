import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Bits for pairs of characters; with many more pairs than bits, an excerpt would be the whole. */
const BITS = 2 ** 24;

/**
 * The characters of texts and their pairs. It may hold a pair too many (two that share a bit), but
 * then it holds it for texts and for words of the dictionary alike.
 */
export class Vocabulary {
  readonly #pairs = new Uint32Array(BITS / 32);

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      let before = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        this.#add(0, code);
        this.#add(before, code);
        before = code;
      }
    }
  }

  /** Whether a text, or a part of one between two places, is made of known pairs. */
  covers(text: string, start = 0, end = text.length): boolean {
    let before = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (!this.#has(before, code)) return false;
      before = code;
    }
    return true;
  }

  #add(first: number, second: number): void {
    const bit = bitOf(first, second);
    this.#pairs[bit >>> 5]! |= 1 << bit;
  }

  #has(first: number, second: number): boolean {
    const bit = bitOf(first, second);
    return ((this.#pairs[bit >>> 5]! >>> bit) & 1) === 1;
  }
}

function bitOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 8;
}

/** No text is expected to hold this word, whose lines keep the sums of an excerpt those of the whole. */
const FILLER = '\u{f0000}'.repeat(4);

/**
 * The lines of a dictionary (word, frequency, tag, with a space between) whose words a text of the
 * vocabulary can hold. Two lines more keep the least frequency and the sum of all, on which the
 * weight of each word depends, so that texts of the vocabulary are cut alike with part and whole.
 * @returns undefined when a part will not do: the vocabulary holds the word of these lines, or all words
 */
export function excerpt(dictionary: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.covers(FILLER)) return undefined;
  let [kept, left, least] = ['', 0, Infinity];
  for (let start = 0; start < dictionary.length; ) {
    const end = dictionary.indexOf('\n', start) + 1 || dictionary.length;
    const space = dictionary.indexOf(' ', start);
    const frequency = Number.parseInt(dictionary.slice(space + 1, end), 10);
    if (vocabulary.covers(dictionary, start, space)) kept += dictionary.slice(start, end);
    else {
      left += frequency;
      least = Math.min(least, frequency);
    }
    start = end;
  }
  if (left <= least) return undefined;
  return `${kept}${FILLER} ${least} x\n${FILLER} ${left - least} x\n`;
}

/**
 * Write an excerpt of a dictionary's file to a file that is there until `use` has returned; where it
 * cannot be written, the whole is used.
 */
export function withExcerpt(
  file: string,
  vocabulary: Vocabulary,
  use: (file: string) => void,
): void {
  const lines = excerpt(readFileSync(file, 'utf8'), vocabulary);
  const part = lines === undefined ? undefined : temporaryFile(lines);
  use(part ?? file);
  if (part !== undefined) rmSync(path.dirname(part), { recursive: true, force: true });
}

function temporaryFile(content: string): string | undefined {
  try {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'mailuo-')), 'words.utf8');
    writeFileSync(file, content);
    return file;
  } catch {
    return undefined;
  }
}
