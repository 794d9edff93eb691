import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { clean } from '../ingest/clean.ts';
import { titleOf } from '../ingest/document.ts';
import { STDIN } from '../ingest/files.ts';
import { listSources } from '../ingest/read.ts';
import { annotate, type Knowledge, loadKnowledge } from '../pipeline.ts';
import { annotateSources } from '../store/build.ts';
import { parseDocument } from '../store/lines.ts';
import { inputsArgument } from './options.ts';
import { message, printAll } from './output.ts';
import { addPreferences, type PreferenceOptions, preferencesOf } from './preferences.ts';
import { progressBar } from './progress.ts';
import {
  addReading,
  checkStrict,
  type ReadingOptions,
  readOptionsOf,
  strictOption,
} from './reading.ts';

interface AnnotateOptions extends PreferenceOptions, ReadingOptions {
  readonly raw?: boolean;
  readonly strict?: boolean;
}

export function command(): Command {
  return addReading(addPreferences(new Command('annotate')))
    .description('Print mentions and relations, one JSON document a line: the map step on its own')
    .addArgument(inputsArgument())
    .option('--raw', 'with -: do not clean the text, so that offsets are those of the input')
    .addOption(strictOption())
    .addHelpText(
      'after',
      `
With -, standard input holds JSON lines {"id": "...", "text": "..."}, answered in the same order.
A "date" (2024-03-18) says when a document was published: times such as 去年 are resolved against it.
"title", "source", "authors" and "photographers" are kept. Options for reading files do not apply.

Examples:
  $ mailuo annotate docs/ > docs.jsonl
  $ echo '{"id": "1", "text": "巴南区委书记何友生介绍。"}' | mailuo annotate -
  $ mailuo annotate - < documents.jsonl | mailuo merge - -o all.mailuo
  $ mailuo annotate docs/ --lexicon names.tsv --categories organization,person`,
    )
    .action(async (inputs: string[], options: AnnotateOptions) => {
      const fromStdin = inputs.includes(STDIN);
      if (fromStdin && inputs.length > 1) {
        throw new MailuoError('INVALID_ARGUMENT', '-: holds JSON lines; annotate files apart');
      }
      if (!fromStdin) await listSources(inputs);
      const knowledge = loadKnowledge(message, preferencesOf(options));
      await printAll(
        fromStdin ? annotateLines(knowledge, options) : annotateFiles(inputs, knowledge, options),
      );
    });
}

async function* annotateLines(
  knowledge: Knowledge,
  { raw, strict }: Pick<AnnotateOptions, 'raw' | 'strict'>,
): AsyncGenerator<string> {
  let [number, missing] = [0, 0];
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { text: given, title, date, ...facts } = parseDocument(line, `stdin:${number}`);
      const text = raw ? given : clean(given);
      const document = { ...facts, title: title ?? titleOf(text), text, ...(date && { date }) };
      yield JSON.stringify(annotate(document, knowledge));
    } catch (error) {
      report((error as Error).message);
      missing++;
    }
  }
  checkStrict(strict, missing);
}

async function* annotateFiles(
  inputs: readonly string[],
  knowledge: Knowledge,
  options: AnnotateOptions,
): AsyncGenerator<string> {
  const bar = progressBar();
  const annotations = annotateSources(inputs, {
    ...readOptionsOf(options),
    knowledge,
    onProgress: bar.update,
  });
  let [found, missing] = [0, 0];
  try {
    for await (const { annotated, skipped } of annotations) {
      for (const document of annotated) yield JSON.stringify(document);
      for (const { id, reason } of skipped) report(`${id}: ${reason}`);
      found += annotated.length;
      missing += skipped.length;
    }
  } finally {
    bar.stop();
  }
  if (found === 0) {
    throw new MailuoError('NOT_FOUND', `${inputs.join(' ')}: no document could be read`);
  }
  checkStrict(options.strict, missing);
}

/** One broken document does not stop the others. */
function report(reason: string): void {
  message(`skipped ${reason}`);
}
