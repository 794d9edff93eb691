import { createRequire } from 'node:module';
import type { Token } from '../types.ts';
import type { Engine } from './engine.ts';
import { loadNodejieba } from './nodejieba.ts';

/** A Chinese word segmenter with a part-of-speech dictionary. */
export interface Segmenter {
  /** Package name of the engine, kept in the graph's attributes. */
  readonly name: 'nodejieba' | '@node-rs/jieba';
  /** Say what will be cut next, so that for a short text no more is loaded than it needs. */
  expect(texts: readonly string[]): void;
  /** Cut a text into words. Joined, they are the text. */
  cut(text: string): string[];
  /** A word with its part of speech, in ICTCLAS tags; equal words are one string in memory. */
  know(word: string): Pick<Token, 'text' | 'tag'>;
}

/** Engines are loaded when they are needed: a query needs none. */
const load = createRequire(import.meta.url);

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
      return segmenter('nodejieba', loadNodejieba());
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
    expect: (texts) => engine.expect?.(texts),
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
