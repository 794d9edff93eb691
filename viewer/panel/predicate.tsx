/** All edges of one predicate. */

import { useState } from 'preact/hooks';
import { predicateOf } from '../data/graph.ts';
import { EdgeTitle } from './pair.tsx';
import { Head, type Page } from './parts.tsx';

const FIRST_ROWS = 60;

export function PredicateCard({ page, label }: { page: Page; label: string }) {
  const { graph, words, actions } = page;
  const [isOpen, open] = useState(false);
  const edges = Array.from({ length: graph.size }, (_, edge) => edge).filter(
    (edge) => predicateOf(graph, edge) === label,
  );
  const rows = isOpen ? edges : edges.slice(0, FIRST_ROWS);
  return (
    <>
      <Head page={page}>
        {words.predicate} · {words.relationsCount(edges.length)}
      </Head>
      <h2>
        <bdi>{label}</bdi>
      </h2>
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
      {rows.length < edges.length && (
        <button type="button" class="link" onClick={() => open(true)}>
          {words.more(edges.length - rows.length)}
        </button>
      )}
    </>
  );
}
