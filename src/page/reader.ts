import type { Store } from '../store/store.ts';
import { archiveOf } from './archive.ts';
import { columnsOf, numberingOf } from './columns.ts';
import { once } from './once.ts';
import {
  type Passage,
  passagesWith,
  type Quotation,
  quotationsOf,
  type Reading,
} from './quotation.ts';

/** What a page asks of a graph, by the numbers of its columns. A graph in memory and one in a file answer alike. */
export interface PageReader {
  /** `Columns` as JSON. */
  columns(): string;
  /** The sentences behind each of these edges. */
  quotations(edges: readonly number[]): Quotation[][];
  document(number: number): Reading | undefined;
  /** Sentences that hold a text, in the order of the documents. */
  passages(text: string, limit: number): Passage[];
}

/** What is made of the graph is made when it is first asked for, and kept. */
export function pageOf(store: Store): PageReader {
  const numbering = once(() => numberingOf(store.graph));
  const archive = once(() => archiveOf(store, numbering()));
  return {
    columns: once(() => JSON.stringify(columnsOf(store, numbering()))),
    quotations: (edges) => edges.map((edge) => quotationsOf(archive(), edge)),
    document: (number) => archive().documents[number],
    passages: (text, limit) => passagesWith(archive(), text, limit),
  };
}
