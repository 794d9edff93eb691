/** The graph as it is drawn: only what Sigma needs, and one edge for each pair of nodes. */

import { DirectedGraph } from 'graphology';
import type { Category } from '../src/types.ts';
import type { KnowledgeGraph } from './api.ts';

/** Names of the edge programs: a bold arrow for a statement, a thin line for a co-occurrence. */
export type EdgeProgram = 'thin' | 'bold';

export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  category: Category;
}

export interface DrawnEdge {
  type: EdgeProgram;
  size: number;
  label: string;
  backbone: boolean;
}

export type Drawing = DirectedGraph<DrawnNode, DrawnEdge>;

/** Of the edges of a pair, the strongest statement is drawn, or else the strongest co-occurrence. */
export function drawingOf(graph: KnowledgeGraph): Drawing {
  const drawing: Drawing = new DirectedGraph();
  graph.forEachNode((key, { x, y, size, color, label, category }) => {
    // Copied by name: Sigma would take other attributes, such as `type`, for its own.
    drawing.addNode(key, { x, y, size, color, label, category });
  });
  const strongestFirst = graph
    .mapEdges((key, { weight }) => ({ key, weight, stated: graph.isDirected(key) }))
    .sort(
      (a, b) =>
        Number(b.stated) - Number(a.stated) || b.weight - a.weight || (a.key < b.key ? -1 : 1),
    );
  for (const { key, weight, stated } of strongestFirst) {
    const [source, target] = graph.extremities(key);
    if (source === target || drawing.areNeighbors(source, target)) continue;
    drawing.addEdgeWithKey(key, source, target, {
      type: stated ? 'bold' : 'thin',
      size: (stated ? 1.4 : 0.6) + Math.min(1.5, Math.log2(weight) / 3),
      label: stated ? graph.getEdgeAttribute(key, 'label') : '',
      backbone: graph.getEdgeAttribute(key, 'backbone'),
    });
  }
  return drawing;
}
