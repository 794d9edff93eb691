/**
 * Train the scorer of relations from ../shared and data/articles and write data/model/relation.bin:
 * `npm run train:relation`. Deterministic: the same articles give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { annotateGiven } from '../evaluate/given.ts';
import { type GoldDocument, readGold } from '../evaluate/gold.ts';
import { evaluate } from '../evaluate/score.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { encodeScorer, SCORER_FILE, type Scorer } from '../relation/scorer.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { requireShared, SHARED } from './shared.ts';
import { trainScorer } from './stack.ts';
import { passagesOf } from './statements.ts';

/** Articles of our own. */
const ARTICLES = path.join(DATA_FOLDER, 'articles');
/** Parts of the cross-validation. */
const FOLDS = 4;

requireShared();
const knowledge = { lexicon: loadLexicon(), segmenter: loadSegmenter(console.error, 'nodejieba') };
const read = (name: string) => readGold(path.join(SHARED, 'gold', name));
const written = await read('train');
const news = await read('news-train');
const own = await readGold(ARTICLES);
const articles = [...written, ...news, ...own];
const passages = articles.map((article) => passagesOf(article, knowledge));

const folds = Array.from({ length: FOLDS }, (_, fold) =>
  trainScorer(passages.filter((_, i) => i % FOLDS !== fold)),
);
report('train, cross-validated', written, (index) => folds[index % FOLDS]!);
report('news-train, same', news, (index) => folds[(index + written.length) % FOLDS]!);
const before = written.length + news.length;
report('our own, same', own, (index) => folds[(index + before) % FOLDS]!);
const scorer = trainScorer(passages);
report('dev', await read('dev'), () => scorer);
report('news-dev', await read('news-dev'), () => scorer);
mkdirSync(path.dirname(SCORER_FILE), { recursive: true });
writeFileSync(SCORER_FILE, encodeScorer(scorer));
console.log(`wrote ${SCORER_FILE}`);

/** What is found when the mentions are given. */
function report(
  name: string,
  gold: readonly GoldDocument[],
  scorerOf: (index: number) => Scorer,
): void {
  const found = gold.map((article, index) =>
    annotateGiven(article, { ...knowledge, scorer: scorerOf(index) }),
  );
  const { relations, listed, offices, errors } = evaluate(gold, found);
  const numbers = [
    ['precision', relations.precision],
    ['recall', relations.recall],
    ['F1', relations.f1],
    ['precision on listed pairs', listed.precision],
    ['F1 of offices', offices.f1],
  ] as const;
  console.log(`${name}: ${numbers.map(([what, n]) => `${what} ${n.toFixed(3)}`).join(', ')}`);
  if (!process.argv.includes('--errors')) return;
  for (const { document, kind, rule, what } of errors) {
    console.log([document, kind, rule ?? '', what].join('\t'));
  }
}
