import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { bestLabels } from '../entity/decode.ts';
import { FEATURES } from '../entity/features.ts';
import { LABELS } from '../entity/labels.ts';

/** A sentence ready for training. */
export interface Instance {
  /** `FEATURES` numbers for each character, -1 for absent ones. */
  readonly features: Int32Array;
  readonly labels: Uint8Array;
  /** Number of its corpus. */
  readonly corpus: number;
  /** Whether programs are among its labels; only some corpora annotate them. */
  readonly programs: boolean;
}

/** Labels from here on are those of programs. */
const FIRST_PROGRAM_LABEL = 13;

/**
 * Averaged structured perceptron (Collins 2002, doi:10.3115/1118693.1118694). Each feature counts
 * once for all corpora and once for its own (Daumé 2007, "Frustratingly easy domain adaptation").
 * An update does not see some of the features, chosen at random, so that no name is known by its
 * rarest features alone (Srivastava et al. 2014, "Dropout").
 */
export class Perceptron {
  /** Row of each feature's weights, for all corpora (0) and for each (1 + corpus); -1 before its first update. */
  readonly #rows: readonly Int32Array[];
  #weights = new Float32Array(LABELS * 1024);
  /** Sums of updates times the step at which they were made, for averaging. */
  #sums = new Float64Array(LABELS * 1024);
  #count = 0;
  #step = 1;
  readonly #transitions = new Float32Array(LABELS * LABELS);
  readonly #transitionSums = new Float64Array(LABELS * LABELS);
  readonly #dropped: number;
  readonly #random: RandomGenerator;

  /** @param dropped share of the features that an update does not see, from 0 to 1 */
  constructor(
    featureCount: number,
    corpora: number,
    { dropped, seed }: { readonly dropped: number; readonly seed: number },
  ) {
    this.#dropped = dropped;
    this.#random = xorshift128plus(seed + 1);
    this.#rows = [...Array(corpora + 1)].map(() => new Int32Array(featureCount).fill(-1));
  }

  /** Decode an instance and move the weights where the result is wrong. Returns the wrong labels. */
  update(instance: Instance): number {
    const features = this.#thin(instance.features);
    const { labels, corpus } = instance;
    this.#step++;
    const found = bestLabels(this.#scores(features, instance), this.#transitions);
    let wrong = 0;
    for (const [position, label] of labels.entries()) {
      const other = found[position]!;
      if (other !== label) {
        wrong++;
        for (let f = position * FEATURES; f < (position + 1) * FEATURES; f++) {
          const feature = features[f]!;
          if (feature < 0) continue;
          this.#move(0, feature, label, other);
          this.#move(corpus + 1, feature, label, other);
        }
      }
      if (position === 0) continue;
      this.#moveTransition(labels[position - 1]!, label, 1);
      this.#moveTransition(found[position - 1]!, other, -1);
    }
    return wrong;
  }

  /** The features without those that are dropped; each random number decides over four. */
  #thin(features: Int32Array): Int32Array {
    const limit = Math.round(this.#dropped * 256);
    const thinned = features.slice();
    for (let f = 0; f < thinned.length; f += 4) {
      const bytes = this.#random.next();
      if ((bytes & 255) < limit) thinned[f] = -1;
      if (((bytes >>> 8) & 255) < limit) thinned[f + 1] = -1;
      if (((bytes >>> 16) & 255) < limit) thinned[f + 2] = -1;
      if (bytes >>> 24 < limit) thinned[f + 3] = -1;
    }
    return thinned;
  }

  #scores(features: Int32Array, { corpus, programs }: Instance): Float32Array {
    const length = features.length / FEATURES;
    const scores = new Float32Array(length * LABELS);
    const weights = this.#weights;
    const shared = this.#rows[0]!;
    const own = this.#rows[corpus + 1]!;
    for (let position = 0; position < length; position++) {
      const base = position * LABELS;
      for (let f = position * FEATURES; f < (position + 1) * FEATURES; f++) {
        const feature = features[f]!;
        if (feature < 0) continue;
        const a = shared[feature]!;
        if (a < 0) continue;
        const b = own[feature]!;
        const rowA = a * LABELS;
        if (b < 0) {
          for (let l = 0; l < LABELS; l++) scores[base + l]! += weights[rowA + l]!;
        } else {
          const rowB = b * LABELS;
          for (let l = 0; l < LABELS; l++) {
            scores[base + l]! += weights[rowA + l]! + weights[rowB + l]!;
          }
        }
      }
      if (!programs) scores.fill(-1e9, base + FIRST_PROGRAM_LABEL, base + LABELS);
    }
    return scores;
  }

  #move(table: number, feature: number, right: number, wrong: number): void {
    const rows = this.#rows[table]!;
    let row = rows[feature]!;
    if (row < 0) {
      row = this.#newRow();
      rows[feature] = row;
    }
    const base = row * LABELS;
    this.#weights[base + right]! += 1;
    this.#sums[base + right]! += this.#step;
    this.#weights[base + wrong]! -= 1;
    this.#sums[base + wrong]! -= this.#step;
  }

  #moveTransition(previous: number, next: number, change: number): void {
    const at = previous * LABELS + next;
    this.#transitions[at]! += change;
    this.#transitionSums[at]! += change * this.#step;
  }

  #newRow(): number {
    if ((this.#count + 1) * LABELS > this.#weights.length) {
      const weights = new Float32Array(this.#weights.length * 2);
      weights.set(this.#weights);
      this.#weights = weights;
      const sums = new Float64Array(this.#sums.length * 2);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    return this.#count++;
  }

  /** Averaged weights of a feature for a corpus's conventions; undefined when it has none. */
  averaged(feature: number, corpus: number): Float32Array | undefined {
    const rows = [this.#rows[0]![feature]!, this.#rows[corpus + 1]![feature]!];
    if (rows.every((row) => row < 0)) return undefined;
    const sum = new Float32Array(LABELS);
    for (const row of rows) {
      if (row < 0) continue;
      for (let l = 0; l < LABELS; l++) {
        const at = row * LABELS + l;
        sum[l]! += this.#weights[at]! - this.#sums[at]! / this.#step;
      }
    }
    // In use no feature is dropped, which makes sums larger than those that were trained.
    return sum.map((weight) => weight * (1 - this.#dropped));
  }

  averagedTransitions(): Float32Array {
    return this.#transitions.map((weight, at) => weight - this.#transitionSums[at]! / this.#step);
  }
}
