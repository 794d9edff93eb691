/** The view in the address: `#node=place:巴南区&nodes=300&without=verb`. Nodes stand by key. */

import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import type { Graph } from '../data/graph.ts';
import { keyOf } from '../data/graph.ts';
import type { Focus, View } from './state.ts';

/** Finds nodes by key. */
export type Numbers = ReadonlyMap<string, number>;

export function numbersOf(graph: Graph): Numbers {
  const numbers = new Map<string, number>();
  for (let node = 0; node < graph.order; node++) numbers.set(keyOf(graph, node), node);
  return numbers;
}

/** The hash of a view, without what is as in `initial`. */
export function hashOf(graph: Graph, view: View, initial: View): string {
  const { filter, detail, focus, table } = view;
  const entries: [string, string | number][] = focus ? focusEntries(graph, focus) : [];
  const without = [
    ...CATEGORIES.filter((category) => filter.hiddenCategories.has(category)),
    ...RELATION_KINDS.filter((relation) => filter.hiddenRelations.has(relation)),
    ...STATUSES.filter((status) => filter.hiddenStatuses.has(status)),
  ];
  if (without.length > 0) entries.push(['without', without.join(' ')]);
  if (filter.minWeight !== initial.filter.minWeight) entries.push(['weight', filter.minWeight]);
  if (filter.backbone) entries.push(['backbone', 1]);
  if (detail.nodes !== initial.detail.nodes) entries.push(['nodes', detail.nodes]);
  if (detail.edgesPerNode !== initial.detail.edgesPerNode)
    entries.push(['edges', detail.edgesPerNode]);
  for (const [node, count] of detail.expanded)
    entries.push(['more', `${count} ${keyOf(graph, node)}`]);
  if (table) entries.push(['table', 1]);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

function focusEntries(graph: Graph, focus: Focus): [string, string | number][] {
  const key = (node: number) => keyOf(graph, node);
  if (focus.kind === 'node') return [['node', key(focus.node)]];
  if (focus.kind === 'predicate') return [['predicate', focus.label]];
  if (focus.kind === 'document')
    return [
      ['document', focus.document],
      ['at', focus.start],
    ];
  const [a, b] = focus.kind === 'pair' ? [focus.source, focus.target] : [focus.from, focus.to];
  return [
    [focus.kind, key(a)],
    ['to', key(b)],
  ];
}

/** The view that a hash stands for. What this graph does not have is left out. */
export function viewOf(hash: string, numbers: Numbers, initial: View): View {
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  const without = new Set((entries.get('without') ?? '').split(' '));
  const expanded = entries.getAll('more').flatMap((entry): [number, number][] => {
    const [count = '', ...key] = entry.split(' ');
    const node = numbers.get(key.join(' '));
    return node === undefined ? [] : [[node, whole(count, 0)]];
  });
  return {
    focus: focusOf(entries, numbers),
    filter: {
      hiddenCategories: new Set(CATEGORIES.filter((name) => without.has(name))),
      hiddenRelations: new Set(RELATION_KINDS.filter((name) => without.has(name))),
      hiddenStatuses: new Set(STATUSES.filter((name) => without.has(name))),
      minWeight: whole(entries.get('weight'), initial.filter.minWeight),
      backbone: entries.has('backbone'),
    },
    detail: {
      nodes: whole(entries.get('nodes'), initial.detail.nodes),
      edgesPerNode: whole(entries.get('edges'), initial.detail.edgesPerNode),
      expanded: new Map(expanded),
    },
    table: entries.has('table'),
  };
}

function focusOf(entries: URLSearchParams, numbers: Numbers): Focus | null {
  const node = (name: string) => numbers.get(entries.get(name) ?? '');
  const [one, a, from, b] = [node('node'), node('pair'), node('path'), node('to')];
  if (one !== undefined) return { kind: 'node', node: one, near: true };
  if (a !== undefined && b !== undefined) return { kind: 'pair', source: a, target: b };
  if (from !== undefined && b !== undefined) return { kind: 'path', from, to: b };
  const predicate = entries.get('predicate');
  if (predicate) return { kind: 'predicate', label: predicate };
  const document = whole(entries.get('document'), -1);
  if (document >= 0) return { kind: 'document', document, start: whole(entries.get('at'), 0) };
  return null;
}

function whole(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
