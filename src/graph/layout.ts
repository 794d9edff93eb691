import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import type { Node } from './graph.ts';
import { type Position, placeAmong } from './place.ts';
import { precise } from './precision.ts';
import { type Projection, undirected } from './projection.ts';

/** Places of nodes by key. */
export type Positions = ReadonlyMap<string, Position>;

/** From this size on the layout approximates and settles less far. */
const LARGE = 1000;
/** Earlier places are kept when at least this share of the nodes has one: the rest finds room among them. */
const KEPT = 0.5;

/**
 * Compute `x` and `y` of each node.
 * @param earlier places to keep; new nodes are put beside their neighbours. Where most nodes are new,
 * all are laid out anew
 */
export function layOut(
  nodes: readonly Node[],
  projection: Projection,
  earlier: Positions = new Map(),
): void {
  if (nodes.length === 0) return;
  const sizes = nodes.map(([, { size }]) => size);
  const kept = new Map<number, Position>();
  for (const [number, [key]] of nodes.entries()) {
    const place = earlier.get(key);
    if (place) kept.set(number, place);
  }
  const places =
    kept.size >= KEPT * nodes.length
      ? placeAmong(projection, kept, sizes)
      : spreadOut(projection, sizes);
  for (const [number, [, node]] of nodes.entries()) {
    const { x, y } = places.get(number)!;
    node.x = precise(x);
    node.y = precise(y);
  }
}

/**
 * ForceAtlas2 from a sunflower spiral in the order of the keys, then no overlaps.
 * Jacomy et al. 2014, doi:10.1371/journal.pone.0098679.
 */
function spreadOut(projection: Projection, sizes: readonly number[]): Map<number, Position> {
  const graph = undirected(projection);
  const golden = Math.PI * (3 - Math.sqrt(5));
  let i = 0;
  graph.updateEachNodeAttributes(() => {
    const size = sizes[i]!;
    const radius = 10 * Math.sqrt(++i);
    return { x: radius * Math.cos(i * golden), y: radius * Math.sin(i * golden), size };
  });
  forceAtlas2.assign(graph, {
    iterations: graph.order > LARGE ? 100 : 500,
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > LARGE,
      barnesHutTheta: 1.2,
      edgeWeightInfluence: 0.5,
    },
  });
  noverlap.assign(graph, {
    maxIterations: 50,
    settings: { margin: 4, ratio: 1.2, gridSize: Math.max(20, Math.ceil(Math.sqrt(graph.order))) },
  });
  return new Map(
    graph.mapNodes((node, { x, y }) => [Number(node), { x: Number(x), y: Number(y) }]),
  );
}
