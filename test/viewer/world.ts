import type { Columns } from '../../src/page/columns.ts';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { type Graph, graphOf } from '../../viewer/data/graph.ts';
import type { Detail } from '../../viewer/state/cut.ts';
import { EVERYTHING } from '../../viewer/state/filter.ts';
import { GRAPH, STORE } from '../query/graph.ts';

/** The small world of the queries, as the page holds it. */
export const COLUMNS: Columns = columnsOf(STORE, numberingOf(GRAPH));
export const WORLD: Graph = graphOf(COLUMNS);

export const ALL = EVERYTHING;
export const WHOLE: Detail = {
  nodes: 1500,
  edgesPerNode: 0,
  expanded: [],
  opened: new Map(),
  pinned: new Set(),
};

/** The number of a node by its label. */
export function at(label: string, graph: Graph = WORLD): number {
  const node = graph.nodes.label.indexOf(label);
  if (node < 0) throw new Error(`no node ${label}`);
  return node;
}
