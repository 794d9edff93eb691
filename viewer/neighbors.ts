/** A node: its names and counts, and its neighbours by relation, strongest first. */

import { RELATION_KINDS, type RelationKind } from '../src/types.ts';
import type { KnowledgeGraph, Relation } from './api.ts';
import { button, dot, element } from './dom.ts';
import { statusBadge } from './evidence.ts';
import type { Strings } from './i18n.ts';
import type { Actions } from './state.ts';

interface Link extends Relation {
  readonly edge: string;
  readonly neighbor: string;
  /** From the selected node's side: it acts, is acted on, or neither. */
  readonly direction: '→' | '←' | '—';
}

export function neighborsView(
  graph: KnowledgeGraph,
  key: string,
  words: Strings,
  actions: Actions,
): Node[] {
  const node = graph.getNodeAttributes(key);
  const links = linksOf(graph, key);
  return [
    element(
      'div',
      { className: 'bar' },
      element('span', {}, dot(node.category), words.categories[node.category]),
      button({ className: 'icon', ariaLabel: words.close, onclick: () => actions.clear() }, '✕'),
    ),
    element('h2', {}, node.label),
    ...aliasesView(node.aliases, words),
    element('p', { className: 'note' }, words.counts(node.documents, node.mentions, node.degree)),
    ...RELATION_KINDS.flatMap((relation) => {
      const group = links.filter((link) => link.relation === relation);
      return group.length > 0 ? [groupView(graph, key, relation, group, words, actions)] : [];
    }),
  ];
}

function aliasesView(aliases: readonly string[], words: Strings): Node[] {
  if (aliases.length === 0) return [];
  return [element('p', {}, words.aliases + words.colon + aliases.join(words.comma))];
}

function groupView(
  graph: KnowledgeGraph,
  key: string,
  relation: RelationKind,
  links: readonly Link[],
  words: Strings,
  actions: Actions,
): Node {
  return element(
    'section',
    {},
    element('h3', {}, words.relations[relation], element('small', {}, String(links.length))),
    element(
      'div',
      { className: 'rows' },
      ...links.map((link) => {
        const { label, category } = graph.getNodeAttributes(link.neighbor);
        const row = button(
          { className: 'row', onclick: () => actions.explain(key, link.neighbor) },
          element('span', { className: 'direction' }, link.direction),
          // Every row of the group would say 共现.
          ...(relation === 'cooccurrence'
            ? []
            : [element('span', { className: 'predicate' }, link.label)]),
          dot(category),
          element('span', { className: 'name' }, label),
          ...(link.status === 'asserted' ? [] : [statusBadge(link.status, words)]),
          element('span', { className: 'weight' }, String(link.weight)),
        );
        row.dataset['key'] = link.neighbor;
        return row;
      }),
    ),
  );
}

function linksOf(graph: KnowledgeGraph, key: string): readonly Link[] {
  return graph
    .mapEdges(key, (edge, attributes, source, target): Link => {
      const neighbor = source === key ? target : source;
      const direction = graph.isUndirected(edge) ? '—' : source === key ? '→' : '←';
      return { ...attributes, edge, neighbor, direction };
    })
    .sort((a, b) => b.weight - a.weight || (a.edge < b.edge ? -1 : 1));
}
