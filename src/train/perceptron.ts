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
 * How far an update goes: a perceptron's has one size; a passive-aggressive one goes just as far as
 * the right labels need to be ahead of the found ones by one for each wrong label, within a limit
 * (Crammer et al. 2006, "Online passive-aggressive algorithms", JMLR 7).
 */
export type Learner = 'perceptron' | 'passive-aggressive';

/** How far the right label has to be ahead of each other one. */
const MARGIN = 1;
/** The longest passive-aggressive update; a third of it and ten times as much were no better. */
const LONGEST = 0.01;

export interface PerceptronOptions {
  readonly learner: Learner;
  /** Share of the features that an update does not see, from 0 to 1. */
  readonly dropped: number;
  readonly seed: number;
}

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
  /** How far the present update goes. */
  #size = 1;
  readonly #margin: number;
  readonly #transitions = new Float32Array(LABELS * LABELS);
  readonly #transitionSums = new Float64Array(LABELS * LABELS);
  readonly #dropped: number;
  readonly #random: RandomGenerator;

  constructor(featureCount: number, corpora: number, options: PerceptronOptions) {
    const { learner, dropped, seed } = options;
    this.#margin = learner === 'perceptron' ? 0 : MARGIN;
    this.#dropped = dropped;
    this.#random = xorshift128plus(seed + 1);
    this.#rows = [...Array(corpora + 1)].map(() => new Int32Array(featureCount).fill(-1));
  }

  /** Decode an instance and move the weights where the result is wrong. Returns the wrong labels. */
  update(instance: Instance): number {
    const features = this.#thin(instance.features);
    const { labels, corpus } = instance;
    this.#step++;
    const scores = this.#scores(features, instance);
    if (this.#margin > 0) demand(this.#margin, scores, labels);
    const found = bestLabels(scores, this.#transitions);
    if (this.#margin > 0) this.#size = this.#sizeOf(features, labels, found, scores);
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

  /** The size of a passive-aggressive update, 0 when the right labels are far enough ahead. */
  #sizeOf(
    features: Int32Array,
    labels: Uint8Array,
    found: Uint8Array,
    scores: Float32Array,
  ): number {
    let gap = 0;
    let norm = 0;
    for (const [position, label] of labels.entries()) {
      const other = found[position]!;
      if (position > 0) {
        const right = labels[position - 1]! * LABELS + label;
        const wrong = found[position - 1]! * LABELS + other;
        gap += this.#transitions[wrong]! - this.#transitions[right]!;
        norm += right === wrong ? 0 : 2;
      }
      if (other === label) continue;
      gap += scores[position * LABELS + other]! - scores[position * LABELS + label]!;
      // Each feature moves two labels in two tables.
      for (let f = position * FEATURES; f < (position + 1) * FEATURES; f++) {
        if (features[f]! >= 0) norm += 4;
      }
    }
    return norm > 0 ? Math.min(LONGEST, gap / norm) : 0;
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
    const size = this.#size;
    this.#weights[base + right]! += size;
    this.#sums[base + right]! += this.#step * size;
    this.#weights[base + wrong]! -= size;
    this.#sums[base + wrong]! -= this.#step * size;
  }

  #moveTransition(previous: number, next: number, sign: number): void {
    const at = previous * LABELS + next;
    const change = sign * this.#size;
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

/** Put every wrong label ahead by a margin. */
function demand(margin: number, scores: Float32Array, labels: Uint8Array): void {
  for (const [position, label] of labels.entries()) {
    for (let l = 0; l < LABELS; l++) {
      if (l !== label) scores[position * LABELS + l]! += margin;
    }
  }
}
