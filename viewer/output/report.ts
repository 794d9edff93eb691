/** What the panel tells about, as Markdown: each statement with its quotes and their sources. */

import type { Quotation } from '../../src/page/quotation.ts';
import { edgesOf, type Graph, isStatement, predicateOf, statusOf } from '../data/graph.ts';
import type { Source } from '../data/source.ts';
import { edgesToExplain, nodesOf } from '../state/actions.ts';
import { edgeTest } from '../state/judge.ts';
import type { State } from '../state/state.ts';
import type { Strings } from '../words/words.ts';

/** A report on a node tells its statements and its strongest co-occurrences. */
const MOST_EDGES = 200;

export async function reportOf(
  graph: Graph,
  source: Source,
  state: State,
  words: Strings,
): Promise<string> {
  const { focus, filter, paths } = state;
  const passes = edgeTest(graph, filter);
  const edges =
    focus?.kind === 'node'
      ? [...edgesOf(graph, focus.node)].filter(passes).slice(0, MOST_EDGES)
      : edgesToExplain(graph, state, paths);
  const quotations = edges.length > 0 ? await source.quotations(edges) : [];
  const title = nodesOf(focus).map((node) => graph.nodes.label[node]!);
  const parts = edges.map((edge, i) => partOf(graph, edge, quotations[i]!, words));
  return `${[`# ${title.map(plain).join(' · ')}`, ...parts].join('\n\n')}\n`;
}

function partOf(
  graph: Graph,
  edge: number,
  quotations: readonly Quotation[],
  words: Strings,
): string {
  const { source, target, weight, documents, articles } = graph.edges;
  const [from, to] = [source, target].map((ends) => plain(graph.nodes.label[ends[edge]!]!));
  const predicate = isStatement(graph, edge) ? `${plain(predicateOf(graph, edge))} →` : '—';
  const support = words.support(weight[edge]!, words.sources(documents[edge]!, articles[edge]!));
  const heading = `## ${from} ${predicate} ${to}`;
  const facts = `${words.statuses[statusOf(graph, edge)]} · ${support}`;
  return [heading, facts, ...quotations.map(quoteOf)].join('\n\n');
}

function quoteOf({ quote, title, id, date, publisher }: Quotation): string {
  const about = [title, publisher, date, id === title ? undefined : id];
  const origin = about.filter((part) => part !== undefined);
  return `> ${plain(quote)}\n>\n> — ${origin.map(plain).join(' · ')}`;
}

/** A text on one line, in which nothing is read as Markdown or HTML. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|!~&]/g, '\\$&');
}
