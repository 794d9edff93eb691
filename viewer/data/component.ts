/** The parts of the graph that nothing joins. */

import type { Graph } from './graph.ts';

export interface Components {
  /** Number of the component of each node; 0 has the most important node. */
  readonly of: Uint32Array;
  /** Nodes of each component; the first is the most important. */
  readonly first: readonly number[];
  readonly sizes: readonly number[];
}

const known = new WeakMap<Graph, Components>();

/** Found once: they are those of the whole graph. */
export function componentsOf(graph: Graph): Components {
  const found = known.get(graph) ?? find(graph);
  known.set(graph, found);
  return found;
}

/** Union-find with path halving: Tarjan and van Leeuwen 1984, doi:10.1145/62.2160. */
function find({ order, size, edges }: Graph): Components {
  const parent = Uint32Array.from({ length: order }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let edge = 0; edge < size; edge++) {
    const [a, b] = [root(edges.source[edge]!), root(edges.target[edge]!)];
    // The smaller number is the more important node, and stays the root.
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const of = new Uint32Array(order);
  const first: number[] = [];
  const sizes: number[] = [];
  for (let node = 0; node < order; node++) {
    const top = root(node);
    if (top === node) of[node] = first.push(node) - 1;
    else of[node] = of[top]!;
    sizes[of[node]!] = (sizes[of[node]!] ?? 0) + 1;
  }
  return { of, first, sizes };
}
