import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { MailuoError } from '../errors.ts';
import { FORMATS, graphText, writeGraph } from '../export/write.ts';
import { toHtml } from '../page/html.ts';
import { VIEW } from '../query/parameters.ts';
import { view } from '../query/view.ts';
import { replaceFile } from '../replace.ts';
import { editionOf, openStore } from '../store/file.ts';
import type { Store } from '../store/store.ts';
import { graphArgument } from './options.ts';
import { message, write } from './output.ts';
import { addParameters } from './question.ts';

const KNOWN: readonly string[] = [...FORMATS, 'html'];
/** Stands for standard output. */
const STDOUT = '-';

export function command(): Command {
  return addParameters(new Command('export'), VIEW)
    .description('Write a graph in a format that other programs read')
    .addArgument(graphArgument())
    .requiredOption('-o, --output <file>', 'the file to write, or - for standard output')
    .addOption(new Option('--format <format>', 'default: by the extension').choices(KNOWN))
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
  $ mailuo export docs.mailuo -o - --format json | jq '.nodes | length'

A view leaves out edges, and the entities that lose all theirs; the graph keeps them. Edges carry their
counts, status, significance, first quote with its document, and where all sentences are dated, when;
JSON and RDF carry all sentences.`,
    )
    .action(async (file: string, { output, format, mixed, gexfVersion, base, ...filter }) => {
      const chosen = format ?? path.extname(output).slice(1).toLowerCase();
      checkFormat(chosen, output);
      await checkOther(output, file);
      const { graph: whole, documents } = await openStore(file);
      const graph = view(whole, filter, documents);
      const options = {
        ...{ format: chosen, mixed: Boolean(mixed), version: gexfVersion, base, documents },
      };
      if (output === STDOUT) {
        const store = { graph, documents };
        return write(chosen === 'html' ? await toHtml(store) : graphText(graph, options));
      }
      const written =
        chosen === 'html'
          ? await writeHtml(output, { graph, documents })
          : await writeGraph(graph, output, options);
      return message(`Wrote ${written.join(' and ')}: ${graph.order} nodes, ${graph.size} edges`);
    });
}

/** @throws MailuoError `UNSUPPORTED_FORMAT` before the graph is read */
function checkFormat(format: string, output: string): void {
  if (KNOWN.includes(format)) return;
  const said =
    output === STDOUT ? 'say which with --format' : `"${format}" is no format that is known`;
  throw new MailuoError('UNSUPPORTED_FORMAT', `${output}: ${said}: ${KNOWN.join(', ')}`);
}

/** @throws MailuoError `INVALID_ARGUMENT` when the export would take the graph's place */
async function checkOther(output: string, graph: string): Promise<void> {
  const [written, read] = await Promise.all([output, graph].map(editionOf));
  if (written === undefined || written !== read) return;
  throw new MailuoError(
    'INVALID_ARGUMENT',
    `${output}: is the graph itself; write to another file`,
  );
}

async function writeHtml(output: string, store: Store): Promise<string[]> {
  const html = await toHtml(store);
  await replaceFile(output, (path) => writeFile(path, html));
  return [output];
}
