import { createRequire } from 'node:module';
import path from 'node:path';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { Vocabulary, withExcerpt } from './dictionary.ts';
import type { Engine } from './engine.ts';

/** nodejieba's own four words for users, with the frequency that it gives those without one. */
const USER_WORDS = path.join(DATA_FOLDER, 'segmenter', 'user.utf8');

/**
 * nodejieba reads weights of 260,000 words for finding keywords, which nobody here asks for; a list of
 * one word in their place makes loading faster by a third.
 */
const KEYWORD_WEIGHTS = path.join(DATA_FOLDER, 'segmenter', 'idf.utf8');

/** From so many characters on, most words of the dictionary are needed soon. */
const LONG = 50_000;

interface Addon extends Engine {
  load(words: string, model: string, user: string, keywords: string, stop: string): void;
}

interface Files {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
}

/** @throws Error when the addon cannot be loaded */
export function loadNodejieba(): Engine {
  const load = createRequire(import.meta.url);
  const files = load('nodejieba') as Files;
  const folder = path.dirname(load.resolve('nodejieba/package.json'));
  // An instance of our own: the package's has one dictionary for all its users.
  const own = { exports: {} as Addon };
  process.dlopen(own, path.join(folder, 'build', 'Release', 'nodejieba.node'));
  return new Nodejieba(own.exports, files);
}

/**
 * nodejieba with as much of its dictionary as is needed: it reads the whole twice, which takes longer
 * than to annotate a hundred pages.
 */
class Nodejieba implements Engine {
  readonly #addon: Addon;
  readonly #files: Files;
  /** What it can cut; undefined before the first text. */
  #known: Vocabulary | 'all' | undefined;

  constructor(addon: Addon, files: Files) {
    this.#addon = addon;
    this.#files = files;
  }

  expect(texts: readonly string[]): void {
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (this.#known || length >= LONG) return;
    const vocabulary = new Vocabulary(texts);
    withExcerpt(this.#files.DEFAULT_DICT, vocabulary, (words) => this.#load(words));
    this.#known = vocabulary;
  }

  cut(text: string, hmm: boolean): string[] {
    this.#need(text);
    return this.#addon.cut(text, hmm);
  }

  tag(text: string): { tag: string }[] {
    this.#need(text);
    return this.#addon.tag(text);
  }

  #need(text: string): void {
    if (this.#known === 'all' || this.#known?.covers(text)) return;
    this.#load(this.#files.DEFAULT_DICT);
    this.#known = 'all';
  }

  #load(words: string): void {
    const { DEFAULT_HMM_DICT, DEFAULT_STOP_WORD_DICT } = this.#files;
    this.#addon.load(words, DEFAULT_HMM_DICT, USER_WORDS, KEYWORD_WEIGHTS, DEFAULT_STOP_WORD_DICT);
  }
}
