import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOf } from '../../viewer/data/graph.ts';
import { convexHull, hullsOf, padded } from '../../viewer/scene/hull.ts';
import { nearTo } from '../../viewer/scene/near.ts';
import { cutOf } from '../../viewer/state/cut.ts';
import { judge } from '../../viewer/state/judge.ts';
import { syntheticColumns } from '../e2e/synthetic.ts';
import { ALL, WHOLE } from './world.ts';

const GRAPH = graphOf(syntheticColumns(2000, 6000));

describe('an outline', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: 99 }),
    y: fc.integer({ min: 0, max: 99 }),
  });

  test('holds every point, and turns one way only', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const corners = convexHull(points);
        for (const [i, a] of corners.entries()) {
          const b = corners[(i + 1) % corners.length]!;
          const turns = points.map(({ x, y }) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));
          expect(Math.min(...turns)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('with room around it is wider by that much', () => {
    const xs = padded(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 0, y: 10 },
      ],
      5,
    ).map(({ x }) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-5, 15]);
  });

  test('is drawn around communities that are shown, and not around a few landmarks', () => {
    const whole = hullsOf(GRAPH, cutOf(GRAPH, ALL, { ...WHOLE, nodes: 2000 }));
    expect(whole.map(({ members }) => members)).toEqual(Array(20).fill(100));
    expect(hullsOf(GRAPH, cutOf(GRAPH, ALL, { ...WHOLE, nodes: 100 }))).toEqual([]);
  });
});

describe('coming near', () => {
  const near = (left: number, right: number) =>
    nearTo(GRAPH, judge(GRAPH, ALL), { left, right, bottom: -400, top: 400 });

  test('brings the members of a community that fills the view, the important ones first', () => {
    const found = near(-400, 400);
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    for (const node of found) expect(Math.abs(GRAPH.nodes.x[node]!)).toBeLessThan(400);
  });

  test('brings nobody from afar, nor where nothing is', () => {
    expect(
      nearTo(GRAPH, judge(GRAPH, ALL), { left: -1e5, right: 1e5, bottom: -1e5, top: 1e5 }),
    ).toEqual([]);
    expect(near(1e5, 1e5 + 800)).toEqual([]);
  });
});
