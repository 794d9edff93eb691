import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { type Linear, WEIGHTS } from '../relation/scorer.ts';

const EPOCHS = 16;
const RATE = 0.03;
const DECAY = 5e-3;
/** Examples that are right by this margin are left alone. */
const SURE = 0.002;

/** Hashed features of an example, and whether it holds. */
export interface Labelled {
  readonly features: Int32Array;
  readonly holds: boolean;
}

/**
 * Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), averaged over the second half of
 * the passes. Deterministic.
 */
export function trainLinear(statements: readonly Labelled[]): Linear {
  const random = xorshift128plus(20_260_101);
  const order = [...statements];
  const weights = new Float64Array(WEIGHTS);
  const squares = new Float64Array(WEIGHTS).fill(1e-6);
  const sums = new Float64Array(WEIGHTS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = uniformInt(random, 0, i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const statement of order) update(statement, weights, squares);
    if (epoch * 2 >= EPOCHS) for (let i = 0; i < WEIGHTS; i++) sums[i]! += weights[i]!;
  }
  return quantized(sums.map((sum) => (sum * 2) / EPOCHS));
}

function update({ features, holds }: Labelled, weights: Float64Array, squares: Float64Array): void {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  const error = 1 / (1 + Math.exp(-sum)) - Number(holds);
  if (Math.abs(error) < SURE) return;
  for (const feature of features) {
    const gradient = error + DECAY * weights[feature]!;
    squares[feature]! += gradient * gradient;
    weights[feature]! -= (RATE * gradient) / Math.sqrt(squares[feature]!);
  }
}

function quantized(weights: Float64Array): Linear {
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = Math.round((largest / 127) * 1e6) / 1e6;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}
