import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { KnowledgeGraph } from './graph.ts';

/** A simple undirected graph of the same nodes: one edge for each pair, weights added up. */
export type Projection = UndirectedGraph<object, { weight: number }>;

const SEED = 20_240_704;
/** Larger graphs get betweenness from this many sources. */
const BETWEENNESS_SOURCES = 500;

/** Project a mixed multigraph onto a simple undirected one. */
export function project(graph: KnowledgeGraph): Projection {
  const projection: Projection = new UndirectedGraph();
  graph.forEachNode((node) => projection.addNode(node));
  graph.forEachEdge((_, { weight }, source, target) => {
    projection.updateEdge(source, target, (attributes) => ({
      weight: (attributes.weight ?? 0) + weight,
    }));
  });
  return projection;
}

/** Compute `degree`, `pagerank`, `betweenness` and `community` of each node, on the projection. */
export function measure(graph: KnowledgeGraph): void {
  if (graph.order === 0) return;
  const projection = project(graph);
  const ranks = pagerank(projection, {
    getEdgeWeight: 'weight',
    alpha: 0.85,
    maxIterations: 1000,
    tolerance: 1e-9,
  });
  const betweenness = betweennessOf(projection);
  const communities = communitiesOf(projection);
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    degree: projection.degree(node),
    pagerank: ranks[node] ?? 0,
    betweenness: betweenness.get(node) ?? 0,
    community: communities.get(node) ?? 0,
  }));
}

/**
 * Share of shortest paths through each node. Brandes 2001, "A faster algorithm for betweenness
 * centrality"; above some size from evenly spread sources: Brandes and Pich 2007, "Centrality
 * estimation in large networks".
 */
function betweennessOf(projection: Projection): Map<string, number> {
  const { order } = projection;
  const step = Math.ceil(order / BETWEENNESS_SOURCES);
  const brandes = createUnweightedIndexedBrandes(projection);
  const scores = new Float64Array(order);
  for (let source = 0; source < order; source += step) {
    accumulate(brandes(source), source, scores);
  }
  const sources = Math.ceil(order / step);
  return new Map(
    projection.nodes().map((node, index) => {
      const pairs = (sources - Number(index % step === 0)) * (order - 2);
      return [node, pairs > 0 ? scores[index]! / pairs : 0];
    }),
  );
}

/** Add the dependencies of one source on every other node. */
function accumulate(
  [stack, predecessors, sigma]: ReturnType<ReturnType<typeof createUnweightedIndexedBrandes>>,
  source: number,
  scores: Float64Array,
): void {
  const delta = new Float64Array(scores.length);
  while (stack.size > 0) {
    const node = stack.pop()!;
    const coefficient = (1 + delta[node]!) / sigma[node]!;
    for (const previous of predecessors[node]!) {
      delta[previous] = delta[previous]! + sigma[previous]! * coefficient;
    }
    if (node !== source) scores[node] = scores[node]! + delta[node]!;
  }
}

/**
 * Communities by modularity, the largest first.
 * Blondel et al. 2008, "Fast unfolding of communities in large networks".
 */
function communitiesOf(projection: Projection): Map<string, number> {
  const generator = xorshift128plus(SEED);
  const found = louvain(projection, { rng: () => uniformFloat64(generator) });
  const members = new Map<number, string[]>();
  for (const node of projection.nodes()) {
    const community = found[node]!;
    members.set(community, [...(members.get(community) ?? []), node]);
  }
  const ranked = [...members.values()].sort(
    (a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1),
  );
  return new Map(ranked.flatMap((nodes, index) => nodes.map((node) => [node, index] as const)));
}
