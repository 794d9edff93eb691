import { createHash } from 'node:crypto';
import { MailuoError } from '../errors.ts';
import { CATEGORIES, type Category } from '../types.ts';
import { matchingForm } from './matching.ts';
import { type PhraseIndex, phraseIndex } from './phrases.ts';
import { oneOf, type Row, readTable } from './table.ts';

/** A name of the user's own lexicon. */
export interface UserName {
  /** The name as it stands in the graph. */
  readonly name: string;
  readonly category: Category;
  /** Other names of the same thing. */
  readonly aliases?: readonly string[];
}

/** What a user knows better than model and rules. A value, made once and passed in. */
export interface Preferences {
  /** Names and aliases that are mentions wherever they stand, each with its entry. */
  readonly names: PhraseIndex<UserName>;
  /** Names that are never mentions, unless they are among `names`. */
  readonly stop: ReadonlySet<string>;
  /** Mentions of other categories, and relations with them, are left out. */
  readonly categories: ReadonlySet<Category>;
  /** Tells preferences apart; empty for those that prefer nothing. */
  readonly version: string;
}

/** Longer names are no names, but lines that went wrong. In UTF-16 code units. */
export const LONGEST_USER_NAME = 100;

/** What preferences are made of. */
export interface PreferenceLists {
  readonly names?: readonly UserName[];
  readonly stop?: readonly string[];
  readonly categories?: readonly Category[];
}

/**
 * Make preferences: `names` that always win over model and rules (two entries of one name must have
 * one category), exact names to `stop`, which are never mentions, and the `categories` to keep, all by
 * default. All lists may be left out.
 *
 * @example
 * const knowledge = {
 *   ...loadKnowledge(),
 *   preferences: preferences({ names: [{ name: '凌霄计划', category: 'program', aliases: ['凌霄'] }] }),
 * };
 */
export function preferences({
  names = [],
  stop = [],
  categories = CATEGORIES,
}: PreferenceLists): Preferences {
  const forms = names.flatMap((entry) =>
    [entry.name, ...(entry.aliases ?? [])].map((form) => [matchingForm(form), entry] as const),
  );
  return {
    names: phraseIndex(forms),
    stop: new Set(stop.map(matchingForm)),
    categories: new Set(categories),
    version: versionOf({ names, stop, categories }),
  };
}

function versionOf({ names, stop, categories }: Required<PreferenceLists>): string {
  const all = CATEGORIES.filter((category) => categories.includes(category));
  if (names.length === 0 && stop.length === 0 && all.length === CATEGORIES.length) return '';
  const lists = [
    names.map(({ name, category, aliases = [] }) => [name, category, aliases]),
    stop,
    all,
  ];
  return createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 8);
}

/**
 * Read a user's lexicon: name, category and aliases, separated by tabs, one entry a line; `#` begins
 * a comment line.
 * @throws MailuoError `INVALID_FILE` with file and line when the file cannot be read, a category is
 * unknown, a name is missing or too long, or one name is given to two entries
 *
 * @example
 * const knowledge = loadKnowledge(console.error, preferences({ names: readUserNames('names.tsv') }));
 */
export function readUserNames(file: string): UserName[] {
  const owners = new Map<string, { name: string; category: Category; place: string }>();
  return readTable(file, { min: 2, max: Infinity }).map((row) => {
    const [name, , ...others] = row.columns as [string, ...string[]];
    const category = oneOf(row, 1, CATEGORIES);
    const aliases = others.filter((alias) => alias !== '' && alias !== name);
    for (const form of [name, ...aliases]) {
      checkLength(row, form);
      const owner = owners.get(matchingForm(form));
      if (owner && (owner.category !== category || owner.name !== name)) {
        throw new MailuoError(
          'INVALID_FILE',
          `${row.place}: "${form}" already stands for ${owner.name} (${owner.category}) at ${owner.place}; keep one of the two`,
        );
      }
      owners.set(matchingForm(form), { name, category, place: row.place });
    }
    return { name, category, aliases };
  });
}

/**
 * Read a stop list: one name a line; `#` begins a comment line.
 * @throws MailuoError `INVALID_FILE` with file and line when the file cannot be read, a line has
 * more than one column, or a name is too long
 *
 * @example
 * const knowledge = loadKnowledge(console.error, preferences({ stop: readStopNames('stop.txt') }));
 */
export function readStopNames(file: string): string[] {
  return readTable(file, { min: 1, max: 1 }).map((row) => {
    checkLength(row, row.columns[0]!);
    return row.columns[0]!;
  });
}

function checkLength({ place }: Row, name: string): void {
  if (name.length <= LONGEST_USER_NAME) return;
  throw new MailuoError(
    'INVALID_FILE',
    `${place}: "${name.slice(0, 20)}…" has ${name.length} characters where ${LONGEST_USER_NAME} are the most; separate columns with tabs`,
  );
}

/** Of a user who has none. */
export const NO_PREFERENCES = preferences({});
