/** The card of a pair: every edge between the two, and every sentence behind it. */

import {
  edgesBetween,
  type Graph,
  isStatement,
  predicateOf,
  relationOf,
  statusOf,
} from '../data/graph.ts';
import type { Finding } from '../state/state.ts';
import { Gradual } from './gradual.tsx';
import { Badge, Head, NodeLink, type Page, Waiting } from './parts.tsx';
import { Quote } from './quote.tsx';
import { Isolate } from './sculpt.tsx';
import { compare, Shared } from './shared.tsx';

const FIRST_QUOTES = 30;
/** Neighbours that a pair takes along: more would make an address that nobody can send. */
const MOST_ISOLATED = 40;

export function PairCard({ page, source, target }: { page: Page; source: number; target: number }) {
  const { graph, state, words } = page;
  const { findings } = state;
  const { both } = compare(page, source, target);
  return (
    <>
      <Head page={page}>{words.relationsCount(edgesBetween(graph, source, target).length)}</Head>
      <h2 class="pair">
        <NodeLink page={page} node={source} />
        <NodeLink page={page} node={target} />
      </h2>
      <Isolate page={page} nodes={[source, target, ...both.slice(0, MOST_ISOLATED)]} />
      {findings === 'loading' || findings === 'failed' ? (
        <Waiting page={page} of={findings} />
      ) : findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        findings.map((finding) => <FindingView key={finding.edge} page={page} finding={finding} />)
      )}
      <Shared page={page} a={source} b={target} />
    </>
  );
}

function FindingView({ page, finding }: { page: Page; finding: Finding }) {
  const { graph, words } = page;
  const { edge, quotations } = finding;
  const { weight, documents, articles } = graph.edges;
  const sources = words.sources(documents[edge]!, articles[edge]!);
  return (
    <section>
      <EdgeTitle page={page} edge={edge} />
      <p class="note">
        {words.support(weight[edge]!, sources)}
        {!isStatement(graph, edge) && association(page, edge)}
      </p>
      <Gradual page={page} items={quotations} first={FIRST_QUOTES}>
        {(shown) =>
          shown.map((quotation) => (
            <Quote
              key={`${quotation.document} ${quotation.start}`}
              page={page}
              quotation={quotation}
              names={endsOf(graph, edge)}
            />
          ))
        }
      </Gradual>
    </section>
  );
}

/** What an edge says: subject, predicate, object; or that it is a co-occurrence. */
export function EdgeTitle({ page, edge }: { page: Page; edge: number }) {
  const { graph, words } = page;
  const { label } = graph.nodes;
  const [source, target] = [graph.edges.source[edge]!, graph.edges.target[edge]!];
  return (
    <h3>
      {isStatement(graph, edge) ? (
        <span>
          <bdi>{label[source]}</bdi>
          <bdi class="predicate"> {predicateOf(graph, edge)} → </bdi>
          <bdi>{label[target]}</bdi>
        </span>
      ) : (
        <span>{words.relations.cooccurrence}</span>
      )}
      <Badge status={statusOf(graph, edge)} words={words} />
      {isStatement(graph, edge) && <small>{words.relations[relationOf(graph, edge)]}</small>}
    </h3>
  );
}

/** Why a co-occurrence is or is not in the backbone. */
function association({ graph, words }: Page, edge: number): string {
  const { npmi, g2, backbone } = graph.edges;
  const measures = `${words.npmi} ${npmi[edge]!.toFixed(2)} · ${words.g2} ${g2[edge]!.toFixed(1)}`;
  return ` · ${measures} · ${backbone[edge] ? words.inBackbone : words.notInBackbone}`;
}

export function endsOf({ edges }: Graph, edge: number): ReadonlySet<number> {
  return new Set([edges.source[edge]!, edges.target[edge]!]);
}
