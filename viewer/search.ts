/** The search box: a combobox whose list is a function of the query. */

import type { KnowledgeGraph } from './api.ts';
import { dot, element } from './dom.ts';
import { STRINGS } from './i18n.ts';
import type { Actions, State, Store } from './state.ts';

const MAX_RESULTS = 12;

interface Result {
  readonly key: string;
  /** The name that was matched: the label, or an alias. */
  readonly name: string;
}

export function createSearch(graph: KnowledgeGraph, store: Store, actions: Actions): HTMLElement {
  const list = element('ul', { id: 'results', role: 'listbox', hidden: true });
  const input = element('input', { id: 'search', type: 'search', role: 'combobox' });
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');

  const results = () => matches(graph, store.state.query);
  const choose = (key: string) => {
    actions.update({ query: '', active: 0 });
    input.blur();
    actions.select(key, true);
  };

  // While an input method composes, the box holds pinyin that is not a query yet.
  const read = (event: Event) => {
    if (!(event instanceof InputEvent && event.isComposing))
      actions.update({ query: input.value, active: 0 });
  };
  input.addEventListener('input', read);
  input.addEventListener('compositionend', read);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const found = results();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      actions.update({ active: (store.state.active + step + found.length) % found.length });
    } else if (event.key === 'Enter') {
      const chosen = found[store.state.active];
      if (chosen) choose(chosen.key);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (input.value === '') input.blur();
      actions.update({ query: '', active: 0 });
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  store.watch(['query', 'active', 'language'], (state: State) => {
    const words = STRINGS[state.language];
    const found = results();
    // Writing an equal value would move the caret.
    if (input.value !== state.query) input.value = state.query;
    input.placeholder = words.search;
    input.ariaLabel = words.search;
    input.ariaExpanded = String(state.query.trim() !== '');
    list.hidden = state.query.trim() === '';
    list.ariaLabel = words.results;
    list.replaceChildren(
      ...found.map((result, index) => {
        const { label, category } = graph.getNodeAttributes(result.key);
        const option = element(
          'li',
          { id: `result-${index}`, role: 'option', ariaSelected: String(index === state.active) },
          dot(category),
          element('span', { className: 'name' }, label),
          element('small', {}, result.name === label ? words.categories[category] : result.name),
        );
        // Before the click takes the focus away from the box.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(result.key));
        return option;
      }),
    );
    if (found.length === 0) list.append(element('li', { className: 'none' }, words.noResults));
    input.setAttribute('aria-activedescendant', found.length > 0 ? `result-${state.active}` : '');
    list.children[state.active]?.scrollIntoView({ block: 'nearest' });
  });

  return element('div', { id: 'search-box', role: 'search' }, input, list);
}

/** Names that contain the query: whole names first, then beginnings, then the most linked. */
function matches(graph: KnowledgeGraph, query: string): readonly Result[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const found: (Result & { rank: number; pagerank: number })[] = [];
  graph.forEachNode((key, { label, aliases, pagerank }) => {
    const ranked = [label, ...aliases]
      .map((name) => ({ name, rank: rankOf(fold(name), wanted) }))
      .filter(({ rank }) => rank < 3)
      .sort((a, b) => a.rank - b.rank)[0];
    if (ranked) found.push({ key, ...ranked, pagerank });
  });
  return found.sort((a, b) => a.rank - b.rank || b.pagerank - a.pagerank).slice(0, MAX_RESULTS);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : 3;
}

/** Ｒ and R, r and R are the same key to a reader. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
