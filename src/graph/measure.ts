import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { brandes } from 'graphology-shortest-path/unweighted.js';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { KnowledgeGraph } from './build.ts';

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
  const nodes = projection.nodes();
  const scores = new Map(nodes.map((node) => [node, 0]));
  const step = Math.max(1, Math.ceil(nodes.length / BETWEENNESS_SOURCES));
  const sources = new Set(nodes.filter((_, index) => index % step === 0));
  for (const source of sources) accumulate(projection, source, scores);
  for (const [node, score] of scores) {
    const pairs = (sources.size - Number(sources.has(node))) * (nodes.length - 2);
    scores.set(node, pairs > 0 ? score / pairs : 0);
  }
  return scores;
}

/** Add the dependencies of one source on every other node. */
function accumulate(projection: Projection, source: string, scores: Map<string, number>): void {
  const [stack, predecessors, sigma] = brandes(projection, source);
  const delta = new Map<string, number>();
  for (let i = stack.length - 1; i >= 0; i--) {
    const node = stack[i]!;
    const own = delta.get(node) ?? 0;
    for (const previous of predecessors[node] ?? []) {
      const share = (sigma[previous]! / sigma[node]!) * (1 + own);
      delta.set(previous, (delta.get(previous) ?? 0) + share);
    }
    if (node !== source) scores.set(node, scores.get(node)! + own);
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
