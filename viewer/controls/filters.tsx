/** All filters but the categories, which the legend has. Each value tells how much it would show. */

import { RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { componentsOf } from '../data/component.ts';
import { COOCCURRENCE } from '../data/graph.ts';
import { Name, type Page } from '../panel/parts.tsx';
import { EVERYTHING } from '../state/filter.ts';
import { type Counts, MOST_WEIGHT } from '../state/judge.ts';
import { formatCount } from '../words/words.ts';
import { Choice } from './choice.tsx';
import { Histogram } from './histogram.tsx';
import { Slider, Toggle, toggled } from './toggle.tsx';

const MOST_EDGES_PER_NODE = 20;
/** Steps around an entity that can be asked for. */
const DEPTHS = [1, 2, 3];

export function Filters({ page, counts }: { page: Page; counts: Counts }) {
  const { state, words, actions } = page;
  const { filter, detail } = state;
  const format = (count: number) => formatCount(count, words);
  return (
    <>
      <Kinds page={page} counts={counts} />
      <Histogram page={page} counts={counts} />
      <Choices page={page} counts={counts} />
      <Toggle
        id="backbone"
        isOn={filter.backbone}
        count={format(counts.backbone)}
        toggle={() => actions.filter({ backbone: !filter.backbone })}
      >
        {words.backbone}
      </Toggle>
      <Slider
        id="min-weight"
        name={words.minWeight}
        value={filter.minWeight}
        least={1}
        most={MOST_WEIGHT}
        shown={`${filter.minWeight} (${format(counts.weights[filter.minWeight] ?? 0)})`}
        change={(minWeight) => actions.filter({ minWeight }, 'weight')}
      />
      <Slider
        id="edges"
        name={words.edgesPerNode}
        value={detail.edgesPerNode || MOST_EDGES_PER_NODE}
        least={1}
        most={MOST_EDGES_PER_NODE}
        shown={detail.edgesPerNode === 0 ? words.all : String(detail.edgesPerNode)}
        change={(edges) =>
          actions.detail({ edgesPerNode: edges === MOST_EDGES_PER_NODE ? 0 : edges }, 'edges')
        }
      />
    </>
  );
}

function Kinds({ page, counts }: { page: Page; counts: Counts }) {
  const { graph, state, words, actions } = page;
  const { hiddenRelations, hiddenStatuses } = state.filter;
  const format = (count: number) => formatCount(count, words);
  return (
    <>
      <h3>{words.relation}</h3>
      <div class="toggles">
        {RELATION_KINDS.map(
          (relation, number) =>
            graph.edges.relation.includes(number) && (
              <Toggle
                key={relation}
                id={relation}
                isOn={!hiddenRelations.has(relation)}
                count={format(counts.relations[number]!)}
                toggle={() =>
                  actions.filter({ hiddenRelations: toggled(hiddenRelations, relation) })
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
            isOn={!hiddenStatuses.has(status)}
            count={format(counts.statuses[number]!)}
            toggle={() => actions.filter({ hiddenStatuses: toggled(hiddenStatuses, status) })}
          >
            <span class={status === 'planned' || status === 'denied' ? 'line dashed' : 'line'} />
            {words.statuses[status]}
          </Toggle>
        ))}
      </div>
    </>
  );
}

function Choices({ page, counts }: { page: Page; counts: Counts }) {
  const { graph, state, words, actions } = page;
  const { filter } = state;
  const { documents, sources } = graph.sentences;
  const { first } = componentsOf(graph);
  return (
    <div class="choices">
      <Choice
        page={page}
        id="predicates"
        name={words.predicates}
        items={() =>
          graph.predicates.map((name, number) => {
            return { value: name, name, count: counts.predicates[number]! };
          })
        }
        chosen={filter.predicates}
        choose={(predicates) => actions.filter({ predicates })}
      />
      <Choice
        page={page}
        id="documents"
        name={words.documents}
        items={() =>
          documents.title.map((name, value) => ({ value, name, count: counts.documents[value]! }))
        }
        chosen={filter.documents}
        choose={(chosen) => actions.filter({ documents: chosen })}
      />
      {sources.length > 0 && (
        <Choice
          page={page}
          id="sources"
          name={words.publishers}
          items={() => sources.map((name, i) => ({ value: name, name, count: counts.sources[i]! }))}
          chosen={filter.sources}
          choose={(chosen) => actions.filter({ sources: chosen })}
        />
      )}
      {first.length > 1 && (
        <Choice
          page={page}
          id="components"
          name={words.components}
          items={() =>
            first.map((node, value) => {
              const name = words.component(graph.nodes.label[node]!);
              return { value, name, count: counts.components[value]! };
            })
          }
          chosen={filter.components}
          choose={(components) => actions.filter({ components })}
        />
      )}
    </div>
  );
}

/** What is narrowed to one entity, or by hand, and the way back to everything. */
export function Narrowed({ page }: { page: Page }) {
  const { graph, state, words, actions } = page;
  const { around, hidden, only } = state.filter;
  if (isEverything(page)) return null;
  return (
    <div id="narrowed">
      {around && (
        <p>
          <Name graph={graph} node={around.node} /> {words.within}{' '}
          {DEPTHS.map((depth) => (
            <button
              key={depth}
              type="button"
              id={`depth-${depth}`}
              class="tool"
              aria-pressed={depth === around.depth}
              onClick={() => actions.filter({ around: { node: around.node, depth } })}
            >
              {words.steps(depth)}
            </button>
          ))}
        </p>
      )}
      {only.size > 0 && <p>{words.isolated(only.size)}</p>}
      {hidden.size > 0 && (
        <p>
          {words.hiddenByHand(hidden.size)}{' '}
          <button
            type="button"
            class="link"
            onClick={() => actions.filter({ hidden: EVERYTHING.hidden })}
          >
            {words.showAgain}
          </button>
        </p>
      )}
      <button type="button" id="clear" class="link" onClick={actions.clear}>
        {words.clear}
      </button>
    </div>
  );
}

function isEverything({ state }: Page): boolean {
  const { filter } = state;
  const sets = Object.values(filter).filter((part) => part instanceof Set);
  const { since, until } = filter.period;
  return (
    sets.every(({ size }) => size === 0) &&
    filter.minWeight === EVERYTHING.minWeight &&
    !filter.backbone &&
    !filter.around &&
    since === undefined &&
    until === undefined
  );
}
