import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Window } from '../graph/attributes.ts';
import { listSources } from '../ingest/read.ts';
import { loadKnowledge } from '../pipeline.ts';
import { buildReduced } from '../store/build.ts';
import { openAnnotations } from '../store/file.ts';
import { curationFor, curationOption, warnOfUnknown } from './curation.ts';
import { inputsArgument, windowOption } from './options.ts';
import { message } from './output.ts';
import { addPreferences, type PreferenceOptions, preferencesOf } from './preferences.ts';
import { progressBar } from './progress.ts';
import {
  addReading,
  checkStrict,
  type ReadingOptions,
  readOptionsOf,
  strictOption,
} from './reading.ts';
import { checkOutput, saveInterruptibly } from './saving.ts';
import { summary } from './summary.ts';

interface BuildCommand extends PreferenceOptions, ReadingOptions {
  readonly output: string;
  readonly window?: Window;
  readonly curation?: string;
  readonly prune?: boolean;
  readonly layout: Layout;
  readonly strict?: boolean;
}

/** Whether the entities of the earlier graph stay where they are. */
const LAYOUTS = ['keep', 'fresh'] as const;
type Layout = (typeof LAYOUTS)[number];

export function command(): Command {
  return addReading(addPreferences(new Command('build')))
    .description(
      'Build a graph from documents: text, web pages, PDF, Office files, tables, mail, archives',
    )
    .addArgument(inputsArgument())
    .requiredOption('-o, --output <file>', 'the .mailuo file to write, or to add to')
    .option('--prune', 'forget documents of the file that are not given')
    .addOption(
      new Option('--layout <how>', 'where entities of the file are drawn: as before, or all anew')
        .choices(LAYOUTS)
        .default('keep'),
    )
    .addOption(strictOption())
    .addOption(windowOption('sentence, or as the file has it'))
    .addOption(curationOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo build docs/ -o docs.mailuo
  $ mailuo build 'news/2024-*.txt' report.html -o news.mailuo
  $ curl -s https://example.org/a.html | mailuo build - -o a.mailuo
  $ mailuo build docs/ -o docs.mailuo --lexicon names.tsv --stop stop.txt
  $ mailuo build docs/ -o docs.mailuo --categories organization,person
  $ mailuo build docs/ -o docs.mailuo --window paragraph
  $ mailuo build docs/ -o docs.mailuo --curation decisions.yaml
  $ mailuo build docs/ -o docs.mailuo --prune        exactly what is in docs/ now
  $ mailuo build docs/ -o docs.mailuo --layout fresh lay it out as a build of all at once
  $ mailuo build docs/ -o docs.mailuo --include '*.pdf' --exclude 'drafts/**'
  $ mailuo build articles.xlsx -o articles.mailuo --text-field 正文 --date-field 日期

Where the file is there already, only new and changed documents are annotated, and all when the
model, the lexicon or the preferences changed; documents that are not given stay, unless --prune
says otherwise. The graph is the same as that of a build of all these documents at once, but that
what was drawn before stays where it is and what is new finds room beside its neighbours; with
--layout fresh, or where most is new, all is laid out anew and is the same to the byte.
Decisions are replayed at every build and change no annotation: without one, all is as it was.
  - merge: [智翔金泰, 智翔金泰公司]            one entity, named as the first
    reason: the same firm
Other decisions: never-merge: [A, B]; split: A (short for nothing); rename: A and to: B; retype: A and
to: place; alias: X and of: A; drop: A; drop: {from: A, to: B, predicate: 打造}. Each needs a reason.
Documents that cannot be read are listed at the end with the reason, and stay as an earlier build left
them; with --strict the exit status then is 1. Standard input is the document "stdin", each time. The graph appears complete or not at all.`,
    )
    .action(async (inputs: string[], options: BuildCommand) => {
      const { output, window, prune = false, layout, strict } = options;
      await checkOutput(output);
      const reading = { ...readOptionsOf(options), output };
      await listSources(inputs, reading); // wrong paths are told before the lexicon is loaded
      const preferences = preferencesOf(options);
      const curation = curationFor(output, options.curation);
      const earlier = existsSync(output) ? await openAnnotations(output) : undefined;
      const started = performance.now();
      const knowledge = loadKnowledge(message, preferences);
      const loaded = performance.now();
      const bar = progressBar();
      const built = await buildReduced(inputs, {
        ...reading,
        knowledge,
        window: window ?? earlier?.attributes.window ?? 'sentence',
        previous: earlier?.documents ?? [],
        prune,
        curation,
        positions: layout === 'keep' ? earlier?.positions : undefined,
        onProgress: bar.update,
      }).finally(bar.stop);
      await saveInterruptibly(output, built, earlier?.edition);
      warnOfUnknown(built);
      if (earlier?.attributes.curation && !curation) message(UNCURATED);
      const times = { loading: loaded - started, building: performance.now() - loaded };
      message(summary(built, { ...times, prune }));
      message(`\nWrote ${output}. Look at it: mailuo view ${output}`);
      checkStrict(strict, built.skipped.length);
    });
}

const UNCURATED =
  'warning: the earlier graph was made with decisions that this one lacks; give them with --curation';
