import { describe, expect, it, test } from 'vitest';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { componentsOf } from '../../viewer/data/component.ts';
import { graphOf } from '../../viewer/data/graph.ts';
import type { Filter } from '../../viewer/state/filter.ts';
import { type Counts, judge } from '../../viewer/state/judge.ts';
import { syntheticColumns } from '../e2e/synthetic.ts';
import { ALL, at, WORLD } from './world.ts';

const GRAPH = graphOf(syntheticColumns(300, 1500));
const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);
const passing = (filter: Filter) => judge(GRAPH, filter);

/** Filters that hide something, so that counts have to look past it. */
const NARROW: Partial<Filter>[] = [
  {},
  { hiddenRelations: new Set(['verb']), minWeight: 2 },
  { hiddenCategories: new Set(['place']), period: { since: '2022' } },
  { documents: new Set([1, 2, 3, 4, 5, 6, 7, 8]), backbone: true },
  { only: new Set(Array.from({ length: 60 }, (_, i) => i)), sources: new Set(['日报', '晚报']) },
];

describe('each count is what its value alone would show', () => {
  const of = (change: Partial<Filter>, base: Partial<Filter>) =>
    passing({ ...ALL, ...base, ...change });
  const edges = (change: Partial<Filter>, base: Partial<Filter>) => sum(of(change, base).edges);
  const others = <T>(all: readonly T[], one: T) => new Set(all.filter((other) => other !== one));
  const PARTS: [part: string, check: (counts: Counts, base: Partial<Filter>) => void][] = [
    [
      'relations',
      ({ relations }, base) => {
        const each = RELATION_KINDS.map((kind) =>
          edges({ hiddenRelations: others(RELATION_KINDS, kind) }, base),
        );
        expect([...relations]).toEqual(each);
      },
    ],
    [
      'statuses',
      ({ statuses }, base) => {
        const each = STATUSES.map((status) =>
          edges({ hiddenStatuses: others(STATUSES, status) }, base),
        );
        expect([...statuses]).toEqual(each);
      },
    ],
    [
      'predicates',
      ({ predicates }, base) => {
        const each = GRAPH.predicates.map((label) => edges({ predicates: new Set([label]) }, base));
        expect([...predicates]).toEqual(each);
      },
    ],
    [
      'weights',
      ({ weights }, base) => {
        const each = [1, 2, 3].map((minWeight) => edges({ minWeight }, base));
        expect([...weights.slice(1, 4)]).toEqual(each);
      },
    ],
    [
      'the backbone',
      ({ backbone }, base) => expect(backbone).toBe(edges({ backbone: true }, base)),
    ],
    [
      'documents',
      ({ documents }, base) => {
        for (const document of [0, 3, 7]) {
          const { counts } = of({ documents: new Set([document]) }, base);
          expect(documents[document]).toBe(counts.documents[document]);
        }
      },
    ],
  ];
  for (const [i, base] of NARROW.entries()) {
    it.each(PARTS)(`of %s, with filter ${i}`, (_, check) => {
      check(passing({ ...ALL, ...base }).counts, base);
    });
  }
});

describe('nodes', () => {
  test('are counted by category, and by component', () => {
    const { counts } = judge(WORLD, ALL);
    const { sizes, first } = componentsOf(WORLD);
    expect(sum(counts.categories)).toBe(WORLD.order);
    expect([...counts.components]).toEqual(sizes);
    expect(first.map((node) => WORLD.nodes.label[node])).toContain('远方公司');
  });

  test('are only those of which a document tells, where documents are chosen', () => {
    const filter = { ...ALL, documents: new Set([1]) };
    const { nodes } = judge(WORLD, filter);
    const names = [...nodes.keys()]
      .filter((node) => nodes[node])
      .map((node) => WORLD.nodes.label[node]);
    expect(names.sort()).toEqual(['巴南区', '智翔金泰', '重庆国际生物城']);
  });

  test('within one step are the neighbours, within more their neighbours too', () => {
    const count = (depth: number) =>
      sum(judge(WORLD, { ...ALL, around: { node: at('智翔金泰'), depth } }).nodes);
    expect(count(1)).toBe(WORLD.nodes.degree[at('智翔金泰')]! + 1);
    expect(count(2)).toBeGreaterThan(count(1));
    expect(count(9)).toBe(componentsOf(WORLD).sizes[0]);
  });

  test('that a category hides are counted as what would be shown with it', () => {
    const { counts } = judge(WORLD, { ...ALL, hiddenCategories: new Set(CATEGORIES) });
    expect(sum(counts.categories)).toBe(WORLD.order);
  });
});
