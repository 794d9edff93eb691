import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { replaceFile } from '../replace.ts';
import { toCsv } from './csv.ts';
import { toCytoscape } from './cytoscape.ts';
import { type GexfOptions, toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';
import { toJsonld } from './jsonld.ts';
import { toNeo4j } from './neo4j.ts';
import type { RdfOptions } from './rdf.ts';
import { toTurtle } from './turtle.ts';

/** Options of all formats; each takes what concerns it. */
export interface WriteOptions extends GexfOptions, RdfOptions {
  /** One of `FORMATS`. Default: the file's extension. */
  readonly format?: string;
}

/** Texts by the end of their file's name; a format that is one text has none. */
type Texts = Readonly<Record<string, string>>;

const WRITERS: Readonly<Record<string, (graph: KnowledgeGraph, options: WriteOptions) => Texts>> = {
  gexf: (graph, options) => ({ '': toGexf(graph, options) }),
  graphml: (graph, options) => ({ '': toGraphml(graph, options) }),
  json: (graph) => ({ '': toJson(graph) }),
  csv: (graph, options) => {
    const { nodes, edges } = toCsv(graph, options);
    return { '.nodes.csv': nodes, '.edges.csv': edges };
  },
  cyjs: (graph, options) => ({ '': toCytoscape(graph, options) }),
  jsonld: (graph, options) => ({ '': toJsonld(graph, options) }),
  ttl: (graph, options) => ({ '': toTurtle(graph, options) }),
  cypher: (graph, options) => {
    const { nodes, relationships, script } = toNeo4j(graph, options);
    return {
      '.cypher': script,
      '.neo4j-nodes.csv': nodes,
      '.neo4j-relationships.csv': relationships,
    };
  },
};

/** Names of the formats, which are their extensions. */
export const FORMATS: readonly string[] = Object.keys(WRITERS);

/**
 * A graph as one text in a format that is one.
 * @throws MailuoError `UNSUPPORTED_FORMAT`, also for a format of several files
 *
 * @example
 * process.stdout.write(graphText(graph, { format: 'graphml' }));
 */
export function graphText(
  graph: KnowledgeGraph,
  { format = '', ...options }: WriteOptions,
): string {
  const text = writerOf(format)(graph, options)[''];
  if (text !== undefined) return text;
  throw new MailuoError('UNSUPPORTED_FORMAT', `"${format}" is several files; write them with -o`);
}

function writerOf(format: string): (typeof WRITERS)[string] {
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (writer) return writer;
  const known = FORMATS.join(', ');
  const said = `"${format}" is no format that is known; use one of ${known}`;
  throw new MailuoError('UNSUPPORTED_FORMAT', said);
}

/**
 * Write a graph to a file, or to several: `out.nodes.csv` and `out.edges.csv` for CSV, `out.cypher`,
 * `out.neo4j-nodes.csv` and `out.neo4j-relationships.csv` for Neo4j.
 *
 * @example
 * const { graph, documents } = await openStore('docs.mailuo');
 * await writeGraph(graph, 'docs.gexf', { documents });
 *
 * @returns the files written
 * @throws MailuoError `UNSUPPORTED_FORMAT`
 */
export async function writeGraph(
  graph: KnowledgeGraph,
  file: string,
  { format = path.extname(file).slice(1).toLowerCase(), ...options }: WriteOptions = {},
): Promise<string[]> {
  const writer = writerOf(format);
  const extension = path.extname(file);
  const stem = extension.toLowerCase() === `.${format}` ? file.slice(0, -extension.length) : file;
  const texts = Object.entries(writer(graph, options));
  const named = texts.map(([end, text]) => [end === '' ? file : `${stem}${end}`, text] as const);
  for (const [name, text] of named) await replaceFile(name, (path) => writeFile(path, text));
  return named.map(([name]) => name);
}
