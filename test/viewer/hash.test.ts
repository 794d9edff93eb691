import { describe, expect, it } from 'vitest';
import { keysOf } from '../../viewer/state/address.ts';
import { hashOf, viewOf } from '../../viewer/state/hash.ts';
import type { View } from '../../viewer/state/state.ts';
import { ALL, at, WHOLE, WORLD } from './world.ts';

const INITIAL: View = {
  focus: null,
  filter: ALL,
  detail: WHOLE,
  table: false,
  camera: null,
  language: 'zh',
};
const keys = keysOf(WORLD);
const read = (hash: string) => viewOf(keys, hash, INITIAL);
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
    [
      'a document',
      { focus: { kind: 'document', document: 1, start: 12 } },
      'document=02.txt&at=12',
    ],
    [
      'filters',
      {
        filter: {
          ...ALL,
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
      {
        detail: {
          nodes: 30,
          edgesPerNode: 5,
          expanded: [
            { node: a, count: 20, order: 'strength' },
            { node: b, count: 40, order: 'surprise', only: 'cooccurrence' },
          ],
          opened: new Map([[WORLD.nodes.community[b]!, 50]]),
          pinned: new Set([b]),
        },
      },
      'nodes=30&edges=5&more=20+organization:智翔金泰&more=40+surprise+cooccurrence+place:巴南区&open=50+place:巴南区&pin=place:巴南区',
    ],
    [
      'narrower filters',
      {
        filter: {
          ...ALL,
          predicates: new Set(['落户']),
          documents: new Set([1]),
          period: { since: '2024-03', until: '2025' },
          components: new Set([1]),
          around: { node: a, depth: 2 },
          hidden: new Set([b]),
          only: new Set([a, b]),
        },
      },
      'says=落户&in=02.txt&since=2024-03&until=2025&component=organization:远方公司&around=2+organization:智翔金泰&hide=place:巴南区&only=organization:智翔金泰&only=place:巴南区',
    ],
    ['the camera', { camera: { x: 0.25, y: 0.5, ratio: 0.1 } }, 'look=0.25+0.5+0.1'],
    ['a language', { language: 'en' }, 'lang=en'],
    ['the table', { table: true }, 'table=1'],
  ];
  it.each(VIEWS)('of %s reopens the same view', (_, change, hash) => {
    const view = { ...INITIAL, ...change };
    const written = hashOf(keys, view, INITIAL);
    expect(decodeURIComponent(written)).toBe(hash);
    expect(read(`#${written}`)).toEqual(view);
  });

  const STRANGE = [
    '#node=place:没有',
    '#%E0%A4%A',
    '#nodes=-1&edges=x',
    '#pair=place:巴南区',
    '#document=没有.txt&at=3',
    '#&&==',
    '#look=1 2&since=yesterday&in=没有.txt&around=2 place:没有&more=20 place:没有&open=x&says=没有',
  ];
  it.each(STRANGE)('%s leaves out what this graph does not have', (hash) => {
    expect(read(hash)).toEqual(INITIAL);
  });
});
