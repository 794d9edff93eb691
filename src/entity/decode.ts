import { FINAL, INITIAL, LABELS, PREDECESSORS } from './labels.ts';

/** Labels that begin something new, before which any closed label may stand; and those that go on. */
const STARTS = INITIAL;
const CLOSED = FINAL;
const CONTINUATIONS = PREDECESSORS.map((previous, label) => ({ label, previous })).filter(
  ({ label }) => !STARTS.includes(label),
);

/**
 * The best sequence of labels. Viterbi 1967, doi:10.1109/TIT.1967.1054010.
 * Of the labels that may stand before a start, only those are tried that the transitions could still
 * put ahead of the best one: nearly always one or two of nine.
 * @param scores of each label at each position, row by row
 * @param transitions score of `previous * LABELS + next`
 */
export function bestLabels(scores: Float32Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / LABELS;
  const back = new Uint8Array(scores.length);
  if (length === 0) return back;
  const best = new Float32Array(scores.length).fill(-Infinity);
  const spread = spreadOf(transitions);
  const rivals = new Uint8Array(CLOSED.length);
  for (const label of INITIAL) best[label] = scores[label]!;
  for (let row = LABELS; row < scores.length; row += LABELS) {
    const before = row - LABELS;
    const count = rivalsIn(best, before, spread, rivals);
    for (const next of STARTS) {
      let from = rivals[0]!;
      let top = best[before + from]! + transitions[from * LABELS + next]!;
      for (let i = 1; i < count; i++) {
        const score = best[before + rivals[i]!]! + transitions[rivals[i]! * LABELS + next]!;
        if (score <= top) continue;
        top = score;
        from = rivals[i]!;
      }
      best[row + next] = top + scores[row + next]!;
      back[row + next] = from;
    }
    for (const { label, previous } of CONTINUATIONS) {
      const [a, b] = [previous[0]!, previous[1]!];
      const begun = best[before + a]! + transitions[a * LABELS + label]!;
      const gone = best[before + b]! + transitions[b * LABELS + label]!;
      best[row + label] = Math.max(begun, gone) + scores[row + label]!;
      back[row + label] = gone > begun ? b : a;
    }
  }
  return trace(best.subarray(best.length - LABELS), back, length);
}

/** How far the transitions from closed labels to starts lie apart. */
function spreadOf(transitions: Float32Array): number {
  const values = CLOSED.flatMap((previous) =>
    STARTS.map((next) => transitions[previous * LABELS + next]!),
  );
  return Math.max(...values) - Math.min(...values);
}

/** Write the closed labels that may stand before a start on the best path; returns how many. */
function rivalsIn(best: Float32Array, row: number, spread: number, rivals: Uint8Array): number {
  let top = -Infinity;
  for (const label of CLOSED) top = Math.max(top, best[row + label]!);
  let count = 0;
  for (const label of CLOSED) {
    if (best[row + label]! >= top - spread) rivals[count++] = label;
  }
  return count;
}

/** Follow the best labels back from the best final one. */
function trace(best: Float32Array, back: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  let label = FINAL.reduce((a, b) => (best[b]! > best[a]! ? b : a));
  for (let position = length - 1; position >= 0; position--) {
    labels[position] = label;
    label = back[position * LABELS + label]!;
  }
  return labels;
}
