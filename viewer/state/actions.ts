/** All that can be done to the page. */

import { categoryOf, edgesBetween, type Graph } from '../data/graph.ts';
import { type Path, pathsBetween } from '../data/paths.ts';
import type { Source } from '../data/source.ts';
import { type Cut, cutOf, edgeTest, type Filter, type Passes } from './cut.ts';
import { hashOf, type Numbers, viewOf } from './hash.ts';
import type { Focus, State, Store, View } from './state.ts';

/** How many neighbours of a node come along when it is found though it was not drawn. */
const COMPANY = 12;
/** How many more with each time that a node is expanded. */
export const MORE = 20;

export interface Actions {
  /** Tell about something, or with null about nothing. */
  focus(focus: Focus | null): void;
  /** Begin with the view that the address asks for. */
  begin(): void;
  filter(change: Partial<Filter>): void;
  detail(change: Partial<{ nodes: number; edgesPerNode: number }>): void;
  /** Draw more neighbours of a node. */
  expand(node: number): void;
  /** Take back what was asked for one by one. */
  collapse(): void;
  /** What concerns the page alone. */
  show(change: Partial<Pick<State, 'language' | 'table' | 'help' | 'pathFrom' | 'unsaved'>>): void;
  retry(): void;
}

export function createActions(
  graph: Graph,
  source: Source,
  store: Store,
  numbers: Numbers,
  initial: View,
): Actions {
  /** Every step of a reader can be taken back; fine adjustments are no steps. */
  const go = (change: Partial<View>, step: 'push' | 'replace') => {
    const view = apply({ ...viewIn(store.state), ...change });
    const hash = hashOf(graph, view, initial);
    const address = hash === '' ? location.pathname + location.search : `#${hash}`;
    if (hash !== location.hash.replace(/^#/, '')) history[`${step}State`](null, '', address);
  };
  const apply = (asked: View): View => {
    const { state } = store;
    const isNew = asked.focus !== state.focus;
    const paths = isNew ? pathsOf(graph, asked) : state.paths;
    const cut = cutFor(graph, asked, state);
    const wanted = [...nodesOf(asked.focus), ...paths.flat()];
    const view = withDrawn(graph, asked, wanted, cut);
    const change = { ...view, paths, cut: view === asked ? cut : cutFor(graph, view, state) };
    store.update({ ...change, ...(isNew && { findings: 'loading', reading: 'loading' }) });
    if (isNew) void load();
    return view;
  };
  const load = async () => {
    const { focus, paths } = store.state;
    const isCurrent = () => store.state.focus === focus;
    try {
      if (focus?.kind === 'document') {
        const reading = await source.document(focus.document);
        if (isCurrent()) store.update({ reading });
      } else if (focus?.kind === 'pair' || focus?.kind === 'path') {
        const edges = edgesToExplain(graph, store.state, paths);
        const quotations = edges.length > 0 ? await source.quotations(edges) : [];
        const findings = edges.map((edge, i) => ({ edge, quotations: quotations[i]! }));
        if (isCurrent()) store.update({ findings });
      }
    } catch (error) {
      console.error(error);
      if (isCurrent()) store.update({ findings: 'failed', reading: 'failed' });
    }
  };
  addEventListener('popstate', () => apply(viewOf(location.hash, numbers, initial)));
  return {
    focus(focus) {
      const { pathFrom: from } = store.state;
      store.update({ pathFrom: null });
      const isOther = focus?.kind === 'node' && from !== null && focus.node !== from;
      go({ focus: isOther ? { kind: 'path', from, to: focus.node } : focus }, 'push');
    },
    begin: () => void apply(viewOf(location.hash, numbers, initial)),
    filter: (change) => go({ filter: { ...store.state.filter, ...change } }, 'replace'),
    detail: (change) => go({ detail: { ...store.state.detail, ...change } }, 'replace'),
    expand(node) {
      const { detail } = store.state;
      const expanded = new Map(detail.expanded).set(node, (detail.expanded.get(node) ?? 0) + MORE);
      go({ detail: { ...detail, expanded } }, 'push');
    },
    collapse: () => go({ detail: { ...store.state.detail, expanded: new Map() } }, 'push'),
    show({ table, ...change }) {
      store.update(change);
      if (table !== undefined) go({ table }, 'push');
    },
    retry() {
      store.update({ findings: 'loading', reading: 'loading' });
      void load();
    },
  };
}

function viewIn({ focus, filter, detail, table }: State): View {
  return { focus, filter, detail, table };
}

function cutFor(graph: Graph, { filter, detail }: View, state: State): Cut {
  const isKept = filter === state.filter && detail === state.detail;
  return isKept ? state.cut : cutOf(graph, filter, detail);
}

/** Nodes that the panel tells about. */
export function nodesOf(focus: Focus | null): readonly number[] {
  if (focus?.kind === 'node') return [focus.node];
  if (focus?.kind === 'pair') return [focus.source, focus.target];
  return focus?.kind === 'path' ? [focus.from, focus.to] : [];
}

function pathsOf(graph: Graph, { focus, filter }: View): readonly Path[] {
  if (focus?.kind !== 'path') return [];
  return pathsBetween(graph, focus.from, focus.to, edgeTest(graph, filter));
}

/** All edges of a pair; of each hop of a path the one that says most. */
export function edgesToExplain(
  graph: Graph,
  { focus, filter }: State,
  paths: readonly Path[],
): number[] {
  if (focus?.kind === 'pair') return edgesBetween(graph, focus.source, focus.target);
  const passes = edgeTest(graph, filter);
  const hops = paths.flatMap((path) => hopsOf(graph, path, passes));
  return [...new Set(hops)];
}

/** The edge that says most for each step of a path. */
export function hopsOf(graph: Graph, path: Path, passes: Passes): number[] {
  return path.slice(1).map((node, i) => edgesBetween(graph, path[i]!, node).find(passes)!);
}

/** What is told about is drawn, a node with some of its neighbours, and its category shown. */
function withDrawn(graph: Graph, view: View, nodes: readonly number[], cut: Cut): View {
  const missing = nodes.filter((node) => !cut.isDrawn[node]);
  if (missing.length === 0) return view;
  const hiddenCategories = new Set(view.filter.hiddenCategories);
  const expanded = new Map(view.detail.expanded);
  const company = view.focus?.kind === 'node' ? COMPANY : 0;
  for (const node of missing) {
    hiddenCategories.delete(categoryOf(graph, node));
    if (!expanded.has(node)) expanded.set(node, company);
  }
  const { filter, detail } = view;
  return { ...view, filter: { ...filter, hiddenCategories }, detail: { ...detail, expanded } };
}
