/** What is not drawn of each community: one super-node stands for all of it. */

import { communitiesOf } from '../data/community.ts';
import type { Graph } from '../data/graph.ts';
import type { Judgement } from './judge.ts';

export interface Cluster {
  readonly community: number;
  /** How many members pass the filter and are not drawn. */
  readonly hidden: number;
  /** The most important of these. */
  readonly top: readonly number[];
}

/** Relations between what two super-nodes stand for. */
export interface Link {
  readonly source: number;
  readonly target: number;
  /** Sentences. */
  readonly weight: number;
}

/** Fewer than these are no crowd that wants a super-node. */
const FEWEST = 3;
const MOST_CLUSTERS = 600;
const NAMES = 2;

/** The largest clusters. Those of one filter and cut are the same each time. */
export function clustersOf(graph: Graph, { nodes }: Judgement, isDrawn: Uint8Array): Cluster[] {
  const clusters = communitiesOf(graph).map(({ members }, community): Cluster => {
    let hidden = 0;
    const top: number[] = [];
    for (const node of members) {
      if (isDrawn[node] || !nodes[node]) continue;
      hidden++;
      if (top.length < NAMES) top.push(node);
    }
    return { community, hidden, top };
  });
  return clusters
    .filter(({ hidden }) => hidden >= FEWEST)
    .sort((a, b) => b.hidden - a.hidden || a.community - b.community)
    .slice(0, MOST_CLUSTERS);
}

/** For each cluster the two others that it has most to do with. */
export function linksOf(
  { nodes, edges, size }: Graph,
  judgement: Judgement,
  clusters: readonly Cluster[],
): Link[] {
  const count = clusters.length;
  const place = new Map(clusters.map(({ community }, i) => [community, i]));
  const placeOf = Int32Array.from(nodes.community, (community) => place.get(community) ?? -1);
  const weights = new Float64Array(count * count);
  for (let edge = 0; edge < size; edge++) {
    const [a, b] = [placeOf[edges.source[edge]!]!, placeOf[edges.target[edge]!]!];
    if (a < 0 || b < 0 || a === b || !judgement.edges[edge]) continue;
    weights[a * count + b]! += edges.weight[edge]!;
    weights[b * count + a]! += edges.weight[edge]!;
  }
  const links = new Map<number, Link>();
  for (let a = 0; a < count; a++) {
    for (const b of twoLargest(weights.subarray(a * count, (a + 1) * count))) {
      const [source, target] = [Math.min(a, b), Math.max(a, b)];
      links.set(source * count + target, {
        source: clusters[source]!.community,
        target: clusters[target]!.community,
        weight: weights[source * count + target]!,
      });
    }
  }
  return [...links.values()];
}

/** Where the two largest numbers above 0 stand. */
function twoLargest(numbers: Float64Array): number[] {
  let [first, second] = [-1, -1];
  const at = (place: number) => (place < 0 ? 0 : numbers[place]!);
  for (let place = 0; place < numbers.length; place++) {
    if (numbers[place]! > at(first)) [first, second] = [place, first];
    else if (numbers[place]! > at(second)) second = place;
  }
  return [first, second].filter((place) => place >= 0);
}
