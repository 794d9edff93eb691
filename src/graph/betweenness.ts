import type { Projection } from './projection.ts';

/** Graphs of no more nodes are computed from all of them, larger ones from at most so many. */
const MOST_SOURCES = 500;
/** Fewer would tell the first nodes apart by chance. */
const LEAST_SOURCES = 50;
/** Edges that are followed, in both directions, before there are fewer sources. */
const MOST_STEPS = 1e8;

/**
 * Share of shortest paths through each node, without weights. Brandes 2001, "A faster algorithm for
 * betweenness centrality"; above some size from evenly spread sources: Brandes and Pich 2007,
 * "Centrality estimation in large networks".
 */
export function betweenness(projection: Projection): Float64Array {
  const order = projection.nodes.length;
  const affordable = Math.floor(MOST_STEPS / Math.max(1, projection.neighbors.length));
  const most = Math.min(MOST_SOURCES, Math.max(LEAST_SOURCES, affordable));
  const step = Math.ceil(order / most);
  const scores = new Float64Array(order);
  const search = searchIn(projection);
  for (let source = 0; source < order; source += step) search(source, scores);
  const sources = Math.ceil(order / step);
  return scores.map((score, node) => {
    const pairs = (sources - Number(node % step === 0)) * (order - 2);
    return pairs > 0 ? score / pairs : 0;
  });
}

/** Adds the dependencies of one source on every other node to their scores. */
function searchIn({ nodes, starts, neighbors }: Projection) {
  const order = nodes.length;
  const distances = new Int32Array(order);
  const paths = new Float64Array(order);
  const dependencies = new Float64Array(order);
  const queue = new Uint32Array(order);
  return (source: number, scores: Float64Array) => {
    distances.fill(-1);
    paths.fill(0);
    dependencies.fill(0);
    distances[source] = 0;
    paths[source] = 1;
    queue[0] = source;
    let count = 1;
    for (let first = 0; first < count; first++) {
      const node = queue[first]!;
      const further = distances[node]! + 1;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const next = neighbors[arc]!;
        if (distances[next] === -1) {
          distances[next] = further;
          queue[count++] = next;
        }
        if (distances[next] === further) paths[next]! += paths[node]!;
      }
    }
    for (let last = count - 1; last > 0; last--) {
      const node = queue[last]!;
      const nearer = distances[node]! - 1;
      const share = (1 + dependencies[node]!) / paths[node]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const previous = neighbors[arc]!;
        if (distances[previous] === nearer) dependencies[previous]! += paths[previous]! * share;
      }
      scores[node]! += dependencies[node]!;
    }
  };
}
