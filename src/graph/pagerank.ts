import type { Projection } from './projection.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-9;
const MOST_ITERATIONS = 1000;

/**
 * How often a walker is at each node who follows edges by their weight, and now and then (and from
 * nodes without edges) goes anywhere. Page et al. 1999, "The PageRank citation ranking", by the power
 * method. On arrays, since it is run at every build.
 * @returns a share for each node; they sum to 1
 */
export function pagerank({ nodes, starts, neighbors, weights }: Projection): Float64Array {
  const order = nodes.length;
  const strengths = new Float64Array(order);
  for (let node = 0; node < order; node++) {
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) strengths[node]! += weights[arc]!;
  }
  let ranks = new Float64Array(order).fill(1 / order);
  for (let i = 0; i < MOST_ITERATIONS; i++) {
    let loose = 0;
    for (let node = 0; node < order; node++) if (strengths[node] === 0) loose += ranks[node]!;
    const shares = ranks.map((rank, node) => (strengths[node]! > 0 ? rank / strengths[node]! : 0));
    const anywhere = (1 - DAMPING + DAMPING * loose) / order;
    const next = new Float64Array(order);
    let change = 0;
    for (let node = 0; node < order; node++) {
      let sum = 0;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        sum += shares[neighbors[arc]!]! * weights[arc]!;
      }
      next[node] = anywhere + DAMPING * sum;
      change += Math.abs(next[node]! - ranks[node]!);
    }
    ranks = next;
    if (change < order * TOLERANCE) break;
  }
  return ranks;
}
