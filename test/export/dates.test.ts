import { expect, it, test } from 'vitest';
import { datesOf, spellsOf, union } from '../../src/export/dates.ts';
import type { Evidence } from '../../src/graph/attributes.ts';

const dateOf = datesOf([
  { id: 'day', title: '', date: '2024-03-18' },
  { id: 'month', title: '', date: '2024-02' },
  { id: 'none', title: '' },
]);
const said = (document: string, value?: string): Evidence => ({
  ...{ document, start: 0, end: 1, quote: '甲', rule: 'hand-made', status: 'asserted' },
  ...(value && { time: { start: 0, end: 1, text: '时', value } }),
});

const CASES: [title: string, evidence: Evidence[], spells: string[]][] = [
  ['the day of its document', [said('day')], ['2024-03-18/2024-03-18']],
  ['all days of a month', [said('month')], ['2024-02-01/2024-02-29']],
  ['the time that a sentence states', [said('day', '2027')], ['2027-01-01/2027-12-31']],
  ['a range', [said('none', '2024-07-04/2024-07-06')], ['2024-07-04/2024-07-06']],
  [
    'each once, in order',
    [said('day'), said('month'), said('day')],
    ['2024-02-01/2024-02-29', '2024-03-18/2024-03-18'],
  ],
  ['none where a sentence has no date', [said('day'), said('none')], []],
  ['none for what is no date', [said('none', '2024-13')], []],
];

it.each(CASES)('an edge holds on %s', (_, evidence, spells) => {
  expect(spellsOf(evidence, dateOf).map(({ start, end }) => `${start}/${end}`)).toEqual(spells);
});

test('a node holds whenever one of its edges does', () => {
  const [a, b] = [spellsOf([said('day')], dateOf), spellsOf([said('month')], dateOf)];
  expect(union([a, b, a])).toEqual([...b, ...a]);
});
