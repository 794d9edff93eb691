import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE, splitSentences } from '../../src/segment/sentences.ts';
import { strangeText } from '../ingest/strangeText.ts';

/** The text of each sentence. */
const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Where `|` stands, a sentence ends. */
const CASES: [title: string, marked: string][] = [
  ['ends at full stop, exclamation and question mark', '何友生介绍。|好！|谁来建？|巴南区'],
  [
    'ends at half-width exclamation and question marks, but at no point',
    '好!|谁建?|1.5亿元投给v2.0',
  ],
  ['keeps the closing quotation mark', '他说：“怎么方便怎么改。”|何友生点头。'],
  ['keeps several closing marks', '（他说：“好。”）|“《甲？》”|乙'],
  ['keeps a full stop after a closing bracket', '协议已签（见第3页）。|何友生介绍。'],
  ['keeps corner brackets and book marks', '「好！」|『行。』|《谁来建？》|完'],
  ['ends at an ellipsis, once', '等等……|还有。|说到这里…|他笑了'],
  ['ends once at marks that pile up', '真的吗？！|当然！！！|好。。。|完'],
  ['does not end at commas, colons, semicolons and list commas', '甲，乙、丙：丁；戊;己'],
  ['ends at a line break, whatever stands there', '巴南区在发布会上\n|谈创新\n|与开放。|完'],
  ['does not end in quotes that hold no sentence', '“百村千塘”工程启动'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s: %s', (_, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(expected);
  });

  it.each(['', ' ', '\n\n', '\u3000\t\n '])('finds nothing in %j', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });

  it('leaves out white space at both ends of a sentence', () => {
    expect(splitSentences(' \n　甲。  乙 \n')).toEqual([
      { start: 3, end: 5 },
      { start: 7, end: 8 },
    ]);
  });

  it('cuts an overlong sentence after its last comma', () => {
    const clause = `${'长'.repeat(69)}，`;
    const sentences = split(`${clause.repeat(10)}完。`);
    expect(sentences).toEqual([clause.repeat(8), `${clause.repeat(2)}完。`]);
  });

  it('cuts between two characters where there is no comma, but not through an emoji', () => {
    expect(split('长'.repeat(MAX_SENTENCE + 1)).map((s) => s.length)).toEqual([MAX_SENTENCE, 1]);
    const emoji = split(`长${'😀'.repeat(MAX_SENTENCE)}`);
    expect(emoji.length).toBeGreaterThan(2);
    expect(emoji.every((sentence) => sentence.isWellFormed())).toBe(true);
  });

  it('leaves a sentence of just the greatest length whole', () => {
    const text = `${'长'.repeat(MAX_SENTENCE - 1)}。`;
    expect(split(text)).toEqual([text]);
  });

  it('covers any text but its white space, in order and without overlap', () => {
    fc.assert(
      fc.property(strangeText, (text) => {
        const sentences = splitSentences(text);
        let end = 0;
        for (const sentence of sentences) {
          expect(text.slice(end, sentence.start)).toMatch(/^\s*$/);
          expect(sentence.start).toBeLessThan(sentence.end);
          end = sentence.end;
        }
        expect(text.slice(end)).toMatch(/^\s*$/);
        for (const sentence of split(text)) expect(sentence).toBe(sentence.trim());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('covers text without any full stop as well', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('长', '，', '😀', ' '), { minLength: 600, maxLength: 3000 }),
        (chars) => {
          const text = chars.join('');
          const sentences = split(text);
          expect(sentences.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const sentence of sentences)
            expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE);
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });
});
