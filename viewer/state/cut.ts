/** Which part of the graph is drawn: what matters most, without a hairball. */

import { communitiesOf } from '../data/community.ts';
import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';
import { type Cluster, clustersOf, type Link, linksOf } from './cluster.ts';
import { type Expansion, wantedEdges } from './expansion.ts';
import type { Filter } from './filter.ts';
import { edgeTest, type Judgement, judge, type Passes } from './judge.ts';

export interface Detail {
  /** Most nodes that are drawn unasked. */
  readonly nodes: number;
  /** Edges for each of them; 0 stands for all. */
  readonly edgesPerNode: number;
  readonly expanded: readonly Expansion[];
  /** Communities of which more is drawn, each with so many members. */
  readonly opened: ReadonlyMap<number, number>;
  /** Nodes that stay, whatever is filtered. */
  readonly pinned: ReadonlySet<number>;
}

/** What is drawn, by number. */
export interface Cut {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** For each node of the graph whether it is drawn. */
  readonly isDrawn: Uint8Array;
  /** Where something passes the filter and is not drawn. */
  readonly clusters: readonly Cluster[];
  readonly links: readonly Link[];
}

/**
 * The most important nodes, each with a neighbour, then those that are asked for; of the edges among them
 * one for each node, then those that say most. So nobody is orphaned, and nothing moves or changes
 * its look when more is asked for.
 * @param near nodes that the camera has come near to
 */
export function cutOf(
  graph: Graph,
  filter: Filter,
  detail: Detail,
  near: readonly number[] = [],
): Cut {
  const judgement = judge(graph, filter);
  const passes = edgeTest(graph, filter);
  const nodes: number[] = [];
  const isDrawn = new Uint8Array(graph.order);
  const drawAnyway = (node: number) => {
    if (isDrawn[node]) return;
    isDrawn[node] = 1;
    nodes.push(node);
  };
  const draw = (node: number) => {
    if (judgement.nodes[node]) drawAnyway(node);
  };
  drawImportant(graph, judgement, passes, detail.nodes, nodes, isDrawn, draw);
  // What was asked for by name is there, whatever the filter says.
  for (const node of detail.pinned) drawAnyway(node);
  for (const { node } of detail.expanded) drawAnyway(node);
  const asked = expand(graph, detail.expanded, passes, isDrawn, draw);
  for (const [community, count] of detail.opened) {
    const rest = communitiesOf(graph)[community]!.members.filter(
      (node) => !isDrawn[node] && judgement.nodes[node],
    );
    for (const node of rest.slice(0, count)) draw(node);
  }
  for (const node of near) draw(node);
  const mostEdges = detail.edgesPerNode === 0 ? Infinity : detail.edgesPerNode * nodes.length;
  const edges = edgesAmong(graph, nodes, isDrawn, asked, passes, mostEdges);
  const clusters = clustersOf(graph, judgement, isDrawn);
  return { nodes, edges, isDrawn, clusters, links: linksOf(graph, judgement, clusters) };
}

function drawImportant(
  graph: Graph,
  judgement: Judgement,
  passes: Passes,
  most: number,
  nodes: readonly number[],
  isDrawn: Uint8Array,
  draw: (node: number) => void,
): void {
  for (let node = 0; node < graph.order && nodes.length < most; node++) {
    if (isDrawn[node] || !judgement.nodes[node]) continue;
    const linked = edgesOf(graph, node).filter(passes);
    if (linked.length === 0 && most < graph.order) continue;
    const hasCompany = linked.some((edge) => isDrawn[otherEnd(graph, edge, node)] === 1);
    if (linked.length === 0 || hasCompany) draw(node);
    else if (nodes.length + 2 <= most) {
      draw(node);
      draw(otherEnd(graph, linked[0]!, node));
    }
  }
}

/** Draws what was asked for; gives the edges that show why it is there. */
function expand(
  graph: Graph,
  expanded: Detail['expanded'],
  passes: Passes,
  isDrawn: Uint8Array,
  draw: (node: number) => void,
): number[] {
  return expanded.flatMap((expansion) => {
    const { node, count } = expansion;
    const asked = wantedEdges(graph, expansion, passes)
      .filter((edge) => !isDrawn[otherEnd(graph, edge, node)])
      .slice(0, count);
    for (const edge of asked) draw(otherEnd(graph, edge, node));
    return asked;
  });
}

function edgesAmong(
  graph: Graph,
  nodes: readonly number[],
  isDrawn: Uint8Array,
  asked: readonly number[],
  passes: Passes,
  most: number,
): number[] {
  const { source, target } = graph.edges;
  const chosen = new Set(asked);
  const isInside = (edge: number) => isDrawn[source[edge]!] === 1 && isDrawn[target[edge]!] === 1;
  for (const node of nodes) {
    const strongest = edgesOf(graph, node).find((edge) => isInside(edge) && passes(edge));
    if (strongest !== undefined) chosen.add(strongest);
  }
  for (let edge = 0; edge < graph.size && chosen.size < most; edge++) {
    if (isInside(edge) && passes(edge)) chosen.add(edge);
  }
  return [...chosen].sort((a, b) => a - b);
}
