/** The places in which a place lies. */

import { edgesOf, type Graph, relationOf } from './graph.ts';

/** More than province, city, county, town and village there are not; a circle must end too. */
const MOST = 5;

/** From the outermost to the one just above, by the best supported `part` edge of each. */
export function placesAbove(graph: Graph, node: number): number[] {
  const above: number[] = [];
  for (let place = node; above.length < MOST; ) {
    const edge = edgesOf(graph, place).find(
      (one) => relationOf(graph, one) === 'part' && graph.edges.source[one] === place,
    );
    if (edge === undefined) break;
    place = graph.edges.target[edge]!;
    if (place === node || above.includes(place)) break;
    above.unshift(place);
  }
  return above;
}
