/** Puts the page together: the state, the actions that alter it, and the views that show it. */

import { fetchFindings, fetchGraph, type KnowledgeGraph } from './api.ts';
import { button, find } from './dom.ts';
import { preferredLanguage, STRINGS } from './i18n.ts';
import { createLegend } from './legend.ts';
import { createPanel } from './panel.ts';
import { createSearch } from './search.ts';
import { type Actions, createStore, type Store } from './state.ts';

const darkTheme = matchMedia('(prefers-color-scheme: dark)');

const store = createStore({
  phase: 'loading',
  language: preferredLanguage(),
  dark: darkTheme.matches,
  drawable: true,
  hidden: new Set(),
  backbone: false,
  query: '',
  active: 0,
  selection: null,
});
darkTheme.addEventListener('change', () => store.update({ dark: darkTheme.matches }));

const controls = find('controls');
createMessage();
createLanguageSwitch();
await start();

async function start(): Promise<void> {
  try {
    const graph = await fetchGraph();
    if (graph.order > 0) await show(graph);
    store.update({ phase: graph.order > 0 ? 'ready' : 'empty' });
  } catch (error) {
    console.error(error);
    store.update({ phase: 'failed' });
  }
  requestAnimationFrame(() => {
    document.body.dataset['ready'] = 'true';
  });
}

async function show(graph: KnowledgeGraph): Promise<void> {
  const actions = createActions(graph, store);
  const panel = find('panel');
  createPanel(panel, graph, store, actions);
  createLegend(find('legend'), graph, store, actions);
  controls.prepend(createSearch(graph, store, actions));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') actions.clear();
  });
  try {
    // Sigma asks for WebGL as soon as it is imported: without it the rest of the page must still work.
    const { createScene } = await import('./scene.ts');
    const scene = createScene(find('scene'), panel, graph, store, actions);
    createFitButton(scene.showAll);
  } catch (error) {
    console.error(error);
    find('scene').replaceChildren();
    store.update({ drawable: false });
  }
}

function createActions(graph: KnowledgeGraph, { update }: Store): Actions {
  return {
    update,
    clear: () => update({ selection: null }),
    select(key, centre) {
      const hidden = new Set(store.state.hidden);
      hidden.delete(graph.getNodeAttribute(key, 'category'));
      update({ selection: { kind: 'node', key, centre }, hidden });
    },
    async explain(source, target) {
      const { selection } = store.state;
      const from = selection?.kind === 'node' ? selection.key : (selection?.from ?? null);
      const asked = { kind: 'pair', source, target, from, findings: 'loading' } as const;
      update({ selection: asked });
      const findings = await fetchFindings(source, target).catch((error: unknown) => {
        console.error(error);
        return 'failed' as const;
      });
      // The answer may be late: by now something else may be selected.
      if (store.state.selection === asked) update({ selection: { ...asked, findings } });
    },
  };
}

function createMessage(): void {
  const message = find('message');
  store.watch(['phase', 'language'], ({ phase, language }) => {
    const { loading, loadFailed, empty } = STRINGS[language];
    message.textContent = { loading, failed: loadFailed, empty, ready: '' }[phase];
    message.hidden = phase === 'ready';
  });
}

function createLanguageSwitch(): void {
  const control = button({
    id: 'language',
    onclick: () => store.update({ language: store.state.language === 'zh' ? 'en' : 'zh' }),
  });
  store.watch(['language'], ({ language }) => {
    control.textContent = STRINGS[language].otherLanguage;
  });
  controls.append(control);
}

function createFitButton(showAll: () => void): void {
  const control = button({ id: 'fit', onclick: showAll }, '⤢');
  store.watch(['language'], ({ language }) => {
    control.title = STRINGS[language].fit;
    control.ariaLabel = STRINGS[language].fit;
  });
  controls.append(control);
}
