/** Where the page gets its data from: the server that sent it, or what is embedded in it. */

import type { Columns } from '../../src/page/columns.ts';
import {
  type Archive,
  type Passage,
  passagesWith,
  type Quotation,
  quotationsOf,
  type Reading,
} from '../../src/page/quotation.ts';

export interface Source {
  readonly columns: Columns;
  /** The sentences behind each of these edges. */
  quotations(edges: readonly number[]): Promise<readonly (readonly Quotation[])[]>;
  document(number: number): Promise<Reading>;
  passages(text: string): Promise<readonly Passage[]>;
}

const EMBEDDED = 'mailuo-data';
const MOST_PASSAGES = 20;

export async function openSource(): Promise<Source> {
  const element = document.getElementById(EMBEDDED);
  return element ? embedded(element.textContent) : served();
}

/** Base64 of gzipped JSON: a page may be opened as a file, where it can ask nobody. */
async function embedded(text: string): Promise<Source> {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const { columns, archive }: { columns: Columns; archive: Archive } = await new Response(
    stream,
  ).json();
  return {
    columns,
    quotations: async (edges) => edges.map((edge) => quotationsOf(archive, edge)),
    document: async (number) => archive.documents[number]!,
    passages: async (wanted) => passagesWith(archive, wanted, MOST_PASSAGES),
  };
}

async function served(): Promise<Source> {
  return {
    columns: await fetchJson<Columns>('./api/view'),
    async quotations(edges) {
      const query = new URLSearchParams({ edges: edges.join() });
      return (await fetchJson<{ quotations: Quotation[][] }>(`./api/view/evidence?${query}`))
        .quotations;
    },
    document: (number) => fetchJson<Reading>(`./api/view/document?number=${number}`),
    async passages(text) {
      const query = new URLSearchParams({ q: text });
      return (await fetchJson<{ passages: Passage[] }>(`./api/view/sentences?${query}`)).passages;
    },
  };
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.json();
}
