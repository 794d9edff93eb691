/**
 * Train the scorer of relations from ../shared, data/articles and data/judgements, and write data/model/relation.bin:
 * `npm run train:relation`. Deterministic: the same articles give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadModel } from '../entity/model.ts';
import { LabelScorer } from '../entity/scorer.ts';
import { annotateGiven } from '../evaluate/given.ts';
import { type GoldDocument, readGold } from '../evaluate/gold.ts';
import { evaluate, Tally } from '../evaluate/score.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { DATA_FOLDER } from '../lexicon/table.ts';
import { encodeScorer, SCORER_FILE, type Scorer, scoresOf } from '../relation/scorer.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { readJudgements, withNames } from './judgements.ts';
import { requireShared, SHARED } from './shared.ts';
import { trainScorer } from './stack.ts';
import { judgedPassages, passagesOf } from './statements.ts';

/** Articles of our own. */
const ARTICLES = path.join(DATA_FOLDER, 'articles');
/** Parts of the cross-validation. */
const FOLDS = 4;

requireShared();
const lexicon = loadLexicon();
const knowledge = {
  lexicon,
  segmenter: loadSegmenter(console.error, 'nodejieba'),
  tagger: new LabelScorer(loadModel(), lexicon),
};
const read = (name: string) => readGold(path.join(SHARED, 'gold', name));
const written = await read('train');
const news = await read('news-train');
const own = await readGold(ARTICLES);
const articles = [...written, ...news, ...own];
const judged = readJudgements().map(([document, judgements]) =>
  judgedPassages(withNames(document, knowledge), judgements, knowledge),
);
const passages = [...articles.map((article) => passagesOf(article, knowledge)), ...judged];

const folds = Array.from({ length: FOLDS }, (_, fold) =>
  trainScorer(passages.filter((_, i) => i % FOLDS !== fold)),
);
report('train, cross-validated', written, (index) => folds[index % FOLDS]!);
report('news-train, same', news, (index) => folds[(index + written.length) % FOLDS]!);
const before = written.length + news.length;
report('our own, same', own, (index) => folds[(index + before) % FOLDS]!);
reportJudged((index) => folds[(index + articles.length) % FOLDS]!);
const scorer = trainScorer(passages);
report('dev', await read('dev'), () => scorer);
report('news-dev', await read('news-dev'), () => scorer);
mkdirSync(path.dirname(SCORER_FILE), { recursive: true });
writeFileSync(SCORER_FILE, encodeScorer(scorer));
console.log(`wrote ${SCORER_FILE}`);

/** How well the statements of news are told from what only looks like one, at even odds. */
function reportJudged(scorerOf: (index: number) => Scorer): void {
  const tally = new Tally();
  for (const [index, scenes] of judged.entries()) {
    for (const [number, scene] of scenes.entries()) {
      const scores = scoresOf(scene, scorerOf(index));
      const keys = [...scores.keys()].filter((i) => scene.holds[i] !== undefined);
      const named = (which: (i: number) => boolean) =>
        new Set(keys.filter(which).map((i) => `${index}-${number}-${i}`));
      tally.add(
        named((i) => scene.holds[i]!),
        named((i) => scores[i]! > 0),
      );
    }
  }
  const { precision, recall, found, gold } = tally.score();
  const [p, r] = [precision, recall].map((share) => share.toFixed(3));
  console.log(
    `judged news, same: precision ${p}, recall ${r}, of ${found} found and ${gold} right`,
  );
}

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
