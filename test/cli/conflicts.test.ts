import { expect, it } from 'vitest';
import { decisionOn } from '../../src/cli/conflicts.ts';
import type { VariantReading } from '../../src/query/conflicts.ts';
import { parseCuration } from '../../src/store/curation.ts';

const decisionOf = (entities: readonly string[], texts: readonly string[]) => {
  const sides = texts.map((text) => ({ text })) as unknown as VariantReading['sides'];
  return parseCuration(decisionOn(entities, sides), 'x').decisions;
};
const TWO = ['数字经济', '数智经济'] as const;

it.each([
  [TWO.map((name) => `program:${name}`), { kind: 'merge', names: [...TWO] }],
  [['program:数字经济'], { kind: 'rename', names: ['数字经济'], to: '数智经济' }],
  [['program:数智经济'], { kind: 'rename', names: ['数智经济'], to: '数字经济' }],
])('the decision on a misreading names only what the graph has: %j', (entities, decision) => {
  expect(decisionOf(entities, TWO)).toMatchObject([decision]);
});

it('the decision is one that the curation file takes, whatever the names', () => {
  const names = ['甲: [乙], "丙"', "- {甲, '乙'"];
  const entities = names.map((name) => `program:${name}`);
  expect(decisionOf(entities, names)).toMatchObject([{ kind: 'merge', names }]);
});
