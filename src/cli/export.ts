import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { FORMATS, writeGraph } from '../export/write.ts';
import { toHtml } from '../page/html.ts';
import { EDGES } from '../query/parameters.ts';
import { view } from '../query/view.ts';
import { openStore, type Store } from '../store/file.ts';
import { graphArgument } from './options.ts';
import { message } from './output.ts';
import { addParameters } from './question.ts';

export function command(): Command {
  return addParameters(new Command('export'), EDGES)
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
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo export docs.mailuo -o docs.gexf      for Gephi
  $ mailuo export docs.mailuo -o docs.graphml   for networkx, igraph, yEd
  $ mailuo export docs.mailuo -o docs.csv       docs.nodes.csv and docs.edges.csv
  $ mailuo export docs.mailuo -o docs.json      graphology, lossless, with all evidence
  $ mailuo export docs.mailuo -o docs.html      the viewer in one file, to mail and open offline
  $ mailuo export docs.mailuo -o docs.gexf --backbone --min-weight 2

A view leaves out edges, and the entities that lose all theirs; the graph keeps them.`,
    )
    .action(async (file: string, { output, format, mixed, gexfVersion, ...filter }) => {
      const { graph: whole, documents } = await openStore(file);
      const graph = view(whole, filter, documents);
      const written = isHtml(output, format)
        ? await writeHtml(output, { graph, documents })
        : await writeGraph(graph, output, {
            ...(format ? { format } : {}),
            mixed: Boolean(mixed),
            version: gexfVersion,
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
