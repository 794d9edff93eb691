/** Keys that work wherever the focus is, unless somebody writes. */

import type { Scene } from '../scene/scene.ts';
import type { Actions } from '../state/actions.ts';
import type { Store } from '../state/state.ts';

const DIRECTIONS: Readonly<Record<string, number>> = {
  ArrowRight: 0,
  ArrowDown: Math.PI / 2,
  ArrowLeft: Math.PI,
  ArrowUp: -Math.PI / 2,
};

export function listenToKeys(store: Store, actions: Actions, scene: Scene | null): void {
  const keys: Readonly<Record<string, () => void>> = {
    '/': () => document.getElementById('search')?.focus(),
    '?': () => actions.show({ help: true }),
    '+': () => scene?.zoom(0.6),
    '=': () => scene?.zoom(0.6),
    '-': () => scene?.zoom(1 / 0.6),
    '0': () => scene?.showAll(),
    t: () => actions.table(!store.state.table),
    e() {
      const { focus } = store.state;
      const which = document.querySelector<HTMLDetailsElement>('#expand-which');
      if (which) {
        which.open = true;
        which.querySelector('button')?.focus();
      } else if (focus?.kind === 'node') actions.expand({ node: focus.node, order: 'strength' });
    },
    p: () => document.getElementById('pin')?.click(),
    h: () => document.getElementById('hide')?.click(),
    i: () => (document.getElementById('isolate') ?? document.getElementById('around'))?.click(),
    Escape() {
      const { choosing, focus } = store.state;
      if (choosing) actions.choose(choosing.from, null);
      else if (focus) actions.focus(null);
    },
  };
  const steps: Readonly<Record<string, () => void>> = {
    z: actions.undo,
    y: actions.redo,
    'shift z': actions.redo,
  };
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.altKey || event.isComposing) return;
    const field = target instanceof HTMLInputElement ? target.type : null;
    if ((field && field !== 'range') || document.querySelector('dialog[open]')) return;
    if (event.ctrlKey || event.metaKey) {
      const take = steps[event.shiftKey ? `shift ${key.toLowerCase()}` : key];
      if (take) event.preventDefault();
      take?.();
      return;
    }
    const angle = DIRECTIONS[key];
    // In the panel and the table the arrows scroll, and they move sliders.
    const isElsewhere = field || (target instanceof Element && target.closest('#panel, #table'));
    if (angle !== undefined && scene && !isElsewhere) {
      event.preventDefault();
      scene.move(angle);
    } else if (Object.hasOwn(keys, key)) {
      event.preventDefault();
      keys[key]!();
    }
  });
}
