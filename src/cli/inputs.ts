import { Argument, Option } from 'commander';
import { READ_DEFAULTS } from '../ingest/read.ts';
import { wholeNumber } from './output.ts';

/** What the commands share that read documents. */
export const inputsArgument = () =>
  new Argument('<inputs...>', 'files, folders, globs, or - for standard input');
export const maxBytesOption = () =>
  new Option('--max-bytes <n>', 'skip larger files')
    .default(READ_DEFAULTS.maxBytes)
    .argParser(wholeNumber(1, 2 ** 29));
