import { type Command, InvalidArgumentError, Option } from 'commander';
import { MailuoError } from '../errors.ts';
import type { FileFilter } from '../ingest/files.ts';
import { READ_DEFAULTS, type ReadOptions } from '../ingest/options.ts';
import type { Skipped } from '../types.ts';
import { wholeNumber } from './options.ts';

/** What `addReading` adds, as commander parses it. */
export interface ReadingOptions {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly encoding?: string;
  readonly textField?: string;
  readonly titleField?: string;
  readonly dateField?: string;
  readonly sourceField?: string;
  readonly maxBytes: number;
  readonly maxExpandedBytes: number;
  readonly maxNesting: number;
  readonly maxPages: number;
  readonly maxCells: number;
  /** In seconds. */
  readonly timeout: number;
}

/** Options of the commands that read files. */
export function addReading(command: Command): Command {
  const limit = (flags: string, what: string, preset: number, most: number) =>
    new Option(flags, what).default(preset).argParser(wholeNumber(1, most));
  return command
    .option(
      '--include <glob>',
      "only such files of folders and globs ('*.pdf'); repeatable",
      several,
    )
    .option('--exclude <glob>', "no such files ('drafts/**'); repeatable", several)
    .addOption(
      new Option(
        '--encoding <label>',
        'of all text files: gb18030, big5 …; else detected',
      ).argParser(encodingLabel),
    )
    .option('--text-field <name>', 'column of a table, or member of JSON (a.b), with the text')
    .option('--title-field <name>', 'the one with the title')
    .option('--date-field <name>', 'the one with the date')
    .option('--source-field <name>', 'the one with the source')
    .addOption(limit('--max-bytes <n>', 'skip larger files', READ_DEFAULTS.maxBytes, 2 ** 29))
    .addOption(
      limit(
        '--max-expanded-bytes <n>',
        'skip archives that unpack to more',
        READ_DEFAULTS.maxExpandedBytes,
        2 ** 32,
      ),
    )
    .addOption(
      limit('--max-nesting <n>', 'skip archives deeper in archives', READ_DEFAULTS.maxNesting, 10),
    )
    .addOption(limit('--max-pages <n>', 'skip longer PDFs', READ_DEFAULTS.maxPages, 1e6))
    .addOption(limit('--max-cells <n>', 'skip larger tables', READ_DEFAULTS.maxCells, 1e9))
    .addOption(
      limit(
        '--timeout <seconds>',
        'skip files that take longer',
        READ_DEFAULTS.timeout / 1000,
        1e5,
      ),
    );
}

/** What the readers are told. */
export function readOptionsOf(options: ReadingOptions): ReadOptions & FileFilter {
  const { include, exclude, encoding, textField, titleField, dateField, sourceField } = options;
  const { maxBytes, maxExpandedBytes, maxNesting, maxPages, maxCells, timeout } = options;
  return {
    ...{ maxBytes, maxExpandedBytes, maxNesting, maxPages, maxCells, timeout: timeout * 1000 },
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(encoding && { encoding }),
    fields: {
      ...(textField && { text: textField }),
      ...(titleField && { title: titleField }),
      ...(dateField && { date: dateField }),
      ...(sourceField && { source: sourceField }),
    },
  };
}

export const strictOption = () =>
  new Option('--strict', 'exit with 1 when anything had to be skipped');

/** @throws MailuoError `INVALID_FILE` when something was skipped although nothing may be */
export function checkStrict(strict: boolean | undefined, skipped: number): void {
  if (!strict || skipped === 0) return;
  throw new MailuoError('INVALID_FILE', `${skipped} skipped, and --strict allows none`);
}

/** Documents with the same trouble are named once. */
const EXAMPLES = 3;

/** A table of what was skipped and why: each reason once, with how many and which. */
export function skippedTable(skipped: readonly Skipped[]): string {
  const byReason = new Map<string, string[]>();
  for (const { id, reason } of skipped) {
    const known = byReason.get(reason);
    if (known) known.push(id);
    else byReason.set(reason, [id]);
  }
  return [...byReason]
    .sort(([a, ids], [b, others]) => others.length - ids.length || (a < b ? -1 : 1))
    .map(([reason, ids]) => {
      const more = ids.length > EXAMPLES ? ` and ${ids.length - EXAMPLES} more` : '';
      return `skipped ${String(ids.length).padStart(3)}  ${ids.slice(0, EXAMPLES).join(', ')}${more}: ${reason}`;
    })
    .join('\n');
}

function several(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

function encodingLabel(value: string): string {
  try {
    return new TextDecoder(value).encoding;
  } catch {
    throw new InvalidArgumentError('Give a label such as utf-8, gb18030, big5 or utf-16le.');
  }
}
