/** The view in the address: `#node=place:巴南区&nodes=300&without=verb`. */

import { CATEGORIES, RELATION_KINDS } from '../../src/types.ts';
import { keyOf } from '../data/graph.ts';
import { communityKey, type Entry, foundIn, type Keys, numbered, whole } from './address.ts';
import type { Detail } from './cut.ts';
import { type Expansion, ORDERS } from './expansion.ts';
import { filterEntries, filterOf } from './filterhash.ts';
import type { Camera, Focus, View } from './state.ts';

/** The hash of a view, without what is as in `initial`. */
export function hashOf(keys: Keys, view: View, initial: View): string {
  const { filter, detail, focus, table, camera, language } = view;
  const entries: Entry[] = [
    ...(focus ? focusEntries(keys, focus) : []),
    ...filterEntries(keys, filter, initial.filter),
    ...detailEntries(keys, detail, initial.detail),
  ];
  if (table) entries.push(['table', 1]);
  if (camera) entries.push(['look', [camera.x, camera.y, camera.ratio].map(rounded).join(' ')]);
  if (language !== initial.language) entries.push(['lang', language]);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

function focusEntries({ graph }: Keys, focus: Focus): Entry[] {
  const key = (node: number) => keyOf(graph, node);
  if (focus.kind === 'node') return [['node', key(focus.node)]];
  if (focus.kind === 'predicate') return [['predicate', focus.label]];
  if (focus.kind === 'document')
    return [
      ['document', graph.sentences.documents.id[focus.document] ?? ''],
      ['at', focus.start],
    ];
  const [a, b] = focus.kind === 'pair' ? [focus.source, focus.target] : [focus.from, focus.to];
  return [
    [focus.kind, key(a)],
    ['to', key(b)],
  ];
}

function detailEntries({ graph }: Keys, detail: Detail, initial: Detail): Entry[] {
  const entries: Entry[] = [];
  if (detail.nodes !== initial.nodes) entries.push(['nodes', detail.nodes]);
  if (detail.edgesPerNode !== initial.edgesPerNode) entries.push(['edges', detail.edgesPerNode]);
  for (const { node, count, order, only } of detail.expanded) {
    const how = [count, ...(order === 'strength' ? [] : [order]), ...(only ? [only] : [])];
    entries.push(['more', [...how, keyOf(graph, node)].join(' ')]);
  }
  for (const [community, count] of detail.opened)
    entries.push(['open', `${count} ${communityKey(graph, community)}`]);
  for (const node of detail.pinned) entries.push(['pin', keyOf(graph, node)]);
  return entries;
}

/** The view that a hash stands for. What this graph does not have is left out. */
export function viewOf(keys: Keys, hash: string, initial: View): View {
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  const language = entries.get('lang');
  return {
    focus: focusOf(keys, entries),
    filter: filterOf(keys, entries, initial.filter),
    detail: {
      nodes: whole(entries.get('nodes'), initial.detail.nodes),
      edgesPerNode: whole(entries.get('edges'), initial.detail.edgesPerNode),
      expanded: entries.getAll('more').flatMap((entry) => expansionOf(keys, entry)),
      opened: new Map(numbered(entries.getAll('open'), keys.community)),
      pinned: foundIn(entries.getAll('pin'), keys.node),
    },
    table: entries.has('table'),
    camera: cameraOf(entries.get('look')),
    language: language === 'zh' || language === 'en' ? language : initial.language,
  };
}

/** `20 surprise verb place:巴南区` */
function expansionOf({ node: find }: Keys, entry: string): Expansion[] {
  const [count, ...words] = entry.split(' ');
  const order = ORDERS.find((one) => one === words[0]);
  if (order) words.shift();
  const only = [...RELATION_KINDS, ...CATEGORIES].find((one) => one === words[0]);
  if (only) words.shift();
  const node = find(words.join(' '));
  if (node === undefined) return [];
  return [{ node, count: whole(count, 0), order: order ?? 'strength', ...(only && { only }) }];
}

function focusOf(keys: Keys, entries: URLSearchParams): Focus | null {
  const find = (name: string, where: (key: string) => number | undefined) => {
    const key = entries.get(name);
    return key === null ? undefined : where(key);
  };
  const node = (name: string) => find(name, keys.node);
  const [one, a, from, b] = [node('node'), node('pair'), node('path'), node('to')];
  if (one !== undefined) return { kind: 'node', node: one, near: !entries.has('look') };
  if (a !== undefined && b !== undefined) return { kind: 'pair', source: a, target: b };
  if (from !== undefined && b !== undefined) return { kind: 'path', from, to: b };
  const predicate = entries.get('predicate');
  if (predicate) return { kind: 'predicate', label: predicate };
  const document = find('document', keys.document);
  if (document !== undefined)
    return { kind: 'document', document, start: whole(entries.get('at'), 0) };
  return null;
}

function cameraOf(text: string | null): Camera | null {
  const [x, y, ratio, ...rest] = (text ?? '').split(' ').map(Number);
  const isWhole = rest.length === 0 && [x, y, ratio].every(Number.isFinite) && ratio! > 0;
  return isWhole ? { x: x!, y: y!, ratio: ratio! } : null;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
