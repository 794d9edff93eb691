import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, Vocabulary } from '../../src/segment/dictionary.ts';
import { loadSegmenter, type Segmenter } from '../../src/segment/segmenter.ts';

const nodejieba = createRequire(import.meta.url)('nodejieba') as {
  DEFAULT_DICT: string;
  cut(text: string, hmm: boolean): string[];
  tag(text: string): { word: string; tag: string }[];
};
const DICTIONARY = readFileSync(nodejieba.DEFAULT_DICT, 'utf8');
const WORDS = DICTIONARY.split('\n').flatMap((line) => line.split(' ')[0] || []);

describe('excerpt', () => {
  const small = '上海 7 ns\n上海市 5 ns\n市民 9 n\n的 100 uj\n';

  it('keeps the words that a text can hold, and in two lines the least and the sum of the others', () => {
    const lines = excerpt(small, new Vocabulary(['他在上海的家']))!
      .trim()
      .split('\n');
    expect(lines.slice(0, 2)).toEqual(['上海 7 ns', '的 100 uj']);
    const [least, rest] = lines.slice(2).map((line) => Number(line.split(' ')[1]));
    expect([least, rest]).toEqual([5, 9]);
  });

  it('is the whole, said by undefined, when no word would be left out', () => {
    expect(excerpt(small, new Vocabulary(['上海市民的']))).toBeUndefined();
  });
});

describe('a segmenter that loads an excerpt', () => {
  it("cuts and tags any text like nodejieba's own with its whole dictionary", () => {
    const word = fc.constantFrom(...WORDS.filter((_, index) => index % 97 === 0), '云计算', '蓝翔');
    const piece = fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constant('，'));
    const text = fc
      .array(piece, { minLength: 1, maxLength: 60 })
      .map((pieces) => pieces.join('').replaceAll('\0', '').toWellFormed());
    fc.assert(
      fc.property(text, (written) => {
        const segmenter = loadSegmenter(() => {}, 'nodejieba');
        segmenter.expect([written]);
        expect(segmenter.cut(written)).toEqual(nodejieba.cut(written, true));
        expect(tagsOf(written, segmenter)).toEqual(nodejieba.tag(written).map(({ tag }) => tag));
      }),
      { numRuns: 15 },
    );
  });

  it('loads the rest when another text comes, and leaves the dictionary of others alone', () => {
    const segmenter = loadSegmenter(() => {}, 'nodejieba');
    const [expected, other] = ['上海市民政局', '中国特色社会主义'];
    segmenter.expect([expected]);
    expect(segmenter.cut(expected)).toEqual(nodejieba.cut(expected, true));
    expect(nodejieba.cut(other, true)).toEqual(['中国', '特色', '社会主义']);
    expect(segmenter.cut(other)).toEqual(['中国', '特色', '社会主义']);
  });
});

function tagsOf(text: string, segmenter: Segmenter): string[] {
  return nodejieba.tag(text).map(({ word }) => segmenter.know(word).tag);
}
