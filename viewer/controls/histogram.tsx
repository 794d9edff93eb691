/** Sentences by time. Dragging over the bars, or the sliders below them, choose a period. */

import { useRef } from 'preact/hooks';
import type { Graph } from '../data/graph.ts';
import { type Bins, binsOf, sumsOf } from '../data/timeline.ts';
import type { Page } from '../panel/parts.tsx';
import { isLimited } from '../state/filter.ts';
import type { Counts } from '../state/judge.ts';

const HEIGHT = 40;

interface Dated {
  readonly bins: Bins;
  /** Sentences without a date. */
  readonly undated: number;
}

const known = new WeakMap<Graph, Dated>();

/** Those of all sentences, so that bars do not move. */
function datedIn(graph: Graph): Dated {
  const found = known.get(graph) ?? count(graph);
  known.set(graph, found);
  return found;
}

function count({ sentences }: Graph): Dated {
  const counts = new Uint32Array(sentences.dates.length);
  let undated = 0;
  for (const date of sentences.date) {
    if (date < 0) undated++;
    else counts[date]!++;
  }
  return { bins: binsOf(sentences.dates, counts), undated };
}

export function Histogram({ page, counts }: { page: Page; counts: Counts }) {
  const { graph, state, words, actions } = page;
  const { bins, undated } = datedIn(graph);
  const anchor = useRef(0);
  const { labels } = bins;
  if (labels.length < 2) return null;
  const last = labels.length - 1;
  const { since, until } = state.filter.period;
  const from =
    since === undefined
      ? 0
      : Math.max(
          0,
          labels.findLastIndex((one) => one <= since),
        );
  const to = until === undefined ? last : labels.findLastIndex((one) => one <= `${until}~`);
  const choose = (a: number, b: number) => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)];
    // The ends of the row have no limit.
    const period = {
      ...(start > 0 && { since: labels[start]! }),
      ...(end < last && { until: labels[end]! }),
    };
    actions.filter({ period }, 'period');
  };
  const binAt = (event: PointerEvent & { currentTarget: Element }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const bin = Math.floor(((event.clientX - left) / width) * labels.length);
    return Math.min(last, Math.max(0, bin));
  };
  const sums = sumsOf(bins, counts.dates);
  const most = Math.max(1, ...sums);
  return (
    <section id="period" aria-label={words.period}>
      <h3>
        {words.period}
        <output>
          {isLimited(state.filter.period) ? `${labels[from]} – ${labels[to]}` : words.all}
        </output>
      </h3>
      <svg
        class="histogram"
        viewBox={`0 0 ${labels.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          anchor.current = binAt(event);
          choose(anchor.current, anchor.current);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId))
            choose(anchor.current, binAt(event));
        }}
      >
        {sums.map((sum, bin) => {
          const height = sum === 0 ? 0 : Math.max(1.5, (HEIGHT * sum) / most);
          return (
            <rect
              key={labels[bin]}
              class={bin >= from && bin <= to ? 'bar in' : 'bar'}
              x={bin + 0.08}
              y={HEIGHT - height}
              width={0.84}
              height={height}
            >
              <title>{`${labels[bin]}: ${words.sentences(sum)}`}</title>
            </rect>
          );
        })}
      </svg>
      {undated > 0 && <small>{words.undated(undated)}</small>}
      <div class="ends">
        <End
          id="since"
          name={words.since}
          labels={labels}
          at={from}
          change={(bin) => choose(bin, Math.max(bin, to))}
        />
        <End
          id="until"
          name={words.until}
          labels={labels}
          at={to}
          change={(bin) => choose(Math.min(bin, from), bin)}
        />
      </div>
    </section>
  );
}

function End({
  id,
  name,
  labels,
  at,
  change,
}: {
  id: string;
  name: string;
  labels: readonly string[];
  at: number;
  change: (bin: number) => void;
}) {
  return (
    <label>
      {name} {labels[at]}
      <input
        id={id}
        type="range"
        min={0}
        max={labels.length - 1}
        value={at}
        aria-valuetext={labels[at]}
        onInput={(event) => change(Number(event.currentTarget.value))}
      />
    </label>
  );
}
