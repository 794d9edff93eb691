import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { featuresOf } from '../entity/features.ts';
import { knownMatches } from '../entity/known.ts';
import { labelsOf } from '../entity/labels.ts';
import type { ModelWeights } from '../entity/model.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { CORPORA, type Example } from './corpora.ts';
import { FeatureTable } from './features.ts';
import { type Instance, type Learner, Perceptron } from './perceptron.ts';
import { frequenciesOf, prune } from './prune.ts';

/** Share of sentences in which known names are left out, so that contexts are learnt as well. */
const DROP_KNOWN = 0.3;
/** Share of the features that an update does not see. */
const DROPPED = 0.2;

export interface LearnOptions {
  readonly lexicon: Lexicon;
  readonly learner: Learner;
  readonly epochs: number;
  /** Decides the order of sentences and what is left out. */
  readonly seed: number;
  /** Receives a line now and then. */
  readonly log: (line: string) => void;
  /** Called after each epoch with a way to get the weights in the conventions of a corpus. */
  readonly afterEpoch: (epoch: number, weightsFor: (corpus: number) => ModelWeights) => void;
}

/** Train on examples and give the weights in the conventions of the first corpus. */
export function learn(
  examples: readonly Example[],
  { lexicon, learner, epochs, seed, log, afterEpoch }: LearnOptions,
): ModelWeights {
  const random = xorshift128plus(seed);
  const table = new FeatureTable();
  const raw = examples.map(({ sentence, spans, corpus }) => {
    const useKnown = uniformInt(random, 0, 999) >= DROP_KNOWN * 1000;
    const hashes = featuresOf(sentence, useKnown ? knownMatches(sentence, lexicon) : [], lexicon);
    table.count(hashes);
    return { hashes, labels: labelsOf(sentence.end - sentence.start, spans), corpus };
  });
  const hashes = table.freeze();
  log(`${examples.length} sentences, ${hashes.length} features that occur twice or more`);
  const instances = raw.map(({ hashes: own, labels, corpus }): Instance => {
    const { programs = false, conventions = corpus } = CORPORA[corpus]!;
    return { features: table.numbers(own), labels, corpus: conventions, programs };
  });
  const order = examples.flatMap(({ corpus }, index) =>
    Array<number>(CORPORA[corpus]!.weight).fill(index),
  );
  const options = { learner, dropped: DROPPED, seed };
  const perceptron = new Perceptron(hashes.length, CORPORA.length, options);
  const frequencies = frequenciesOf(instances, hashes.length);
  const weightsFor = (corpus: number) => prune(perceptron, hashes, frequencies, corpus);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order);
    let wrong = 0;
    for (const [done, index] of order.entries()) {
      wrong += perceptron.update(instances[index]!);
      if (done % 25_000 === 24_999) log(`epoch ${epoch}: ${done + 1}/${order.length}`);
    }
    log(`epoch ${epoch}: ${wrong} wrong labels`);
    afterEpoch(epoch, weightsFor);
  }
  return weightsFor(0);

  /** Fisher and Yates. */
  function shuffle(list: number[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = uniformInt(random, 0, i);
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
  }
}
