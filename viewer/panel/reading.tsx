/** A document, with all its names marked and leading to their cards, at the sentence that was asked for. */

import { useEffect, useRef } from 'preact/hooks';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import type { Reading } from '../../src/page/quotation.ts';
import { categoryOf, keyOf } from '../data/graph.ts';
import { Head, type Page, Waiting } from './parts.tsx';

export function ReadingPane({ page, start }: { page: Page; start: number }) {
  const { reading } = page.state;
  if (reading === 'loading' || reading === 'failed') {
    return (
      <>
        <Head page={page}>{page.words.open}</Head>
        <Waiting page={page} of={reading} />
      </>
    );
  }
  return (
    <>
      <Head page={page}>
        {reading.date && <time dateTime={reading.date}>{reading.date} · </time>}
        {reading.id}
      </Head>
      <h2>
        <bdi>{reading.title}</bdi>
      </h2>
      <Text page={page} reading={reading} start={start} />
    </>
  );
}

function Text({ page, reading, start }: { page: Page; reading: Reading; start: number }) {
  const { graph, actions } = page;
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), [reading, start]);
  const { text, mentions } = reading;
  const parts: preact.ComponentChild[] = [];
  let done = 0;
  let isPlaced = false;
  const write = (end: number) => {
    if (!isPlaced && start < end && start >= done) {
      parts.push(text.slice(done, start), <span key="here" ref={here} class="here" />);
      done = start;
      isPlaced = true;
    }
    parts.push(text.slice(done, end));
    done = end;
  };
  for (let i = 0; i < mentions.length; i += 3) {
    const [from, to, node] = [mentions[i]!, mentions[i + 1]!, mentions[i + 2]!];
    if (from < done) continue;
    write(from);
    if (!isPlaced && start < to) {
      parts.push(<span key="here" ref={here} class="here" />);
      isPlaced = true;
    }
    parts.push(
      <a
        key={from}
        class="mention"
        href={`#${new URLSearchParams({ node: keyOf(graph, node) })}`}
        style={{ borderColor: CATEGORY_COLORS[categoryOf(graph, node)] }}
        onClick={(event) => {
          event.preventDefault();
          actions.focus({ kind: 'node', node });
        }}
      >
        {text.slice(from, to)}
      </a>,
    );
    done = to;
  }
  write(text.length);
  return <div class="text">{parts}</div>;
}
