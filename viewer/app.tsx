/** All views around the scene, as a function of the state. */

import { Help } from './controls/help.tsx';
import { Legend } from './controls/legend.tsx';
import { Search } from './controls/search.tsx';
import { Toolbar } from './controls/toolbar.tsx';
import { categoryOf } from './data/graph.ts';
import type { NameSearch } from './data/names.ts';
import type { Source } from './data/source.ts';
import { Panel } from './panel/panel.tsx';
import type { Page } from './panel/parts.tsx';
import { Table } from './panel/table.tsx';
import type { Scene } from './scene/scene.ts';

interface Props {
  readonly page: Page;
  /** Null where the graph cannot be drawn, and until it is. */
  readonly scene: Scene | null;
  readonly names: NameSearch;
  readonly source: Source;
}

export function App({ page, scene, names, source }: Props) {
  const { state } = page;
  return (
    <>
      <header id="controls">
        <Search page={page} names={names} source={source} />
        <Toolbar page={page} scene={scene} source={source} />
      </header>
      {(state.table || !state.drawable) && <Table page={page} />}
      <Legend page={page} />
      <Panel page={page} />
      {state.help && <Help page={page} />}
      {state.unsaved && (
        <p id="unsaved" class="warning" role="alert">
          {page.words.findingsFailed}
        </p>
      )}
      <p id="live" class="unseen" role="status" aria-live="polite">
        {spoken(page)}
      </p>
    </>
  );
}

/** What a screen reader says of the focus. */
function spoken({ graph, state, words }: Page): string {
  const { focus, paths } = state;
  const { label, degree } = graph.nodes;
  switch (focus?.kind) {
    case 'node': {
      const category = words.categories[categoryOf(graph, focus.node)];
      return words.read.node(label[focus.node]!, category, degree[focus.node]!);
    }
    case 'pair':
      return words.read.pair(label[focus.source]!, label[focus.target]!);
    case 'path':
      return words.read.path(label[focus.from]!, label[focus.to]!, paths.length);
    default:
      return '';
  }
}
