import { describe, expect, it } from 'vitest';
import { type SearchOptions, search } from '../../src/query/search.ts';
import { GRAPH } from './graph.ts';

describe('search', () => {
  const CASES: [title: string, text: string, options: SearchOptions, expected: string[]][] = [
    ['finds a label', '何友生', {}, ['何友生']],
    ['finds an alias', '贸服中心', {}, ['重庆RCEP投资贸易服务中心']],
    ['finds a part of names, the shorter first', '生物', {}, ['生物展', '重庆国际生物城']],
    ['finds the better documented first', '区', {}, ['巴南区', '巴南区委']],
    [
      'lists who is called so before those with it in their name',
      '巴南区',
      {},
      ['巴南区', '巴南区委'],
    ],
    ['finds it in names of a category', '巴南区', { category: 'organization' }, ['巴南区委']],
    ['gives each once', '贸服', {}, ['重庆RCEP投资贸易服务中心']],
    ['finds characters in their order', '重庆生物城', {}, ['重庆国际生物城']],
    ['finds pinyin', 'banan', {}, ['巴南区', '巴南区委']],
    ['finds pinyin with spaces and capitals', 'He You Sheng', {}, ['何友生']],
    ['finds pinyin from any syllable on', 'guojisheng', {}, ['重庆国际生物城']],
    ['reads 重 by its word', 'chongqing', {}, ['重庆国际生物城', '重庆RCEP投资贸易服务中心']],
    ['finds initials', 'zxjt', {}, ['智翔金泰']],
    ['finds initials of a part of a name', 'swz', {}, ['生物展']],
    ['finds initials of an alias', 'mfzx', {}, ['重庆RCEP投资贸易服务中心']],
    ['finds two initials only where they are all', 'bn', {}, []],
    ['takes no part of a syllable for its beginning', 'anan', {}, []],
    ['may be within a category by pinyin', 'banan', { category: 'place' }, ['巴南区']],
    ['may be within a category', '生物', { category: 'place' }, ['重庆国际生物城']],
    ['gives at most as many as asked for', '生物', { limit: 1 }, ['生物展']],
    [
      'looks for the category before it limits',
      '生物',
      { category: 'place', limit: 1 },
      ['重庆国际生物城'],
    ],
    ['finds nothing', '不存在', {}, []],
    ['finds nothing by an empty text', '', {}, []],
    ['finds nothing by spaces', ' ', {}, []],
    ['takes no character for a pattern', '.*', {}, []],
  ];
  it.each(CASES)('%s', (_, text, options, expected) => {
    expect(search(GRAPH, text, options).map(({ label }) => label)).toEqual(expected);
  });
});
