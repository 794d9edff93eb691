/** Which nodes come into sight as the camera comes near: members of communities that then fill the view. */

import { type Box, communitiesOf } from '../data/community.ts';
import type { Graph } from '../data/graph.ts';
import type { Judgement } from '../state/judge.ts';

/** A community is open when it is at least this share of the view. */
const OPEN = 0.35;
const MOST_NEAR = 200;

/** The most important nodes in view whose community is open. */
export function nearTo(graph: Graph, { nodes }: Judgement, view: Box): number[] {
  const least = OPEN * Math.min(view.right - view.left, view.top - view.bottom);
  const isOpen = communitiesOf(graph).map(({ box }) => {
    const isSeen =
      box.left < view.right &&
      box.right > view.left &&
      box.bottom < view.top &&
      box.top > view.bottom;
    return isSeen && Math.max(box.right - box.left, box.top - box.bottom) >= least;
  });
  const { x, y, community } = graph.nodes;
  const near: number[] = [];
  for (let node = 0; node < graph.order && near.length < MOST_NEAR; node++) {
    if (!isOpen[community[node]!] || !nodes[node]) continue;
    const [left, up] = [x[node]!, y[node]!];
    if (left > view.left && left < view.right && up > view.bottom && up < view.top) near.push(node);
  }
  return near;
}
