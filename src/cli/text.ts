import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import type { CleanDocument } from '../ingest/document.ts';
import { listSources, readSources } from '../ingest/read.ts';

import { inputsArgument, jsonOption } from './options.ts';
import { faint, message, print, strong } from './output.ts';
import {
  addReading,
  checkStrict,
  type ReadingOptions,
  readOptionsOf,
  strictOption,
} from './reading.ts';

interface TextOptions extends ReadingOptions {
  readonly explain?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

export function command(): Command {
  return addReading(new Command('text'))
    .description('Print what is kept of documents: clean text, with title, date and source')
    .addArgument(inputsArgument())
    .option('--explain', 'print what was dropped instead, and by which rule')
    .addOption(strictOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo text page.html
  $ mailuo text page.html --explain
  $ mailuo text articles.xlsx --text-field 正文 --json | head -1
  $ mailuo text docs/ --json > docs.jsonl      lines that "mailuo annotate -" reads`,
    )
    .action(async (inputs: string[], { explain, strict, json, ...reading }: TextOptions) => {
      const options = readOptionsOf(reading);
      let [found, missing] = [0, 0];
      for await (const result of readSources(await listSources(inputs, options), options)) {
        for (const document of result.documents) {
          if (json) printLine(document, explain);
          else printDocument(document, explain);
        }
        for (const { id, reason } of result.skipped) message(`skipped ${id}: ${reason}`);
        found += result.documents.length;
        missing += result.skipped.length;
      }
      if (found === 0) {
        throw new MailuoError('NOT_FOUND', `${inputs.join(' ')}: no document could be read`);
      }
      checkStrict(strict, missing);
    });
}

function printLine({ document, dropped }: CleanDocument, explain: boolean | undefined): void {
  print(JSON.stringify(explain ? { id: document.id, dropped } : document));
}

function printDocument({ document, dropped }: CleanDocument, explain: boolean | undefined): void {
  const { id, title, date, source, authors, photographers, text } = document;
  print(strong(`# ${id}`));
  if (explain) {
    for (const { line, rule } of dropped) print(`${rule}\t${line}`);
    return;
  }
  const facts = { title, date, source, authors, photographers };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined) print(faint(`${name}: ${[value].flat().join('、')}`));
  }
  print(`\n${text}\n`);
}
