/** The sentences about a node by time; a bar opens those of its time. */

import { useEffect, useState } from 'preact/hooks';
import type { Quotation } from '../../src/page/quotation.ts';
import { edgesOf, evidenceOf, type Graph } from '../data/graph.ts';
import { binsOf, sumsOf } from '../data/timeline.ts';
import { edgeTest, type Passes } from '../state/judge.ts';
import type { Fetched } from '../state/state.ts';
import { type Page, Waiting } from './parts.tsx';
import { Quote } from './quote.tsx';

/** Edges of a hub whose sentences are fetched at a time. */
const MOST_EDGES = 200;
const MOST_QUOTES = 30;
/** In pixels. */
const HEIGHT = 44;
const WIDEST_BAR = 28;

export function Timeline({ page, node }: { page: Page; node: number }) {
  const { graph, state, words } = page;
  const [open, setOpen] = useState<number | null>(null);
  const passes = edgeTest(graph, state.filter);
  const counts = datesOf(graph, node, passes);
  const bins = binsOf(graph.sentences.dates, counts);
  const sums = sumsOf(bins, counts);
  const { labels } = bins;
  if (labels.length === 0) return null;
  const most = Math.max(...sums);
  const width = { maxWidth: `${WIDEST_BAR * labels.length}px` };
  return (
    <section id="timeline" aria-label={words.timeline}>
      <h3>
        {words.timeline}
        <small>{words.sentences(sums.reduce((sum, one) => sum + one, 0))}</small>
      </h3>
      <div class="bars" style={width}>
        {labels.map((label, bin) => (
          <button
            key={label}
            type="button"
            aria-label={`${label}: ${words.sentences(sums[bin]!)}`}
            title={`${label}: ${words.sentences(sums[bin]!)}`}
            aria-expanded={open === bin}
            disabled={sums[bin] === 0}
            onClick={() => setOpen(open === bin ? null : bin)}
          >
            <span
              style={{ height: `${sums[bin] === 0 ? 0 : 3 + (HEIGHT * sums[bin]!) / most}px` }}
            />
          </button>
        ))}
      </div>
      <p class="ends note" style={width}>
        <span>{labels[0]}</span>
        {labels.length > 1 && <span>{labels.at(-1)}</span>}
      </p>
      {open !== null && (
        <Sentences
          key={open}
          page={page}
          node={node}
          title={labels[open]!}
          isWanted={(date) => bins.of[date] === open}
        />
      )}
    </section>
  );
}

/** How many sentences about a node there are of each date, each counted once. */
function datesOf(graph: Graph, node: number, passes: Passes): Uint32Array {
  const { date, dates } = graph.sentences;
  const counts = new Uint32Array(dates.length);
  const told = new Set<number>();
  for (const edge of edgesOf(graph, node)) {
    if (!passes(edge)) continue;
    for (const sentence of evidenceOf(graph, edge)) told.add(sentence);
  }
  for (const sentence of told) if (date[sentence]! >= 0) counts[date[sentence]!]!++;
  return counts;
}

function Sentences({
  page,
  node,
  title,
  isWanted,
}: {
  page: Page;
  node: number;
  title: string;
  isWanted: (date: number) => boolean;
}) {
  const { graph, source, state } = page;
  const [found, setFound] = useState<Fetched<readonly Quotation[]>>('loading');
  const passes = edgeTest(graph, state.filter);
  const load = async () => {
    setFound('loading');
    const edges = [...edgesOf(graph, node)]
      .filter((edge) => passes(edge) && datesBehind(graph, edge).some(isWanted))
      .slice(0, MOST_EDGES);
    try {
      const quotations = await source.quotations(edges);
      const wanted = edges.flatMap((edge, i) => {
        const dates = datesBehind(graph, edge);
        return quotations[i]!.filter((_, place) => isWanted(dates[place]!));
      });
      setFound(eachOnce(wanted));
    } catch (error) {
      console.error(error);
      setFound('failed');
    }
  };
  useEffect(() => void load(), []);
  return (
    <div class="told">
      <h4>{title}</h4>
      {found === 'loading' || found === 'failed' ? (
        <Waiting page={page} of={found} retry={load} />
      ) : (
        found
          .slice(0, MOST_QUOTES)
          .map((quotation) => (
            <Quote
              key={`${quotation.document} ${quotation.start}`}
              page={page}
              quotation={quotation}
              names={new Set([node])}
            />
          ))
      )}
    </div>
  );
}

/** Of the sentences behind an edge, in their order. */
function datesBehind(graph: Graph, edge: number): number[] {
  return Array.from(evidenceOf(graph, edge), (sentence) => graph.sentences.date[sentence]!);
}

function eachOnce(quotations: readonly Quotation[]): Quotation[] {
  const seen = new Map(quotations.map((one) => [`${one.document} ${one.start}`, one]));
  return [...seen.values()].sort((a, b) => a.document - b.document || a.start - b.start);
}
