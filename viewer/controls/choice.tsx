/** A choice among many: only the chosen are shown, and without any all. The list can be searched. */

import { useState } from 'preact/hooks';
import { fold } from '../data/names.ts';
import type { Page } from '../panel/parts.tsx';
import { formatCount } from '../words/words.ts';
import { toggled } from './toggle.tsx';

export interface ChoiceItem<T> {
  readonly value: T;
  readonly name: string;
  readonly count: number;
}

interface Props<T> {
  readonly page: Page;
  readonly id: string;
  readonly name: string;
  /** Made when the list is opened, since it may be long. */
  readonly items: () => readonly ChoiceItem<T>[];
  readonly chosen: ReadonlySet<T>;
  readonly choose: (chosen: ReadonlySet<T>) => void;
}

const FIRST = 12;

export function Choice<T extends string | number>(props: Props<T>) {
  const { page, id, name, chosen } = props;
  const [isOpen, open] = useState(false);
  return (
    <details
      id={id}
      class="choice"
      open={isOpen}
      onToggle={(event) => open(event.currentTarget.open)}
    >
      <summary>
        {name}
        {chosen.size > 0 && <b class="chosen">{page.words.only(chosen.size)}</b>}
      </summary>
      {isOpen && <List {...props} />}
    </details>
  );
}

function List<T extends string | number>({ page, name, items, chosen, choose }: Props<T>) {
  const { words } = page;
  const [query, ask] = useState('');
  const all = items();
  const found = all
    .filter((item) => fold(item.name).includes(fold(query)))
    .sort((a, b) => Number(chosen.has(b.value)) - Number(chosen.has(a.value)) || b.count - a.count);
  return (
    <>
      {all.length > FIRST && (
        <input
          type="search"
          class="narrow"
          value={query}
          placeholder={words.narrow}
          aria-label={`${name}: ${words.narrow}`}
          onInput={(event) => ask(event.currentTarget.value)}
        />
      )}
      <ul class="options">
        {found.slice(0, Math.max(FIRST, chosen.size)).map((item) => (
          <li key={item.value}>
            <button
              type="button"
              class="option"
              aria-pressed={chosen.has(item.value)}
              onClick={() => choose(toggled(chosen, item.value))}
            >
              <bdi>{item.name}</bdi>
              <small>{formatCount(item.count, words)}</small>
            </button>
          </li>
        ))}
      </ul>
      {found.length > FIRST && <small>{words.more(found.length - FIRST)}</small>}
    </>
  );
}
