import { FINAL, INITIAL, LABELS, PREDECESSORS } from './labels.ts';

/** For each label, in one list, the labels that may stand before it; where each list begins. */
const PREVIOUS = Uint8Array.from(PREDECESSORS.flat());
const FIRST = Uint8Array.from(
  PREDECESSORS.map((_, label) => PREDECESSORS.slice(0, label).flat().length).concat(
    PREVIOUS.length,
  ),
);

/**
 * The best sequence of labels. Viterbi 1967, doi:10.1109/TIT.1967.1054010.
 * @param scores of each label at each position, row by row
 * @param transitions score of `previous * LABELS + next`
 */
export function bestLabels(scores: Float32Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / LABELS;
  const back = new Uint8Array(scores.length);
  if (length === 0) return back;
  const best = new Float32Array(scores.length).fill(-Infinity);
  for (const label of INITIAL) best[label] = scores[label]!;
  for (let row = LABELS; row < scores.length; row += LABELS) {
    const before = row - LABELS;
    for (let next = 0; next < LABELS; next++) {
      let top = -Infinity;
      let from = 0;
      for (let i = FIRST[next]!; i < FIRST[next + 1]!; i++) {
        const previous = PREVIOUS[i]!;
        const score = best[before + previous]! + transitions[previous * LABELS + next]!;
        if (score > top) {
          top = score;
          from = previous;
        }
      }
      best[row + next] = top + scores[row + next]!;
      back[row + next] = from;
    }
  }
  return trace(best.subarray(best.length - LABELS), back, length);
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
