/** Paths from one node to another, each step with a sentence. */

import { hopsOf } from '../state/actions.ts';
import { edgeTest } from '../state/judge.ts';
import type { Finding } from '../state/state.ts';
import { EdgeTitle, endsOf } from './pair.tsx';
import { Head, NodeLink, type Page, Waiting } from './parts.tsx';
import { Quote } from './quote.tsx';
import { Isolate } from './sculpt.tsx';

export function PathCard({ page, from, to }: { page: Page; from: number; to: number }) {
  const { graph, state, words } = page;
  const { findings, paths } = state;
  const { label } = graph.nodes;
  return (
    <>
      <Head page={page}>{words.read.path(label[from]!, label[to]!, paths.length)}</Head>
      <h2 class="pair">
        <NodeLink page={page} node={from} />
        <NodeLink page={page} node={to} />
      </h2>
      {paths.length > 0 && <Isolate page={page} nodes={[...new Set(paths.flat())]} />}
      {findings === 'loading' || findings === 'failed' ? (
        <Waiting page={page} of={findings} />
      ) : paths.length === 0 ? (
        <p>{words.noPath}</p>
      ) : (
        paths.map((path, index) => (
          <details key={path.join()} class="path" open={index === 0}>
            <summary>
              {words.pathNumber(index + 1)}
              <bdi class="note"> {path.map((node) => label[node]).join(' › ')}</bdi>
            </summary>
            <Hops page={page} path={path} findings={findings} />
          </details>
        ))
      )}
    </>
  );
}

function Hops({
  page,
  path,
  findings,
}: {
  page: Page;
  path: readonly number[];
  findings: readonly Finding[];
}) {
  const { graph, state } = page;
  const hops = hopsOf(graph, path, edgeTest(graph, state.filter));
  return (
    <ol>
      {hops.map((edge) => {
        const quotation = findings.find((finding) => finding.edge === edge)?.quotations[0];
        return (
          <li key={edge}>
            <EdgeTitle page={page} edge={edge} />
            {quotation && <Quote page={page} quotation={quotation} names={endsOf(graph, edge)} />}
          </li>
        );
      })}
    </ol>
  );
}
