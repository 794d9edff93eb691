import { describe, expect, it } from 'vitest';
import { readGold } from '../../src/evaluate/gold.ts';

describe('the articles to train on', async () => {
  const articles = await readGold('data/articles');

  it('are in the format of gold articles, with names and relations in each', () => {
    expect(articles.length).toBeGreaterThan(100);
    for (const { mentions, relations } of articles) {
      expect(mentions.length).toBeGreaterThan(5);
      expect(relations.length).toBeGreaterThan(0);
    }
  });

  it('have relations between names that they annotate', () => {
    for (const { id, mentions, relations } of articles) {
      const names = new Set(mentions.map(({ text, canonical }) => canonical ?? text));
      const strangers = relations.flatMap(({ head, tail }) =>
        [head, tail].filter((name) => !names.has(name)),
      );
      expect(strangers, id).toEqual([]);
    }
  });
});
