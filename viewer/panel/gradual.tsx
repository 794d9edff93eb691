/** A long list, of which more is shown when it is asked for. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Page } from './parts.tsx';

/** How many times as many with each time. */
const GROWTH = 10;

interface Props<T> {
  readonly page: Page;
  readonly items: readonly T[];
  /** How many are shown unasked. */
  readonly first: number;
  readonly children: (items: readonly T[]) => ComponentChildren;
}

export function Gradual<T>({ page, items, first, children }: Props<T>) {
  const [most, setMost] = useState(first);
  return (
    <>
      {children(items.slice(0, most))}
      {items.length > most && (
        <button type="button" class="link" onClick={() => setMost(GROWTH * most)}>
          {page.words.more(items.length - most)}
        </button>
      )}
    </>
  );
}
