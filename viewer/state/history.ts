/** The steps of a reader are those of the browser: its buttons take them back, and ours do the same. */

import type { State } from './state.ts';

type Steps = State['steps'];

export interface Past {
  /** A step to an address; fine adjustments of one thing are one step. */
  go(hash: string, fine?: string): void;
  /** No step: the same, seen from elsewhere. */
  replace(hash: string): void;
  undo(): void;
  redo(): void;
}

/**
 * @param tell is told how many steps are done, and how many can be done again
 * @param arrive is called when the address has changed otherwise than by these
 */
export function createHistory(tell: (steps: Steps) => void, arrive: () => void): Past {
  let steps: Steps = { at: stepOf(history.state), last: stepOf(history.state) };
  let adjusted: string | undefined;
  const set = (changed: Steps) => {
    steps = changed;
    tell(steps);
  };
  const write = (hash: string, kind: 'push' | 'replace') => {
    const address = hash === '' ? location.pathname + location.search : `#${hash}`;
    history[`${kind}State`]({ step: steps.at }, '', address);
  };
  addEventListener('popstate', ({ state }) => {
    adjusted = undefined;
    const at = stepOf(state);
    set({ at, last: Math.max(at, steps.last) });
    arrive();
  });
  return {
    go(hash, fine) {
      const isSame = hash === location.hash.replace(/^#/, '');
      const goesOn = fine !== undefined && fine === adjusted;
      adjusted = fine;
      if (isSame) return;
      if (!goesOn) set({ at: steps.at + 1, last: steps.at + 1 });
      write(hash, goesOn ? 'replace' : 'push');
    },
    replace: (hash) => write(hash, 'replace'),
    undo() {
      if (steps.at > 0) history.back();
    },
    redo() {
      if (steps.at < steps.last) history.forward();
    },
  };
}

function stepOf(state: unknown): number {
  const step = (state as { step?: unknown } | null)?.step;
  return typeof step === 'number' ? step : 0;
}
