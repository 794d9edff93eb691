import { describe, expect, it, test } from 'vitest';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { reduce } from '../../src/store/build.ts';
import { createNameSearch } from '../../viewer/data/names.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import { annotated } from '../helpers/documents.ts';

const store = reduce([
  annotated(
    '1',
    '[重庆大学|organization]和[重庆市|place]、[长春大学|organization]、[绿地集团|organization]。',
  ),
  annotated(
    '2',
    '[重庆市|place]、[中国航天科技集团有限公司|organization]与[ＲＣＥＰ中心|organization]。',
  ),
  annotated(
    '3',
    '[重庆智翔金泰生物制药股份有限公司|organization]（简称[智翔金泰|organization]）。',
    '智翔金泰 --alias-of:简称--> 重庆智翔金泰生物制药股份有限公司',
  ),
]);
const columns = columnsOf(store, numberingOf(store.graph));
const search = createNameSearch(columns);
const labels = (query: string, limit = 10) =>
  search(query, limit).map(({ node }) => columns.nodes.label[node]);

describe('a name is found', () => {
  const CASES: [by: string, query: string, first: string][] = [
    ['its whole', '重庆大学', '重庆大学'],
    ['its beginning, the better known first', '重庆', '重庆市'],
    ['any part', '航天', '中国航天科技集团有限公司'],
    ['a part of one character', '绿', '绿地集团'],
    ['initials', 'cqdx', '重庆大学'],
    ['initials of a part', 'htkj', '中国航天科技集团有限公司'],
    ['whole pinyin', 'chongqingdaxue', '重庆大学'],
    ['the beginning of pinyin', 'changch', '长春大学'],
    ['the other reading of a character', 'zhongqingdaxue', '重庆大学'],
    ['initials and syllables together', 'cqdaxue', '重庆大学'],
    ['ü as v', 'lvdi', '绿地集团'],
    ['letters in any width and case', 'rcep', 'ＲＣＥＰ中心'],
    ['letters and initials', 'rcepzx', 'ＲＣＥＰ中心'],
    ['another name', 'zxjt', '重庆智翔金泰生物制药股份有限公司'],
  ];
  it.each(CASES)('by %s: %s', (_, query, first) => {
    expect(labels(query)[0]).toBe(first);
  });

  test('with the name that was matched', () => {
    expect(search('智翔金泰', 1)[0]!.name).toBe('智翔金泰');
  });

  test('no oftener than is asked for, and each node once', () => {
    expect(labels('大学', 1)).toHaveLength(1);
    expect(new Set(labels('智')).size).toBe(labels('智').length);
  });

  it.each(['', '  ', '没有', 'xyzq', '\n'])('not by %j', (query) => {
    expect(labels(query)).toEqual([]);
  });

  test('however hostile it is', () => {
    const hostile = hostileStore();
    const own = columnsOf(hostile, numberingOf(hostile.graph));
    const find = createNameSearch(own);
    for (const name of HOSTILE_NAMES.filter((one) => one.length < 100 && one.isWellFormed())) {
      const found = find(name, 100).map(({ node }) => own.nodes.label[node]);
      if (name.trim() !== '') expect(found, JSON.stringify(name)).toContain(name);
    }
  });
});
