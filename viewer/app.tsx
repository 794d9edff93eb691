/** All views around the scene, as a function of the state. */

import { Help } from './controls/help.tsx';
import { Legend } from './controls/legend.tsx';
import { Search } from './controls/search.tsx';
import { Toolbar } from './controls/toolbar.tsx';
import type { NameSearch } from './data/names.ts';
import { Panel } from './panel/panel.tsx';
import type { Page } from './panel/parts.tsx';
import { spoken } from './panel/spoken.ts';
import { Table } from './panel/table.tsx';
import type { Scene } from './scene/scene.ts';

interface Props {
  readonly page: Page;
  /** Null where the graph cannot be drawn, and until it is. */
  readonly scene: Scene | null;
  readonly names: NameSearch;
}

export function App({ page, scene, names }: Props) {
  const { state } = page;
  return (
    <>
      <header id="controls">
        <Search page={page} names={names} />
        <Toolbar page={page} scene={scene} />
      </header>
      {(state.table || !state.drawable) && <Table page={page} />}
      <Legend page={page} scene={scene} />
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
