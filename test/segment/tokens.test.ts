import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/segment/tokens.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { strangeText } from '../ingest/strangeText.ts';

const { segmenter } = loadKnowledge();

const tokens = (text: string, start = 0, end = text.length) =>
  tokenize(text, { start, end }, segmenter);

/** Words that every segmenter with a dictionary agrees on. */
const CASES: [marked: string, title: string][] = [
  ['重庆|位于|中国|西南|。', 'words of the dictionary'],
  ['巴南区|区委|书记|介绍', 'an office without its authority'],
  ['市委|常委|、|党委|书记', 'offices in a row'],
  ['区委|和|省委|开会', 'authorities alone'],
  ['投资|1.5|亿元|建设|RCEP|中心', 'numbers and Latin letters as single words'],
];

describe('tokenize', () => {
  it.each(CASES)('gives %s: %s', (marked) => {
    const words = tokens(marked.replaceAll('|', '')).map((token) => token.text);
    expect(words.join('|')).toBe(marked);
  });

  it('gives places in the whole text, not in the sentence', () => {
    const text = '何友生介绍。重庆位于西南。';
    const [first] = tokens(text, 6);
    expect(first).toMatchObject({ start: 6, end: 8, text: '重庆', tag: 'ns' });
  });

  it('takes white space for no word', () => {
    expect(tokens(' 重庆 \n\u3000 中国\t').map((token) => token.text)).toEqual(['重庆', '中国']);
  });

  it('reads words from the text where the engine sees something else', () => {
    const text = '重庆\0中国\ud800西南😀';
    expect(tokens(text).map((token) => token.text)).toEqual(
      expect.arrayContaining(['重庆', '中国', '\ud800', '西南', '😀']),
    );
  });

  it('gives each word once, in order, with the text at its place, whatever the text', () => {
    fc.assert(
      fc.property(strangeText, fc.nat(5), (text, start) => {
        const from = Math.min(start, text.length);
        let end = from;
        for (const token of tokens(text, from)) {
          expect(text.slice(end, token.start)).toMatch(/^[\s\0]*$/);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.tag).not.toBe('');
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\0]*$/);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
