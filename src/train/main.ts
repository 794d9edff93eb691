/**
 * Train the tagger from ../shared and write data/model/tagger.bin: `npm run train`.
 * Deterministic: the same corpora give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { encodeModel, MODEL_FILE, type ModelWeights, toModel } from '../entity/model.ts';
import { LabelScorer } from '../entity/scorer.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { average } from './average.ts';
import { calibrate } from './calibrate.ts';
import {
  CORPORA,
  corpusNamed,
  type Example,
  GOLD,
  type LabelledText,
  readCorpus,
  splitExamples,
} from './corpora.ts';
import { readDev, scoreLine } from './dev.ts';
import { learn } from './learn.ts';
import { poolNames, rename } from './rename.ts';
import { requireShared, SHARED, timedLog } from './shared.ts';

const EPOCHS = 4;
/** One model for each; theirs is the mean. */
const SEEDS = [20_260_101, 20_260_102];
/** Copies of the guideline's own articles with other names in them. */
const RENAMED = 2;
/** One article of so many is not trained on, but tells how sure the model may be. */
const HELD_OUT = 14;

requireShared();
const log = timedLog();

const lexicon = loadLexicon();
const segmenter = loadSegmenter(console.error, 'nodejieba');
const corpora = await Promise.all(CORPORA.map((corpus) => readCorpus(SHARED, corpus)));
const isHeldOut = (_: unknown, index: number) => index % HELD_OUT === 0;
const heldOut = [GOLD, corpusNamed('gold-news')].flatMap((corpus) => {
  const articles = corpora[corpus]!;
  corpora[corpus] = articles.filter((_, index) => !isHeldOut(_, index));
  return articles.filter(isHeldOut);
});
const random = xorshift128plus(20_260_101);
const pools = poolNames(SHARED, corpora.flat(), lexicon);
const renamed = corpora[corpusNamed('renamed')]!;
for (let copy = 0; copy < RENAMED; copy++) {
  renamed.push(...corpora[GOLD]!.map((text) => rename(text, pools, lexicon, random)));
}
const examples = corpora.flatMap((texts, corpus) => examplesOf(texts, corpus));
const dev = await readDev(SHARED, segmenter);

const models = SEEDS.map((seed) => {
  log(`seed ${seed}`);
  return learn(examples, { lexicon, epochs: EPOCHS, seed, log, afterEpoch });
});
const weights = average(models);
for (const set of dev.filter(({ corpus }) => corpus === GOLD)) {
  log(`mean of ${models.length}: ${scoreLine(set, new LabelScorer(toModel(weights), lexicon))}`);
}
const unit = calibrate(toModel(weights), lexicon, examplesOf(heldOut, GOLD));
log(`scores are ${(unit / weights.unit).toFixed(2)} times as large as probabilities want them`);
const bytes = encodeModel({ ...weights, unit });
writeFileSync(MODEL_FILE, bytes);
log(`wrote ${MODEL_FILE}: ${(bytes.length / 1e6).toFixed(1)} MB`);

function examplesOf(texts: readonly LabelledText[], corpus: number): Example[] {
  return texts.flatMap((text) => splitExamples(text, corpus, segmenter));
}

/** Score the sets in the guideline's conventions, and after the last epoch the others in their own. */
function afterEpoch(epoch: number, weightsFor: (corpus: number) => ModelWeights): void {
  for (const set of dev) {
    if (set.corpus !== GOLD && epoch < EPOCHS) continue;
    log(scoreLine(set, new LabelScorer(toModel(weightsFor(set.corpus)), lexicon)));
  }
}
