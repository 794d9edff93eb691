import { expect, it } from 'vitest';
import { parseGold } from '../../src/evaluate/gold.ts';
import { reliability } from '../../src/evaluate/reliability.ts';
import { annotated } from '../helpers/documents.ts';

it('counts mentions by score, with the share of them that is right', () => {
  const bins = reliability(
    [parseGold('a', '[陈立群|person]到[青川|place]，[云溪|place]下雨。')],
    [annotated('a', '[陈立群|person|0.92]到[青川|person|0.98]，[云溪|place|1]下[雨|place|0.3]。')],
  );
  expect(bins.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  expect(bins.filter(({ count }) => count > 0)).toEqual([
    { from: 0.3, to: 0.4, count: 1, score: 0.3, right: 0 },
    { from: 0.9, to: 1, count: 3, score: expect.closeTo(2.9 / 3), right: expect.closeTo(2 / 3) },
  ]);
});
