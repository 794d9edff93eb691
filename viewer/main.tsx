/** Puts the page together: the data, the state, the actions that alter it, and the views that show it. */

import { render } from 'preact';
import { once } from '../src/page/once.ts';
import { App } from './app.tsx';
import { listenToKeys } from './controls/keys.ts';
import { type Graph, graphOf } from './data/graph.ts';
import { createNameSearch, type NameSearch } from './data/names.ts';
import { openSource, type Source } from './data/source.ts';
import type { Scene } from './scene/scene.ts';
import { createActions } from './state/actions.ts';
import type { Cut } from './state/cut.ts';
import { EVERYTHING } from './state/filter.ts';
import { createStore, type State, type View } from './state/state.ts';
import { preferredLanguage, WORDS } from './words/words.ts';

/** What is drawn unasked: all of a small graph, and of a larger one landmarks among its communities. */
const MOST_NODES = 1500;
const LANDMARKS = 400;
/** In milliseconds. */
const SOON = 300;

/** The view without a hash. */
function initialView({ order }: Graph): View {
  return {
    focus: null,
    filter: EVERYTHING,
    detail: {
      nodes: order > MOST_NODES ? LANDMARKS : MOST_NODES,
      edgesPerNode: 3,
      expanded: [],
      opened: new Map(),
      pinned: new Set(),
    },
    table: false,
    camera: null,
    language: preferredLanguage(),
  };
}

const darkTheme = matchMedia('(prefers-color-scheme: dark)');
const message = find('message');

/** Until the address is read. */
const NOTHING: Cut = { nodes: [], edges: [], isDrawn: new Uint8Array(), clusters: [], links: [] };

async function start(): Promise<void> {
  const words = WORDS[preferredLanguage()];
  message.textContent = words.loading;
  try {
    const source = await openSource();
    message.hidden = source.columns.nodes.label.length > 0;
    message.textContent = words.empty;
    if (message.hidden) await show(source);
  } catch (error) {
    console.error(error);
    message.hidden = false;
    message.textContent = words.loadFailed;
  }
  requestAnimationFrame(() => {
    document.body.dataset['ready'] = 'true';
  });
}

async function show(source: Source): Promise<void> {
  const graph = graphOf(source.columns);
  const view = initialView(graph);
  const initial: State = {
    ...view,
    dark: darkTheme.matches,
    drawable: true,
    help: false,
    unsaved: false,
    choosing: null,
    steps: { at: 0, last: 0 },
    near: [],
    cut: NOTHING,
    paths: [],
    findings: 'loading',
    reading: 'loading',
  };
  const store = createStore(initial);
  darkTheme.addEventListener('change', () => store.update({ dark: darkTheme.matches }));
  const actions = createActions(graph, source, store, view);
  const search = once(() => createNameSearch(source.columns));
  const names: NameSearch = (query, limit) => search()(query, limit);
  const app = find('app');
  let scene: Scene | null = null;
  const draw = (state: State) => {
    const words = WORDS[state.language];
    document.documentElement.lang = words.language;
    find('scene').ariaLabel = words.scene;
    document.body.classList.toggle('with-table', state.table || !state.drawable);
    const page = { graph, source, state, words, actions };
    render(<App page={page} scene={scene} names={names} />, app);
  };
  actions.begin();
  // Before the scene watches: it looks where the panel leaves room.
  store.watch(Object.keys(initial) as (keyof State)[], draw);
  draw(store.state);
  try {
    // Sigma asks for WebGL as soon as it is imported: without it the rest of the page must still work.
    const { createScene } = await import('./scene/scene.ts');
    scene = createScene(find('scene'), find('panel'), graph, store, actions);
  } catch (error) {
    console.error(error);
    find('scene').replaceChildren();
    store.update({ drawable: false });
  }
  listenToKeys(store, actions, scene);
  draw(store.state);
  // Ready for the first key, once there is something to see.
  setTimeout(search, SOON);
}

function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}

await start();
