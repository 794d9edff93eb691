/** All that can change while the page is open. Views are functions of it; only actions alter it. */

import type { Category } from '../src/types.ts';
import type { Finding } from './api.ts';
import type { Language } from './i18n.ts';

export type Selection =
  | null
  | {
      readonly kind: 'node';
      readonly key: string;
      /** Whether the camera goes there: yes when it was chosen by name, no when it was clicked on. */
      readonly centre: boolean;
    }
  | {
      readonly kind: 'pair';
      readonly source: string;
      readonly target: string;
      /** The node whose neighbour was chosen, to go back to. */
      readonly from: string | null;
      readonly findings: 'loading' | 'failed' | readonly Finding[];
    };

export interface State {
  readonly phase: 'loading' | 'failed' | 'empty' | 'ready';
  readonly language: Language;
  readonly dark: boolean;
  /** False where the graph cannot be drawn: the panel then lists the entities. */
  readonly drawable: boolean;
  readonly hidden: ReadonlySet<Category>;
  /** Whether only the backbone is drawn, beside the edges of what is selected. */
  readonly backbone: boolean;
  readonly query: string;
  /** Position in the list of results. */
  readonly active: number;
  readonly selection: Selection;
}

export interface Actions {
  update(change: Partial<State>): void;
  select(key: string, centre: boolean): void;
  /** Shows the sentences behind a pair of nodes. */
  explain(source: string, target: string): void;
  clear(): void;
}

export interface Store {
  readonly state: State;
  update(change: Partial<State>): void;
  /** Calls `view` now, and again whenever one of these parts of the state has changed. */
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
      view(state);
    },
  };
}
