/** Two nodes compared: the neighbours of both, and those that each has alone. */

import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';
import { edgeTest } from '../state/judge.ts';
import { NodeLink, type Page } from './parts.tsx';

const FIRST = 12;

export function Shared({ page, a, b }: { page: Page; a: number; b: number }) {
  const { graph, words } = page;
  const { both, onlyA, onlyB } = compare(page, a, b);
  const { label } = graph.nodes;
  return (
    <>
      <Neighbors page={page} id="shared" title={words.shared(both.length)} nodes={both} />
      <Neighbors
        page={page}
        id="only-a"
        title={words.alone(label[a]!, onlyA.length)}
        nodes={onlyA}
      />
      <Neighbors
        page={page}
        id="only-b"
        title={words.alone(label[b]!, onlyB.length)}
        nodes={onlyB}
      />
    </>
  );
}

/** Neighbours by the edges that the filter lets pass, the most important first, as nodes are numbered. */
export function compare({ graph, state }: Pick<Page, 'graph' | 'state'>, a: number, b: number) {
  const passes = edgeTest(graph, state.filter);
  const [ofA, ofB] = [neighborsOf(graph, a, passes), neighborsOf(graph, b, passes)];
  const sorted = (nodes: ReadonlySet<number>, isWanted: (node: number) => boolean) =>
    [...nodes]
      .filter((node) => node !== a && node !== b && isWanted(node))
      .sort((one, other) => one - other);
  return {
    both: sorted(ofA, (node) => ofB.has(node)),
    onlyA: sorted(ofA, (node) => !ofB.has(node)),
    onlyB: sorted(ofB, (node) => !ofA.has(node)),
  };
}

function Neighbors({
  page,
  id,
  title,
  nodes,
}: {
  page: Page;
  id: string;
  title: string;
  nodes: readonly number[];
}) {
  return (
    <section id={id} class="shared">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <p class="chips">
        {nodes.slice(0, FIRST).map((node) => (
          <NodeLink key={node} page={page} node={node} />
        ))}
        {nodes.length > FIRST && <small>{page.words.more(nodes.length - FIRST)}</small>}
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
