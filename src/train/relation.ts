/**
 * Train the scorer of relations from ../shared and write data/model/relation.bin:
 * `npm run train:relation`. Deterministic: the same articles give the same bytes.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { annotateGiven } from '../evaluate/given.ts';
import { type GoldDocument, readGold } from '../evaluate/gold.ts';
import { evaluate } from '../evaluate/score.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { encodeScorer, SCORER_FILE, type Scorer } from '../relation/scorer.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { trainScorer } from './logistic.ts';
import { statementsOf } from './statements.ts';

const SHARED = '../shared';
/** Parts of the cross-validation. */
const FOLDS = 4;

if (!existsSync(SHARED)) {
  console.log(
    `${SHARED} is not here: the training corpora are not part of the project. Nothing done.`,
  );
  process.exit(0);
}
const knowledge = { lexicon: loadLexicon(), segmenter: loadSegmenter(console.error, 'nodejieba') };
const read = (name: string) => readGold(path.join(SHARED, 'gold', name));
const written = await read('train');
const news = await read('news-train');
const articles = [...written, ...news];
const statements = articles.map((article) => statementsOf(article, knowledge));

for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (_: unknown, index: number) => index % FOLDS === fold;
  const scorer = trainScorer(statements.filter((_, i) => i % FOLDS !== fold).flat());
  report(`train, part ${fold + 1}`, written.filter(inFold), scorer);
}
const scorer = trainScorer(statements.flat());
report('dev', await read('dev'), scorer);
report('news-dev', await read('news-dev'), scorer);
mkdirSync(path.dirname(SCORER_FILE), { recursive: true });
writeFileSync(SCORER_FILE, encodeScorer(scorer));
console.log(`wrote ${SCORER_FILE}`);

/** What is found when the mentions are given. */
function report(name: string, gold: readonly GoldDocument[], current: Scorer): void {
  const found = gold.map((article) => annotateGiven(article, { ...knowledge, scorer: current }));
  const { relations, listed, offices } = evaluate(gold, found);
  const numbers = [
    ['precision', relations.precision],
    ['recall', relations.recall],
    ['precision on listed pairs', listed.precision],
    ['F1 of offices', offices.f1],
  ] as const;
  console.log(`${name}: ${numbers.map(([what, n]) => `${what} ${n.toFixed(3)}`).join(', ')}`);
}
