import { LABELS } from '../entity/labels.ts';
import type { ModelWeights } from '../entity/model.ts';

/** Features that the mean keeps; with twice as many it was no better. */
const KEPT = 250_000;

/**
 * The strongest features of the mean of models that were trained in different orders. It errs less
 * than each of them, and costs no more. McDonald, Hall and Mann 2010, "Distributed training
 * strategies for the structured perceptron".
 */
export function average(models: readonly ModelWeights[]): ModelWeights {
  const sums = new Map<number, Float32Array>();
  for (const { hashes, weights, unit } of models) {
    for (const [row, hash] of hashes.entries()) {
      const sum = sums.get(hash) ?? new Float32Array(LABELS);
      for (let l = 0; l < LABELS; l++) sum[l]! += weights[row * LABELS + l]! / unit;
      sums.set(hash, sum);
    }
  }
  const strengths = [...sums.values()].map((sum) => Math.max(...sum.map(Math.abs)));
  const ranked = Float32Array.from(strengths).sort().reverse();
  const least = ranked[Math.min(KEPT, ranked.length) - 1]!;
  const strong = [...sums].filter((_, index) => strengths[index]! >= least).slice(0, KEPT);
  const scale = 127 / ranked[Math.floor(KEPT / 2000)]!;
  const transitions = new Float32Array(LABELS * LABELS);
  for (const model of models) {
    for (const [at, score] of model.transitions.entries()) {
      transitions[at]! += (score / model.unit) * scale;
    }
  }
  return {
    hashes: Int32Array.from(strong, ([hash]) => hash),
    weights: Int8Array.from(
      strong.flatMap(([, sum]) => [...sum]),
      (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))),
    ),
    transitions,
    unit: scale * models.length,
  };
}
