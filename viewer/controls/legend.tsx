/** The legend: what shapes and lines mean, what is shown of it, and how much of the graph that is. */

import { CATEGORIES } from '../../src/types.ts';
import { type Page, Shape } from '../panel/parts.tsx';
import type { Scene } from '../scene/scene.ts';
import { judge } from '../state/judge.ts';
import { formatCount } from '../words/words.ts';
import { Crowds } from './crowds.tsx';
import { Filters, Narrowed } from './filters.tsx';
import { Slider, Toggle, toggled } from './toggle.tsx';

/** Ends of the slider of entities: it moves by factors, since the first hundred matter most. */
const FEWEST = 30;
/** More than this a browser without graphics hardware draws too slowly. */
const MOST = 10_000;
const STEPS = 100;

export function Legend({ page, scene }: { page: Page; scene: Scene | null }) {
  const { graph, state, words, actions } = page;
  const { cut, filter, detail } = state;
  const format = (count: number) => formatCount(count, words);
  const { counts } = judge(graph, filter);
  return (
    <section id="legend" aria-label={words.legend}>
      <div class="toggles">
        {CATEGORIES.map((category, number) => (
          <Toggle
            key={category}
            id={category}
            isOn={!filter.hiddenCategories.has(category)}
            count={format(counts.categories[number]!)}
            toggle={() =>
              actions.filter({ hiddenCategories: toggled(filter.hiddenCategories, category) })
            }
          >
            <Shape category={category} />
            {words.categories[category]}
          </Toggle>
        ))}
      </div>
      <details id="filters">
        <summary>{words.filters}</summary>
        <div class="scrolling">
          <Filters page={page} counts={counts} />
        </div>
      </details>
      {cut.clusters.length > 0 && <Crowds page={page} scene={scene} />}
      <Narrowed page={page} />
      <Slider
        id="detail"
        name={words.detail}
        value={toStep(detail.nodes, graph.order)}
        least={0}
        most={STEPS}
        shown={format(Math.min(detail.nodes, graph.order))}
        change={(step) => actions.detail({ nodes: toCount(step, graph.order) }, 'nodes')}
      />
      <p id="status" role="status">
        {words.shown(
          format(cut.nodes.length),
          format(graph.order),
          format(cut.edges.length),
          format(graph.size),
        )}
      </p>
      {detail.expanded.length + detail.opened.size > 0 && (
        <button type="button" id="collapse" class="link" onClick={actions.collapse}>
          {words.collapse}
        </button>
      )}
    </section>
  );
}

function toCount(step: number, order: number): number {
  const most = Math.min(MOST, order);
  const least = Math.min(FEWEST, most);
  return Math.round(least * (most / least) ** (step / STEPS));
}

function toStep(count: number, order: number): number {
  const most = Math.min(MOST, order);
  const least = Math.min(FEWEST, most);
  if (count >= most || most === least) return STEPS;
  return Math.round((STEPS * Math.log(Math.max(1, count / least))) / Math.log(most / least));
}
