/** An undirected edge between two different nodes; at most one for each pair. */
export interface WeightedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** At least 1. */
  readonly weight: number;
}

/** How many standard deviations above chance an edge must be: one-sided 5%. */
const DELTA = 1.64;

/**
 * Keys of the edges that stand out: heavier than their ends' other edges and the noise of counting
 * explain, and those of the maximum spanning forest, so that every node keeps an edge and what is
 * connected stays so.
 * @param delta how many standard deviations above chance; from 0
 */
export function backboneOf(edges: readonly WeightedEdge[], delta = DELTA): Set<string> {
  const kept = spanningForest(edges);
  const strengths = strengthsOf(edges);
  const total = 2 * edges.reduce((sum, { weight }) => sum + weight, 0);
  for (const { key, source, target, weight } of edges) {
    const ends = { first: strengths.get(source)!, second: strengths.get(target)! };
    const { score, deviation } = noiseCorrected({ weight, ...ends, total });
    if (score > delta * deviation) kept.add(key);
  }
  return kept;
}

/** The weight of an edge, the sums of all weights at its two ends, and the sum of these over all nodes. */
export interface Weights {
  readonly weight: number;
  readonly first: number;
  readonly second: number;
  readonly total: number;
}

/**
 * How much heavier an edge is than chance lets one expect, from -1 to 1, and the standard deviation of
 * this score. Weights are binomial counts; their probability has a beta prior with the mean and the
 * variance of the hypergeometric null model. Coscia and Neffke 2017, "Network backboning with noisy
 * data", arXiv:1701.07336, section IV: with κ = n../(nᵢ. n.ⱼ), the score is L = (κn − 1)/(κn + 1), and
 * its variance that of n times (dL/dn)². As in the authors' program each undirected edge counts in
 * both directions, so `total` is twice the sum of weights.
 */
export function noiseCorrected({ weight, first, second, total }: Weights): {
  score: number;
  deviation: number;
} {
  const product = first * second;
  const mean = product / total ** 2;
  const variance = (mean * (1 - first / total) * (1 - second / total)) / (total - 1);
  const prior = (mean * (1 - mean)) / variance - 1; // α + β of the beta distribution
  const probability = (mean * prior + weight) / (prior + total); // mean of the posterior
  const weightVariance = total * probability * (1 - probability);
  const lift = total / product;
  const liftSlope = 1 / product - (total * (first + second)) / product ** 2;
  const scoreSlope = (2 * (lift + weight * liftSlope)) / (lift * weight + 1) ** 2;
  return {
    score: (lift * weight - 1) / (lift * weight + 1),
    deviation: Math.sqrt(weightVariance) * Math.abs(scoreSlope),
  };
}

function strengthsOf(edges: readonly WeightedEdge[]): Map<string, number> {
  const strengths = new Map<string, number>();
  for (const { source, target, weight } of edges) {
    for (const node of [source, target]) strengths.set(node, (strengths.get(node) ?? 0) + weight);
  }
  return strengths;
}

/**
 * Keys of the heaviest edges that connect all that is connected, without circles; ties by key.
 * Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7.
 */
export function spanningForest(edges: readonly WeightedEdge[]): Set<string> {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let parent = parents.get(root); parent; parent = parents.get(root)) root = parent;
    // Later look-ups go straight to the root.
    for (let next = node; next !== root; ) {
      const parent = parents.get(next)!;
      parents.set(next, root);
      next = parent;
    }
    return root;
  };
  const kept = new Set<string>();
  for (const { key, source, target } of [...edges].sort(byWeight)) {
    const [a, b] = [rootOf(source), rootOf(target)];
    if (a === b) continue;
    parents.set(a, b);
    kept.add(key);
  }
  return kept;
}

function byWeight(a: WeightedEdge, b: WeightedEdge): number {
  return b.weight - a.weight || (a.key < b.key ? -1 : 1);
}
