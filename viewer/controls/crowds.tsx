/** The super-nodes as a list, for those who cannot point at them: each opens as on a click. */

import { useState } from 'preact/hooks';
import type { Page } from '../panel/parts.tsx';
import type { Scene } from '../scene/scene.ts';
import { formatCount } from '../words/words.ts';

const FIRST = 12;

export function Crowds({ page, scene }: { page: Page; scene: Scene | null }) {
  const { graph, state, words, actions } = page;
  const [most, setMost] = useState(FIRST);
  const { clusters } = state.cut;
  const label = (node: number) => graph.nodes.label[node]!;
  return (
    <details id="crowds" class="choice">
      <summary>
        <svg class="shape" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">
          <polygon class="crowd" points="1,0 0.5,0.87 -0.5,0.87 -1,0 -0.5,-0.87 0.5,-0.87" />
        </svg>
        {words.crowds(clusters.length)}
      </summary>
      <ul class="options">
        {clusters.slice(0, most).map(({ community, hidden, top }) => (
          <li key={community}>
            <button
              type="button"
              class="option"
              onClick={() => {
                actions.open(community);
                scene?.showCommunity(community);
              }}
            >
              <bdi>{top.map(label).join(words.comma)}</bdi>
              <small>+{formatCount(hidden, words)}</small>
            </button>
          </li>
        ))}
      </ul>
      {clusters.length > most && (
        <button type="button" class="link" onClick={() => setMost(most + FIRST)}>
          {words.more(clusters.length - most)}
        </button>
      )}
    </details>
  );
}
