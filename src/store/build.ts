import { isDeepStrictEqual } from 'node:util';
import { asyncBatches } from '../batches.ts';
import { MailuoError } from '../errors.ts';
import { buildTable, type GraphOptions, type Reduced } from '../graph/build.ts';
import { graphOf } from '../graph/graph.ts';
import type { FileFilter } from '../ingest/files.ts';
import type { ReadOptions } from '../ingest/options.ts';
import { listSources, type ReadResult, readSources } from '../ingest/read.ts';
import { annotateAll, annotatorOf, BATCH, factsOf, type Knowledge } from '../pipeline.ts';
import type { AnnotatedDocument, Document, Skipped } from '../types.ts';
import type { Store } from './store.ts';

/** How files become a graph. */
export interface BuildOptions extends Partial<ReadOptions>, FileFilter, GraphOptions {
  readonly knowledge: Knowledge;
  /**
   * Documents of an earlier build. Those that are read again are annotated again only when content
   * or annotator differ. Default: none.
   */
  readonly previous?: readonly AnnotatedDocument[];
  /** Forget earlier documents that the inputs do not give. Default false: they stay. */
  readonly prune?: boolean;
  /** Called after each source. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a build is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly id: string;
}

/** What became of one source: its annotated documents, what was skipped, and the bytes that were read. */
export interface Annotation {
  readonly source: string;
  readonly bytes: number;
  readonly annotated: readonly AnnotatedDocument[];
  readonly skipped: readonly Skipped[];
}

/** What became of all sources. */
export interface BuildReport {
  readonly skipped: readonly Skipped[];
  /** How many documents were annotated; the others are as an earlier build left them. */
  readonly annotated: number;
  /** Ids of earlier documents that were not given. They are in the graph, or with `prune` forgotten. */
  readonly notGiven: readonly string[];
  /** The same of those that are in what had to be skipped this time. */
  readonly unread: readonly string[];
  /** Ids of earlier documents that are no longer in what was given. They are not in the graph. */
  readonly gone: readonly string[];
  /** Read from all sources together. */
  readonly bytes: number;
}

/** A graph that was built, with what became of its sources. */
export interface BuildResult extends Store, BuildReport {}

/**
 * The map over files: read and annotate one source after the other.
 * @param inputs files, folders, globs, or `-` for standard input
 * @throws MailuoError `NOT_FOUND` when an input names nothing
 */
export async function* annotateSources(
  inputs: readonly string[],
  { knowledge, previous = [], onProgress, ...options }: BuildOptions,
): AsyncGenerator<Annotation> {
  const sources = await listSources(inputs, options);
  const known = new Map(previous.map((document) => [document.id, document]));
  let done = 0;
  for await (const part of asyncBatches(readSources(sources, options), BATCH, lengthOf)) {
    const given = part.flatMap(({ documents }) => documents.map(({ document }) => document));
    const annotated = annotateAnew(given, known, knowledge);
    let next = 0;
    for (const { id, bytes, documents, skipped } of part) {
      const own = annotated.slice(next, next + documents.length);
      next += documents.length;
      yield { source: id, bytes, annotated: own, skipped };
      onProgress?.({ done: ++done, total: sources.length, id });
    }
  }
}

function lengthOf({ documents }: ReadResult): number {
  return documents.reduce((sum, { document }) => sum + document.text.length, 0);
}

/** Annotations of documents: earlier ones where they are what annotating would give again. */
function annotateAnew(
  documents: readonly Document[],
  earlier: ReadonlyMap<string, AnnotatedDocument>,
  knowledge: Knowledge,
): AnnotatedDocument[] {
  const annotator = annotatorOf(knowledge);
  const current = documents.map((document) => {
    const known = earlier.get(document.id);
    const isCurrent =
      known?.annotator === annotator && isDeepStrictEqual(factsOf(known), factsOf(document));
    return isCurrent ? known : undefined;
  });
  const anew = documents.filter((_, index) => !current[index]);
  const annotated = annotateAll(anew, knowledge).values();
  return current.map((known) => known ?? annotated.next().value!);
}

/**
 * Build a graph from files, and from the documents of an earlier build. The graph is that of a
 * build of all its documents at once.
 *
 * @example
 * const knowledge = loadKnowledge();
 * const store = await buildStore(['docs/'], { knowledge });
 * await saveStore('docs.mailuo', store);
 * const { documents: previous } = await openStore('docs.mailuo');
 * const larger = await buildStore(['more/'], { knowledge, previous });
 *
 * @throws MailuoError `NOT_FOUND` when an input names nothing, or when no document could be read
 */
export async function buildStore(
  inputs: readonly string[],
  options: BuildOptions,
): Promise<BuildResult> {
  const { table, ...built } = await buildReduced(inputs, options);
  return { graph: graphOf(table), ...built };
}

/** The same for those who write the graph to a file and need it in no other form. */
export async function buildReduced(
  inputs: readonly string[],
  options: BuildOptions,
): Promise<Reduced & BuildReport> {
  const { knowledge, previous = [], prune = false, onProgress } = options;
  const documents: AnnotatedDocument[] = [];
  const skipped: Skipped[] = [];
  const sources = new Set<string>();
  let bytes = 0;
  for await (const annotation of annotateSources(inputs, options)) {
    bytes += annotation.bytes;
    documents.push(...annotation.annotated);
    skipped.push(...annotation.skipped);
    sources.add(annotation.source);
  }
  const { notGiven, unread, gone } = sortOut(previous, documents, { sources, skipped });
  if (!prune) documents.push(...refreshed([...notGiven, ...unread], knowledge));
  if (documents.length === 0) {
    const reasons = skipped.map(({ id, reason }) => `\n  ${id}: ${reason}`).join('');
    throw new MailuoError('NOT_FOUND', `${inputs.join(' ')}: no document could be read${reasons}`);
  }
  const total = documents.length + skipped.length;
  onProgress?.({ done: total, total, id: 'linking, measuring, laying out' });
  const earlier = new Set(previous);
  const annotated = documents.filter((document) => !earlier.has(document)).length;
  const earlierIds = {
    notGiven: notGiven.map(({ id }) => id),
    unread: unread.map(({ id }) => id),
    gone: gone.map(({ id }) => id),
  };
  return { ...buildTable(documents, options), ...earlierIds, skipped, annotated, bytes };
}

/** Earlier documents that are not given again, by the reason. */
function sortOut(
  previous: readonly AnnotatedDocument[],
  documents: readonly AnnotatedDocument[],
  read: { readonly sources: ReadonlySet<string>; readonly skipped: readonly Skipped[] },
) {
  const given = new Set(documents.map(({ id }) => id));
  const failed = new Set(read.skipped.map(({ id }) => id));
  const absent = previous.filter(({ id }) => !given.has(id));
  const named = absent.filter(({ id }) => comesFrom(id, read.sources));
  return {
    notGiven: absent.filter(({ id }) => !comesFrom(id, read.sources)),
    unread: named.filter(({ id }) => comesFrom(id, failed)),
    gone: named.filter(({ id }) => !comesFrom(id, failed)),
  };
}

/** Annotations as this program makes them; what somebody else annotated and merged is theirs. */
function refreshed(
  earlier: readonly AnnotatedDocument[],
  knowledge: Knowledge,
): AnnotatedDocument[] {
  const isOurs = ({ annotator }: AnnotatedDocument) => annotator !== undefined;
  const known = new Map(earlier.map((document) => [document.id, document]));
  const anew = annotateAnew(earlier.filter(isOurs), known, knowledge).values();
  return earlier.map((document) => (isOurs(document) ? anew.next().value! : document));
}

/** Whether a document is a source, a row of one (`a.csv#3`) or a file in one (`a.zip/b.txt`). */
function comesFrom(id: string, sources: ReadonlySet<string>): boolean {
  if (sources.has(id)) return true;
  return [...id.matchAll(/[#/]/g)].some(({ index }) => sources.has(id.slice(0, index)));
}

/**
 * `buildGraph` with the documents beside the graph, as `saveStore` and questions about documents want
 * them. Errors as of `buildGraph`.
 *
 * @example
 * const { graph } = reduce([...first.documents, ...second.documents]);
 */
export function reduce(documents: readonly AnnotatedDocument[], options: GraphOptions = {}): Store {
  const { table, ...rest } = buildTable(documents, options);
  return { graph: graphOf(table), ...rest };
}
