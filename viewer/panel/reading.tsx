/** A document, with all its names marked and leading to their cards, at the sentence that was asked for. */

import { useEffect, useRef } from 'preact/hooks';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { type Reading, sentenceEnd } from '../../src/page/quotation.ts';
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

/** The sentence that was asked for is marked, and in sight. */
function Text({ page, reading, start }: { page: Page; reading: Reading; start: number }) {
  const here = useRef<HTMLElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), [reading, start]);
  const { text } = reading;
  const end = sentenceEnd(text, start);
  return (
    <div class="text">
      {marked(page, reading, 0, start)}
      <span ref={here} class="here">
        {marked(page, reading, start, end)}
      </span>
      {marked(page, reading, end, text.length)}
    </div>
  );
}

/** A part of the text, in which every name leads to its card. */
function marked({ graph, actions }: Page, { text, mentions }: Reading, start: number, end: number) {
  const parts: preact.ComponentChild[] = [];
  let done = start;
  for (let i = 0; i < mentions.length; i += 3) {
    const [from, to, node] = [mentions[i]!, mentions[i + 1]!, mentions[i + 2]!];
    if (from < done || to > end) continue;
    parts.push(
      text.slice(done, from),
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
  parts.push(text.slice(done, end));
  return parts;
}
