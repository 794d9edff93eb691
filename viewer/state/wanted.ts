/** What is told about is drawn. */

import { categoryOf, type Graph } from '../data/graph.ts';
import type { Cut } from './cut.ts';
import type { View } from './state.ts';

/** How many neighbours of a node come along when it is found though it was not drawn. */
const COMPANY = 12;

/** The view in which these nodes are drawn, one that is found alone with some of its neighbours. */
export function withDrawn(graph: Graph, view: View, nodes: readonly number[], cut: Cut): View {
  const missing = nodes.filter((node) => !cut.isDrawn[node]);
  if (missing.length === 0) return view;
  const hiddenCategories = new Set(view.filter.hiddenCategories);
  const hidden = new Set(view.filter.hidden);
  const expanded = [...view.detail.expanded];
  const count = view.focus?.kind === 'node' ? COMPANY : 0;
  for (const node of missing) {
    hiddenCategories.delete(categoryOf(graph, node));
    hidden.delete(node);
    if (!expanded.some((one) => one.node === node))
      expanded.push({ node, count, order: 'strength' });
  }
  const { filter, detail } = view;
  return {
    ...view,
    filter: { ...filter, hiddenCategories, hidden },
    detail: { ...detail, expanded },
  };
}
