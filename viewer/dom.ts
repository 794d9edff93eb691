import { CATEGORY_COLORS } from '../src/graph/attributes.ts';
import type { Category } from '../src/types.ts';

/** Creates an element. Strings become text nodes, never markup: names and quotes are not to be trusted. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

export function button(
  properties: Partial<HTMLButtonElement>,
  ...children: (Node | string)[]
): HTMLButtonElement {
  return element('button', { type: 'button', ...properties }, ...children);
}

/** The colour of a category, as a dot before a name. */
export function dot(category: Category): HTMLElement {
  const created = element('span', { className: 'dot' });
  created.style.backgroundColor = CATEGORY_COLORS[category];
  return created;
}

export function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element #${id}`);
  return found;
}
