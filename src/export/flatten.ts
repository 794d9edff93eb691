import { MultiGraph } from 'graphology';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { replaceControls } from '../ingest/clean.ts';

/** Attributes that any format can hold. */
export type Scalars = Record<string, string | number | boolean>;

export type FlatGraph = MultiGraph<Scalars, Scalars>;

export interface FlattenOptions {
  /**
   * Keep co-occurrence edges undirected. Without it all edges are directed and the attribute
   * `directed` says which ones mean it, because many readers (networkx) refuse graphs that mix both.
   * Default false.
   */
  readonly mixed?: boolean;
}

/**
 * A copy with scalar attributes only, for formats without nested values: aliases become one string,
 * and of the evidence there remain its first quote and document (`weight` has the count).
 */
export function flatten(graph: KnowledgeGraph, { mixed = false }: FlattenOptions = {}): FlatGraph {
  const flat: FlatGraph = new MultiGraph({ type: mixed ? 'mixed' : 'directed' });
  graph.forEachNode((key, { aliases, ...attributes }) => {
    flat.addNode(plain(key), scalars({ ...attributes, aliases: aliases.join('; ') }));
  });
  graph.forEachEdge((key, { evidence, ...attributes }, source, target, _s, _t, undirected) => {
    const [first] = evidence;
    const flattened = scalars({
      ...attributes,
      directed: !undirected,
      quote: first?.quote ?? '',
      document: first?.document ?? '',
    });
    const ends = [plain(key), plain(source), plain(target)] as const;
    if (mixed && undirected) flat.addUndirectedEdgeWithKey(...ends, flattened);
    else flat.addDirectedEdgeWithKey(...ends, flattened);
  });
  return flat;
}

function scalars(attributes: Readonly<Record<string, unknown>>): Scalars {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'boolean' ? value : plain(String(value)),
    ]),
  );
}

/** Without characters that XML forbids or that would break a line of a table. */
function plain(text: string): string {
  return replaceControls(text).replaceAll('\n', ' ');
}
