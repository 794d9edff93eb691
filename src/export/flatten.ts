import { MultiGraph } from 'graphology';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { replaceControls } from '../ingest/clean.ts';
import { type Documents, datesOf, spellsOf } from './dates.ts';

/** Attributes that any format can hold. */
export type Scalars = Record<string, string | number | boolean>;

export type FlatGraph = MultiGraph<Scalars, Scalars>;

/** What formats without nested values hold of a graph. */
export interface FlattenOptions {
  /**
   * Keep co-occurrence edges undirected. Without it all edges are directed and the attribute
   * `directed` says which ones mean it, because many readers (networkx) refuse graphs that mix both.
   * Default false.
   */
  readonly mixed?: boolean;
  /** The documents of the graph, whose dates and titles go along. Default: none. */
  readonly documents?: Documents;
}

/**
 * A copy with scalar attributes only, for formats without nested values: aliases become one string,
 * and of the evidence there remain its first quote and document (`weight` has the count), and where
 * all of it is dated, the first and the last day (`since`, `until`).
 */
export function flatten(
  graph: KnowledgeGraph,
  { mixed = false, documents = [] }: FlattenOptions = {},
): FlatGraph {
  const dateOf = datesOf(documents);
  const flat: FlatGraph = new MultiGraph({ type: mixed ? 'mixed' : 'directed' });
  graph.forEachNode((key, { aliases, ...attributes }) => {
    flat.addNode(plain(key), scalars({ ...attributes, aliases: aliases.join('; ') }));
  });
  graph.forEachEdge((key, { evidence, ...attributes }, source, target, _s, _t, undirected) => {
    const [first] = evidence;
    const spells = spellsOf(evidence, dateOf);
    const flattened = scalars({
      ...attributes,
      directed: !undirected,
      quote: first?.quote ?? '',
      document: first?.document ?? '',
      ...(spells.length > 0 && { since: spells[0]!.start, until: lastOf(spells) }),
    });
    const ends = [plain(key), plain(source), plain(target)] as const;
    if (mixed && undirected) flat.addUndirectedEdgeWithKey(...ends, flattened);
    else flat.addDirectedEdgeWithKey(...ends, flattened);
  });
  return flat;
}

function lastOf(spells: ReturnType<typeof spellsOf>): string {
  return spells
    .map(({ end }) => end)
    .sort()
    .at(-1)!;
}

function scalars(attributes: Readonly<Record<string, unknown>>): Scalars {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'boolean' ? value : plain(String(value)),
    ]),
  );
}

const REAL = new Set(['pagerank', 'betweenness', 'npmi', 'g2', 'q', 'x', 'y', 'size']);

/** The type of an attribute: the same in each graph, whatever its values are. */
export function scalarType(
  name: string,
  value: Scalars[string],
): 'string' | 'boolean' | 'integer' | 'double' {
  if (typeof value !== 'number') return typeof value as 'string' | 'boolean';
  return REAL.has(name) ? 'double' : 'integer';
}

/** Without characters that XML forbids or that would break a line of a table. */
export function plain(text: string): string {
  return replaceControls(text).replaceAll('\n', ' ');
}
