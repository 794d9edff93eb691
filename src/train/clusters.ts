/**
 * Learn classes of words from unlabelled text of ../shared and write data/model/clusters.tsv:
 * `npm run train:clusters`. Deterministic: the same corpora give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readGold } from '../evaluate/gold.ts';
import { CLUSTERS_FILE, withoutDigits } from '../lexicon/clusters.ts';
import { matchingForm } from '../lexicon/matching.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { splitSentences } from '../segment/sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import { exchange } from './exchange.ts';
import { requireShared, SHARED, timedLog } from './shared.ts';

/** Files of JSON lines with a text; their labels are not read. */
const FILES = [
  ...['2022', '2023', '2024', '2025'].map((year) => `news/xwlb.${year}.jsonl`),
  ...['msra', 'pku98', 'cluener', 'gsdsimp'].map((corpus) => `ner/${corpus}.train.jsonl`),
];
/** Classes of words, and classes of those classes. */
const FINE = 512;
const COARSE = 64;
const ROUNDS = 12;
/** Words that occur less often have no class. */
const LEAST = 8;
/** A sentence so long that also stands in gold/news-dev tells that a text is measured on. */
const TELLING = 12;

requireShared();
const log = timedLog();

const segmenter = loadSegmenter(console.error, 'nodejieba');
const measured = new Set<string>();
for (const { text } of await readGold(path.join(SHARED, 'gold', 'news-dev'))) {
  for (const sentence of sentencesOf(text)) if (sentence.length >= TELLING) measured.add(sentence);
}
const sentences = [...texts()]
  .map(sentencesOf)
  .filter((item) => !item.some((sentence) => measured.has(sentence)))
  .flatMap((item) =>
    item.map((sentence) => {
      const span = { start: 0, end: sentence.length };
      return tokenize(sentence, span, segmenter).map((token) => withoutDigits(token.text));
    }),
  );
const counts = new Map<string, number>();
for (const word of sentences.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
const frequent = [...counts].filter(([, count]) => count >= LEAST);
frequent.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
const words = frequent.map(([word]) => word);
log(`${sentences.length} sentences, ${words.length} of ${counts.size} words`);

// 0 is beyond the ends of a sentence and stands for rare words.
const numbers = new Map(words.map((word, index) => [word, index + 1]));
const numbered = sentences.map((sentence) => sentence.map((word) => numbers.get(word) ?? 0));
const fine = exchange(numbered, words.length + 1, { classes: FINE, rounds: ROUNDS, log });
const classed = numbered.map((sentence) => sentence.map((word) => fine[word]!));
const coarse = exchange(classed, FINE, { classes: COARSE, rounds: ROUNDS, log });
const lines = [...Array(FINE).keys()].flatMap((cluster) => {
  const members = words.filter((_, index) => fine[index + 1] === cluster);
  return members.length > 0 ? [`${coarse[cluster]}\t${members.join(' ')}\n`] : [];
});
writeFileSync(CLUSTERS_FILE, lines.join(''));
log(`wrote ${CLUSTERS_FILE}`);

function sentencesOf(text: string): string[] {
  const form = matchingForm(text);
  return splitSentences(form).map(({ start, end }) => form.slice(start, end));
}

function* texts(): Generator<string> {
  for (const file of FILES) {
    for (const line of readFileSync(path.join(SHARED, 'corpora', file), 'utf8')
      .trim()
      .split('\n')) {
      yield (JSON.parse(line) as { text: string }).text;
    }
  }
}
