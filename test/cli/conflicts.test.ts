import { expect, it } from 'vitest';
import { decisionOn } from '../../src/cli/conflicts.ts';
import type { VariantReading } from '../../src/query/conflicts.ts';

const sides = ['数字经济', '数智经济'].map((text) => ({
  text,
})) as unknown as VariantReading['sides'];

it.each([
  [['program:数字经济', 'program:数智经济'], '- merge: [数字经济, 数智经济]'],
  [['program:数字经济'], '- {rename: 数字经济, to: 数智经济}'],
  [['program:数智经济'], '- {rename: 数智经济, to: 数字经济}'],
])('the decision on a misreading names only what the graph has: %j', (entities, decision) => {
  expect(decisionOn(entities, sides)).toBe(decision);
});
