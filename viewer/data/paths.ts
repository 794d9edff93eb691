/** Ways from one node to another, the best supported first. */

import Heap from 'mnemonist/heap.js';
import { edgesBetween, edgesOf, type Graph, isStatement, otherEnd } from './graph.ts';

/** Nodes from one end to the other. */
export type Path = readonly number[];

/** Co-occurrence says less than a statement: it counts as this many steps. */
const COOCCURRENCE_COST = 1.5;
/** A node that is linked to a thousand others costs as much as another step, since it explains nothing. */
const HUB_COST = 1 / 10;
/** What a node costs that an earlier path has passed, so that the next one looks elsewhere. */
const REPEATED_COST = 3;

/**
 * Up to `most` paths that differ: Dijkstra 1959, doi:10.1007/BF01386390, again and again, where nodes
 * of earlier paths cost more. Few steps, statements before co-occurrence, well-supported edges before
 * weak ones, rare nodes before hubs.
 * @param passes whether an edge may be used
 */
export function pathsBetween(
  graph: Graph,
  from: number,
  to: number,
  passes: (edge: number) => boolean,
  most = 5,
): Path[] {
  const passed = new Float32Array(graph.order);
  const found = new Map<string, { path: Path; cost: number }>();
  let usable = passes;
  for (let attempt = 0; attempt < 2 * most && found.size < most; attempt++) {
    const nodeCost = (node: number) => hubCost(graph, node) + REPEATED_COST * passed[node]!;
    const path = cheapest(graph, from, to, usable, nodeCost);
    if (!path) break;
    found.set(path.join(), { path, cost: costOf(graph, path, passes) });
    for (const node of path.slice(1, -1)) passed[node]!++;
    // What is linked directly has but one direct path.
    if (path.length === 2) usable = (edge) => passes(edge) && !joins(graph, edge, from, to);
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).map(({ path }) => path);
}

function cheapest(
  graph: Graph,
  from: number,
  to: number,
  passes: (edge: number) => boolean,
  nodeCost: (node: number) => number,
): Path | undefined {
  const costs = new Float64Array(graph.order).fill(Infinity);
  const previous = new Int32Array(graph.order).fill(-1);
  const queue = new Heap<{ readonly node: number; readonly cost: number }>(
    (a, b) => a.cost - b.cost,
  );
  queue.push({ node: from, cost: 0 });
  costs[from] = 0;
  for (let next = queue.pop(); next && next.node !== to; next = queue.pop()) {
    const { node, cost } = next;
    if (cost > costs[node]!) continue;
    const through = node === from ? 0 : nodeCost(node);
    for (const edge of edgesOf(graph, node)) {
      if (!passes(edge)) continue;
      const other = otherEnd(graph, edge, node);
      const reached = cost + through + stepCost(graph, edge);
      if (reached >= costs[other]!) continue;
      costs[other] = reached;
      previous[other] = node;
      queue.push({ node: other, cost: reached });
    }
  }
  if (from === to || previous[to] === -1) return undefined;
  const path = [to];
  while (path[0] !== from) path.unshift(previous[path[0]!]!);
  return path;
}

function stepCost(graph: Graph, edge: number): number {
  return (isStatement(graph, edge) ? 1 : COOCCURRENCE_COST) + 1 / (1 + graph.edges.weight[edge]!);
}

function hubCost(graph: Graph, node: number): number {
  return HUB_COST * Math.log2(1 + graph.nodes.degree[node]!);
}

function costOf(graph: Graph, path: Path, passes: (edge: number) => boolean): number {
  const steps = path.slice(1).map((node, index) => {
    const edges = edgesBetween(graph, path[index]!, node).filter(passes);
    return Math.min(...edges.map((edge) => stepCost(graph, edge)));
  });
  const hubs = path.slice(1, -1).map((node) => hubCost(graph, node));
  return [...steps, ...hubs].reduce((sum, cost) => sum + cost, 0);
}

function joins({ edges }: Graph, edge: number, a: number, b: number): boolean {
  const [source, target] = [edges.source[edge], edges.target[edge]];
  return (source === a && target === b) || (source === b && target === a);
}
