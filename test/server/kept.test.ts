import { expect, test } from 'vitest';
import { keptAnswers } from '../../src/server/kept.ts';

const ANSWER = new TextEncoder().encode('answer');

/** Which of these questions still have an answer after some were answered, one after the other. */
const keptOf = (most: number, questions: readonly string[], asked: readonly string[]) => {
  const kept = keptAnswers(most);
  for (const question of asked) if (!kept.get(question)) kept.set(question, ANSWER);
  return questions.filter((question) => kept.get(question));
};

test('an answer is kept', () => {
  const kept = keptAnswers(100);
  kept.set('a', ANSWER);
  expect([kept.get('a'), kept.get('a'), kept.get('b')]).toEqual([ANSWER, ANSWER, undefined]);
});

test('beyond the bytes that may be kept, what was asked for longest ago is forgotten', () => {
  const two = 2 * ('answer'.length + 1);
  expect(keptOf(two, ['a', 'b', 'c'], ['a', 'b', 'a', 'c'])).toEqual(['a', 'c']);
});

test('what is larger than all that may be kept is not kept', () => {
  expect(keptOf(3, ['a'], ['a'])).toEqual([]);
});

test('an answer that is given again takes no more room', () => {
  const kept = keptAnswers(2 * ('answer'.length + 1));
  for (const question of ['a', 'b', 'b', 'b']) kept.set(question, ANSWER);
  expect(kept.get('a')).toEqual(ANSWER);
});
