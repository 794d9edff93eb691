/** The search box: names, predicates and sentences in one list, by keyboard. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Passage } from '../../src/page/quotation.ts';
import { fold, type NameMatch, type NameSearch } from '../data/names.ts';
import type { Source } from '../data/source.ts';
import { Name, type Page } from '../panel/parts.tsx';

const MOST_NAMES = 10;
const MOST_PREDICATES = 4;
const MOST_PASSAGES = 5;
/** Sentences are looked for when the typing pauses, in milliseconds. */
const PAUSE = 200;

type Result =
  | ({ readonly kind: 'name' } & NameMatch)
  | { readonly kind: 'predicate'; readonly label: string }
  | ({ readonly kind: 'passage' } & Passage);

interface Props {
  readonly page: Page;
  readonly names: NameSearch;
}

export function Search({ page, names }: Props) {
  const { words, state, source } = page;
  const { choosing } = state;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const passages = usePassages(source, query);
  const found = useMemo(() => namesAndPredicates(page, names, query), [page.graph, names, query]);
  const results: Result[] = [...found, ...passages];
  const isOpen = fold(query) !== '';

  const ask = (text: string) => {
    setQuery(text);
    setActive(0);
  };
  const choose = (result: Result) => {
    ask('');
    input.current?.blur();
    page.actions.focus(focusOf(result));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) {
      event.preventDefault();
      setActive((active + step + results.length) % results.length);
    } else if (event.key === 'Enter') {
      const chosen = results[active];
      if (chosen) choose(chosen);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (query === '') input.current?.blur();
      ask('');
    }
  };
  // While an input method composes, the box holds pinyin that is not a query yet.
  const onInput = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    if (!event.isComposing) ask(event.currentTarget.value);
  };
  // Before the next key: what is typed now is the other end.
  useLayoutEffect(() => {
    if (choosing) input.current?.focus();
  }, [choosing]);

  return (
    <search id="search-box">
      <input
        id="search"
        ref={input}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a datalist it is not redundant
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        value={query}
        placeholder={
          choosing
            ? words.seekFor[choosing.purpose](page.graph.nodes.label[choosing.from]!)
            : words.search
        }
        aria-label={words.searchLabel}
        list={undefined}
        aria-autocomplete="list"
        aria-controls="results"
        aria-expanded={isOpen}
        aria-activedescendant={results.length > 0 ? `result-${active}` : undefined}
        onInput={onInput}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id="results" role="listbox" aria-label={words.results} hidden={!isOpen}>
        {results.map((result, index) => (
          <Option
            key={keyOf(result)}
            page={page}
            result={result}
            index={index}
            isActive={index === active}
            choose={() => choose(result)}
          />
        ))}
      </div>
      {isOpen && results.length === 0 && (
        <p id="no-results" role="status">
          {words.noResults}
        </p>
      )}
    </search>
  );
}

function Option({
  page,
  result,
  index,
  isActive,
  choose,
}: {
  page: Page;
  result: Result;
  index: number;
  isActive: boolean;
  choose: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The box keeps the focus, and its keys choose.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={`result-${index}`}
      ref={element}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <OptionText page={page} result={result} />
    </div>
  );
}

function OptionText({ page, result }: { page: Page; result: Result }) {
  const { graph, words } = page;
  if (result.kind === 'predicate') {
    return (
      <>
        <bdi class="name predicate">{result.label}</bdi>
        <small>{words.predicate}</small>
      </>
    );
  }
  if (result.kind === 'passage') {
    return (
      <>
        <span class="passage">{result.quote}</span>
        <small>{words.sentence}</small>
      </>
    );
  }
  const isLabel = result.name === graph.nodes.label[result.node];
  return (
    <>
      <Name graph={graph} node={result.node} />
      <small>
        <bdi>{isLabel ? graph.nodes.documents[result.node] : result.name}</bdi>
      </small>
    </>
  );
}

function namesAndPredicates({ graph }: Page, names: NameSearch, query: string): Result[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const predicates = graph.predicates
    .filter((label) => fold(label).includes(wanted))
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_PREDICATES);
  return [
    ...names(query, MOST_NAMES).map((match): Result => ({ kind: 'name', ...match })),
    ...predicates.map((label): Result => ({ kind: 'predicate', label })),
  ];
}

/** The sentences that hold the query, a moment after it was typed. */
function usePassages(source: Source, query: string): Result[] {
  const [found, setFound] = useState<{ query: string; passages: readonly Passage[] } | null>(null);
  useEffect(() => {
    const wanted = query.trim();
    if (wanted.length < 2) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      try {
        const passages = await source.passages(wanted);
        if (isCurrent) setFound({ query, passages });
      } catch (error) {
        // Names are found without the server.
        console.warn(error);
      }
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [source, query]);
  if (found?.query !== query) return [];
  return found.passages
    .slice(0, MOST_PASSAGES)
    .map((passage): Result => ({ kind: 'passage', ...passage }));
}

function focusOf(result: Result) {
  if (result.kind === 'name') return { kind: 'node', node: result.node, near: true } as const;
  if (result.kind === 'predicate') return { kind: 'predicate', label: result.label } as const;
  return { kind: 'document', document: result.document, start: result.start } as const;
}

function keyOf(result: Result): string {
  if (result.kind === 'name') return `name ${result.node}`;
  if (result.kind === 'predicate') return `predicate ${result.label}`;
  return `passage ${result.document} ${result.start}`;
}
