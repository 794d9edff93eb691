/** More neighbours of a node: the strongest or the most surprising; of a hub one says first which. */

import { CATEGORIES, type Category, RELATION_KINDS, type RelationKind } from '../../src/types.ts';
import { otherEnd } from '../data/graph.ts';
import { MORE } from '../state/actions.ts';
import { ORDERS, type Order, wantedEdges } from '../state/expansion.ts';
import { edgeTest } from '../state/judge.ts';
import type { Page } from './parts.tsx';

/** With more neighbours that are not drawn, twenty of them would be a lottery. */
const HUB = 60;

export function Expand({ page, node }: { page: Page; node: number }) {
  const { words } = page;
  const hidden = hiddenNeighbors(page, node);
  if (hidden === 0) return null;
  if (hidden <= MORE) return <More page={page} node={node} order="strength" hidden={hidden} />;
  const orders = ORDERS.map((order) => (
    <More key={order} page={page} node={node} order={order} hidden={hidden} />
  ));
  if (hidden <= HUB) return <>{orders}</>;
  return (
    <details id="expand-which" class="which">
      <summary class="tool">{words.expandWhich(hidden)}</summary>
      <div class="tools">
        {orders}
        {[...RELATION_KINDS, ...CATEGORIES].map((only) => (
          <More
            key={only}
            page={page}
            node={node}
            order="strength"
            only={only}
            hidden={hiddenNeighbors(page, node, only)}
          />
        ))}
      </div>
    </details>
  );
}

function More({
  page,
  node,
  order,
  only,
  hidden,
}: {
  page: Page;
  node: number;
  order: Order;
  only?: RelationKind | Category;
  hidden: number;
}) {
  const { words, actions } = page;
  if (hidden === 0) return null;
  const kinds: Readonly<Record<string, string>> = { ...words.relations, ...words.categories };
  const which = only ? kinds[only]! : hidden > MORE ? words.orders[order] : '';
  return (
    <button
      type="button"
      id={`expand-${only ?? order}`}
      class="tool"
      onClick={() => actions.expand({ node, order, ...(only && { only }) })}
    >
      {words.expand(Math.min(MORE, hidden), hidden, which)}
    </button>
  );
}

/** Neighbours that the filter shows and the cut does not. */
function hiddenNeighbors(
  { graph, state }: Page,
  node: number,
  only?: RelationKind | Category,
): number {
  const wanted = { node, order: 'strength', ...(only && { only }) } as const;
  return wantedEdges(graph, wanted, edgeTest(graph, state.filter)).filter(
    (edge) => !state.cut.isDrawn[otherEnd(graph, edge, node)],
  ).length;
}
