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

const NONE: [why: string, marked: string][] = [
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
