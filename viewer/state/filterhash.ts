/** The filter in the address: `without=verb&since=2024&in=a.txt&around=2 place:巴南区`. */

import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { keyOf } from '../data/graph.ts';
import { componentKey, type Entry, foundIn, type Keys, numbered, whole } from './address.ts';
import type { Filter } from './filter.ts';

/** Without what is as in `initial`. */
export function filterEntries({ graph }: Keys, filter: Filter, initial: Filter): Entry[] {
  const { hiddenCategories, hiddenRelations, hiddenStatuses, minWeight, backbone } = filter;
  const { period, around } = filter;
  const without = [
    ...CATEGORIES.filter((category) => hiddenCategories.has(category)),
    ...RELATION_KINDS.filter((relation) => hiddenRelations.has(relation)),
    ...STATUSES.filter((status) => hiddenStatuses.has(status)),
  ];
  const each = <T>(name: string, values: Iterable<T>, write: (value: T) => string): Entry[] =>
    [...values].map((value) => [name, write(value)]);
  const key = (node: number) => keyOf(graph, node);
  return [
    ...each('without', without.length > 0 ? [without.join(' ')] : [], String),
    ...each('says', filter.predicates, String),
    ...each('weight', minWeight === initial.minWeight ? [] : [minWeight], String),
    ...each('backbone', backbone ? [1] : [], String),
    ...each('in', filter.documents, (document) => graph.sentences.documents.id[document]!),
    ...each('source', filter.sources, String),
    ...each('since', period.since === undefined ? [] : [period.since], String),
    ...each('until', period.until === undefined ? [] : [period.until], String),
    ...each('component', filter.components, (component) => componentKey(graph, component)),
    ...each('around', around ? [around] : [], ({ node, depth }) => `${depth} ${key(node)}`),
    ...each('hide', filter.hidden, key),
    ...each('only', filter.only, key),
  ];
}

/** What this graph does not have is left out. */
export function filterOf(keys: Keys, entries: URLSearchParams, initial: Filter): Filter {
  const without = new Set((entries.get('without') ?? '').split(' '));
  const [around] = numbered(entries.getAll('around'), keys.node);
  const [since, until] = [dateOf(entries.get('since')), dateOf(entries.get('until'))];
  const { predicates, sentences } = keys.graph;
  return {
    hiddenCategories: new Set(CATEGORIES.filter((name) => without.has(name))),
    hiddenRelations: new Set(RELATION_KINDS.filter((name) => without.has(name))),
    hiddenStatuses: new Set(STATUSES.filter((name) => without.has(name))),
    predicates: new Set(entries.getAll('says').filter((label) => predicates.includes(label))),
    minWeight: whole(entries.get('weight'), initial.minWeight),
    backbone: entries.has('backbone'),
    documents: foundIn(entries.getAll('in'), keys.document),
    sources: new Set(entries.getAll('source').filter((name) => sentences.sources.includes(name))),
    period: { ...(since && { since }), ...(until && { until }) },
    components: foundIn(entries.getAll('component'), keys.component),
    around: around ? { node: around[0], depth: Math.max(1, around[1]) } : null,
    hidden: foundIn(entries.getAll('hide'), keys.node),
    only: foundIn(entries.getAll('only'), keys.node),
  };
}

function dateOf(text: string | null): string | undefined {
  return text && /^\d{4}(-\d\d){0,2}$/.test(text) ? text : undefined;
}
