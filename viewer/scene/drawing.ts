/** The graph as Sigma draws it: only what is visible, and one edge for each pair of nodes. */

import { DirectedGraph } from 'graphology';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { categoryOf, type Graph, isStatement } from '../data/graph.ts';
import type { Cut } from '../state/cut.ts';
import { isDashed, widthOf } from './paint.ts';
import type { Palette } from './palette.ts';
import type { DrawnNode } from './program.ts';

export interface DrawnEdge {
  size: number;
  color: string;
}

export type Drawing = DirectedGraph<DrawnNode, DrawnEdge>;

const SMALLEST = 3;
const LARGEST = 22;
/** Documents that name the largest node, at least: in a small graph nothing is large. */
const MANY = 40;

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
  { nodes }: Cut,
  lines: readonly number[],
  palette: Palette,
  scale: number,
): Drawing {
  const drawing: Drawing = new DirectedGraph();
  const { x, y, category, documents } = graph.nodes;
  const most = Math.sqrt(Math.max(MANY, documents[0] ?? 0));
  // The important ones last, on top.
  for (const node of nodes.toSorted((a, b) => b - a)) {
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
