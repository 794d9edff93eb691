import { Command, Option } from 'commander';
import { FORMATS, writeGraph } from '../export/write.ts';
import { openStore } from '../store/file.ts';
import { graphArgument } from './options.ts';
import { message } from './output.ts';

export function command(): Command {
  return new Command('export')
    .description('Write a graph in a format that other programs read')
    .addArgument(graphArgument())
    .requiredOption('-o, --output <file>', 'the file to write')
    .addOption(new Option('--format <format>', 'default: by the extension').choices(FORMATS))
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
  $ mailuo export docs.mailuo -o docs.json      graphology, lossless, with all evidence`,
    )
    .action(async (file: string, { output, format, mixed, gexfVersion }) => {
      const { graph } = await openStore(file);
      const written = await writeGraph(graph, output, {
        ...(format ? { format } : {}),
        mixed: Boolean(mixed),
        version: gexfVersion,
      });
      message(`Wrote ${written.join(' and ')}: ${graph.order} nodes, ${graph.size} edges`);
    });
}
