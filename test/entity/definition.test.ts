import { describe, expect, it } from 'vitest';
import { aliasRelation } from '../../src/entity/alias.ts';
import { findDefinitions } from '../../src/entity/definition.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { parseMarked } from './notation.ts';

const FULL = '[重庆惠科金渝光电科技有限公司|org]';

/** The definitions in a text with marked full names, as `short = full`. */
function definitions(marked: string): string[] {
  const { text, mentions } = parseMarked(marked);
  return findDefinitions(text, mentions, loadKnowledge().lexicon).map(({ short, full }) => {
    expect(text.slice(short.start, short.end)).toBe(short.text);
    expect(short.category).toBe(full.category);
    return `${short.text} = ${full.text}`;
  });
}

const DEFINED: [marked: string, short: string][] = [
  [`${FULL}（以下简称“惠科金渝”）落户。`, '惠科金渝'],
  [`${FULL}（以下简称惠科金渝）落户。`, '惠科金渝'],
  [`${FULL}（下称“惠科”）落户。`, '惠科'],
  [`${FULL}（简称：惠科金渝）落户。`, '惠科金渝'],
  [`${FULL}（简称为“惠科金渝”）落户。`, '惠科金渝'],
  [`${FULL}(以下简称"惠科金渝")落户。`, '惠科金渝'],
  [`${FULL}（以下简称「惠科金渝」）落户。`, '惠科金渝'],
  [`${FULL}（ 以下简称 “惠科金渝” ）落户。`, '惠科金渝'],
  [`“${FULL}”（以下简称“惠科金渝”）落户。`, '惠科金渝'],
];

/** Other ways to say it: the text, and what stands for what. */
const OTHER_WAYS: [marked: string, definition: string][] = [
  ['[云溪大学|org]（下称「云大」）成立。', '云大 = 云溪大学'],
  ['[云溪大学|org]（以下称“云大”）成立。', '云大 = 云溪大学'],
  ['[云溪电子有限公司|org]（证券简称：云溪电）上市。', '云溪电 = 云溪电子有限公司'],
  [
    '[云溪电子有限公司|org]（证券代码：000000，证券简称：云溪电）上市。',
    '云溪电 = 云溪电子有限公司',
  ],
  ['[云溪电子有限公司|org]（简称“云溪电”，下同）上市。', '云溪电 = 云溪电子有限公司'],
  ['[云溪电子有限公司|org]（即“云溪电”）上市。', '云溪电 = 云溪电子有限公司'],
  ['[云溪大学|org]，简称“云大”，成立了。', '云大 = 云溪大学'],
  ['[云溪大学|org]简称[云大|org]，成立了。', '云大 = 云溪大学'],
  ['[云溪路|place]又名“东风路”。', '东风路 = 云溪路'],
  ['[云大|org]（全称云溪大学）成立。', '云大 = 云溪大学'],
  ['[云大|org]全称“云溪大学”，成立了。', '云大 = 云溪大学'],
  ['[世界云溪组织|org]（英文缩写WYO）成立。', 'WYO = 世界云溪组织'],
  ['[世界云溪组织|org]（WYO）成立。', 'WYO = 世界云溪组织'],
  ['[WYO|org]（[世界云溪组织|org]）成立。', 'WYO = 世界云溪组织'],
  ['[西部云溪新通道|program]（云溪通道）开通。', '云溪通道 = 西部云溪新通道'],
  ['[云溪解放运动|org]（[塔姆|org]）说。[塔姆|org]又说。', '塔姆 = 云溪解放运动'],
];

const NONE: [why: string, marked: string][] = [
  ['the short name is a common noun', `${FULL}（以下简称“公司”）落户。`],
  ['the bracket holds where it is', '[云溪大学|org]（重庆）成立。'],
  ['the bracket holds its beginning', '[云溪大学北校区|org]（云溪大学）成立。'],
  ['the bracket holds another name', '[云溪大学|org]（[青川学院|org]）成立。'],
  ['the bracket holds a person’s part', '[云海|person]（扮演者）说。'],
  ['no name stands before it', '公司（以下简称“惠科金渝”）落户。'],
  ['words stand between', `${FULL}昨日（以下简称“惠科金渝”）落户。`],
  ['the bracket says something else', `${FULL}（位于“惠科金渝”旁）落户。`],
  ['the short name is not shorter', '[惠科|org]（以下简称“惠科金渝”）落户。'],
  ['the bracket is not closed', `${FULL}（以下简称“惠科金渝”落户。`],
  ['it holds a sentence', `${FULL}（以下简称，下文同。惠科金渝）落户。`],
];

describe('findDefinitions', () => {
  it.each(DEFINED)('finds the short name in %s', (marked, short) => {
    expect(definitions(marked)).toEqual([`${short} = 重庆惠科金渝光电科技有限公司`]);
  });

  it.each(OTHER_WAYS)('reads %s', (marked, definition) => {
    expect(definitions(marked)).toEqual([definition]);
  });

  it.each(NONE)('finds none when %s: %s', (_, marked) => {
    expect(definitions(marked)).toEqual([]);
  });

  it('finds each definition of a text with the name before it', () => {
    const text = `${FULL}（简称“惠科金渝”）与[重庆宸安生物制药有限公司|org]（简称宸安生物）签约。`;
    expect(definitions(text)).toEqual([
      '惠科金渝 = 重庆惠科金渝光电科技有限公司',
      '宸安生物 = 重庆宸安生物制药有限公司',
    ]);
  });

  it('states that the short name stands for the full one', () => {
    const { text, mentions } = parseMarked(`${FULL}（以下简称“惠科金渝”）落户。`);
    const [definition] = findDefinitions(text, mentions, loadKnowledge().lexicon);
    const { head, tail, ...rest } = aliasRelation(definition!);
    expect(text.slice(head.start, head.end)).toBe('惠科金渝');
    expect(text.slice(tail.start, tail.end)).toBe('重庆惠科金渝光电科技有限公司');
    expect(rest).toMatchObject({ relation: 'alias-of', status: 'asserted' });
  });
});
