/** The sentences behind a pair of nodes, edge by edge. */

import type { Status } from '../src/types.ts';
import type { Finding, KnowledgeGraph, Quotation } from './api.ts';
import { button, dot, element } from './dom.ts';
import type { Strings } from './i18n.ts';
import type { Actions, Selection } from './state.ts';

type Pair = Extract<Selection, { kind: 'pair' }>;

export function evidenceView(
  graph: KnowledgeGraph,
  pair: Pair,
  words: Strings,
  actions: Actions,
): Node[] {
  const { source, target, from, findings } = pair;
  const goBack = () => (from === null ? actions.clear() : actions.select(from, false));
  const label = (key: string) => graph.getNodeAttribute(key, 'label');
  return [
    element(
      'div',
      { className: 'bar' },
      button(
        { className: 'back', onclick: goBack },
        '‹ ',
        from === null ? words.back : label(from),
      ),
      button({ className: 'icon', ariaLabel: words.close, onclick: () => actions.clear() }, '✕'),
    ),
    element(
      'h2',
      {},
      label(source),
      element('span', { className: 'between' }, ' · '),
      label(target),
    ),
    element(
      'p',
      {},
      ...[source, target]
        .filter((key) => key !== from)
        .map((key) =>
          button(
            { className: 'link', onclick: () => actions.select(key, true) },
            dot(graph.getNodeAttribute(key, 'category')),
            `${words.goTo} ${label(key)} →`,
          ),
        ),
    ),
    ...findingsView(graph, pair, findings, words, actions),
  ];
}

function findingsView(
  graph: KnowledgeGraph,
  { source, target }: Pair,
  findings: Pair['findings'],
  words: Strings,
  actions: Actions,
): Node[] {
  if (findings === 'loading') return [element('p', { role: 'status' }, words.loading)];
  if (findings === 'failed')
    return [
      element('p', { className: 'warning', role: 'alert' }, words.findingsFailed),
      button({ className: 'link', onclick: () => actions.explain(source, target) }, words.retry),
    ];
  if (findings.length === 0) return [element('p', {}, words.noFindings)];
  const names = [source, target].flatMap((key) => {
    const { label, aliases } = graph.getNodeAttributes(key);
    return [label, ...aliases];
  });
  return findings.map((finding) => findingView(graph, finding, names, words));
}

function findingView(
  graph: KnowledgeGraph,
  finding: Finding,
  names: readonly string[],
  words: Strings,
): Node {
  const { source, target, relation, label, status, evidence } = finding;
  const statement =
    relation === 'cooccurrence'
      ? []
      : [
          element(
            'p',
            { className: 'statement' },
            graph.getNodeAttribute(source, 'label'),
            element('span', { className: 'predicate' }, ` ${label} → `),
            graph.getNodeAttribute(target, 'label'),
          ),
        ];
  return element(
    'section',
    {},
    element(
      'h3',
      {},
      words.relations[relation],
      statusBadge(status, words),
      element('small', {}, words.sentences(evidence.length)),
    ),
    ...statement,
    ...evidence.map((quotation) => quotationView(quotation, status, names, words)),
  );
}

function quotationView(
  quotation: Quotation,
  known: Status,
  names: readonly string[],
  words: Strings,
): Node {
  const { quote, title, document, status, rule } = quotation;
  return element(
    'figure',
    {},
    element('blockquote', {}, ...marked(quote, names)),
    element(
      'figcaption',
      {},
      element('cite', {}, title),
      ...(document === title ? [] : [element('span', {}, document)]),
      ...(status === known ? [] : [statusBadge(status, words)]),
      element('span', {}, `${words.rule}${words.colon}${rule}`),
    ),
  );
}

/** The quote with every occurrence of the names marked; the longest of overlapping names wins. */
function marked(quote: string, names: readonly string[]): (Node | string)[] {
  const alternatives = names
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Splitting at a captured group leaves the names at the odd positions.
  return quote
    .split(new RegExp(`(${alternatives.join('|')})`))
    .map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
}

export function statusBadge(status: Status, words: Strings): HTMLElement {
  return element('span', { className: `badge ${status}` }, words.statuses[status]);
}
