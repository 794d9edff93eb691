import { UndirectedGraph } from 'graphology';
import type { Edge } from './edge.ts';
import type { Node } from './graph.ts';

/**
 * A graph as a simple undirected one, in arrays: one edge for each pair of nodes, weights added up.
 * Nodes are numbered in the order of their keys.
 */
export interface Projection {
  readonly nodes: readonly string[];
  /** The neighbours of node `i` are those from `starts[i]` to before `starts[i + 1]`, ascending. */
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  /** Of the edge to the neighbour at the same place. */
  readonly weights: Float64Array;
}

/** Project a mixed multigraph onto a simple undirected one. */
export function project(table: readonly Node[], edges: readonly Edge[]): Projection {
  const nodes = table.map(([key]) => key);
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const arcs = emptyArcs(2 * edges.length);
  let count = 0;
  const add = (from: number, to: number, weight: number) => {
    arcs.from[count] = from;
    arcs.to[count] = to;
    arcs.weight[count++] = weight;
  };
  for (const { source, target, weight } of edges) {
    const [a, b] = [numbers.get(source)!, numbers.get(target)!];
    add(a, b, weight);
    add(b, a, weight);
  }
  const sorted = byOrigin(swapped(byOrigin(swapped(arcs), nodes.length)), nodes.length);
  return { nodes, ...merged(sorted, nodes.length) };
}

/** The same for the algorithms of graphology. Nodes have their numbers as keys. */
export function undirected({ nodes, starts, neighbors, weights }: Projection) {
  const graph = new UndirectedGraph<Record<string, number | boolean>, { weight: number }>();
  for (let node = 0; node < nodes.length; node++) graph.addNode(node);
  for (let node = 0; node < nodes.length; node++) {
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      const neighbor = neighbors[arc]!;
      if (node > neighbor) continue;
      graph.addUndirectedEdgeWithKey(arc, node, neighbor, { weight: weights[arc]! });
    }
  }
  return graph;
}

interface Arcs {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

function emptyArcs(length: number): Arcs {
  return {
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    weight: new Float64Array(length),
  };
}

function swapped({ from, to, weight }: Arcs): Arcs {
  return { from: to, to: from, weight };
}

/** Arcs by the node where they begin; those of one node stay in their order. */
function byOrigin({ from, to, weight }: Arcs, order: number): Arcs {
  const places = new Uint32Array(order + 1);
  for (const node of from) places[node + 1]!++;
  for (let node = 0; node < order; node++) places[node + 1]! += places[node]!;
  const sorted = emptyArcs(from.length);
  for (let arc = 0; arc < from.length; arc++) {
    const place = places[from[arc]!]!++;
    sorted.from[place] = from[arc]!;
    sorted.to[place] = to[arc]!;
    sorted.weight[place] = weight[arc]!;
  }
  return sorted;
}

/** Several arcs between two nodes as one. */
function merged({ from, to, weight }: Arcs, order: number): Omit<Projection, 'nodes'> {
  const starts = new Uint32Array(order + 1);
  const neighbors = new Uint32Array(from.length);
  const weights = new Float64Array(from.length);
  let count = 0;
  for (let arc = 0; arc < from.length; arc++) {
    if (arc === 0 || from[arc] !== from[arc - 1] || to[arc] !== to[arc - 1]) {
      neighbors[count++] = to[arc]!;
      starts[from[arc]! + 1]!++;
    }
    weights[count - 1]! += weight[arc]!;
  }
  for (let node = 0; node < order; node++) starts[node + 1]! += starts[node]!;
  return { starts, neighbors: neighbors.subarray(0, count), weights: weights.subarray(0, count) };
}
