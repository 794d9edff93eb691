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
    nodes: table(flat.mapNodes((key, { label, ...rest }) => ({ Id: key, Label: label!, ...rest }))),
    edges: table(
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

function table(rows: readonly Scalars[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify([...rows], {
    header: true,
    columns,
    escape_formulas: true,
    cast: { boolean: String }, // by default false is an empty cell
  });
}
