import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingForm } from '../../src/lexicon/matching.ts';
import { strangeText } from '../ingest/strangeText.ts';

const FORMS: [written: string, matching: string][] = [
  ['重慶大學與醫藥公司簽約', '重庆大学与医药公司签约'],
  ['位於臺灣的國立博物館', '位于台湾的国立博物馆'],
  ['ＲＣＥＰ２０２４', 'RCEP2024'],
  ['（以下簡稱“智翔”）', '（以下简称“智翔”）'],
];

const UNCHANGED = ['巴南区委书记何友生', '於慧、徵羽和乾隆', '皇后镇', '“，。”', '𠮷野家', ''];

describe('matchingForm', () => {
  it.each(FORMS)('reads %s as %s', (written, matching) => {
    expect(matchingForm(written)).toBe(matching);
  });

  it.each(UNCHANGED)('leaves %j as it is', (text) => {
    expect(matchingForm(text)).toBe(text);
  });

  it('keeps every offset and every surrogate pair', () => {
    fc.assert(
      fc.property(strangeText, (text) => {
        const matching = matchingForm(text);
        expect(matching).toHaveLength(text.length);
        const pairs = (value: string) => value.replaceAll(/[^\ud800-\udfff]/g, '.');
        expect(pairs(matching)).toBe(pairs(text));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
