import { readFileSync } from 'node:fs';
import path from 'node:path';
import { viewSentence } from '../entity/candidates.ts';
import type { LabelScorer } from '../entity/scorer.ts';
import { tagNames } from '../entity/tagger.ts';
import { readGold } from '../evaluate/gold.ts';
import { matchingForm } from '../lexicon/matching.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { splitSentences } from '../segment/sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import type { Category, Mention } from '../types.ts';
import type { LabelledText } from './corpora.ts';

/** Unlabelled news. */
const FILES = ['2022', '2023', '2024', '2025'].map((year) => `corpora/news/xwlb.${year}.jsonl`);
/** A name counts when this share of its mentions in all news agrees on the category. */
const AGREED = 0.8;
/** One sentence of so many is kept. */
const EVERY = 4;

/**
 * Sentences of unlabelled news with the names that a first model finds in them, for self-training.
 * The news corrects the model before it learns from it: a name has the category that most of its
 * mentions have, and sentences with a contested name are left out. Articles that are measured on
 * are left out.
 */
export async function silverTexts(
  shared: string,
  segmenter: Segmenter,
  scorer: LabelScorer,
): Promise<LabelledText[]> {
  const measured = await measuredText(shared);
  const found: { text: string; mentions: Mention[] }[] = [];
  for (const file of FILES) {
    for (const line of readFileSync(path.join(shared, file), 'utf8').trim().split('\n')) {
      const { text: written } = JSON.parse(line) as { text: string };
      if (overlaps(written, measured)) continue;
      const text = matchingForm(written);
      for (const sentence of splitSentences(text)) {
        const view = viewSentence(text, sentence, tokenize(text, sentence, segmenter));
        const mentions = tagNames(view, scorer).map((m) => ({
          ...m,
          start: m.start - sentence.start,
          end: m.end - sentence.start,
        }));
        if (mentions.length > 0) {
          found.push({ text: text.slice(sentence.start, sentence.end), mentions });
        }
      }
    }
  }
  const categories = agreedCategories(found.flatMap(({ mentions }) => mentions));
  return found
    .filter(({ mentions }) => mentions.every((m) => categories.has(m.text)))
    .filter((_, index) => index % EVERY === 0)
    .map(({ text, mentions }) => ({
      text,
      spans: mentions.map((m) => ({ ...m, category: categories.get(m.text)! })),
    }));
}

/** The category of each name on which its mentions agree. */
function agreedCategories(mentions: readonly Mention[]): Map<string, Category> {
  const tallies = new Map<string, Map<Category, number>>();
  for (const { text, category } of mentions) {
    const tally = tallies.get(text) ?? new Map<Category, number>();
    tallies.set(text, tally.set(category, (tally.get(category) ?? 0) + 1));
  }
  const agreed = new Map<string, Category>();
  for (const [name, tally] of tallies) {
    const total = [...tally.values()].reduce((a, b) => a + b);
    const [category, count] = [...tally].sort((a, b) => b[1] - a[1])[0]!;
    if (count >= AGREED * total) agreed.set(name, category);
  }
  return agreed;
}

/** Lines of the annotated news. */
async function measuredText(shared: string): Promise<string> {
  const documents = await Promise.all(
    ['news-train', 'news-dev'].map((name) => readGold(path.join(shared, 'gold', name))),
  );
  return documents
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

function overlaps(text: string, measured: string): boolean {
  return text.split('\n').some((line) => line.length > 20 && measured.includes(line.slice(0, 20)));
}
