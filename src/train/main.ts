/**
 * Train the tagger from ../shared and write data/model/tagger.bin: `npm run train`.
 * Deterministic: the same corpora give the same bytes.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { featuresOf } from '../entity/features.ts';
import { labelsOf } from '../entity/labels.ts';
import {
  encodeModel,
  MODEL_FILE,
  type Model,
  type ModelWeights,
  toModel,
} from '../entity/model.ts';
import { tagNames } from '../entity/tagger.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { loadSegmenter } from '../segment/segmenter.ts';
import { CORPORA, readExamples } from './corpora.ts';
import { type DevSet, readDev } from './dev.ts';
import { FeatureTable } from './features.ts';
import { type Instance, Perceptron } from './perceptron.ts';
import { frequenciesOf, prune } from './prune.ts';

const SHARED = '../shared';
const EPOCHS = Number(process.env['EPOCHS'] ?? 5);
/** Share of sentences in which known names are left out. */
const DROP_KNOWN = 0.3;

if (!existsSync(SHARED)) {
  console.log(
    `${SHARED} is not here: the training corpora are not part of the project. Nothing done.`,
  );
  process.exit(0);
}
const started = performance.now();
const log = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const knowledge = { lexicon: loadLexicon(), segmenter: loadSegmenter(console.error, 'nodejieba') };
const random = xorshift128plus(20_260_101);
const examples = await readExamples(SHARED, knowledge.segmenter);
log(`${examples.length} sentences`);
const table = new FeatureTable();
const raw = examples.map(({ sentence, spans, corpus }) => {
  const useKnown = uniformInt(random, 0, 999) >= DROP_KNOWN * 1000;
  const hashes = featuresOf(sentence, knowledge.lexicon, useKnown);
  table.count(hashes);
  return { hashes, labels: labelsOf(sentence.end - sentence.start, spans), corpus };
});
const { hashes: featureHashes } = table.freeze();
log(`${featureHashes.length} features that occur twice or more`);
const instances = raw.map(
  ({ hashes, labels, corpus }): Instance => ({ features: table.numbers(hashes), labels, corpus }),
);
const order = instances.flatMap((instance, index) =>
  Array<number>(CORPORA[instance.corpus]!.weight).fill(index),
);
const dev = await readDev(SHARED, knowledge.segmenter);
const perceptron = new Perceptron(featureHashes.length, CORPORA.length);
const frequencies = frequenciesOf(instances, featureHashes.length);
let weights: ModelWeights | undefined;
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  shuffle(order);
  let wrong = 0;
  for (const [done, index] of order.entries()) {
    wrong += perceptron.update(instances[index]!);
    if (done % 25_000 === 24_999) log(`epoch ${epoch}: ${done + 1}/${order.length}`);
  }
  weights = prune(perceptron, featureHashes, frequencies, 0);
  const model = toModel(weights);
  log(`epoch ${epoch}: ${wrong} wrong labels; ${dev.map((set) => score(set, model)).join('; ')}`);
}
mkdirSync(path.dirname(MODEL_FILE), { recursive: true });
const bytes = encodeModel(weights!);
writeFileSync(MODEL_FILE, bytes);
log(`wrote ${MODEL_FILE}: ${(bytes.length / 1e6).toFixed(1)} MB`);

/** Fisher and Yates. */
function shuffle(list: number[]): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = uniformInt(random, 0, i);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

function score({ name, sentences }: DevSet, current: Model): string {
  let [correct, found, gold] = [0, 0, 0];
  for (const { sentence, spans } of sentences) {
    const keys = new Set(
      spans.map((s) => `${s.start + sentence.start}-${s.end + sentence.start}-${s.category}`),
    );
    const mentions = tagNames(sentence, knowledge.lexicon, current);
    gold += keys.size;
    found += mentions.length;
    correct += mentions.filter((m) => keys.has(`${m.start}-${m.end}-${m.category}`)).length;
  }
  return `${name} F1 ${((2 * correct) / (found + gold)).toFixed(4)}`;
}
