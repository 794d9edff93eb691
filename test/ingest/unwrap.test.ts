import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBroken, unwrap } from '../../src/ingest/unwrap.ts';
import { strangeText } from './strangeText.ts';

const JOINED: [title: string, source: string, text: string][] = [
  [
    'a paragraph whose lines are full',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农\n旅发展有限公司的代表参加了开幕式，县长在致辞中\n介绍了茶园的情况。',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农旅发展有限公司的代表参加了开幕式，县长在致辞中介绍了茶园的情况。',
  ],
  [
    'lines that end with \\r\\n or \\r',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农\r\n旅发展有限公司的代表参加了开幕式，县长在致辞中\r介绍了茶园的情况。',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农旅发展有限公司的代表参加了开幕式，县长在致辞中介绍了茶园的情况。',
  ],
  [
    'two wide lines, the second of which ends a sentence',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农旅发展有\n限公司的代表参加了开幕式。',
    '云溪县昨日举行采茶节，来自各地的茶农和云溪县农旅发展有限公司的代表参加了开幕式。',
  ],
  [
    'up to the next indented line',
    '　　云溪县昨日举行采茶节，来自各地的茶农都到了茶\n园，其中有云溪县农旅发展有限公司的代表，他们都是\n第一次来。\n　　县长在致辞中介绍了茶园的情况，随后大家一起走\n进茶园。',
    '　　云溪县昨日举行采茶节，来自各地的茶农都到了茶园，其中有云溪县农旅发展有限公司的代表，他们都是第一次来。\n　　县长在致辞中介绍了茶园的情况，随后大家一起走进茶园。',
  ],
  [
    'lines with an uneven margin below a title, by the sentences that end within them',
    '云溪县举行采茶节\n云溪县昨日举行采茶节，来自各地的茶农、客商和\n云溪县农旅发展有限公司的代表参加了\n开幕式。县长在致辞中介绍了茶园的情况，说明年还要\n扩大面积，随后大家一起走进茶园，采下\n今年的第一批茶。茶农说，今年雨水好，\n产量比去年高。',
    '云溪县举行采茶节\n云溪县昨日举行采茶节，来自各地的茶农、客商和云溪县农旅发展有限公司的代表参加了开幕式。县长在致辞中介绍了茶园的情况，说明年还要扩大面积，随后大家一起走进茶园，采下今年的第一批茶。茶农说，今年雨水好，产量比去年高。',
  ],
  [
    'Latin words with a space',
    '云溪县昨日举行采茶节，来自各地的茶农和Blue Whale\nBio的代表参加了开幕式，县长在致辞中介绍了茶园的\n情况。',
    '云溪县昨日举行采茶节，来自各地的茶农和Blue Whale Bio的代表参加了开幕式，县长在致辞中介绍了茶园的情况。',
  ],
];

const KEPT: [title: string, source: string][] = [
  ['a title before a paragraph', '云溪县举行采茶节\n云溪县昨日举行采茶节，各地茶农来到茶园。'],
  ['paragraphs of a line each', '县长介绍了茶园。\n茶农走进茶园，采下第一批茶。'],
  ['a list', '云溪县农旅发展有限公司\n云溪县城市投资有限公司\n云溪县茶叶销售有限公司'],
  [
    'a list of even lines with commas',
    '一等奖：云溪县茶叶销售有限公司，法人陈立群\n一等奖：云溪县城市投资有限公司，法人周敏华\n二等奖：云溪县农旅发展有限公司，法人李国栋\n二等奖：云溪县机械制造有限公司，法人何友生\n三等奖：云溪县水利建设有限公司，法人向立勋\n三等奖：云溪县果品加工有限公司，法人白音仓',
  ],
  ['verses', '春风，\n春雨，\n春茶，\n春山。'],
  [
    'captions of unequal width',
    '图为茶园，记者 陈立群 摄\n图为昨日的开幕式现场，通讯员 周敏华 摄\n图为茶农，周敏华 摄',
  ],
  ['blank lines', '云溪县\n\n\n茶园\n'],
  ['nothing', ''],
];

const BROKEN: [title: string, first: string, second: string][] = [
  [
    'a paragraph after a whole sentence in it',
    '云溪县举行采茶节。县长介绍，茶园面积已',
    '经扩大到三万亩，明年还要增加。',
  ],
  ['an open quotation', '“这几年，我们建设商贸服务型国家', '物流枢纽，班车开到了十九个国家。”'],
];

const WHOLE: [title: string, first: string, second: string][] = [
  ['a heading with a comma', '扩大茶园面积，建设茶叶强县', '云溪县举行采茶节，各地茶农都来了。'],
  ['a caption', '图为采茶节现场。记者 何友生 摄', '云溪县举行采茶节，各地茶农都来了。'],
  ['a sentence', '云溪县举行采茶节。县长介绍了茶园面积。', '茶农走进茶园，采下第一批茶。'],
  ['what a list follows', '云溪县举行采茶节。参加的单位有以下这些', '云溪县农旅发展有限公司'],
];

describe('joinBroken', () => {
  it.each(BROKEN)('joins %s over a blank line', (_, first, second) => {
    expect(joinBroken(`标题\n\n${first}\n\n${second}`)).toBe(`标题\n\n${first}${second}`);
  });

  it.each(WHOLE)('leaves %s', (_, first, second) => {
    const source = `标题\n\n${first}\n\n${second}`;
    expect(joinBroken(source)).toBe(source);
  });
});

describe('unwrap', () => {
  it.each(JOINED)('joins %s', (_, source, text) => {
    expect(unwrap(source)).toBe(text);
  });

  it.each(KEPT)('keeps the line breaks of %s', (_, source) => {
    expect(unwrap(source)).toBe(source);
  });

  it('changes white space only', () => {
    const packed = (text: string) => text.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(fc.array(strangeText), (parts) => {
        const source = parts.join('\n');
        expect(packed(unwrap(source))).toBe(packed(source));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
