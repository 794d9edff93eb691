import { expect, test } from 'vitest';
import { keptAnswers } from '../../src/server/kept.ts';

const asked: string[] = [];
const answered = (kept: ReturnType<typeof keptAnswers>, question: string) => {
  asked.length = 0;
  kept(question, () => {
    asked.push(question);
    return 'answer';
  });
  return asked.length > 0;
};

test('an answer is made once', () => {
  const kept = keptAnswers(100);
  expect(answered(kept, 'a')).toBe(true);
  expect(answered(kept, 'a')).toBe(false);
});

test('beyond the bytes that may be kept, what was asked for longest ago is forgotten', () => {
  const kept = keptAnswers(2 * ('answer'.length + 1));
  for (const question of ['a', 'b', 'a', 'c']) answered(kept, question);
  expect(answered(kept, 'a')).toBe(false);
  expect(answered(kept, 'b')).toBe(true);
});

test('what is larger than all that may be kept is answered and not kept', () => {
  const kept = keptAnswers(3);
  expect(answered(kept, 'a')).toBe(true);
  expect(answered(kept, 'a')).toBe(true);
});

test('an error is not kept', () => {
  const kept = keptAnswers(100);
  expect(() =>
    kept('a', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(answered(kept, 'a')).toBe(true);
});
