/** What can be done with a node or a few: find ways, compare, narrow to them, keep or hide them. */

import { toggled } from '../controls/toggle.tsx';
import { EVERYTHING } from '../state/filter.ts';
import type { Page } from './parts.tsx';

export function Seek({ page, node }: { page: Page; node: number }) {
  const { state, words, actions } = page;
  const { choosing } = state;
  return (['path', 'compare'] as const).map((purpose) => {
    const isOn = choosing?.from === node && choosing.purpose === purpose;
    return (
      <button
        key={purpose}
        type="button"
        id={`${purpose}-from`}
        class="tool"
        aria-pressed={isOn}
        onClick={() => actions.choose(node, isOn ? null : purpose)}
      >
        {words.seek[purpose]}
      </button>
    );
  });
}

export function Sculpt({ page, node }: { page: Page; node: number }) {
  const { state, words, actions } = page;
  const { filter, detail } = state;
  const isAround = filter.around?.node === node;
  return (
    <>
      <button
        type="button"
        id="around"
        class="tool"
        aria-pressed={isAround}
        onClick={() => actions.filter({ around: isAround ? null : { node, depth: 1 } })}
      >
        {words.aroundOnly}
      </button>
      <button
        type="button"
        id="pin"
        class="tool"
        aria-pressed={detail.pinned.has(node)}
        onClick={() => actions.detail({ pinned: toggled(detail.pinned, node) })}
      >
        {words.pin}
      </button>
      <button type="button" id="hide" class="tool" onClick={() => actions.hide(node)}>
        {words.hide}
      </button>
    </>
  );
}

/** Shows these nodes alone. */
export function Isolate({ page, nodes }: { page: Page; nodes: readonly number[] }) {
  const { state, words, actions } = page;
  const { only } = state.filter;
  const isOn = only.size > 0 && nodes.every((node) => only.has(node));
  return (
    <p class="tools">
      <button
        type="button"
        id="isolate"
        class="tool"
        aria-pressed={isOn}
        onClick={() => actions.filter({ only: isOn ? EVERYTHING.only : new Set(nodes) })}
      >
        {words.isolate}
      </button>
    </p>
  );
}
