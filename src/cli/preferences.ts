import { type Command, Option } from 'commander';
import {
  type Preferences,
  preferences,
  readStopNames,
  readUserNames,
} from '../lexicon/preferences.ts';
import { CATEGORIES, type Category } from '../types.ts';
import { listOf } from './options.ts';

/** What `addPreferences` adds, as commander parses it. */
export interface PreferenceOptions {
  readonly lexicon?: string;
  readonly stop?: string;
  readonly categories?: readonly Category[];
}

/** Options of the commands that find names. */
export function addPreferences(command: Command): Command {
  return command
    .option('--lexicon <file>', 'names that always count: name, category, aliases, tab-separated')
    .option('--stop <file>', 'names that never count, unless in --lexicon: one a line')
    .addOption(
      new Option('--categories <list>', 'only mentions of these, separated by commas').argParser(
        listOf(CATEGORIES),
      ),
    );
}

/** @throws MailuoError `INVALID_FILE` with file and line when an entry is wrong */
export function preferencesOf({ lexicon, stop, categories }: PreferenceOptions): Preferences {
  return preferences({
    ...(lexicon && { names: readUserNames(lexicon) }),
    ...(stop && { stop: readStopNames(stop) }),
    ...(categories && { categories }),
  });
}
