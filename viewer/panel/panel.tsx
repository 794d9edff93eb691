/** The side panel tells about the focus. */

import { useEffect, useRef } from 'preact/hooks';
import { NodeCard } from './node.tsx';
import { PairCard } from './pair.tsx';
import type { Page } from './parts.tsx';
import { PathCard } from './path.tsx';
import { PredicateCard } from './predicate.tsx';
import { ReadingPane } from './reading.tsx';

export function Panel({ page }: { page: Page }) {
  const { focus } = page.state;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    if (focus?.kind !== 'document') element.scrollTop = 0;
    // The button that was pressed is gone: keep the keyboard in the panel, not at the top of the page.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  }, [focus]);
  return (
    <aside
      id="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={page.words.panel}
      hidden={focus === null}
    >
      {focus && <Card page={page} />}
    </aside>
  );
}

function Card({ page }: { page: Page }) {
  const { focus } = page.state;
  switch (focus?.kind) {
    case 'node':
      return <NodeCard key={focus.node} page={page} node={focus.node} />;
    case 'pair':
      return <PairCard page={page} source={focus.source} target={focus.target} />;
    case 'path':
      return <PathCard page={page} from={focus.from} to={focus.to} />;
    case 'predicate':
      return <PredicateCard key={focus.label} page={page} label={focus.label} />;
    case 'document':
      return <ReadingPane page={page} start={focus.start} />;
    default:
      return null;
  }
}
