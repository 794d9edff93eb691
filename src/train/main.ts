/**
 * Train the tagger from ../shared and data/articles and write data/model/tagger.bin: `npm run train`.
 * Deterministic: the same corpora give the same bytes. Each model is trained in a process of its own,
 * two at a time: `npm run train -- N` trains only model N and writes what it learned to a file.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  decodeModel,
  encodeModel,
  MODEL_FILE,
  type ModelWeights,
  toModel,
} from '../entity/model.ts';
import { LabelScorer } from '../entity/scorer.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { average } from './average.ts';
import { calibrate } from './calibrate.ts';
import { GOLD } from './corpora.ts';
import { readDev, scoreLine } from './dev.ts';
import { readExamples } from './examples.ts';
import { learn } from './learn.ts';
import type { Learner } from './perceptron.ts';
import { requireShared, SHARED, timedLog } from './shared.ts';

const EPOCHS = 4;
/** The model is the mean of these. */
const MODELS: readonly { readonly learner: Learner; readonly seed: number }[] = [
  { learner: 'perceptron', seed: 20_260_101 },
  { learner: 'passive-aggressive', seed: 20_260_102 },
  { learner: 'perceptron', seed: 20_260_103 },
  { learner: 'passive-aggressive', seed: 20_260_104 },
];
/** How many are trained at a time; each takes 6 GB of memory. */
const AT_A_TIME = 2;

requireShared();
const log = timedLog();
const lexicon = loadLexicon();
const segmenter = loadSegmenter(console.error, 'nodejieba');
const { examples, heldOut } = await readExamples(lexicon, segmenter);
const dev = await readDev(SHARED, segmenter);

const [number, target] = process.argv.slice(2);
if (number !== undefined) writeFileSync(target ?? `model-${number}.bin`, encodeModel(trainOne()));
else writeMean(await trainAll());

/** Train one of the models; its sums are made natural logarithms, so that models can be added. */
function trainOne(): ModelWeights {
  const { learner, seed } = MODELS[Number(number)]!;
  log(`model ${number}: ${learner}, seed ${seed}`);
  const prefixed = (line: string) => log(`${number}  ${line}`);
  const weights = learn(examples, {
    lexicon,
    learner,
    epochs: EPOCHS,
    seed,
    log: prefixed,
    afterEpoch,
  });
  return { ...weights, unit: calibrate(toModel(weights), lexicon, heldOut) };
}

/** Score the sets in the guideline's conventions, and after the last epoch the others in their own. */
function afterEpoch(epoch: number, weightsFor: (corpus: number) => ModelWeights): void {
  const own = weightsFor(GOLD);
  for (const set of dev) {
    if (set.corpus !== GOLD && epoch < EPOCHS) continue;
    const weights = set.corpus === GOLD ? own : weightsFor(set.corpus);
    log(`${number}  ${scoreLine(set, new LabelScorer(toModel(weights), lexicon))}`);
  }
}

async function trainAll(): Promise<ModelWeights[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-train-'));
  const files = MODELS.map((_, index) => path.join(folder, `${index}.bin`));
  try {
    const waiting = [...files.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await runOne(...next);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return files.map((file) => decodeModel(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error when the process fails */
function runOne(index: number, file: string): Promise<void> {
  const script = process.argv[1]!;
  const child = spawn(process.execPath, [...process.execArgv, script, String(index), file], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`training model ${index} failed`));
    });
  });
}

function writeMean(models: readonly ModelWeights[]): void {
  const weights = average(models);
  const model = { ...weights, unit: calibrate(toModel(weights), lexicon, heldOut) };
  for (const set of dev.filter(({ corpus }) => corpus === GOLD)) {
    const line = scoreLine(set, new LabelScorer(toModel(model), lexicon));
    log(`mean of ${models.length}: ${line}`);
  }
  log(
    `scores are ${(model.unit / weights.unit).toFixed(2)} times as large as probabilities want them`,
  );
  const bytes = encodeModel(model);
  writeFileSync(MODEL_FILE, bytes);
  log(`wrote ${MODEL_FILE}: ${(bytes.length / 1e6).toFixed(1)} MB`);
}
