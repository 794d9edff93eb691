import path from 'node:path';
import {
  CATEGORIES,
  type Category,
  RELATION_KINDS,
  type RelationKind,
  STATUSES,
  type Status,
} from '../types.ts';
import { type Cluster, loadClusters } from './clusters.ts';
import { loadCountries } from './countries.ts';
import { type Division, loadDivisions } from './divisions.ts';
import { type Gazetteer, gazetteer } from './gazetteer.ts';
import { loadGiven } from './given.ts';
import { type PhraseIndex, phraseIndex } from './phrases.ts';
import { DATA_FOLDER, oneOf, readTable } from './table.ts';

/** A name of general knowledge. */
export interface KnownName {
  readonly category: Category;
  /** The name of which this is an alias, or the name itself. */
  readonly canonical: string;
}

/** The ending of a name. */
export interface Suffix {
  readonly category: Category;
  /** `strong`: the ending makes a name of what stands before it; `weak`: only beside a proper name. */
  readonly strength: 'strong' | 'weak';
}

/** All general knowledge about names and words. A value, loaded once and passed in. */
export interface Lexicon {
  readonly names: PhraseIndex<KnownName>;
  /** Administrative divisions, with what they lie in. */
  readonly divisions: Gazetteer;
  /** Canonical names of countries: none lies in what stands before it. */
  readonly countries: ReadonlySet<string>;
  readonly suffixes: PhraseIndex<Suffix>;
  readonly surnames: ReadonlySet<string>;
  /** Characters of transliterated names. */
  readonly transliteration: ReadonlySet<string>;
  readonly titles: PhraseIndex<true>;
  /** Words with which a description begins, but no name: 全市, 该, 重点. */
  readonly generic: ReadonlySet<string>;
  /** Words that the segmenter takes for names but that are none. */
  readonly stopwords: ReadonlySet<string>;
  /** Verbs that may stand inside a name: 投资, 管理. */
  readonly innerVerbs: ReadonlySet<string>;
  /** Words that are verbs in news, though the segmenter's dictionary tags them otherwise. */
  readonly verbs: ReadonlySet<string>;
  /** Predicates that link two entities, with the kind of relation they make. */
  readonly predicates: PhraseIndex<RelationKind>;
  /** Cues that a clause denies, plans or reports: 未, 拟, 据悉. */
  readonly modality: PhraseIndex<Status>;
  /** Classes of words that stand beside the same words. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** For each code unit how common it is in given names, 0 to 4. */
  readonly given: Uint8Array;
}

/**
 * Load the lexicon.
 * @param folder of lexicon files; the formats are described in data/README.md
 * @throws MailuoError `INVALID_FILE` with file and line when an entry is wrong
 */
export function loadLexicon(folder: string = path.join(DATA_FOLDER, 'lexicon')): Lexicon {
  const table = (file: string, min: number, max = min) =>
    readTable(path.join(folder, file), { min, max });
  const words = (file: string) => new Set(table(file, 1).map((row) => row.columns[0]!));
  const divisions = loadDivisions();
  const names = phraseIndex(knownNames(table('names.tsv', 2, 20), divisions));
  const isDivision = new Set(divisions.map(({ name }) => name));
  return {
    names,
    divisions: gazetteer(divisions, (name) => {
      const known = names.get(name);
      return known !== undefined && !isDivision.has(known.canonical);
    }),
    countries: loadCountries((name) => names.get(name)?.canonical ?? name),
    suffixes: phraseIndex(
      table('suffixes.tsv', 3).map((row): [string, Suffix] => [
        row.columns[0]!,
        { category: oneOf(row, 1, CATEGORIES), strength: oneOf(row, 2, ['strong', 'weak']) },
      ]),
    ),
    surnames: words('surnames.txt'),
    transliteration: words('transliteration.txt'),
    titles: phraseIndex(table('titles.txt', 1).map((row) => [row.columns[0]!, true] as const)),
    generic: words('generic.txt'),
    stopwords: words('stopwords.txt'),
    innerVerbs: words('inner-verbs.txt'),
    verbs: words('verbs.txt'),
    predicates: phraseIndex(
      table('predicates.tsv', 2).map(
        (row) => [row.columns[0]!, oneOf(row, 1, RELATION_KINDS)] as const,
      ),
    ),
    modality: phraseIndex(
      table('modality.tsv', 2).map((row) => [row.columns[0]!, oneOf(row, 1, STATUSES)] as const),
    ),
    clusters: loadClusters(),
    given: loadGiven(),
  };
}

/** The names of the lexicon file, then those of administrative divisions. */
function* knownNames(
  rows: ReturnType<typeof readTable>,
  divisions: readonly Division[],
): Generator<[string, KnownName]> {
  for (const row of rows) {
    const [name, , ...aliases] = row.columns as [string, ...string[]];
    const known = { category: oneOf(row, 1, CATEGORIES), canonical: name };
    for (const form of [name, ...aliases]) yield [form, known];
  }
  for (const { name, shortName } of divisions) {
    const known: KnownName = { category: 'place', canonical: name };
    yield [name, known];
    if (shortName) yield [shortName, known];
  }
}
