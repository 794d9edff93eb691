import type { DocumentEntry } from '../store/reader.ts';

/** Which sentences stand behind each edge, and where and when: what a page filters by, without the texts. */
export interface Sentences {
  /** By the numbers of an archive. */
  readonly documents: {
    readonly id: readonly string[];
    readonly title: readonly string[];
    /** Position in `sources`; null where it is not known. */
    readonly source: readonly (number | null)[];
  };
  /** Papers, agencies and sites. */
  readonly sources: readonly string[];
  /** Distinct dates in ISO 8601 as exact as they are known, in order: 2024, 2024-03, 2024-07-04/2024-07-06. */
  readonly dates: readonly string[];
  /** Document of each sentence. */
  readonly document: readonly number[];
  /** Position in `dates` of when it is, by the time that it states, else by the date of its document; or null. */
  readonly date: readonly (number | null)[];
  /** The sentences behind edge 0, behind edge 1 …: all wordings, where reprints differ. */
  readonly evidence: readonly number[];
  /** How many of these each edge has: its weight, or more. */
  readonly counts: readonly number[];
}

/** Where a piece of evidence stands, by the number of its document, and the time that it states. */
export interface Piece {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly time?: string | null | undefined;
}

/**
 * The sentences behind edges, each once.
 * @param evidence of each edge, in the order of their numbers
 */
export function sentencesOf(
  evidence: Iterable<readonly Piece[]>,
  documents: readonly Omit<DocumentEntry, 'mentions'>[],
): Sentences {
  const numbers = new Map<string, number>();
  const document: number[] = [];
  const told: (string | undefined)[] = [];
  const behind: number[] = [];
  const counts: number[] = [];
  for (const pieces of evidence) {
    counts.push(pieces.length);
    for (const { document: number, start, end, time } of pieces) {
      const when = time ?? documents[number]!.date;
      const key = `${start} ${end} ${number} ${when}`;
      const known = numbers.get(key) ?? document.length;
      behind.push(known);
      if (known < document.length) continue;
      numbers.set(key, known);
      document.push(number);
      told.push(when);
    }
  }
  const dates = distinct(told);
  const sources = distinct(documents.map(({ source }) => source));
  return {
    documents: {
      id: documents.map(({ id }) => id),
      title: documents.map(({ title }) => title),
      source: positions(
        documents.map(({ source }) => source),
        sources,
      ),
    },
    sources,
    dates,
    document,
    date: positions(told, dates),
    evidence: behind,
    counts,
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}

/** Where each value stands among all; null where there is none. */
function positions(
  values: readonly (string | undefined)[],
  all: readonly string[],
): (number | null)[] {
  const places = new Map(all.map((value, place) => [value, place]));
  return values.map((value) => (value === undefined ? null : places.get(value)!));
}
