import { LABELS } from '../entity/labels.ts';
import type { ModelWeights } from '../entity/model.ts';
import type { Instance, Perceptron } from './perceptron.ts';

/** Features that a model keeps. */
const KEPT = 500_000;

/**
 * The averaged weights of the strongest features, in one byte each.
 * @param hashes of the features by number
 * @param corpus whose conventions to decode with
 */
export function prune(
  perceptron: Perceptron,
  hashes: Int32Array,
  frequencies: Uint32Array,
  corpus: number,
): ModelWeights {
  const strength = Float32Array.from(hashes, (_, feature) =>
    Math.max(0, ...(perceptron.averaged(feature, corpus)?.map(Math.abs) ?? [])),
  );
  const kept = Uint32Array.from(strength.keys())
    .sort((a, b) => strength[b]! - strength[a]! || a - b)
    .subarray(0, KEPT)
    .filter((feature) => strength[feature]! > 0);
  // The few strongest weights are clipped, so that the many others keep more of their digits.
  const scale = 127 / strength[kept[Math.floor(kept.length / 2000)]!]!;
  // Frequent features lie together, so that they stay in the processor's cache.
  kept.sort((a, b) => frequencies[b]! - frequencies[a]! || a - b);
  const weights = new Int8Array(kept.length * LABELS);
  for (const [row, feature] of kept.entries()) {
    for (const [label, weight] of perceptron.averaged(feature, corpus)!.entries()) {
      const scaled = Math.round(weight * scale);
      weights[row * LABELS + label] = Math.max(-127, Math.min(127, scaled));
    }
  }
  return {
    hashes: Int32Array.from(kept, (feature) => hashes[feature]!),
    weights,
    transitions: perceptron.averagedTransitions().map((weight) => weight * scale),
    unit: scale,
  };
}

/** How often each feature occurs. */
export function frequenciesOf(instances: readonly Instance[], features: number): Uint32Array {
  const frequencies = new Uint32Array(features);
  for (const instance of instances) {
    for (const feature of instance.features) {
      if (feature >= 0) frequencies[feature]!++;
    }
  }
  return frequencies;
}
