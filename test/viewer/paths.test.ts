import { describe, expect, test } from 'vitest';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { reduce } from '../../src/store/build.ts';
import { graphOf } from '../../viewer/data/graph.ts';
import { pathsBetween } from '../../viewer/data/paths.ts';
import { edgeTest } from '../../viewer/state/judge.ts';
import { annotated } from '../helpers/documents.ts';
import { ALL, at, WORLD } from './world.ts';

const every = () => true;

/** 甲—乙 by way of a hub that all know, and by way of 丙, whom few know. */
const store = reduce([
  annotated('1', '[甲公司|organization]和[总部|place]。[总部|place]和[乙公司|organization]。'),
  annotated(
    '2',
    '[甲公司|organization]和[丙公司|organization]。[丙公司|organization]和[乙公司|organization]。',
  ),
  ...Array.from({ length: 9 }, (_, i) =>
    annotated(`x${i}`, `[第${i}公司|organization]和[总部|place]。`),
  ),
]);
const HUB = graphOf(columnsOf(store, numberingOf(store.graph)));

describe('paths', () => {
  const names = (
    world: typeof WORLD,
    from: string,
    to: string,
    passes = every as (edge: number) => boolean,
  ) =>
    pathsBetween(world, at(from, world), at(to, world), passes).map((path) =>
      path.map((node) => world.nodes.label[node]),
    );

  test('lead from one end to the other, each another way', () => {
    const found = names(WORLD, '何友生', '智翔金泰');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toEqual(['何友生', '巴南区', '智翔金泰']);
    for (const path of found) {
      expect([path[0], path.at(-1)]).toEqual(['何友生', '智翔金泰']);
      expect(new Set(path).size).toBe(path.length);
    }
    expect(new Set(found.map(String)).size).toBe(found.length);
  });

  test('rather pass a rare node than a hub', () => {
    expect(names(HUB, '甲公司', '乙公司')[0]).toEqual(['甲公司', '丙公司', '乙公司']);
    expect(names(HUB, '甲公司', '乙公司')).toContainEqual(['甲公司', '总部', '乙公司']);
  });

  test('begin with the direct one', () => {
    expect(names(WORLD, '智翔金泰', '巴南区')[0]).toEqual(['智翔金泰', '巴南区']);
    expect(names(WORLD, '智翔金泰', '巴南区').length).toBeGreaterThan(1);
  });

  test('use only edges that pass', () => {
    const passes = edgeTest(WORLD, { ...ALL, hiddenRelations: new Set(['cooccurrence']) });
    const found = names(WORLD, '智翔金泰', '巴南区', passes);
    expect(found).toEqual([['智翔金泰', '重庆国际生物城', '巴南区']]);
  });

  test('are none where nothing leads, and from a node to itself', () => {
    expect(names(WORLD, '巴南区', '远方大学')).toEqual([]);
    expect(names(WORLD, '巴南区', '巴南区')).toEqual([]);
  });
});
