import { stringify } from 'csv-stringify/sync';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { type FlattenOptions, flatten, type Scalars } from './flatten.ts';

/** Two tables, with the column names that Gephi's import expects. */
export interface CsvTables {
  readonly nodes: string;
  readonly edges: string;
}

/**
 * The graph as two CSV tables. Cells that a spreadsheet would run as formulas are neutralised.
 *
 * @example
 * const { nodes, edges } = toCsv(graph, { documents });
 */
export function toCsv(
  graph: KnowledgeGraph,
  { documents = [] }: Pick<FlattenOptions, 'documents'> = {},
): CsvTables {
  const flat = flatten(graph, { mixed: true, documents });
  return {
    nodes: table(
      NODE_COLUMNS,
      flat.mapNodes((key, { label, ...rest }) => ({ Id: key, Label: label!, ...rest })),
    ),
    edges: table(
      EDGE_COLUMNS,
      flat.mapEdges((key, { label, weight, directed, ...rest }, source, target) => ({
        Source: source,
        Target: target,
        Type: directed ? 'Directed' : 'Undirected',
        Id: key,
        Label: label!,
        Weight: weight!,
        ...rest,
      })),
    ),
  };
}

const NODE_COLUMNS =
  'Id Label category mentions documents articles degree pagerank betweenness community x y size color aliases';
const EDGE_COLUMNS =
  'Source Target Type Id Label Weight relation status documents articles backbone npmi g2 q quote document since until';

/** The same columns whatever is in the rows, so that programs find them. */
function table(columns: string, rows: readonly Scalars[]): string {
  return stringify([...rows], {
    header: true,
    columns: columns.split(' '),
    escape_formulas: true,
    cast: { boolean: String }, // by default false is an empty cell
  });
}
