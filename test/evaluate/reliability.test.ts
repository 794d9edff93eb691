import { expect, it } from 'vitest';
import { parseGold } from '../../src/evaluate/gold.ts';
import { reliability, statementReliability } from '../../src/evaluate/reliability.ts';
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

it('counts statements that have a score in the same way', () => {
  const text = '[陈立群|person]到[青川|place]，[云溪|place]下雨。';
  const found = annotated('a', text, '陈立群 --verb:到--> 青川', '陈立群 --verb:到--> 云溪');
  const relations = found.relations.map((relation, i) => ({ ...relation, score: [0.82, 0.3][i]! }));
  const bins = statementReliability(
    [parseGold('a', `${text}\n=\n陈立群 | 到 | 青川`)],
    [{ ...found, relations: [...relations, { ...found.relations[1]!, label: '去' }] }],
  );
  expect(bins.filter(({ count }) => count > 0)).toEqual([
    { from: 0.3, to: 0.4, count: 1, score: 0.3, right: 0 },
    { from: 0.8, to: 0.9, count: 1, score: 0.82, right: 1 },
  ]);
});
