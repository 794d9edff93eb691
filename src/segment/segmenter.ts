import { createRequire } from 'node:module';
import path from 'node:path';
import { DATA_FOLDER } from '../lexicon/table.ts';
import type { Token } from '../types.ts';

/** A Chinese word segmenter with a part-of-speech dictionary. */
export interface Segmenter {
  /** Package name of the engine, kept in the graph's attributes. */
  readonly name: 'nodejieba' | '@node-rs/jieba';
  /** Cut a text into words. Joined, they are the text. */
  cut(text: string): string[];
  /** A word with its part of speech, in ICTCLAS tags; equal words are one string in memory. */
  know(word: string): Pick<Token, 'text' | 'tag'>;
}

/** Engines are loaded when they are needed: a query needs none. */
const load = createRequire(import.meta.url);

interface Engine {
  cut(text: string, hmm: boolean): string[];
  tag(text: string): { tag: string }[];
}

/**
 * nodejieba reads weights of 260,000 words for finding keywords, which nobody here asks for; a list of
 * one word in their place makes loading faster by a third.
 */
const IDF_FILE = path.join(DATA_FOLDER, 'segmenter', 'idf.utf8');

/** Words that are remembered; when there are more, the memory starts anew. */
const MAX_REMEMBERED = 300_000;

/**
 * Load nodejieba, or @node-rs/jieba (prebuilt, same dictionary) where its addon cannot be loaded.
 * @param warn receives one line when the second engine takes over
 * @param only use this engine and no other (for comparing the two)
 */
export function loadSegmenter(warn: (line: string) => void, only?: Segmenter['name']): Segmenter {
  if (only !== '@node-rs/jieba') {
    try {
      const nodejieba = load('nodejieba') as Engine & {
        load(files: { idfDict: string }): void;
      };
      nodejieba.load({ idfDict: IDF_FILE });
      return segmenter('nodejieba', nodejieba);
    } catch (error) {
      if (only) throw error;
      warn(
        'nodejieba could not be loaded; @node-rs/jieba segments instead, with slightly other words',
      );
    }
  }
  const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = load('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  return segmenter('@node-rs/jieba', Jieba.withDict(dict));
}

/**
 * A tag depends on the word alone, so cutting and looking up what has not been seen yet
 * gives what `tag` gives in about half the time.
 */
function segmenter(name: Segmenter['name'], engine: Engine): Segmenter {
  const words = new Map<string, Pick<Token, 'text' | 'tag'>>();
  return {
    name,
    cut: (text) => engine.cut(text, true),
    know(text) {
      let word = words.get(text);
      if (!word) {
        word = { text, tag: engine.tag(text).at(-1)?.tag ?? 'x' };
        if (words.size >= MAX_REMEMBERED) words.clear();
        words.set(text, word);
      }
      return word;
    },
  };
}
