/** Which part of the graph is drawn: what matters most, without a hairball. */

import {
  CATEGORIES,
  type Category,
  RELATION_KINDS,
  type RelationKind,
  STATUSES,
  type Status,
} from '../../src/types.ts';
import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';

export interface Filter {
  readonly hiddenCategories: ReadonlySet<Category>;
  readonly hiddenRelations: ReadonlySet<RelationKind>;
  readonly hiddenStatuses: ReadonlySet<Status>;
  /** Least number of independent sentences behind an edge. */
  readonly minWeight: number;
  /** Only statements, and co-occurrence that stands out. */
  readonly backbone: boolean;
}

export interface Detail {
  /** Most nodes that are drawn unasked. */
  readonly nodes: number;
  /** Edges for each of them; 0 stands for all. */
  readonly edgesPerNode: number;
  /** Nodes that were asked for, each with so many of its neighbours that would not be drawn unasked. */
  readonly expanded: ReadonlyMap<number, number>;
}

/** What is drawn, by number. */
export interface Cut {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** For each node of the graph whether it is drawn. */
  readonly isDrawn: Uint8Array;
}

export type Passes = (edge: number) => boolean;

/** Whether a filter lets an edge pass, both its ends included. */
export function edgeTest({ edges, nodes }: Graph, filter: Filter): Passes {
  const relations = RELATION_KINDS.map((kind) => !filter.hiddenRelations.has(kind));
  const statuses = STATUSES.map((status) => !filter.hiddenStatuses.has(status));
  const categories = CATEGORIES.map((category) => !filter.hiddenCategories.has(category));
  return (edge) =>
    relations[edges.relation[edge]!]! &&
    statuses[edges.status[edge]!]! &&
    edges.weight[edge]! >= filter.minWeight &&
    (!filter.backbone || edges.backbone[edge] === 1) &&
    categories[nodes.category[edges.source[edge]!]!]! &&
    categories[nodes.category[edges.target[edge]!]!]!;
}

/**
 * The most important nodes, each with a neighbour, then those that are asked for; of the edges among them
 * one for each node, then those that say most. So nobody is orphaned, and nothing moves or changes
 * its look when more is asked for.
 */
export function cutOf(graph: Graph, filter: Filter, detail: Detail): Cut {
  const passes = edgeTest(graph, filter);
  const isShown = CATEGORIES.map((category) => !filter.hiddenCategories.has(category));
  const nodes: number[] = [];
  const isDrawn = new Uint8Array(graph.order);
  const draw = (node: number) => {
    if (isDrawn[node] || !isShown[graph.nodes.category[node]!]) return;
    isDrawn[node] = 1;
    nodes.push(node);
  };
  for (let node = 0; node < graph.order && nodes.length < detail.nodes; node++) {
    if (isDrawn[node] || !isShown[graph.nodes.category[node]!]) continue;
    const linked = edgesOf(graph, node).filter(passes);
    if (linked.length === 0 && detail.nodes < graph.order) continue;
    const hasCompany = linked.some((edge) => isDrawn[otherEnd(graph, edge, node)] === 1);
    if (linked.length === 0 || hasCompany) draw(node);
    else if (nodes.length + 2 <= detail.nodes) {
      draw(node);
      draw(otherEnd(graph, linked[0]!, node));
    }
  }
  const asked = expand(graph, detail.expanded, passes, isDrawn, draw);
  const mostEdges = detail.edgesPerNode === 0 ? Infinity : detail.edgesPerNode * nodes.length;
  return { nodes, edges: edgesAmong(graph, nodes, isDrawn, asked, passes, mostEdges), isDrawn };
}

/** Draws what was asked for; gives the edges that show why it is there. */
function expand(
  graph: Graph,
  expanded: Detail['expanded'],
  passes: Passes,
  isDrawn: Uint8Array,
  draw: (node: number) => void,
): number[] {
  const asked: number[] = [];
  for (const [node, count] of expanded) {
    draw(node);
    let drawn = 0;
    for (const edge of edgesOf(graph, node)) {
      if (drawn === count) break;
      const other = otherEnd(graph, edge, node);
      if (isDrawn[other] || !passes(edge)) continue;
      drawn++;
      asked.push(edge);
      draw(other);
    }
  }
  return asked;
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
