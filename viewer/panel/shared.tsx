/** What two nodes have in common: the neighbours of both, and how many each has alone. */

import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';
import { edgeTest } from '../state/cut.ts';
import { NodeLink, type Page } from './parts.tsx';

const FIRST = 20;

export function Shared({ page, a, b }: { page: Page; a: number; b: number }) {
  const { graph, state, words } = page;
  const passes = edgeTest(graph, state.filter);
  const [ofA, ofB] = [neighborsOf(graph, a, passes), neighborsOf(graph, b, passes)];
  // Nodes are numbered by importance.
  const shared = [...ofA].filter((node) => ofB.has(node)).sort((one, other) => one - other);
  if (shared.length === 0) return null;
  const { label } = graph.nodes;
  const alone = (node: number, neighbors: ReadonlySet<number>) =>
    words.alone(
      label[node]!,
      [...neighbors].filter((one) => one !== a && one !== b).length - shared.length,
    );
  return (
    <section class="shared">
      <h3>{words.shared(shared.length)}</h3>
      <p class="chips">
        {shared.slice(0, FIRST).map((node) => (
          <NodeLink key={node} page={page} node={node} />
        ))}
        {shared.length > FIRST && <small>{words.more(shared.length - FIRST)}</small>}
      </p>
      <p class="note">
        <bdi>{alone(a, ofA)}</bdi> · <bdi>{alone(b, ofB)}</bdi>
      </p>
    </section>
  );
}

function neighborsOf(
  graph: Graph,
  node: number,
  passes: (edge: number) => boolean,
): ReadonlySet<number> {
  const edges = [...edgesOf(graph, node)].filter(passes);
  return new Set(edges.map((edge) => otherEnd(graph, edge, node)));
}
