import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Distinct } from '../../src/graph/distinct.ts';

test('holds what a set holds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('甲', '乙', '', 0, 1)), (items) => {
      const distinct = new Distinct<string | number>();
      for (const item of items) distinct.add(item);
      const expected = new Set(items);
      expect([...distinct]).toEqual([...expected]);
      expect(distinct.size).toBe(expected.size);
      for (const item of ['甲', '乙', '', 0, 1, '丙']) {
        expect(distinct.has(item)).toBe(expected.has(item));
      }
    }),
  );
});
