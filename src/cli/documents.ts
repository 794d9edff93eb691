import type { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { clustersOf, reprintClusters } from '../graph/reprint.ts';
import { openStore } from '../store/file.ts';
import type { DocumentEntry } from '../store/reader.ts';
import type { Document } from '../types.ts';
import { faint, print, printJson } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('documents', {
    arguments: { name: '[name]' },
    help: `Examples:
  $ mailuo documents docs.mailuo
  $ mailuo documents docs.mailuo 智翔金泰             those that name it, most often first
  $ mailuo documents docs.mailuo --since 2024-03 --q 发布会
  $ mailuo documents docs.mailuo --clusters           which are reprints of each other`,
    instead: {
      flag: 'clusters',
      meaning: 'only documents that reprint each other, a paragraph for each article',
      run: printClusters,
    },
    print(documents) {
      documents.forEach(printDocument);
      if (documents.length === 0) throw new MailuoError('NOT_FOUND', 'no document is like that');
    },
  });
}

async function printClusters(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const { documents } = await openStore(file);
  const byId = new Map(documents.map((document) => [document.id, entryOf(document)]));
  const groups = clustersOf(reprintClusters(documents));
  if (json) return printJson(groups.map((ids) => ids.map((id) => byId.get(id)!)));
  for (const ids of groups) {
    for (const id of ids) printDocument(byId.get(id)!);
    print('');
  }
  const reprints = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const independent = documents.length - reprints;
  print(`${documents.length} documents, ${independent} independent: ${reprints} reprint others`);
}

function entryOf({ id, title, date, source }: Document): DocumentEntry {
  return { id, title, ...(date && { date }), ...(source && { source }) };
}

function printDocument({ id, title, date, source, mentions }: DocumentEntry): void {
  const details = [date, source, mentions && `${mentions} mentions`].filter(Boolean).join(', ');
  print(`${id}  ${title}${details ? faint(`  ${details}`) : ''}`);
}
