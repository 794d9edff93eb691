import { describe, expect, it, test } from 'vitest';
import { MailuoError } from '../../src/errors.ts';
import { candidates, resolve } from '../../src/query/resolve.ts';
import { reduce } from '../../src/store/build.ts';
import { annotated, listing } from '../helpers/documents.ts';
import { CENTRE, GRAPH } from './graph.ts';

function failure(name: string): MailuoError {
  try {
    resolve(GRAPH, name);
  } catch (error) {
    expect(error).toBeInstanceOf(MailuoError);
    return error as MailuoError;
  }
  throw new Error(`"${name}" was resolved`);
}

describe('a name means a node', () => {
  const CASES: [by: string, name: string, expected: string][] = [
    ['its key', CENTRE, CENTRE],
    ['its label', '何友生', 'person:何友生'],
    ['its label, though other names contain it', '巴南区', 'place:巴南区'],
    ['an alias', '贸服中心', CENTRE],
    ['a part of its label', '投资贸易', CENTRE],
    ['a part of an alias', '贸服', CENTRE],
    ['characters in their order', 'RCEP服务中心', CENTRE],
    ['characters in their order, in lower case', 'rcep服务中心', CENTRE],
    ['another width of its letters', 'ＲＣＥＰ投资', CENTRE],
    ['its label with spaces', ' 何 友 生 ', 'person:何友生'],
  ];
  it.each(CASES)('by %s', (_, name, expected) => {
    expect(resolve(GRAPH, name)).toBe(expected);
  });

  test('a key goes before a label that reads the same', () => {
    const { graph } = reduce([listing('a', [['甲', 'organization:甲']])]);
    expect(resolve(graph, 'organization:甲')).toBe('organization:甲');
  });
});

describe('a name that may mean several nodes', () => {
  test('is refused with the candidates, the best documented first', () => {
    const error = failure('巴');
    expect(error.code).toBe('AMBIGUOUS');
    expect(error.message.split('\n').slice(1)).toEqual([
      '  place:巴南区 (3 documents)',
      '  organization:巴南区委 (1 documents)',
    ]);
    expect(error.message).toMatch(/^"巴".*full name or the key/);
  });

  test('lists ten of them at most', () => {
    const names = Array.from({ length: 25 }, (_, i) => `公司${i}`);
    const { graph } = reduce([listing('a', [names])]);
    expect(() => resolve(graph, '公司')).toThrow(/^[^\n]*(\n {2}organization:公司\d+ \(.*\)){10}$/);
  });

  test('means the one of the category that is asked for', () => {
    expect(resolve(GRAPH, '巴', 'organization')).toBe('organization:巴南区委');
    expect(() => resolve(GRAPH, '何友生', 'place')).toThrow(/何友生.*mailuo search/);
  });
});

describe('a name that means nothing', () => {
  const CASES: [what: string, name: string][] = [
    ['a name that no document gives', '不存在'],
    ['characters in another order', '中心服务RCEP'],
    ['an empty name', ''],
    ['spaces', ' 　'],
    ['a single character that stands nowhere', '鑫'],
    ['the name of a property of objects', '__proto__'],
    ['the key of a node with another category', 'person:巴南区'],
  ];
  it.each(CASES)('is not found: %s', (_, name) => {
    const error = failure(name);
    expect(error.code).toBe('NOT_FOUND');
    expect(error.message).toContain(`"${name}"`);
    expect(error.message).toContain('mailuo search');
  });
});

test('a better way to match hides the candidates of the worse ones', () => {
  expect(candidates(GRAPH, '巴南区').map(({ key }) => key)).toEqual(['place:巴南区']);
  expect(candidates(GRAPH, '巴南').map(({ key }) => key)).toEqual([
    'place:巴南区',
    'organization:巴南区委',
  ]);
});

test('an alias goes before a longer name that contains it', () => {
  const { graph } = reduce([
    annotated(
      'a',
      '[重庆贸易服务中心|organization]（简称[贸服|organization]）在[贸服大楼|place]。',
      '贸服 --alias-of:简称--> 重庆贸易服务中心',
    ),
  ]);
  expect(resolve(graph, '贸服')).toBe('organization:重庆贸易服务中心');
});

test('candidates come by documents, then by length, then by key', () => {
  const { graph } = reduce([
    annotated('a', '[甲公司|place]、[乙公司|place]、[丙有限公司|place]、[丁公司|organization]。'),
    annotated('b', '[丙有限公司|place]。'),
  ]);
  expect(candidates(graph, '公司').map(({ label }) => label)).toEqual([
    '丙有限公司',
    '丁公司',
    '乙公司',
    '甲公司',
  ]);
});

test('candidates carry what a list needs', () => {
  expect(candidates(GRAPH, '贸服中心')).toEqual([
    {
      key: CENTRE,
      label: '重庆RCEP投资贸易服务中心',
      category: 'organization',
      documents: 1,
      articles: 1,
    },
  ]);
});
