import louvain from 'graphology-communities-louvain';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { betweenness } from './betweenness.ts';
import type { Node } from './graph.ts';
import { pagerank } from './pagerank.ts';
import { precise } from './precision.ts';
import { type Projection, undirected } from './projection.ts';

const SEED = 20_240_704;

/** Compute `degree`, `pagerank`, `betweenness` and `community` of each node, on the projection. */
export function measure(nodes: readonly Node[], projection: Projection): void {
  if (nodes.length === 0) return;
  const { starts } = projection;
  const ranks = pagerank(projection);
  const between = betweenness(projection);
  const communities = communitiesOf(projection);
  for (const [number, [, node]] of nodes.entries()) {
    node.degree = starts[number + 1]! - starts[number]!;
    node.pagerank = precise(ranks[number]!);
    node.betweenness = precise(between[number]!);
    node.community = communities[number]!;
  }
}

/**
 * The number of each node's community by modularity, the largest first.
 * Blondel et al. 2008, "Fast unfolding of communities in large networks".
 */
function communitiesOf(projection: Projection): Uint32Array {
  const generator = xorshift128plus(SEED);
  const found = louvain(undirected(projection), { rng: () => uniformFloat64(generator) });
  const members = new Map<number, number[]>();
  for (const node of projection.nodes.keys()) {
    const known = members.get(found[node]!);
    if (known) known.push(node);
    else members.set(found[node]!, [node]);
  }
  // Nodes are in the order of their keys, so that the first one breaks ties.
  const ranked = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const communities = new Uint32Array(projection.nodes.length);
  for (const [number, nodes] of ranked.entries()) {
    for (const node of nodes) communities[node] = number;
  }
  return communities;
}
