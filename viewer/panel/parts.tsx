/** What several views are made of. Names and quotes only ever become text nodes. */

import type { ComponentChildren } from 'preact';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import type { Category, Status } from '../../src/types.ts';
import { categoryOf, type Graph } from '../data/graph.ts';
import type { Source } from '../data/source.ts';
import { CORNERS } from '../scene/shapes.ts';
import type { Actions } from '../state/actions.ts';
import type { State } from '../state/state.ts';
import type { Strings } from '../words/words.ts';

/** What every view is a function of. */
export interface Page {
  readonly graph: Graph;
  readonly source: Source;
  readonly state: State;
  readonly words: Strings;
  readonly actions: Actions;
}

/** The shape and colour of a category, as before a name. */
export function Shape({ category }: { category: Category }) {
  const corners = CORNERS[category];
  const fill = CATEGORY_COLORS[category];
  return (
    <svg class="shape" viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">
      {corners ? (
        <polygon points={corners.map((corner) => corner.join()).join(' ')} fill={fill} />
      ) : (
        <circle r="1" fill={fill} />
      )}
    </svg>
  );
}

/** A name may run from right to left; what stands around it must not. */
export function Name({ graph, node }: { graph: Graph; node: number }) {
  return (
    <>
      <Shape category={categoryOf(graph, node)} />
      <bdi class="name">{graph.nodes.label[node]}</bdi>
    </>
  );
}

/** A name that leads to its card. */
export function NodeLink({ page, node }: { page: Page; node: number }) {
  return (
    <button type="button" class="chip" onClick={() => page.actions.focus({ kind: 'node', node })}>
      <Name graph={page.graph} node={node} />
    </button>
  );
}

export function Badge({ status, words }: { status: Status; words: Strings }) {
  if (status === 'asserted') return null;
  return <span class={`badge ${status}`}>{words.statuses[status]}</span>;
}

/** The head of a card: what it is about, and a way out. */
export function Head({ page, children }: { page: Page; children: ComponentChildren }) {
  const { words, actions } = page;
  return (
    <div class="bar">
      <span>{children}</span>
      <button
        type="button"
        class="icon"
        aria-label={words.close}
        onClick={() => actions.focus(null)}
      >
        ✕
      </button>
    </div>
  );
}

/** Instead of what is fetched, while it is not there. */
export function Waiting({
  page,
  of,
  retry = page.actions.retry,
}: {
  page: Page;
  of: 'loading' | 'failed';
  retry?: () => void;
}) {
  const { words } = page;
  if (of === 'loading') return <p role="status">{words.loading}</p>;
  return (
    <>
      <p class="warning" role="alert">
        {words.findingsFailed}
      </p>
      <button type="button" class="link" onClick={retry}>
        {words.retry}
      </button>
    </>
  );
}
