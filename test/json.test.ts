import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { jsonParts } from '../src/json.ts';

function* walk<T>(items: readonly T[]): Generator<T> {
  yield* items;
}

const CASES: [title: string, given: unknown, same: unknown][] = [
  ['a list', walk([1, { a: ['二'] }]), [1, { a: ['二'] }]],
  ['an empty list', walk([]), []],
  ['a list in an object', { n: 1, list: walk([{ a: 1 }, 2]) }, { n: 1, list: [{ a: 1 }, 2] }],
  ['a list deep in an object', { a: { b: walk([1]) } }, { a: { b: [1] } }],
  ['two lists', { a: walk([]), none: undefined, b: walk(['x\ny']) }, { a: [], b: ['x\ny'] }],
];

it.each(CASES)('prints %s that is only iterable as if it were there', (_, given, same) => {
  expect([...jsonParts(given)].join('')).toBe(JSON.stringify(same, null, 2));
});

test('gives a list item by item, without waiting for its end', () => {
  function* endless() {
    for (let i = 0; ; i++) yield i;
  }
  expect(jsonParts(endless()).next().value).toBe('[\n  0');
});

test('gives what JSON.stringify gives, whatever the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('', '  '), (value, indent) => {
      expect([...jsonParts(value, indent)].join('')).toBe(JSON.stringify(value, null, indent));
    }),
  );
});
