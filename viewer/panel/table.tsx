/** What is shown as a table: the relations of the focus, or all entities. Also the way to read it without eyes. */

import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { categoryOf, edgesOf, predicateOf, statusOf } from '../data/graph.ts';
import { edgesToExplain, nodesOf } from '../state/actions.ts';
import { edgeTest } from '../state/judge.ts';
import { NodeLink, type Page } from './parts.tsx';

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
  /** What to sort by. */
  readonly value: (row: number) => string | number;
  readonly cell?: (row: number) => ComponentChild;
}

const FIRST_ROWS = 200;

export function Table({ page }: { page: Page }) {
  const { state, words, graph } = page;
  const edges = edgesInFocus(page);
  const rows = edges ?? state.cut.nodes;
  const names = nodesOf(state.focus).map((node) => graph.nodes.label[node]!);
  const title = !edges
    ? words.tableOf(rows.length)
    : names.length > 0
      ? words.relationsOf(names.join(words.comma), rows.length)
      : words.relationsCount(rows.length);
  return (
    <section id="table" aria-label={words.table}>
      {!state.drawable && (
        <p class="warning" role="alert">
          {words.notDrawable}
        </p>
      )}
      <Sortable
        key={edges ? `relations ${names.join()}` : 'entities'}
        page={page}
        title={title}
        rows={rows}
        columns={edges ? relationColumns(page) : entityColumns(page)}
      />
    </section>
  );
}

/** The relations that the focus is about; undefined where it is about none, and all entities are listed. */
function edgesInFocus({ graph, state }: Page): readonly number[] | undefined {
  const { focus, filter, paths } = state;
  const passes = edgeTest(graph, filter);
  switch (focus?.kind) {
    case 'node':
      return [...edgesOf(graph, focus.node)].filter(passes);
    case 'pair':
    case 'path':
      return edgesToExplain(graph, state, paths);
    case 'predicate':
      return state.cut.edges.filter((edge) => predicateOf(graph, edge) === focus.label);
    default:
      return undefined;
  }
}

function entityColumns(page: Page): Column[] {
  const { graph, words } = page;
  const { label, documents, mentions, degree } = graph.nodes;
  const category = (node: number) => words.categories[categoryOf(graph, node)];
  return [
    {
      name: words.columns.name,
      value: (node) => label[node]!,
      cell: (node) => <NodeLink page={page} node={node} />,
    },
    { name: words.columns.category, value: category },
    { name: words.columns.documents, isNumber: true, value: (node) => documents[node]! },
    { name: words.columns.mentions, isNumber: true, value: (node) => mentions[node]! },
    { name: words.columns.degree, isNumber: true, value: (node) => degree[node]! },
  ];
}

function relationColumns(page: Page): Column[] {
  const { graph, words, actions } = page;
  const { source, target, weight } = graph.edges;
  const label = (node: number) => graph.nodes.label[node]!;
  const explain = (edge: number) =>
    actions.focus({ kind: 'pair', source: source[edge]!, target: target[edge]! });
  return [
    {
      name: words.columns.source,
      value: (edge) => label(source[edge]!),
      cell: (edge) => <NodeLink page={page} node={source[edge]!} />,
    },
    { name: words.columns.predicate, value: (edge) => predicateOf(graph, edge) },
    {
      name: words.columns.target,
      value: (edge) => label(target[edge]!),
      cell: (edge) => <NodeLink page={page} node={target[edge]!} />,
    },
    { name: words.columns.status, value: (edge) => words.statuses[statusOf(graph, edge)] },
    {
      name: words.columns.weight,
      isNumber: true,
      value: (edge) => weight[edge]!,
      cell: (edge) => (
        <button type="button" class="link" onClick={() => explain(edge)}>
          {words.sentences(weight[edge]!)}
        </button>
      ),
    },
  ];
}

function Sortable({
  page,
  title,
  rows,
  columns,
}: {
  page: Page;
  title: string;
  rows: readonly number[];
  columns: readonly Column[];
}) {
  const [order, setOrder] = useState<{ column: number; descending: boolean } | null>(null);
  const [most, setMost] = useState(FIRST_ROWS);
  const sorted = order ? rows.toSorted(comparison(columns[order.column]!, order.descending)) : rows;
  const sortBy = (column: number) => {
    const descending =
      order?.column === column ? !order.descending : Boolean(columns[column]!.isNumber);
    setOrder({ column, descending });
  };
  const direction = (column: number) => {
    if (order?.column !== column) return 'none';
    return order.descending ? 'descending' : 'ascending';
  };
  return (
    <>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }, column) => (
              <th
                key={name}
                scope="col"
                aria-sort={direction(column)}
                class={isNumber ? 'number' : ''}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {name}
                  {{ none: '', ascending: ' ↑', descending: ' ↓' }[direction(column)]}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <tr key={row}>
              {columns.map(({ name, isNumber, value, cell }) => (
                <td key={name} class={isNumber ? 'number' : ''}>
                  {cell ? cell(row) : value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" class="link" onClick={() => setMost(most + FIRST_ROWS)}>
          {page.words.more(rows.length - most)}
        </button>
      )}
    </>
  );
}

const collator = new Intl.Collator('zh-CN');

function comparison({ value }: Column, descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : collator.compare(String(one), String(other));
    return sign * order || a - b;
  };
}
