import { knownMatches } from '../entity/known.ts';
import { likelihoods, type Model } from '../entity/model.ts';
import { LabelScorer } from '../entity/scorer.ts';
import { tagNames } from '../entity/tagger.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Example } from './corpora.ts';

/** Temperatures that are tried, as multiples of the scale of the weights. */
const TEMPERATURES = [...Array(100).keys()].map((step) => 1.1 ** (step - 45));

/**
 * The unit that makes the probabilities of names most likely on sentences that were not trained on:
 * a perceptron's scores have no scale of their own. Temperature scaling, Guo et al. 2017,
 * arXiv:1706.04599.
 */
export function calibrate(model: Model, lexicon: Lexicon, heldOut: readonly Example[]): number {
  const losses = TEMPERATURES.map((temperature) => {
    const unit = model.unit * temperature;
    const scorer = new LabelScorer({ ...model, ...likelihoods(model.transitions, unit) }, lexicon);
    return { unit, loss: lossOf(scorer, heldOut) };
  });
  // Where the temperature is far too low, factors overflow and there is no loss.
  const measured = losses.filter(({ loss }) => Number.isFinite(loss));
  return measured.reduce((best, next) => (next.loss < best.loss ? next : best)).unit;
}

/** Negative log-likelihood of the names that are found being right or wrong. */
function lossOf(scorer: LabelScorer, examples: readonly Example[]): number {
  let loss = 0;
  for (const { sentence, spans } of examples) {
    const right = new Set(spans.map((s) => `${s.start}-${s.end}-${s.category}`));
    for (const { start, end, category, score } of tagNames(
      sentence,
      knownMatches(sentence, scorer.lexicon),
      scorer,
    )) {
      const key = `${start - sentence.start}-${end - sentence.start}-${category}`;
      const likelihood = right.has(key) ? score : 1 - score;
      loss -= Math.log(Math.max(1e-6, likelihood));
    }
  }
  return loss;
}
