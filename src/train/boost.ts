import { sumOf, type Trees } from '../relation/trees.ts';

const ROUNDS = 150;
const DEPTH = 4;
const RATE = 0.07;
/** Fewest examples of a leaf. */
const LEAF = 12;
/** Weight of the prior that a leaf says nothing. */
const PRIOR = 3;
/** A trait has at most so many limits. */
const CUTS = 31;
const LEAST_GAIN = 1e-3;

/** An example: its traits, and whether it holds. */
export interface Example {
  readonly traits: readonly number[];
  readonly holds: boolean;
}

interface Split {
  readonly trait: number;
  readonly cut: number;
  readonly gain: number;
}

/**
 * Gradient boosting of trees for log odds (Friedman 2001, "Greedy Function Approximation"), with
 * second-order steps and limits at quantiles (Chen and Guestrin 2016, XGBoost). Deterministic.
 */
export function boost(examples: readonly Example[]): Trees {
  return new Boosting(examples).run();
}

class Boosting {
  /** The limits of each trait. */
  private readonly cuts: number[][];
  /** Of each trait, how many limits each example is above. */
  private readonly bins: Uint8Array[];
  private readonly scores: Float64Array;
  private readonly slopes: Float64Array;
  private readonly curves: Float64Array;
  private readonly roots: number[] = [];
  private readonly nodes: number[] = [];

  constructor(private readonly examples: readonly Example[]) {
    const { length } = examples;
    const traits = [...examples[0]!.traits.keys()];
    this.cuts = traits.map((trait) => cutsOf(examples.map((example) => example.traits[trait]!)));
    this.bins = traits.map((trait) => {
      const cuts = this.cuts[trait]!;
      return Uint8Array.from(examples, (example) => {
        const bin = cuts.findIndex((cut) => example.traits[trait]! <= cut);
        return bin < 0 ? cuts.length : bin;
      });
    });
    this.scores = new Float64Array(length);
    this.slopes = new Float64Array(length);
    this.curves = new Float64Array(length);
  }

  run(): Trees {
    const all = [...this.examples.keys()];
    const share = this.examples.filter(({ holds }) => holds).length / all.length;
    this.addTree(() => this.leaf(Math.log(share / (1 - share))));
    for (let round = 0; round < ROUNDS; round++) {
      this.differentiate();
      this.addTree(() => this.grow(all, DEPTH));
    }
    return { roots: Uint32Array.from(this.roots), nodes: Float32Array.from(this.nodes) };
  }

  private addTree(grow: () => void): void {
    const root = this.nodes.length / 3;
    this.roots.push(root);
    grow();
    const tree = { roots: Uint32Array.of(root), nodes: Float32Array.from(this.nodes) };
    for (const [i, { traits }] of this.examples.entries()) this.scores[i]! += sumOf(tree, traits);
  }

  private differentiate(): void {
    for (const [i, { holds }] of this.examples.entries()) {
      const probability = 1 / (1 + Math.exp(-this.scores[i]!));
      this.slopes[i] = Number(holds) - probability;
      this.curves[i] = probability * (1 - probability);
    }
  }

  private grow(members: readonly number[], depth: number): void {
    const [slope, curve] = [total(members, this.slopes), total(members, this.curves)];
    const split = depth > 0 ? this.bestSplit(members, slope, curve) : undefined;
    if (!split) {
      this.leaf((RATE * slope) / (curve + PRIOR));
      return;
    }
    const { trait, cut } = split;
    const node = this.nodes.push(trait, this.cuts[trait]![cut]!, 0) - 1;
    const bins = this.bins[trait]!;
    const below = (i: number) => bins[i]! <= cut;
    this.grow(members.filter(below), depth - 1);
    this.nodes[node] = this.nodes.length / 3;
    this.grow(
      members.filter((i) => !below(i)),
      depth - 1,
    );
  }

  private leaf(value: number): void {
    this.nodes.push(-1, value, 0);
  }

  private bestSplit(members: readonly number[], slope: number, curve: number): Split | undefined {
    let best: Split | undefined;
    const whole = slope ** 2 / (curve + PRIOR);
    for (const trait of this.cuts.keys()) {
      for (const { cut, gain } of this.splits(members, trait, slope, curve, whole)) {
        if (gain > (best?.gain ?? LEAST_GAIN)) best = { trait, cut, gain };
      }
    }
    return best;
  }

  /** What is gained by each limit of a trait. */
  private *splits(
    members: readonly number[],
    trait: number,
    slope: number,
    curve: number,
    whole: number,
  ): Generator<{ cut: number; gain: number }> {
    const slopes = new Float64Array(CUTS + 1);
    const curves = new Float64Array(CUTS + 1);
    const sizes = new Uint32Array(CUTS + 1);
    const bins = this.bins[trait]!;
    for (const i of members) {
      const bin = bins[i]!;
      slopes[bin]! += this.slopes[i]!;
      curves[bin]! += this.curves[i]!;
      sizes[bin]!++;
    }
    let [s, c, size] = [0, 0, 0];
    for (const cut of this.cuts[trait]!.keys()) {
      s += slopes[cut]!;
      c += curves[cut]!;
      size += sizes[cut]!;
      if (size < LEAF || members.length - size < LEAF) continue;
      const gain = s ** 2 / (c + PRIOR) + (slope - s) ** 2 / (curve - c + PRIOR) - whole;
      yield { cut, gain };
    }
  }
}

function total(members: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (const i of members) sum += values[i]!;
  return sum;
}

/** Limits between the values of a trait: all of them where they are few, else at quantiles. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length <= CUTS) {
    return sorted.slice(1).map((value, i) => Math.fround((sorted[i]! + value) / 2));
  }
  return Array.from({ length: CUTS }, (_, i) =>
    Math.fround(sorted[Math.floor(((i + 1) * sorted.length) / (CUTS + 1))]!),
  );
}
