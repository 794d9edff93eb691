import { describe, expect, it } from 'vitest';
import { rememberedNames, voteCategories } from '../../src/entity/memory.ts';
import type { Category, Mention } from '../../src/types.ts';

const mention = (text: string, category: Category, score: number): Mention => ({
  ...{ start: 0, end: text.length, text },
  ...{ category, score, rule: 'test' },
});

describe('voteCategories', () => {
  it('gives each name the category that its mentions are surest of together', () => {
    const votes = voteCategories([
      mention('云溪', 'place', 0.5),
      mention('云溪', 'person', 0.8),
      mention('云溪', 'place', 0.5),
      mention('青川', 'place', 0.1),
    ]);
    expect([...votes]).toEqual([
      ['云溪', 'place'],
      ['青川', 'place'],
    ]);
  });

  it('hears what the words beside the mentions say', () => {
    const mentions = [mention('云溪', 'place', 0.6), mention('云溪', 'organization', 0.5)];
    const votes = voteCategories(mentions, ({ category }) =>
      category === 'organization' ? 'organization' : undefined,
    );
    expect(votes.get('云溪')).toBe('organization');
  });

  it('decides a tie the same way in any order', () => {
    const tied = [mention('云溪', 'place', 0.5), mention('云溪', 'person', 0.5)];
    expect(voteCategories(tied)).toEqual(voteCategories(tied.toReversed()));
  });
});

describe('rememberedNames', () => {
  const text = '智翔金泰在巴南区。智翔金泰发布公告，金泰上市。';

  it('finds a sure name wherever it stands', () => {
    const found = rememberedNames(text, [mention('智翔金泰', 'organization', 0.9)]);
    expect(found.map(({ start, end, text: name }) => [start, end, name])).toEqual([
      [0, 4, '智翔金泰'],
      [9, 13, '智翔金泰'],
    ]);
    expect(found.every(({ category }) => category === 'organization')).toBe(true);
  });

  it('does not look for a name that is not sure, or too short to be sure of', () => {
    expect(rememberedNames(text, [mention('智翔金泰', 'organization', 0.3)])).toEqual([]);
    expect(rememberedNames(text, [mention('金', 'organization', 0.9)])).toEqual([]);
  });

  it('finds the longer of two names', () => {
    const sure = [mention('智翔金泰', 'organization', 0.9), mention('智翔金', 'person', 0.9)];
    expect(rememberedNames(text, sure).map((m) => m.text)).toEqual(['智翔金泰', '智翔金泰']);
  });
});
