import { FINAL, INITIAL, LABELS, type LabelledSpan, labelsOf, PREDECESSORS } from './labels.ts';

/** How far from a name other readings of its sentence still matter, in characters. */
const REACH = 6;
/** Labels whose factor is less than this part of the best one's are left out of the sums. */
const NEGLIGIBLE = Math.log(1e-7);

/**
 * How probable each name is: the share of all labellings of the characters around it that have
 * exactly this name, weighed by their probability in a conditional random field. Forward and
 * backward sums of Rabiner 1989, doi:10.1109/5.18626.
 * @param spans sorted by place; they do not overlap
 * @param scores of each label at each position, row by row
 * @param factors of `previous * LABELS + next`
 * @param unit what the scores must be divided by to be natural logarithms
 * @returns from 0 to 1, one for each span
 */
export function probabilitiesOf(
  spans: readonly LabelledSpan[],
  scores: Float32Array,
  factors: Float64Array,
  unit: number,
): number[] {
  const length = scores.length / LABELS;
  const probabilities: number[] = [];
  for (let first = 0; first < spans.length; ) {
    let last = first;
    while (last + 1 < spans.length && spans[last + 1]!.start - spans[last]!.end <= 2 * REACH)
      last++;
    const from = Math.max(0, spans[first]!.start - REACH);
    const to = Math.min(length, spans[last]!.end + REACH);
    const own = spans.slice(first, last + 1).map(({ start, end, category }) => {
      return { start: start - from, end: end - from, category };
    });
    const lattice = sumUp(own, scores.subarray(from * LABELS, to * LABELS), factors, unit);
    for (const span of own) probabilities.push(probabilityOf(span, lattice, factors));
    first = last + 1;
  }
  return probabilities;
}

/** Sums over all labellings of some characters. */
interface Lattice {
  /** Factor of each label at each position by its score, the best one 1. */
  readonly emissions: Float64Array;
  /** Share of the labellings up to each position that end in each label. */
  readonly forward: Float64Array;
  /** What each position's forward sums were divided by. */
  readonly scale: Float64Array;
  readonly backward: Float64Array;
}

function probabilityOf(
  { start, end, category }: LabelledSpan,
  { emissions, forward, scale, backward }: Lattice,
  factors: Float64Array,
): number {
  const labels = labelsOf(end - start, [{ start: 0, end: end - start, category }]);
  let probability = forward[start * LABELS + labels[0]!]!;
  for (let i = start + 1; i < end; i++) {
    const label = labels[i - start]!;
    const factor = factors[labels[i - start - 1]! * LABELS + label]!;
    probability *= (factor * emissions[i * LABELS + label]!) / scale[i]!;
  }
  return Math.min(1, probability * backward[(end - 1) * LABELS + labels[end - start - 1]!]!);
}

/** Labels that may follow each other, and where their factor is: flat, since this is the inner loop. */
const FOLLOWING = PREDECESSORS.flatMap((before, next) =>
  before.map((previous) => [previous, next]),
);
const BEFORE = Uint8Array.from(FOLLOWING, ([previous]) => previous!);
const AFTER = Uint8Array.from(FOLLOWING, ([, next]) => next!);
const FACTOR = Uint16Array.from(FOLLOWING, ([previous, next]) => previous! * LABELS + next!);

/** @param spans the best reading, whose labels are never left out */
function sumUp(
  spans: readonly LabelledSpan[],
  scores: Float32Array,
  factors: Float64Array,
  unit: number,
): Lattice {
  const length = scores.length / LABELS;
  const emissions = emissionsOf(labelsOf(length, spans), scores, unit);
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const scale = new Float64Array(length);
  const own = new Float64Array(FACTOR.length);
  for (let e = 0; e < own.length; e++) own[e] = factors[FACTOR[e]!]!;
  for (const label of INITIAL) forward[label] = emissions[label]!;
  scale[0] = normalise(forward, 0);
  for (let row = LABELS; row < scores.length; row += LABELS) {
    const before = row - LABELS;
    for (let e = 0; e < own.length; e++) {
      forward[row + AFTER[e]!]! += forward[before + BEFORE[e]!]! * own[e]!;
    }
    for (let l = 0; l < LABELS; l++) forward[row + l]! *= emissions[row + l]!;
    scale[row / LABELS] = normalise(forward, row);
  }
  const last = scores.length - LABELS;
  for (const label of FINAL) backward[last + label] = 1;
  const weight = new Float64Array(LABELS);
  for (let row = last; row > 0; row -= LABELS) {
    const before = row - LABELS;
    const sum = scale[row / LABELS]!;
    for (let l = 0; l < LABELS; l++) weight[l] = (emissions[row + l]! * backward[row + l]!) / sum;
    for (let e = 0; e < own.length; e++) {
      backward[before + BEFORE[e]!]! += own[e]! * weight[AFTER[e]!]!;
    }
  }
  return { emissions, forward, scale, backward };
}

function emissionsOf(best: Uint8Array, scores: Float32Array, unit: number): Float64Array {
  const emissions = new Float64Array(scores.length);
  for (const [i, label] of best.entries()) {
    const row = i * LABELS;
    let top = -Infinity;
    for (let l = 0; l < LABELS; l++) top = Math.max(top, scores[row + l]!);
    for (let l = 0; l < LABELS; l++) {
      const power = (scores[row + l]! - top) / unit;
      if (power > NEGLIGIBLE) emissions[row + l] = Math.exp(power);
    }
    emissions[row + label] ||= Math.exp(NEGLIGIBLE);
  }
  // No name goes on after the end.
  const last = (best.length - 1) * LABELS;
  for (let l = 0; l < LABELS; l++) if (!FINAL.includes(l)) emissions[last + l] = 0;
  return emissions;
}

/** Divide a row by its sum, which is returned. */
function normalise(values: Float64Array, row: number): number {
  let sum = 0;
  for (let l = 0; l < LABELS; l++) sum += values[row + l]!;
  for (let l = 0; l < LABELS; l++) values[row + l]! /= sum;
  return sum;
}
