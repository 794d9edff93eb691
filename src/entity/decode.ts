import { FINAL, INITIAL, LABELS, PREDECESSORS } from './labels.ts';

/** Labels that begin something new, and those before it: nothing that begins goes on with a name. */
const STARTS = Uint8Array.from(INITIAL);
const CLOSED = Uint8Array.from(FINAL);
/** The others go on with a name: each may follow two labels. */
const CONTINUED = Uint8Array.from(
  PREDECESSORS.flatMap((_, label) => (INITIAL.includes(label) ? [] : [label])),
);
const AFTER_BEGIN = CONTINUED.map((label) => PREDECESSORS[label]![0]!);
const AFTER_INSIDE = CONTINUED.map((label) => PREDECESSORS[label]![1]!);

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
  let before = new Float32Array(LABELS).fill(-Infinity);
  let best = new Float32Array(LABELS);
  const spread = spreadOf(transitions);
  const rivals = new Uint8Array(CLOSED.length);
  for (const label of INITIAL) before[label] = scores[label]!;
  for (let row = LABELS; row < scores.length; row += LABELS) {
    const count = rivalsIn(before, spread, rivals);
    for (let s = 0; s < STARTS.length; s++) {
      const next = STARTS[s]!;
      let from = rivals[0]!;
      let top = before[from]! + transitions[from * LABELS + next]!;
      for (let i = 1; i < count; i++) {
        const score = before[rivals[i]!]! + transitions[rivals[i]! * LABELS + next]!;
        if (score <= top) continue;
        top = score;
        from = rivals[i]!;
      }
      best[next] = top + scores[row + next]!;
      back[row + next] = from;
    }
    for (let c = 0; c < CONTINUED.length; c++) {
      const next = CONTINUED[c]!;
      const [a, b] = [AFTER_BEGIN[c]!, AFTER_INSIDE[c]!];
      const begun = before[a]! + transitions[a * LABELS + next]!;
      const gone = before[b]! + transitions[b * LABELS + next]!;
      best[next] = Math.max(begun, gone) + scores[row + next]!;
      back[row + next] = gone > begun ? b : a;
    }
    [before, best] = [best, before];
  }
  return trace(before, back, length);
}

/** How far the transitions from closed labels to starts lie apart. */
function spreadOf(transitions: Float32Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const previous of CLOSED) {
    for (const next of STARTS) {
      const score = transitions[previous * LABELS + next]!;
      least = Math.min(least, score);
      most = Math.max(most, score);
    }
  }
  return most - least;
}

/** Write the closed labels that may stand before a start on the best path; returns how many. */
function rivalsIn(best: Float32Array, spread: number, rivals: Uint8Array): number {
  let top = -Infinity;
  for (let c = 0; c < CLOSED.length; c++) top = Math.max(top, best[CLOSED[c]!]!);
  let count = 0;
  for (let c = 0; c < CLOSED.length; c++) {
    if (best[CLOSED[c]!]! >= top - spread) rivals[count++] = CLOSED[c]!;
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
