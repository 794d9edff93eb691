/** The legend: what the colours mean, switches for categories and the backbone, and how much of the graph is shown. */

import { CATEGORIES, type Category } from '../src/types.ts';
import type { KnowledgeGraph } from './api.ts';
import { button, dot, element } from './dom.ts';
import { STRINGS } from './i18n.ts';
import type { Actions, Store } from './state.ts';

export function createLegend(
  root: HTMLElement,
  graph: KnowledgeGraph,
  store: Store,
  actions: Actions,
) {
  store.watch(['hidden', 'backbone', 'language'], ({ hidden, backbone, language }) => {
    const words = STRINGS[language];
    const focused = document.activeElement?.id;
    const toggles = CATEGORIES.map((category) =>
      button(
        {
          id: `toggle-${category}`,
          className: 'toggle',
          ariaPressed: String(!hidden.has(category)),
          onclick: () => actions.update({ hidden: toggled(hidden, category) }),
        },
        dot(category),
        words.categories[category],
      ),
    );
    toggles.push(
      button(
        {
          id: 'toggle-backbone',
          className: 'toggle',
          title: words.backboneHint,
          ariaPressed: String(backbone),
          onclick: () => actions.update({ backbone: !backbone }),
        },
        words.backbone,
      ),
    );
    const { nodes, edges } = countShown(graph, hidden, backbone);
    root.replaceChildren(
      element('div', { className: 'toggles' }, ...toggles),
      element(
        'p',
        { id: 'status', role: 'status' },
        words.shown(nodes, graph.order, edges, graph.size),
      ),
    );
    toggles.find(({ id }) => id === focused)?.focus();
  });
}

function toggled(hidden: ReadonlySet<Category>, category: Category): ReadonlySet<Category> {
  const changed = new Set(hidden);
  if (!changed.delete(category)) changed.add(category);
  return changed;
}

function countShown(graph: KnowledgeGraph, hidden: ReadonlySet<Category>, backbone: boolean) {
  const shown = (key: string) => !hidden.has(graph.getNodeAttribute(key, 'category'));
  return {
    nodes: graph.filterNodes(shown).length,
    edges: graph.filterEdges(
      (_, edge, source, target) => shown(source) && shown(target) && (!backbone || edge.backbone),
    ).length,
  };
}
