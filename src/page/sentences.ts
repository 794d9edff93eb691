import type { KnowledgeGraph } from '../graph/graph.ts';
import type { AnnotatedDocument } from '../types.ts';

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
  /** The sentences behind edge 0, behind edge 1 …, as many for each as its weight. */
  readonly evidence: readonly number[];
}

/**
 * The sentences behind edges, each once.
 * @param edges keys in the order of their numbers
 */
export function sentencesOf(
  graph: KnowledgeGraph,
  edges: readonly string[],
  documents: readonly AnnotatedDocument[],
): Sentences {
  const evidence = edges.map((key) => graph.getEdgeAttribute(key, 'evidence'));
  const numberOf = new Map(documents.map(({ id }, number) => [id, number]));
  const dateOf = (document: string, time?: string) =>
    time ?? documents[numberOf.get(document)!]?.date;

  const told = evidence.flatMap((one) =>
    one.map(({ document, time }) => dateOf(document, time?.value)),
  );
  const dates = distinct(told);
  const dateNumber = new Map(dates.map((date, number) => [date, number]));
  const sources = distinct(documents.map(({ source }) => source));

  const numbers = new Map<string, number>();
  const document: number[] = [];
  const date: (number | null)[] = [];
  const behind = evidence.flatMap((one) =>
    one.map(({ document: id, start, end, time }): number => {
      const when = dateOf(id, time?.value);
      const key = [start, end, when, id].join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, document.length);
      document.push(numberOf.get(id)!);
      date.push(when === undefined ? null : dateNumber.get(when)!);
      return document.length - 1;
    }),
  );
  return {
    documents: {
      id: documents.map(({ id }) => id),
      title: documents.map(({ title }) => title),
      source: documents.map(({ source }) =>
        source === undefined ? null : sources.indexOf(source),
      ),
    },
    sources,
    dates,
    document,
    date,
    evidence: behind,
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}
