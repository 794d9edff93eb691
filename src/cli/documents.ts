import { Command } from 'commander';
import { clustersOf, reprintClusters } from '../graph/reprint.ts';
import { openStore } from '../store/file.ts';
import type { AnnotatedDocument } from '../types.ts';
import { graphArgument, jsonOption } from './options.ts';
import { faint, print, printJson } from './output.ts';

interface DocumentsOptions {
  readonly clusters?: boolean;
  readonly json?: boolean;
}

export function command(): Command {
  return new Command('documents')
    .description('List the documents of a graph, or the reprints among them')
    .addArgument(graphArgument())
    .option('--clusters', 'only documents that reprint each other, a paragraph for each article')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo documents docs.mailuo
  $ mailuo documents docs.mailuo --clusters
  $ mailuo documents docs.mailuo --json | jq -r '.[].source' | sort | uniq -c`,
    )
    .action(async (file: string, options: DocumentsOptions) => {
      const { documents } = await openStore(file);
      const clusters = reprintClusters(documents);
      const rows = documents.map((document) => rowOf(document, clusters.get(document.id)!));
      if (!options.clusters) return options.json ? printJson(rows) : rows.forEach(printRow);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const groups = clustersOf(clusters).map((ids) => ids.map((id) => byId.get(id)!));
      if (options.json) return printJson(groups);
      for (const group of groups) {
        group.forEach(printRow);
        print('');
      }
      const reprints = groups.reduce((sum, group) => sum + group.length - 1, 0);
      print(
        `${documents.length} documents, ${documents.length - reprints} independent: ${reprints} reprint others`,
      );
    });
}

type Row = Pick<AnnotatedDocument, 'id' | 'title' | 'date' | 'source'> & {
  /** The id of the longest document of its cluster. */
  readonly cluster: string;
};

function rowOf({ id, title, date, source }: AnnotatedDocument, cluster: string): Row {
  return { id, title, ...(date && { date }), ...(source && { source }), cluster };
}

function printRow({ id, title, date, source }: Row): void {
  print(`${id}  ${title}  ${faint([date, source].filter(Boolean).join(' '))}`.trimEnd());
}
