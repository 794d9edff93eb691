/** All that can change while the page is open. Views are functions of it; only actions alter it. */

import type { Quotation, Reading } from '../../src/page/quotation.ts';
import type { Path } from '../data/paths.ts';
import type { Language } from '../words/words.ts';
import type { Cut, Detail } from './cut.ts';
import type { Filter } from './filter.ts';

/** What the panel tells about. Nodes and documents by number. */
export type Focus =
  | {
      readonly kind: 'node';
      readonly node: number;
      /** Whether the camera goes there: when it was chosen by name, not when it was clicked on. */
      readonly near?: boolean;
    }
  | { readonly kind: 'pair'; readonly source: number; readonly target: number }
  | { readonly kind: 'path'; readonly from: number; readonly to: number }
  | { readonly kind: 'predicate'; readonly label: string }
  | { readonly kind: 'document'; readonly document: number; readonly start: number };

/** What has to be fetched. */
export type Fetched<T> = 'loading' | 'failed' | T;

/** An edge with its sentences. */
export interface Finding {
  readonly edge: number;
  readonly quotations: readonly Quotation[];
}

/** Where the camera looks, in Sigma's units: the middle is 0.5 0.5, and 1 shows everything. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** What a second node is chosen for. */
export type Purpose = 'path' | 'compare';

/** What stands in the address, so that a link reopens the same view. */
export interface View {
  readonly focus: Focus | null;
  readonly filter: Filter;
  readonly detail: Detail;
  readonly table: boolean;
  /** Null until the reader moves it. */
  readonly camera: Camera | null;
  readonly language: Language;
}

export interface State extends View {
  readonly dark: boolean;
  /** False where the graph cannot be drawn: a table then takes its place. */
  readonly drawable: boolean;
  readonly help: boolean;
  /** Whether a file could not be made, since its sentences could not be loaded. */
  readonly unsaved: boolean;
  /** The node for which another is sought, until that one is chosen. */
  readonly choosing: { readonly from: number; readonly purpose: Purpose } | null;
  /** Steps of the reader, of which `at` are done and the rest can be done again. */
  readonly steps: { readonly at: number; readonly last: number };
  /** Nodes that the camera has come near to. */
  readonly near: readonly number[];
  /** A function of filter, detail and near, kept because it is costly. */
  readonly cut: Cut;
  /** Where the focus is a path: the best one first. */
  readonly paths: readonly Path[];
  /** The sentences behind a pair, or behind each hop of a path. */
  readonly findings: Fetched<readonly Finding[]>;
  readonly reading: Fetched<Reading>;
}

export interface Store {
  readonly state: State;
  update(change: Partial<State>): void;
  /** Calls `view` whenever one of these parts of the state has changed. */
  watch(parts: readonly (keyof State)[], view: (state: State) => void): void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners: ((before: State) => void)[] = [];
  return {
    get state() {
      return state;
    },
    update(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(before);
    },
    watch(parts, view) {
      listeners.push((before) => {
        if (parts.some((part) => before[part] !== state[part])) view(state);
      });
    },
  };
}
