/** A sentence with what is marked in it, and where it stands. */

import type { Mark, Quotation } from '../../src/page/quotation.ts';
import type { Page } from './parts.tsx';

interface Props {
  readonly page: Page;
  readonly quotation: Quotation;
  /** Nodes whose names are marked; other names are not. */
  readonly names: ReadonlySet<number>;
}

export function Quote({ page, quotation, names }: Props) {
  const { words, actions } = page;
  const { quote, marks, title, id, date, document, start, rule } = quotation;
  const { source, time, quantity, publisher } = quotation;
  const open = () => actions.focus({ kind: 'document', document, start });
  const shown = marks.filter(([, , what]) => what === 'predicate' || names.has(what));
  return (
    <figure>
      <blockquote>
        <button type="button" class="quote" title={words.open} onClick={open}>
          {marked(quote, shown)}
        </button>
      </blockquote>
      <figcaption>
        <cite>{title}</cite>
        {publisher && <span>{publisher}</span>}
        {date && <time dateTime={date}>{date}</time>}
        {id !== title && <span>{id}</span>}
        {source && <Particular name={words.speaker} value={source} />}
        {time && (
          <Particular
            name={words.time}
            value={
              time.value && time.value !== time.text ? `${time.text}（${time.value}）` : time.text
            }
          />
        )}
        {quantity?.map(({ text, of }) => (
          <Particular key={text} name={of ?? words.quantity} value={text} />
        ))}
        <span>
          {words.rule} {rule}
        </span>
      </figcaption>
    </figure>
  );
}

function Particular({ name, value }: { name: string; value: string }) {
  return (
    <span class="particular">
      {name} <b>{value}</b>
    </span>
  );
}

/** A text cut at its marks, which are in order and do not overlap. */
export function marked(text: string, marks: readonly Mark[]) {
  const parts: preact.ComponentChild[] = [];
  let done = 0;
  for (const [start, end, what] of marks) {
    parts.push(text.slice(done, start));
    const kind = what === 'predicate' ? 'predicate-mark' : undefined;
    parts.push(
      <mark key={start} class={kind}>
        {text.slice(start, end)}
      </mark>,
    );
    done = end;
  }
  parts.push(text.slice(done));
  return parts;
}
