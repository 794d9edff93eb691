/** The card of a node: its names and counts, and what is said of it, by predicate. */

import type { RelationKind, Status } from '../../src/types.ts';
import { placesAbove } from '../data/division.ts';
import {
  categoryOf,
  edgesOf,
  type Graph,
  isStatement,
  otherEnd,
  predicateOf,
  relationOf,
  statusOf,
} from '../data/graph.ts';
import { Expand } from './expand.tsx';
import { Gradual } from './gradual.tsx';
import { Badge, Head, Name, NodeLink, type Page, Shape } from './parts.tsx';
import { Sculpt, Seek } from './sculpt.tsx';
import { Timeline } from './timeline.tsx';

type Direction = '→' | '←' | '—';

/** Edges that say the same of different neighbours. */
interface Fact {
  readonly key: string;
  readonly relation: RelationKind;
  readonly predicate: string;
  readonly direction: Direction;
  readonly status: Status;
  readonly edges: readonly number[];
}

const FIRST_FACTS = 40;
const FIRST_ROWS = 12;

export function NodeCard({ page, node }: { page: Page; node: number }) {
  const { graph, words } = page;
  const category = categoryOf(graph, node);
  const { documents, articles, mentions, degree, aliases, label } = graph.nodes;
  const sources = words.sources(documents[node]!, articles[node]!);
  return (
    <>
      <Head page={page}>
        <Shape category={category} />
        {words.categories[category]}
      </Head>
      <p class="chips above-places">
        {placesAbove(graph, node).map((place) => (
          <span key={place}>
            <NodeLink page={page} node={place} /> ›
          </span>
        ))}
      </p>
      <h2>
        <bdi>{label[node]}</bdi>
      </h2>
      {aliases[node]!.length > 0 && (
        <p>
          {words.aliases}
          {words.colon}
          <bdi>{aliases[node]!.join(words.comma)}</bdi>
        </p>
      )}
      <p class="note">{words.counts(sources, mentions[node]!, degree[node]!)}</p>
      <div class="tools">
        <Seek page={page} node={node} />
        <Sculpt page={page} node={node} />
        <Expand page={page} node={node} />
      </div>
      <Timeline page={page} node={node} />
      <Gradual page={page} items={factsOf(graph, node)} first={FIRST_FACTS}>
        {(facts) =>
          facts.map((fact) => <FactRows key={fact.key} page={page} node={node} fact={fact} />)
        }
      </Gradual>
    </>
  );
}

function FactRows({ page, node, fact }: { page: Page; node: number; fact: Fact }) {
  const { graph, words, actions } = page;
  const { relation, predicate, direction, status, edges } = fact;
  return (
    <section class="fact" data-direction={direction}>
      <h3>
        <span class="direction" aria-hidden="true">
          {direction}
        </span>
        <bdi class="predicate">{relation === 'cooccurrence' ? words.together : predicate}</bdi>
        <Badge status={status} words={words} />
        {relation !== 'cooccurrence' && words.relations[relation] !== predicate && (
          <small>{words.relations[relation]}</small>
        )}
      </h3>
      <Gradual page={page} items={edges} first={FIRST_ROWS}>
        {(rows) => (
          <ul class="rows">
            {rows.map((edge) => {
              const other = otherEnd(graph, edge, node);
              const explain = () => actions.focus({ kind: 'pair', source: node, target: other });
              const go = () => actions.focus({ kind: 'node', node: other });
              return (
                <li key={edge} class="row">
                  <button type="button" class="neighbor" onClick={go}>
                    <Name graph={graph} node={other} />
                  </button>
                  <button type="button" class="weight" onClick={explain}>
                    {words.sentences(graph.edges.weight[edge]!)} ›
                  </button>
                </li>
              );
            })}
          </ul>
        )}
      </Gradual>
    </section>
  );
}

/** Statements by predicate, those with most support first; then what is only named together. */
function factsOf(graph: Graph, node: number): Fact[] {
  const facts = new Map<string, Fact & { edges: number[] }>();
  for (const edge of edgesOf(graph, node)) {
    const relation = relationOf(graph, edge);
    const predicate = predicateOf(graph, edge);
    const status = statusOf(graph, edge);
    const acts = graph.edges.source[edge] === node;
    const direction = !isStatement(graph, edge) ? '—' : acts ? '→' : '←';
    const key = [relation, predicate, direction, status].join('|');
    const known = facts.get(key);
    if (known) known.edges.push(edge);
    else facts.set(key, { key, relation, predicate, direction, status, edges: [edge] });
  }
  return [...facts.values()];
}
