import { describe, expect, it, test } from 'vitest';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { reduce } from '../../src/store/build.ts';
import { placesAbove } from '../../viewer/data/division.ts';
import { edgesBetween, graphOf } from '../../viewer/data/graph.ts';
import { extentOf, lineAt, neighborTowards } from '../../viewer/scene/geometry.ts';
import { annotated } from '../helpers/documents.ts';
import { at, WORLD } from './world.ts';

const [A, B, C] = ['智翔金泰', '巴南区', '重庆国际生物城'].map((name) => at(name)) as [
  number,
  number,
  number,
];
/** 巴南区 right of 智翔金泰, 重庆国际生物城 below it. */
const PLACES = new Map([
  [A, { x: 100, y: 100, radius: 5 }],
  [B, { x: 300, y: 100, radius: 5 }],
  [C, { x: 100, y: 200, radius: 5 }],
]);

describe('the line at a point', () => {
  const lines = [edgesBetween(WORLD, A, B)[0]!, edgesBetween(WORLD, A, C)[0]!];
  const CASES: [place: string, x: number, y: number, line: number | undefined][] = [
    ['on the first', 200, 102, lines[0]],
    ['on the second', 97, 150, lines[1]],
    ['between both', 200, 180, undefined],
    ['beyond the end', 320, 100, undefined],
  ];
  it.each(CASES)('%s is found', (_, x, y, line) => {
    expect(lineAt(WORLD, PLACES, lines, x, y)).toBe(line);
  });
});

describe('the neighbour in a direction', () => {
  const CASES: [direction: string, angle: number, node: number | undefined][] = [
    ['right', 0, B],
    ['down', Math.PI / 2, C],
    ['right and a little down', 0.3, B],
    ['up', -Math.PI / 2, undefined],
    ['left', Math.PI, undefined],
  ];
  it.each(CASES)('%s is found', (_, angle, node) => {
    expect(neighborTowards(WORLD, PLACES, A, angle)).toBe(node);
  });
});

describe('the places above a place', () => {
  const store = reduce([
    annotated(
      '1',
      '[二圣镇|place]属于[巴南区|place]。[巴南区|place]属于[重庆市|place]。',
      '二圣镇 --part:隶属--> 巴南区',
      '巴南区 --part:隶属--> 重庆市',
    ),
    annotated(
      '2',
      '[甲区|place]和[乙区|place]。',
      '甲区 --part:隶属--> 乙区',
      '乙区 --part:隶属--> 甲区',
    ),
  ]);
  const world = graphOf(columnsOf(store, numberingOf(store.graph)));
  const CASES: [place: string, above: string[]][] = [
    ['二圣镇', ['重庆市', '巴南区']],
    ['重庆市', []],
    ['甲区', ['乙区']],
  ];
  it.each(CASES)('%s are %o', (place, above) => {
    const found = placesAbove(world, at(place, world));
    expect(found.map((node) => world.nodes.label[node])).toEqual(above);
  });
});

describe('the overview', () => {
  test('of a small graph reaches from end to end', () => {
    expect(extentOf(Float32Array.of(3, -20, 100))).toEqual([-20, 100]);
  });

  test('of a large one leaves out what lies far from nearly all', () => {
    const values = Float32Array.from({ length: 2000 }, (_, i) => (i < 20 ? -1e4 : i % 100));
    const [least, most] = extentOf(values);
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeGreaterThan(90);
  });

  test('of one node still has room', () => {
    expect(extentOf(Float32Array.of(7))).toEqual([6, 8]);
  });
});
