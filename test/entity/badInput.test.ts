import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preferences } from '../../src/lexicon/preferences.ts';
import { annotate } from '../../src/pipeline.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { strangeText } from '../ingest/strangeText.ts';
import { annotateText, findMarked } from './notation.ts';

/** Names are found as they are written. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  'in traditional characters': [
    '[重慶大學|org]與[巴南區|place]簽署合作協議。',
    '[巴南區委|org]書記[何友生|person]介紹情況。',
    '[重慶惠科金渝光電科技有限公司|org]（以下簡稱“[惠科金渝|org]”）落戶[巴南區|place]。',
    '[西部陸海新通道|program]途經[廣西|place]。',
  ],
  'in full-width letters and digits': ['[重庆轨道交通２７号线|program]开工。'],
  'with Latin names around them': ['来自Blue Whale的代表到访[重庆大学|org]。'],
  'beside characters of two code units': ['😀[重庆大学|org]𠮷', '𠀀𠀁[巴南区|place]𠀂产茶。'],
  'without punctuation': [
    '[巴南区委|org]书记[何友生|person]到[重庆大学|org]调研随后走进[二圣镇|place]',
  ],
};

describe.each(Object.entries(FOUND))('names are found %s', (_, sentences) => {
  it.each(sentences)('%s', (marked) => {
    expect(findMarked(marked)).toBe(marked);
  });
});

const SAME: [traditional: string, simplified: string][] = [
  [
    '華星電子集團董事長李國棟介紹，公司位於重慶市巴南區。',
    '华星电子集团董事长李国栋介绍，公司位于重庆市巴南区。',
  ],
  ['聯合國秘書長發表講話，呼籲停火。', '联合国秘书长发表讲话，呼吁停火。'],
];

describe('a traditional text', () => {
  it.each(SAME)('is understood as its simplified form is: %s', (traditional, simplified) => {
    const [ours, theirs] = [annotateText(traditional), annotateText(simplified)];
    expect(ours.mentions).toEqual(
      theirs.mentions.map((mention) => ({
        ...mention,
        text: traditional.slice(mention.start, mention.end),
      })),
    );
    expect(ours.relations).toEqual(theirs.relations);
    expect(ours.text).toBe(traditional);
  });
});

/** Repeated until they make about 400 kB of UTF-8. */
const LONG: [title: string, unit: string][] = [
  ['sentences', '重庆市巴南区委书记何友生介绍，重庆国际生物城集聚了一批企业。'],
  ['words without punctuation', '巴南区委书记何友生到重庆大学调研随后走进二圣镇'],
  ['traditional text', '重慶市巴南區委書記何友生介紹，'],
  ['ambiguous places', '朝阳区城关镇，'],
  ['characters of two code units', '𠮷'],
  ['one Latin word', 'a'],
];

describe('a line of 400 kilobytes', () => {
  it.each(LONG)('of %s is harmless', (_, unit) => {
    const text = unit.repeat(Math.ceil(133_000 / unit.length));
    const { mentions, sentences } = annotateText(text);
    expect(sentences.at(-1)!.end).toBe(text.length);
    for (const { start, end, text: name } of mentions) expect(text.slice(start, end)).toBe(name);
  });
});

it('whatever the text and the user say, a mention is what stands there and cuts no character', () => {
  const wish = preferences({
    names: [
      { name: '𠮷', category: 'organization', aliases: ['RCEP', '友生'] },
      { name: '收购了', category: 'program' },
    ],
    stop: ['何友生', '巴南区'],
  });
  const knowledge = { ...loadKnowledge(), preferences: wish };
  fc.assert(
    fc.property(strangeText, (text) => {
      let end = 0;
      for (const mention of annotate({ id: 'a', title: '', text }, knowledge).mentions) {
        expect(mention.text).toBe(text.slice(mention.start, mention.end));
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        expect(['何友生', '巴南区']).not.toContain(mention.text);
        end = mention.end;
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
