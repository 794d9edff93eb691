import { describe, expect, it } from 'vitest';
import { isSpelled, spell, spellingPart } from '../../src/lexicon/pinyin.ts';

describe('a name is spelled', () => {
  const CASES: [names: string[], expected: string][] = [
    [['巴南区'], ' BaNanQu BNQ '],
    [['巴南', '江津'], ' BaNan BN  JiangJin JJ '],
    [['重庆'], ' ChongQing CQ '],
    [['吕梁'], ' LvLiang LL '],
    [['rcep服务3号'], ' RCEPFuWu3Hao RCEPFW3H '],
    [['甲·乙'], ' JiaYi JY '],
    [['😀𠮷'], '   '],
    [[], ''],
  ];
  it.each(CASES)('%o', (names, expected) => {
    expect(spell(names)).toBe(expected);
  });
});

describe('a spelling is found', () => {
  const spelling = spell(['重庆国际', '巴南']);
  const CASES: [typed: string, isFound: boolean][] = [
    ['chongqing', true],
    ['chongq', true],
    ['qingguo', true],
    ['cqgj', true],
    ['qgj', true],
    ['bn', true],
    ['ban', true],
    ['gj', false],
    ['hongqing', false],
    ['guojiban', false],
    ['xian', false],
  ];
  it.each(CASES)('%s: %s', (typed, isFound) => {
    expect(isSpelled(spellingPart(typed)!, spelling)).toBe(isFound);
  });

  it.each(['a', '巴nan', '巴', '12', 'a*', '', 'é!'])('but not looked for: %j', (typed) => {
    expect(spellingPart(typed)).toBeUndefined();
  });
});
