/** The graph as Sigma draws it: only what is visible, and one edge for each pair of nodes. */

import { DirectedGraph } from 'graphology';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { communitiesOf } from '../data/community.ts';
import { categoryOf, type Graph, isStatement } from '../data/graph.ts';
import type { Cut } from '../state/cut.ts';
import { isDashed, linkWidth, widthOf } from './lines.ts';
import type { Palette } from './palette.ts';
import type { DrawnNode } from './program.ts';
import { CLUSTER_SHAPE } from './shapes.ts';

export interface DrawnEdge {
  size: number;
  color: string;
}

export type Drawing = DirectedGraph<DrawnNode, DrawnEdge>;

const SMALLEST = 3;
const LARGEST = 22;
/** Documents that name the largest node, at least: in a small graph nothing is large. */
const MANY = 40;
/** A super-node grows with the root of what it stands for. */
const CLUSTER = { least: 5, each: 0.9, most: 36 };
/** Where there are more super-nodes, they are smaller. */
const FULL_SIZE = 150;

/** Of the edges of a pair that are in the cut, the one that says most. */
export function linesOf(graph: Graph, { edges }: Cut): number[] {
  const seen = new Set<number>();
  return edges.filter((edge) => {
    const [a, b] = [graph.edges.source[edge]!, graph.edges.target[edge]!];
    const pair = Math.min(a, b) * graph.order + Math.max(a, b);
    if (a === b || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}

export function drawingOf(
  graph: Graph,
  cut: Cut,
  lines: readonly number[],
  palette: Palette,
  scale: number,
): Drawing {
  const drawing: Drawing = new DirectedGraph();
  addClusters(drawing, graph, cut, palette, scale);
  const { x, y, category, documents } = graph.nodes;
  const most = Math.sqrt(Math.max(MANY, documents[0] ?? 0));
  // The important ones last, on top.
  for (const node of cut.nodes.toSorted((a, b) => b - a)) {
    const share = Math.sqrt(documents[node]!) / most;
    drawing.addNode(node, {
      x: x[node]!,
      y: y[node]!,
      size: scale * (SMALLEST + (LARGEST - SMALLEST) * share),
      color: CATEGORY_COLORS[categoryOf(graph, node)],
      shape: category[node]!,
    });
  }
  for (const edge of lines.toReversed()) {
    if (isDashed(graph, edge)) continue;
    const color = isStatement(graph, edge) ? palette.arrow : palette.line;
    const { source, target } = graph.edges;
    drawing.addEdgeWithKey(edge, source[edge]!, target[edge]!, {
      size: widthOf(graph, edge),
      color,
    });
  }
  return drawing;
}

/** Super-nodes lie below what is drawn one by one. */
function addClusters(
  drawing: Drawing,
  graph: Graph,
  { clusters, links }: Cut,
  palette: Palette,
  scale: number,
): void {
  const communities = communitiesOf(graph);
  const share = Math.min(1, Math.sqrt(FULL_SIZE / clusters.length));
  for (const { community, hidden } of clusters) {
    const { x, y } = communities[community]!;
    const size = Math.min(CLUSTER.most, CLUSTER.least + CLUSTER.each * Math.sqrt(hidden));
    const color = palette.cluster;
    drawing.addNode(clusterKey(community), {
      x,
      y,
      size: scale * share * size,
      color,
      shape: CLUSTER_SHAPE,
    });
  }
  for (const { source, target, weight } of links) {
    drawing.addEdge(clusterKey(source), clusterKey(target), {
      size: linkWidth(weight),
      color: palette.link,
    });
  }
}

/** Nodes are keyed by number, so a super-node has a letter. */
export function clusterKey(community: number): string {
  return `c${community}`;
}

/** The community of a super-node; undefined for a node. */
export function communityOf(key: string): number | undefined {
  return key.startsWith('c') ? Number(key.slice(1)) : undefined;
}
