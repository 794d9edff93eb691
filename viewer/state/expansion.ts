/** What was asked for one by one: more neighbours of an entity, and members of a community. */

import type { Category, RelationKind } from '../../src/types.ts';
import { categoryOf, edgesOf, type Graph, otherEnd, relationOf } from '../data/graph.ts';
import type { Passes } from './judge.ts';

/** Strongest first: statements, then by sentences. Most surprising first: by G² of the co-occurrence. */
export const ORDERS = ['strength', 'surprise'] as const;
export type Order = (typeof ORDERS)[number];

export interface Expansion {
  readonly node: number;
  /** Neighbours that would not be drawn unasked. */
  readonly count: number;
  readonly order: Order;
  /** Only by edges of this relation, or to neighbours of this category. */
  readonly only?: RelationKind | Category;
}

/** Whether two ask the same of the same node, so that their counts add up. */
export function isAlike(a: Expansion, b: Expansion): boolean {
  return a.node === b.node && a.order === b.order && a.only === b.only;
}

/** The edges that lead to the neighbours that are wanted, the wanted first; one for each. */
export function wantedEdges(
  graph: Graph,
  { node, order, only }: Omit<Expansion, 'count'>,
  passes: Passes,
): number[] {
  const seen = new Set([node]);
  const edges = edgesOf(graph, node).filter(
    (edge) =>
      passes(edge) &&
      (only === undefined ||
        relationOf(graph, edge) === only ||
        categoryOf(graph, otherEnd(graph, edge, node)) === only),
  );
  const surprise = (edge: number) => graph.edges.g2[edge] || 0;
  if (order === 'surprise') edges.sort((a, b) => surprise(b) - surprise(a) || a - b);
  return [...edges].filter((edge) => {
    const other = otherEnd(graph, edge, node);
    return !seen.has(other) && seen.add(other);
  });
}
