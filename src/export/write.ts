import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { toCsv } from './csv.ts';
import { type GexfOptions, toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';

/** Formats that are one text. */
const WRITERS: Readonly<Record<string, (graph: KnowledgeGraph, options: GexfOptions) => string>> = {
  gexf: toGexf,
  graphml: (graph, { mixed = false }) => toGraphml(graph, { mixed }),
  json: toJson,
};

export const FORMATS: readonly string[] = [...Object.keys(WRITERS), 'csv'];

/**
 * Write a graph to one file, or to two for CSV (`out.nodes.csv` and `out.edges.csv`).
 * @param format default: the file's extension
 * @returns the files written
 * @throws MailuoError `UNSUPPORTED_FORMAT`
 */
export async function writeGraph(
  graph: KnowledgeGraph,
  file: string,
  {
    format = path.extname(file).slice(1).toLowerCase(),
    ...options
  }: GexfOptions & { format?: string } = {},
): Promise<string[]> {
  const texts = serialise(graph, file, format, options);
  for (const [name, text] of texts) await writeFile(name, text);
  return texts.map(([name]) => name);
}

function serialise(
  graph: KnowledgeGraph,
  file: string,
  format: string,
  options: GexfOptions,
): [string, string][] {
  if (format === 'csv') {
    const stem = file.replace(/\.csv$/i, '');
    const { nodes, edges } = toCsv(graph);
    return [
      [`${stem}.nodes.csv`, nodes],
      [`${stem}.edges.csv`, edges],
    ];
  }
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (writer) return [[file, writer(graph, options)]];
  throw new MailuoError(
    'UNSUPPORTED_FORMAT',
    `${file}: "${format}" is no format that is known; use one of ${FORMATS.join(', ')}`,
  );
}
