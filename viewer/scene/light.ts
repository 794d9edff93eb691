/** What is lit and what is dimmed: the focus with its neighbours, as a function of the state. */

import { edgesOf, type Graph, otherEnd, predicateOf } from '../data/graph.ts';
import { hopsOf } from '../state/actions.ts';
import type { Cut } from '../state/cut.ts';
import type { Filter } from '../state/filter.ts';
import { edgeTest } from '../state/judge.ts';
import type { State } from '../state/state.ts';

export interface Light {
  /** Told about: their names stand first. */
  readonly chosen: ReadonlySet<number>;
  readonly nodes: ReadonlySet<number>;
  /** One for each pair, that which says most. */
  readonly edges: readonly number[];
}

/** @returns null when nothing is dimmed */
export function lightOf(graph: Graph, state: State): Light | null {
  const { focus, cut, filter, paths } = state;
  if (focus?.kind === 'node') return around(graph, cut, filter, focus.node);
  if (focus?.kind === 'pair') {
    return ofPair(
      graph,
      around(graph, cut, filter, focus.source),
      around(graph, cut, filter, focus.target),
    );
  }
  if (focus?.kind === 'path') {
    const passes = edgeTest(graph, filter);
    const edges = paths.flatMap((path) => hopsOf(graph, path, passes));
    const ends = [focus.from, focus.to];
    return { chosen: new Set(ends), nodes: new Set([...ends, ...paths.flat()]), edges };
  }
  if (focus?.kind === 'predicate') {
    const edges = cut.edges.filter((edge) => predicateOf(graph, edge) === focus.label);
    const { source, target } = graph.edges;
    const nodes = new Set(edges.flatMap((edge) => [source[edge]!, target[edge]!]));
    return { chosen: new Set(), nodes, edges };
  }
  return null;
}

/** What joins two nodes: the line between them, or where there is none their common neighbours. */
function ofPair(graph: Graph, a: Light, b: Light): Light {
  const chosen = new Set([...a.chosen, ...b.chosen]);
  const leads = (edge: number, nodes: ReadonlySet<number>) =>
    nodes.has(graph.edges.source[edge]!) && nodes.has(graph.edges.target[edge]!);
  const direct = a.edges.filter((edge) => leads(edge, chosen));
  if (direct.length > 0) return { chosen, nodes: chosen, edges: direct };
  const nodes = new Set([...a.nodes].filter((node) => chosen.has(node) || b.nodes.has(node)));
  for (const node of chosen) nodes.add(node);
  return { chosen, nodes, edges: [...a.edges, ...b.edges].filter((edge) => leads(edge, nodes)) };
}

/** A node with its neighbours that are drawn, by all edges that the filter lets pass. */
export function around(graph: Graph, { isDrawn }: Cut, filter: Filter, node: number): Light {
  const passes = edgeTest(graph, filter);
  const nodes = new Set([node]);
  const edges: number[] = [];
  for (const edge of edgesOf(graph, node)) {
    const other = otherEnd(graph, edge, node);
    if (nodes.has(other) || !isDrawn[other] || !passes(edge)) continue;
    nodes.add(other);
    edges.push(edge);
  }
  return { chosen: new Set([node]), nodes, edges };
}
