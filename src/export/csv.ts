import { stringify } from 'csv-stringify/sync';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { flatten, type Scalars } from './flatten.ts';

/** Two tables, with the column names that Gephi's import expects. */
export interface CsvTables {
  readonly nodes: string;
  readonly edges: string;
}

/** The graph as two CSV tables. Cells that a spreadsheet would run as formulas are neutralised. */
export function toCsv(graph: KnowledgeGraph): CsvTables {
  const flat = flatten(graph, { mixed: true });
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
