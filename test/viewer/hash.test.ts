import { describe, expect, it } from 'vitest';
import { hashOf, numbersOf, viewOf } from '../../viewer/state/hash.ts';
import type { View } from '../../viewer/state/state.ts';
import { ALL, at, WHOLE, WORLD } from './world.ts';

const INITIAL: View = { focus: null, filter: ALL, detail: WHOLE, table: false };
const numbers = numbersOf(WORLD);
const read = (hash: string) => viewOf(hash, numbers, INITIAL);
const [a, b] = [at('智翔金泰'), at('巴南区')];

describe('the address', () => {
  const VIEWS: [what: string, change: Partial<View>, hash: string][] = [
    ['nothing', {}, ''],
    ['a node', { focus: { kind: 'node', node: a, near: true } }, 'node=organization:智翔金泰'],
    [
      'a pair',
      { focus: { kind: 'pair', source: a, target: b } },
      'pair=organization:智翔金泰&to=place:巴南区',
    ],
    [
      'a path',
      { focus: { kind: 'path', from: a, to: b } },
      'path=organization:智翔金泰&to=place:巴南区',
    ],
    ['a predicate', { focus: { kind: 'predicate', label: '落户' } }, 'predicate=落户'],
    ['a document', { focus: { kind: 'document', document: 1, start: 12 } }, 'document=1&at=12'],
    [
      'filters',
      {
        filter: {
          hiddenCategories: new Set(['place']),
          hiddenRelations: new Set(['verb', 'alias-of']),
          hiddenStatuses: new Set(['planned']),
          minWeight: 2,
          backbone: true,
        },
      },
      'without=place+verb+alias-of+planned&weight=2&backbone=1',
    ],
    [
      'what was asked for',
      { detail: { nodes: 30, edgesPerNode: 5, expanded: new Map([[a, 20]]) } },
      'nodes=30&edges=5&more=20+organization:智翔金泰',
    ],
    ['the table', { table: true }, 'table=1'],
  ];
  it.each(VIEWS)('of %s reopens the same view', (_, change, hash) => {
    const view = { ...INITIAL, ...change };
    const written = hashOf(WORLD, view, INITIAL);
    expect(decodeURIComponent(written)).toBe(hash);
    expect(read(`#${written}`)).toEqual(view);
  });

  const STRANGE = [
    '#node=place:没有',
    '#%E0%A4%A',
    '#nodes=-1&edges=x',
    '#pair=place:巴南区',
    '#&&==',
  ];
  it.each(STRANGE)('%s leaves out what this graph does not have', (hash) => {
    expect(read(hash)).toEqual(INITIAL);
  });
});
