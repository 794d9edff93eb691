import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { FORMATS, writeGraph } from '../export/write.ts';
import { toHtml } from '../page/html.ts';
import { VIEW } from '../query/parameters.ts';
import { view } from '../query/view.ts';
import { openStore, type Store } from '../store/file.ts';
import { graphArgument } from './options.ts';
import { message } from './output.ts';
import { addParameters } from './question.ts';

export function command(): Command {
  return addParameters(new Command('export'), VIEW)
    .description('Write a graph in a format that other programs read')
    .addArgument(graphArgument())
    .requiredOption('-o, --output <file>', 'the file to write')
    .addOption(
      new Option('--format <format>', 'default: by the extension').choices([...FORMATS, 'html']),
    )
    .option(
      '--mixed',
      'GEXF and GraphML: keep co-occurrence edges undirected (Gephi reads that, networkx does not)',
    )
    .addOption(
      new Option('--gexf-version <version>', 'version of GEXF')
        .choices(['1.2', '1.3'])
        .default('1.2'),
    )
    .addOption(
      new Option('--base <iri>', 'JSON-LD and Turtle: what addresses begin with').default(
        'urn:mailuo:',
      ),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo export docs.mailuo -o docs.gexf      for Gephi
  $ mailuo export docs.mailuo -o docs.graphml   for networkx, igraph, yEd
  $ mailuo export docs.mailuo -o docs.csv       docs.nodes.csv and docs.edges.csv
  $ mailuo export docs.mailuo -o docs.cyjs      for Cytoscape
  $ mailuo export docs.mailuo -o docs.ttl       RDF, as docs.jsonld: schema.org and PROV-O
  $ mailuo export docs.mailuo -o docs.cypher    Neo4j: a script, and tables for neo4j-admin too
  $ mailuo export docs.mailuo -o docs.json      graphology, lossless, with all evidence
  $ mailuo export docs.mailuo -o docs.html      the viewer in one file, to mail and open offline
  $ mailuo export docs.mailuo -o docs.gexf --backbone --min-weight 2
  $ mailuo export docs.mailuo -o firms.gexf --category organization --since 2024

A view leaves out edges, and the entities that lose all theirs; the graph keeps them. Edges carry their
counts, status, significance, first quote with its document, and where all sentences are dated, when;
JSON and RDF carry all sentences.`,
    )
    .action(async (file: string, { output, format, mixed, gexfVersion, base, ...filter }) => {
      const { graph: whole, documents } = await openStore(file);
      const graph = view(whole, filter, documents);
      const written = isHtml(output, format)
        ? await writeHtml(output, { graph, documents })
        : await writeGraph(graph, output, {
            ...(format ? { format } : {}),
            ...{ mixed: Boolean(mixed), version: gexfVersion, base, documents },
          });
      message(`Wrote ${written.join(' and ')}: ${graph.order} nodes, ${graph.size} edges`);
    });
}

function isHtml(output: string, format = path.extname(output).slice(1).toLowerCase()): boolean {
  return format === 'html';
}

async function writeHtml(output: string, store: Store): Promise<string[]> {
  await writeFile(output, await toHtml(store));
  return [output];
}
