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
    t: () => actions.show({ table: !store.state.table }),
    e() {
      const { focus } = store.state;
      if (focus?.kind === 'node') actions.expand(focus.node);
    },
    Escape() {
      const { pathFrom, focus } = store.state;
      if (pathFrom !== null) actions.show({ pathFrom: null });
      else if (focus) actions.focus(null);
    },
  };
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLInputElement || document.querySelector('dialog[open]')) return;
    const angle = DIRECTIONS[key];
    // In the panel and the table the arrows scroll.
    const isElsewhere = target instanceof Element && target.closest('#panel, #table');
    if (angle !== undefined && scene && !isElsewhere) {
      event.preventDefault();
      scene.move(angle);
    } else if (Object.hasOwn(keys, key)) {
      event.preventDefault();
      keys[key]!();
    }
  });
}
