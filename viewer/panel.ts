/** The side panel: a node with its neighbours, or the sentences behind a pair, or a plain list. */

import type { KnowledgeGraph } from './api.ts';
import { button, dot, element } from './dom.ts';
import { evidenceView } from './evidence.ts';
import { STRINGS, type Strings } from './i18n.ts';
import { neighborsView } from './neighbors.ts';
import type { Actions, State, Store } from './state.ts';

export function createPanel(
  root: HTMLElement,
  graph: KnowledgeGraph,
  store: Store,
  actions: Actions,
) {
  const render = (state: State) => {
    const words = STRINGS[state.language];
    // The focused row is about to go: keep the keyboard in the panel, not at the top of the page.
    const focused = root.contains(document.activeElement);
    root.ariaLabel = words.panel;
    root.hidden = state.selection === null && state.drawable;
    root.replaceChildren(...contents(graph, state, words, actions));
    root.scrollTop = 0;
    if (focused && !root.hidden) root.focus({ preventScroll: true });
  };
  store.watch(['selection', 'language', 'drawable'], render);
  // Of the views, the plain list alone depends on the legend.
  store.watch(['hidden'], (state) => {
    if (state.selection === null && !state.drawable) render(state);
  });
}

function contents(graph: KnowledgeGraph, state: State, words: Strings, actions: Actions): Node[] {
  const { selection, drawable } = state;
  if (selection?.kind === 'node') return neighborsView(graph, selection.key, words, actions);
  if (selection?.kind === 'pair') return evidenceView(graph, selection, words, actions);
  return drawable ? [] : listView(graph, state.hidden, words, actions);
}

/** What can be had without WebGL: every entity by name, the most linked first. */
function listView(
  graph: KnowledgeGraph,
  hidden: State['hidden'],
  words: Strings,
  actions: Actions,
): Node[] {
  const nodes = graph
    .mapNodes((key, attributes) => ({ key, ...attributes }))
    .filter(({ category }) => !hidden.has(category))
    .sort((a, b) => b.pagerank - a.pagerank);
  return [
    element('p', { className: 'warning' }, words.notDrawable),
    element('h2', {}, words.entities),
    element(
      'div',
      { className: 'rows' },
      ...nodes.map(({ key, label, category, degree }) =>
        button(
          { className: 'row', onclick: () => actions.select(key, true) },
          dot(category),
          element('span', { className: 'name' }, label),
          element('span', { className: 'weight' }, String(degree)),
        ),
      ),
    ),
  ];
}
