import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import type { Window } from '../graph/attributes.ts';
import { buildTable } from '../graph/build.ts';
import { STDIN } from '../ingest/files.ts';
import { openAnnotations } from '../store/file.ts';
import { parseAnnotated } from '../store/lines.ts';
import type { AnnotatedDocument } from '../types.ts';
import { curationFor, curationOption, warnOfUnknown } from './curation.ts';
import { windowOption } from './options.ts';
import { message } from './output.ts';
import { checkOutput, saveInterruptibly } from './saving.ts';

interface MergeCommand {
  readonly output: string;
  readonly window?: Window;
  readonly curation?: string;
}

export function command(): Command {
  return new Command('merge')
    .description('Build a graph from annotated documents: the reduce step on its own')
    .argument('<files...>', 'what "mailuo annotate" printed, or - for standard input')
    .requiredOption('-o, --output <file>', 'the .mailuo file to write')
    .addOption(windowOption('sentence'))
    .addOption(curationOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo merge a.jsonl b.jsonl -o x.mailuo
  $ mailuo merge a.jsonl b.jsonl -o x.mailuo --window 3
  $ mailuo annotate docs/ | mailuo merge - -o docs.mailuo

The graph is the same as that of "mailuo build" on all documents, in whatever parts they come. A graph
that is there already is replaced.`,
    )
    .action(async (files: string[], { output, window, ...options }: MergeCommand) => {
      await checkOutput(output);
      // Only a graph is replaced.
      const earlier = existsSync(output) ? await openAnnotations(output) : undefined;
      const curation = curationFor(output, options.curation);
      const documents: AnnotatedDocument[] = [];
      for (const file of files) {
        for await (const document of readAnnotated(file)) documents.push(document);
      }
      if (documents.length === 0) {
        throw new MailuoError('INVALID_FILE', `${files.join(' ')}: no annotated documents`);
      }
      const reduced = buildTable(documents, { ...(window && { window }), curation });
      warnOfUnknown(reduced);
      await saveInterruptibly(output, reduced, earlier?.edition);
      const { nodes, edges } = reduced.table;
      const counts = `${nodes.length} nodes, ${edges.length} edges`;
      const lost = earlier ? `, in place of a graph of ${earlier.documents.length} documents` : '';
      message(`Wrote ${output}: ${documents.length} documents, ${counts}${lost}`);
    });
}

async function* readAnnotated(file: string): AsyncGenerator<AnnotatedDocument> {
  const input = file === STDIN ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input })) {
    number++;
    if (line.trim() !== '') yield parseAnnotated(line, `${file}:${number}`);
  }
}
