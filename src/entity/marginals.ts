import { CATEGORIES } from '../types.ts';
import { FINAL, INITIAL, LABELS, type LabelledSpan, PREDECESSORS } from './labels.ts';

/** Pairs of labels that may follow each other, and where their transition stands. */
const ALLOWED = PREDECESSORS.map((list, next) =>
  list.map((previous) => ({ previous, at: previous * LABELS + next })),
);

/**
 * How probable each name is by the conditional random field: the share of all labellings of the
 * sentence that have exactly this name, weighed by their probability. Forward and backward sums of
 * Rabiner 1989, doi:10.1109/5.18626.
 * @param scores of each label at each position, row by row
 * @param transitions score of `previous * LABELS + next`
 * @param unit what the scores must be divided by to be natural logarithms
 * @returns from 0 to 1, one for each span
 */
export function probabilitiesOf(
  spans: readonly LabelledSpan[],
  scores: Float32Array,
  transitions: Float32Array,
  unit: number,
): number[] {
  const length = scores.length / LABELS;
  const emission = emissions(scores, unit);
  const factor = Float64Array.from(transitions, (score) => Math.exp(score / unit));
  const forward = new Float64Array(scores.length);
  const scale = new Float64Array(length);
  for (const label of INITIAL) forward[label] = emission[label]!;
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    if (i > 0) step(forward, row, emission, factor);
    if (i === length - 1) closeNames(forward, row);
    scale[i] = normalise(forward, row);
  }
  const backward = backwardSums(emission, factor, scale);
  return spans.map(({ start, end, category }) => {
    const begin = 1 + 4 * CATEGORIES.indexOf(category);
    let probability = forward[start * LABELS + labelIn(begin, 0, end - start)]!;
    for (let i = start + 1; i < end; i++) {
      const label = labelIn(begin, i - start, end - start);
      const previous = labelIn(begin, i - start - 1, end - start);
      probability *=
        (factor[previous * LABELS + label]! * emission[i * LABELS + label]!) / scale[i]!;
    }
    const last = labelIn(begin, end - start - 1, end - start);
    return Math.min(1, probability * backward[(end - 1) * LABELS + last]!);
  });
}

/** Begin, inside, end or single: the label of a name's character. */
function labelIn(begin: number, offset: number, length: number): number {
  if (length === 1) return begin + 3;
  return begin + (offset === 0 ? 0 : offset === length - 1 ? 2 : 1);
}

/** Each position's scores as factors, the largest one 1. */
function emissions(scores: Float32Array, unit: number): Float64Array {
  const factors = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += LABELS) {
    let top = -Infinity;
    for (let l = 0; l < LABELS; l++) top = Math.max(top, scores[row + l]!);
    for (let l = 0; l < LABELS; l++) factors[row + l] = Math.exp((scores[row + l]! - top) / unit);
  }
  return factors;
}

function step(
  forward: Float64Array,
  row: number,
  emission: Float64Array,
  factor: Float64Array,
): void {
  for (let next = 0; next < LABELS; next++) {
    let sum = 0;
    for (const { previous, at } of ALLOWED[next]!) {
      sum += forward[row - LABELS + previous]! * factor[at]!;
    }
    forward[row + next] = sum * emission[row + next]!;
  }
}

/** No name goes on after the end. */
function closeNames(forward: Float64Array, row: number): void {
  for (let l = 0; l < LABELS; l++) if (!FINAL.includes(l)) forward[row + l] = 0;
}

/** Divide a row by its sum, which is returned. */
function normalise(values: Float64Array, row: number): number {
  let sum = 0;
  for (let l = 0; l < LABELS; l++) sum += values[row + l]!;
  for (let l = 0; l < LABELS; l++) values[row + l]! /= sum;
  return sum;
}

function backwardSums(
  emission: Float64Array,
  factor: Float64Array,
  scale: Float64Array,
): Float64Array {
  const backward = new Float64Array(emission.length);
  const last = emission.length - LABELS;
  for (const label of FINAL) backward[last + label] = 1;
  for (let row = last; row > 0; row -= LABELS) {
    for (let next = 0; next < LABELS; next++) {
      const own = (emission[row + next]! * backward[row + next]!) / scale[row / LABELS]!;
      for (const { previous, at } of ALLOWED[next]!) {
        backward[row - LABELS + previous]! += factor[at]! * own;
      }
    }
  }
  return backward;
}
