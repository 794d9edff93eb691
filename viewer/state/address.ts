/** What stands in an address for nodes, documents and the like: keys, since numbers change from build to build. */

import { once } from '../../src/page/once.ts';
import { communitiesOf } from '../data/community.ts';
import { componentsOf } from '../data/component.ts';
import { type Graph, keyOf } from '../data/graph.ts';

/** Finds by key what this graph has. */
export interface Keys {
  readonly graph: Graph;
  node(key: string): number | undefined;
  document(id: string): number | undefined;
  /** A component or community, by the key of its most important node. */
  component(key: string): number | undefined;
  community(key: string): number | undefined;
}

export type Entry = readonly [name: string, value: string | number];

export function keysOf(graph: Graph): Keys {
  // Most addresses hold no key.
  const nodes = once(() => {
    const numbers = new Map<string, number>();
    for (let node = 0; node < graph.order; node++) numbers.set(keyOf(graph, node), node);
    return numbers;
  });
  const documents = once(
    () => new Map(graph.sentences.documents.id.map((id, number) => [id, number])),
  );
  const byNode = (key: string, numbers: Uint32Array) => numbers[nodes().get(key) ?? -1];
  return {
    graph,
    node: (key) => nodes().get(key),
    document: (id) => documents().get(id),
    component: (key) => byNode(key, componentsOf(graph).of),
    community: (key) => byNode(key, graph.nodes.community),
  };
}

export function componentKey(graph: Graph, component: number): string {
  return keyOf(graph, componentsOf(graph).first[component]!);
}

export function communityKey(graph: Graph, community: number): string {
  return keyOf(graph, communitiesOf(graph)[community]!.members[0]!);
}

export function whole(text: string | null | undefined, otherwise: number): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/** `20 place:巴南区`: a number with a key; nothing where this graph does not have it. */
export function numbered(
  entries: readonly string[],
  find: (key: string) => number | undefined,
): [found: number, number: number][] {
  return entries.flatMap((entry): [number, number][] => {
    const [number, ...key] = entry.split(' ');
    const found = find(key.join(' '));
    return found === undefined ? [] : [[found, whole(number, 0)]];
  });
}

export function foundIn(
  keys: readonly string[],
  find: (key: string) => number | undefined,
): Set<number> {
  return new Set(keys.map(find).filter((found) => found !== undefined));
}
