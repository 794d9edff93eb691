/** All that can be done to the page. */

import { edgesBetween, type Graph } from '../data/graph.ts';
import { type Path, pathsBetween } from '../data/paths.ts';
import type { Source } from '../data/source.ts';
import type { Language } from '../words/words.ts';
import { keysOf } from './address.ts';
import { type Cut, cutOf, type Detail } from './cut.ts';
import { type Expansion, isAlike } from './expansion.ts';
import { EVERYTHING, type Filter } from './filter.ts';
import { hashOf, viewOf } from './hash.ts';
import { createHistory } from './history.ts';
import { edgeTest, type Passes } from './judge.ts';
import type { Camera, Focus, Purpose, State, Store, View } from './state.ts';
import { withDrawn } from './wanted.ts';

/** How many more with each time that a node is expanded. */
export const MORE = 20;
/** How many members with each time that a community is opened. */
export const MORE_MEMBERS = 50;

export interface Actions {
  /** Tell about something, or with null about nothing. */
  focus(focus: Focus | null): void;
  /** Begin with the view that the address asks for. */
  begin(): void;
  /** @param fine the name of what is adjusted step by step: all of it is taken back at once */
  filter(change: Partial<Filter>, fine?: string): void;
  /** Let everything pass again. */
  clear(): void;
  detail(change: Partial<Detail>, fine?: string): void;
  /** Take a node away, and tell about it no more. */
  hide(node: number): void;
  /** Draw more neighbours of a node. */
  expand(expansion: Omit<Expansion, 'count'>): void;
  /** Draw more members of a community. */
  open(community: number): void;
  /** Take back what was asked for one by one. */
  collapse(): void;
  /** The camera stands still again, near to these nodes. */
  look(camera: Camera | null, near: readonly number[]): void;
  table(table: boolean): void;
  language(language: Language): void;
  /** Seek a second node, or with null no more. */
  choose(from: number, purpose: Purpose | null): void;
  /** What concerns the page alone. */
  show(change: Partial<Pick<State, 'help' | 'unsaved'>>): void;
  undo(): void;
  redo(): void;
  retry(): void;
}

export function createActions(graph: Graph, source: Source, store: Store, initial: View): Actions {
  const keys = keysOf(graph);
  const read = () => viewOf(keys, location.hash, initial);
  const past = createHistory(
    (steps) => store.update({ steps }),
    () => void apply(read()),
  );
  /** Every step of a reader can be taken back. */
  const go = (change: Partial<View>, fine?: string) => {
    const view = apply({ ...viewIn(store.state), ...change });
    past.go(hashOf(keys, view, initial), fine);
  };
  const apply = (asked: View, near = store.state.near): View => {
    const { state } = store;
    const isNew = asked.focus !== state.focus;
    const paths = isNew ? pathsOf(graph, asked) : state.paths;
    const cut = cutFor(graph, asked, near, state);
    const wanted = [...nodesOf(asked.focus), ...paths.flat()];
    const view = withDrawn(graph, asked, wanted, cut);
    const drawn = view === asked ? cut : cutFor(graph, view, near, state);
    const fresh = isNew && ({ findings: 'loading', reading: 'loading' } as const);
    store.update({ ...view, near, paths, cut: drawn, ...fresh });
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
  const detail = (change: Partial<Detail>, fine?: string) =>
    go({ detail: { ...store.state.detail, ...change } }, fine);
  return {
    focus(focus) {
      const { choosing } = store.state;
      store.update({ choosing: null });
      go({ focus: focusFor(choosing, focus) });
    },
    begin: () => void apply(read()),
    filter: (change, fine) => go({ filter: { ...store.state.filter, ...change } }, fine),
    hide(node) {
      const { filter, detail: before } = store.state;
      const hidden = new Set([...filter.hidden, node]);
      const pinned = new Set([...before.pinned].filter((one) => one !== node));
      const expanded = before.expanded.filter((one) => one.node !== node);
      const focus = null;
      go({ filter: { ...filter, hidden }, detail: { ...before, pinned, expanded }, focus });
    },
    clear: () => go({ filter: EVERYTHING }),
    detail,
    expand(wanted) {
      const { expanded } = store.state.detail;
      const before = expanded.find((one) => isAlike(one, { ...wanted, count: 0 }));
      const count = (before?.count ?? 0) + MORE;
      detail({ expanded: [...expanded.filter((one) => one !== before), { ...wanted, count }] });
    },
    open(community) {
      const { opened } = store.state.detail;
      const count = (opened.get(community) ?? 0) + MORE_MEMBERS;
      detail({ opened: new Map(opened).set(community, count) });
    },
    collapse: () => detail({ expanded: [], opened: new Map() }),
    look(camera, near) {
      const view = apply({ ...viewIn(store.state), camera }, near);
      past.replace(hashOf(keys, view, initial));
    },
    table: (table) => go({ table }),
    language: (language) => go({ language }),
    choose: (from, purpose) => store.update({ choosing: purpose && { from, purpose } }),
    show: (change) => store.update(change),
    undo: past.undo,
    redo: past.redo,
    retry() {
      store.update({ findings: 'loading', reading: 'loading' });
      void load();
    },
  };
}

/** A node that is chosen while another one waits for it is seen together with that one. */
function focusFor(choosing: State['choosing'], focus: Focus | null): Focus | null {
  if (!choosing || focus?.kind !== 'node' || focus.node === choosing.from) return focus;
  const { from, purpose } = choosing;
  if (purpose === 'path') return { kind: 'path', from, to: focus.node };
  return { kind: 'pair', source: from, target: focus.node };
}

function viewIn({ focus, filter, detail, table, camera, language }: State): View {
  return { focus, filter, detail, table, camera, language };
}

function cutFor(
  graph: Graph,
  { filter, detail }: View,
  near: readonly number[],
  state: State,
): Cut {
  const isKept = filter === state.filter && detail === state.detail && near === state.near;
  return isKept ? state.cut : cutOf(graph, filter, detail, near);
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
  { focus, filter }: Pick<State, 'focus' | 'filter'>,
  paths: readonly Path[],
): number[] {
  if (focus?.kind === 'pair') return edgesBetween(graph, focus.source, focus.target);
  const passes = edgeTest(graph, filter);
  const hops = paths.flatMap((path) => hopsOf(graph, path, passes));
  return [...new Set(hops)];
}

/** The edge that says most for each step of a path. */
export function hopsOf(graph: Graph, path: Path, passes: Passes): number[] {
  return path
    .slice(1)
    .map((node, i) => edgesBetween(graph, path[i]!, node).find(passes))
    .filter((edge) => edge !== undefined);
}
