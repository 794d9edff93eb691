/** What the server answers, and the two requests that the viewer makes of it. */

import { MultiGraph } from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  NodeAttributes,
} from '../src/graph/attributes.ts';

/** The sentences of an edge are asked for one pair at a time: they are most of the graph's bytes. */
export type Relation = Omit<EdgeAttributes, 'evidence'>;
export type KnowledgeGraph = MultiGraph<NodeAttributes, Relation, GraphAttributes>;

export interface Quotation extends Evidence {
  /** Title of the document. */
  readonly title: string;
}

export interface Finding extends Pick<Relation, 'relation' | 'label' | 'status' | 'weight'> {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly evidence: readonly Quotation[];
}

export async function fetchGraph(): Promise<KnowledgeGraph> {
  const serialized =
    await fetchJson<SerializedGraph<NodeAttributes, Relation, GraphAttributes>>('./api/graph');
  const graph: KnowledgeGraph = new MultiGraph();
  return graph.import(serialized);
}

/** All edges between two nodes in either direction, strongest first. */
export async function fetchFindings(source: string, target: string): Promise<readonly Finding[]> {
  const pair = new URLSearchParams({ source, target });
  return (await fetchJson<{ edges: Finding[] }>(`./api/evidence?${pair}`)).edges;
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.json();
}
