/**
 * Train the tagger from ../shared and write data/model/tagger.bin: `npm run train`.
 * A first model labels unlabelled news, from which a second one learns as well (self-training,
 * Yarowsky 1995, doi:10.3115/981658.981684). Deterministic: the same corpora give the same bytes.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { encodeModel, MODEL_FILE, type ModelWeights, toModel } from '../entity/model.ts';
import { Scorer } from '../entity/scorer.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { calibrate } from './calibrate.ts';
import { CORPORA, type Example, GOLD, readCorpus, SILVER, splitExamples } from './corpora.ts';
import { readDev, scoreLine } from './dev.ts';
import { learn } from './learn.ts';
import { poolNames, rename } from './rename.ts';
import { silverTexts } from './silver.ts';

const SHARED = '../shared';
const FIRST_EPOCHS = 3;
const EPOCHS = 5;
/** Copies of the guideline's own articles with other names in them. */
const RENAMED = 2;
/** One article of so many is not trained on, but tells how sure the model may be. */
const HELD_OUT = 14;

if (!existsSync(SHARED)) {
  console.log(
    `${SHARED} is not here: the training corpora are not part of the project. Nothing done.`,
  );
  process.exit(0);
}
const started = performance.now();
const log = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const lexicon = loadLexicon();
const segmenter = loadSegmenter(console.error, 'nodejieba');
const corpora = await Promise.all(CORPORA.map((corpus) => readCorpus(SHARED, corpus)));
const articles = corpora[GOLD]!;
const heldOut = articles
  .filter((_, index) => index % HELD_OUT === 0)
  .flatMap((text) => splitExamples(text, GOLD, segmenter));
corpora[GOLD] = articles.filter((_, index) => index % HELD_OUT > 0);
const examples: Example[] = corpora.flatMap((texts, corpus) =>
  texts.flatMap((text) => splitExamples(text, corpus, segmenter)),
);
const random = xorshift128plus(20_260_101);
const pools = poolNames(SHARED, corpora.flat(), lexicon);
for (let copy = 0; copy < RENAMED; copy++) {
  for (const text of corpora[GOLD]!) {
    examples.push(...splitExamples(rename(text, pools, lexicon, random), GOLD, segmenter));
  }
}
const dev = await readDev(SHARED, segmenter);

log('the first model');
const first = learn(examples, { lexicon, epochs: FIRST_EPOCHS, log, afterEpoch });
const silver = await silverTexts(SHARED, segmenter, new Scorer(toModel(first), lexicon));
log(`the second model, with ${silver.length} sentences that the first one labelled`);
examples.push(...silver.flatMap((text) => splitExamples(text, SILVER, segmenter)));
const weights = learn(examples, { lexicon, epochs: EPOCHS, log, afterEpoch });
const unit = calibrate(toModel(weights), lexicon, heldOut);
log(`scores are ${(unit / weights.unit).toFixed(2)} times as large as probabilities want them`);
const bytes = encodeModel({ ...weights, unit });
writeFileSync(MODEL_FILE, bytes);
log(`wrote ${MODEL_FILE}: ${(bytes.length / 1e6).toFixed(1)} MB`);

/** Score the sets in the guideline's conventions, and after the last epoch the others in their own. */
function afterEpoch(epoch: number, weightsFor: (corpus: number) => ModelWeights): void {
  for (const set of dev) {
    if (set.corpus !== GOLD && epoch < EPOCHS) continue;
    log(scoreLine(set, new Scorer(toModel(weightsFor(set.corpus)), lexicon)));
  }
}
