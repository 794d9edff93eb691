import { FINAL, INITIAL, LABELS, type LabelledSpan, labelsOf, PREDECESSORS } from './labels.ts';
import { type Likelihoods, NEGLIGIBLE } from './model.ts';

/** How far from a name other readings of its sentence still matter, in characters. */
const REACH = 6;

/**
 * How probable each name is: the share of all labellings of the characters around it that have
 * exactly this name, weighed by their probability in a conditional random field. Forward and
 * backward sums of Rabiner 1989, doi:10.1109/5.18626.
 * @param spans sorted by place; they do not overlap
 * @param scores of each label at each position, row by row: whole numbers
 * @param likelihoods what scores mean
 * @returns from 0 to 1, one for each span
 */
export function probabilitiesOf(
  spans: readonly LabelledSpan[],
  scores: Float32Array,
  likelihoods: Likelihoods,
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
    const lattice = sumUp(own, scores.subarray(from * LABELS, to * LABELS), likelihoods);
    for (const span of own) probabilities.push(probabilityOf(span, lattice, likelihoods));
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
  { factors }: Likelihoods,
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

/** Labels that end something, and those that begin something: each of these may follow each of those. */
const CLOSED = Uint8Array.from(FINAL);
const STARTS = Uint8Array.from(INITIAL);
/** Labels that go on with a name, and the two that each of them may follow. */
const CONTINUED = PREDECESSORS.flatMap((before, next) =>
  INITIAL.includes(next) ? [] : [[next, before[0]!, before[1]!] as const],
);

/** @param spans the best reading, whose labels are never left out */
function sumUp(
  spans: readonly LabelledSpan[],
  scores: Float32Array,
  { factors, falling }: Likelihoods,
): Lattice {
  const length = scores.length / LABELS;
  const emissions = emissionsOf(labelsOf(length, spans), scores, falling);
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const scale = new Float64Array(length);
  for (const label of INITIAL) forward[label] = emissions[label]!;
  scale[0] = normalise(forward, 0);
  for (let row = LABELS; row < scores.length; row += LABELS) {
    stepForward(forward, row, factors);
    for (let l = 0; l < LABELS; l++) forward[row + l]! *= emissions[row + l]!;
    scale[row / LABELS] = normalise(forward, row);
  }
  const last = scores.length - LABELS;
  for (const label of FINAL) backward[last + label] = 1;
  const weight = new Float64Array(LABELS);
  for (let row = last; row > 0; row -= LABELS) {
    const sum = scale[row / LABELS]!;
    for (let l = 0; l < LABELS; l++) weight[l] = (emissions[row + l]! * backward[row + l]!) / sum;
    stepBackward(backward, row - LABELS, weight, factors);
  }
  return { emissions, forward, scale, backward };
}

/** What the labels before a row give to each of its labels. Summed in a local variable, since this is the inner loop. */
function stepForward(forward: Float64Array, row: number, factors: Float64Array): void {
  const before = row - LABELS;
  for (let s = 0; s < STARTS.length; s++) {
    const next = STARTS[s]!;
    let sum = 0;
    for (let c = 0; c < CLOSED.length; c++) {
      const previous = CLOSED[c]!;
      sum += forward[before + previous]! * factors[previous * LABELS + next]!;
    }
    forward[row + next] = sum;
  }
  for (const [next, begin, inside] of CONTINUED) {
    forward[row + next] =
      forward[before + begin]! * factors[begin * LABELS + next]! +
      forward[before + inside]! * factors[inside * LABELS + next]!;
  }
}

/** What the labels after a row give to each of its labels. */
function stepBackward(
  backward: Float64Array,
  row: number,
  weight: Float64Array,
  factors: Float64Array,
): void {
  for (let c = 0; c < CLOSED.length; c++) {
    const previous = CLOSED[c]!;
    let sum = 0;
    for (let s = 0; s < STARTS.length; s++) {
      const next = STARTS[s]!;
      sum += factors[previous * LABELS + next]! * weight[next]!;
    }
    backward[row + previous] = sum;
  }
  for (const [next, begin, inside] of CONTINUED) {
    backward[row + begin]! += factors[begin * LABELS + next]! * weight[next]!;
    backward[row + inside]! += factors[inside * LABELS + next]! * weight[next]!;
  }
}

function emissionsOf(best: Uint8Array, scores: Float32Array, falling: Float64Array): Float64Array {
  const emissions = new Float64Array(scores.length);
  for (let i = 0; i < best.length; i++) {
    const row = i * LABELS;
    let top = -Infinity;
    for (let l = 0; l < LABELS; l++) top = Math.max(top, scores[row + l]!);
    for (let l = 0; l < LABELS; l++) {
      const fall = top - scores[row + l]!;
      if (fall < falling.length) emissions[row + l] = falling[fall]!;
    }
    emissions[row + best[i]!] ||= NEGLIGIBLE;
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
