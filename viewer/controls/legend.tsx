/** The legend: what shapes and lines mean, what is shown of it, and how much of the graph that is. */

import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { COOCCURRENCE, type Graph } from '../data/graph.ts';
import { type Page, Shape } from '../panel/parts.tsx';

/** Ends of the slider of entities: it moves by factors, since the first hundred matter most. */
const FEWEST = 30;
/** More than this a browser without graphics hardware draws too slowly. */
const MOST = 10_000;
const MOST_EDGES_PER_NODE = 20;
const STEPS = 100;

export function Legend({ page }: { page: Page }) {
  const { graph, state, words, actions } = page;
  const { cut, filter, detail } = state;
  const format = (count: number) => count.toLocaleString(words.language);
  const counts = countsOf(graph);
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
      <details>
        <summary>{words.filters}</summary>
        <h3>{words.relation}</h3>
        <div class="toggles">
          {RELATION_KINDS.map(
            (relation, number) =>
              counts.relations[number]! > 0 && (
                <Toggle
                  key={relation}
                  id={relation}
                  isOn={!filter.hiddenRelations.has(relation)}
                  count={format(counts.relations[number]!)}
                  toggle={() =>
                    actions.filter({ hiddenRelations: toggled(filter.hiddenRelations, relation) })
                  }
                >
                  <span class={number === COOCCURRENCE ? 'line faint' : 'line'} />
                  {words.relations[relation]}
                </Toggle>
              ),
          )}
        </div>
        <h3>{words.status}</h3>
        <div class="toggles">
          {STATUSES.map((status, number) => (
            <Toggle
              key={status}
              id={status}
              isOn={!filter.hiddenStatuses.has(status)}
              count={format(counts.statuses[number]!)}
              toggle={() =>
                actions.filter({ hiddenStatuses: toggled(filter.hiddenStatuses, status) })
              }
            >
              <span class={status === 'planned' || status === 'denied' ? 'line dashed' : 'line'} />
              {words.statuses[status]}
            </Toggle>
          ))}
        </div>
        <Toggle
          id="backbone"
          isOn={filter.backbone}
          count=""
          toggle={() => actions.filter({ backbone: !filter.backbone })}
        >
          {words.backbone}
        </Toggle>
        <Slider
          id="min-weight"
          name={words.minWeight}
          value={filter.minWeight}
          least={1}
          most={10}
          shown={String(filter.minWeight)}
          change={(minWeight) => actions.filter({ minWeight })}
        />
        <Slider
          id="edges"
          name={words.edgesPerNode}
          value={detail.edgesPerNode || MOST_EDGES_PER_NODE}
          least={1}
          most={MOST_EDGES_PER_NODE}
          shown={detail.edgesPerNode === 0 ? words.all : String(detail.edgesPerNode)}
          change={(edges) =>
            actions.detail({ edgesPerNode: edges === MOST_EDGES_PER_NODE ? 0 : edges })
          }
        />
      </details>
      <Slider
        id="detail"
        name={words.detail}
        value={toStep(detail.nodes, graph.order)}
        least={0}
        most={STEPS}
        shown={format(Math.min(detail.nodes, graph.order))}
        change={(step) => actions.detail({ nodes: toCount(step, graph.order) })}
      />
      <p id="status" role="status">
        {words.shown(
          format(cut.nodes.length),
          format(graph.order),
          format(cut.edges.length),
          format(graph.size),
        )}
      </p>
      {detail.expanded.size > 0 && (
        <button type="button" id="collapse" class="link" onClick={actions.collapse}>
          {words.collapse}
        </button>
      )}
    </section>
  );
}

function Toggle({
  id,
  isOn,
  count,
  toggle,
  children,
}: {
  id: string;
  isOn: boolean;
  count: string;
  toggle: () => void;
  children: preact.ComponentChildren;
}) {
  return (
    <button type="button" id={`toggle-${id}`} class="toggle" aria-pressed={isOn} onClick={toggle}>
      {children}
      <small>{count}</small>
    </button>
  );
}

function Slider({
  id,
  name,
  value,
  least,
  most,
  shown,
  change,
}: {
  id: string;
  name: string;
  value: number;
  least: number;
  most: number;
  shown: string;
  change: (value: number) => void;
}) {
  return (
    <label class="slider">
      <span>{name}</span>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => change(Number(event.currentTarget.value))}
      />
      <output for={id}>{shown}</output>
    </label>
  );
}

function toggled<T>(hidden: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const changed = new Set(hidden);
  if (!changed.delete(item)) changed.add(item);
  return changed;
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

type Counts = Record<'categories' | 'relations' | 'statuses', number[]>;
const known = new WeakMap<Graph, Counts>();

/** How many there are in the whole graph, which never changes. */
function countsOf(graph: Graph): Counts {
  const counted = known.get(graph);
  if (counted) return counted;
  const tally = (values: Uint8Array, length: number) => {
    const counts = new Array<number>(length).fill(0);
    for (const value of values) counts[value]!++;
    return counts;
  };
  const counts = {
    categories: tally(graph.nodes.category, CATEGORIES.length),
    relations: tally(graph.edges.relation, RELATION_KINDS.length),
    statuses: tally(graph.edges.status, STATUSES.length),
  };
  known.set(graph, counts);
  return counts;
}
