/** All edges of one predicate. */

import { predicateOf } from '../data/graph.ts';
import { Gradual } from './gradual.tsx';
import { EdgeTitle } from './pair.tsx';
import { Head, type Page } from './parts.tsx';

const FIRST_ROWS = 60;

export function PredicateCard({ page, label }: { page: Page; label: string }) {
  const { graph, words, actions } = page;
  const edges = Array.from({ length: graph.size }, (_, edge) => edge).filter(
    (edge) => predicateOf(graph, edge) === label,
  );
  return (
    <>
      <Head page={page}>
        {words.predicate} · {words.relationsCount(edges.length)}
      </Head>
      <h2>
        <bdi>{label}</bdi>
      </h2>
      <Gradual page={page} items={edges} first={FIRST_ROWS}>
        {(rows) => (
          <ul class="rows">
            {rows.map((edge) => {
              const [source, target] = [graph.edges.source[edge]!, graph.edges.target[edge]!];
              return (
                <li key={edge}>
                  <button
                    type="button"
                    class="row"
                    onClick={() => actions.focus({ kind: 'pair', source, target })}
                  >
                    <EdgeTitle page={page} edge={edge} />
                    <span class="weight">{graph.edges.weight[edge]}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </Gradual>
    </>
  );
}
