import { MailuoError } from '../errors.ts';
import { buildGraph, type GraphOptions } from '../graph/build.ts';
import { recallNames } from '../graph/recall.ts';
import { listSources, type ReadOptions, readSource } from '../ingest/read.ts';
import { annotate, annotatorOf, type Knowledge } from '../pipeline.ts';
import type { AnnotatedDocument, Document, Skipped } from '../types.ts';
import type { Store } from './file.ts';

export interface BuildOptions extends Partial<ReadOptions>, GraphOptions {
  readonly knowledge: Knowledge;
  /**
   * Documents of an earlier build. Those that are read again are annotated again only when content
   * or annotator differ. Default: none.
   */
  readonly previous?: readonly AnnotatedDocument[];
  /** Forget earlier documents that the inputs do not name. Default false: they stay. */
  readonly prune?: boolean;
  /** Called after each source. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly id: string;
}

/** An annotated document, or why there is none, with the bytes that were read for it. */
export type Annotation = { readonly bytes: number } & (
  | { readonly annotated: AnnotatedDocument }
  | { readonly skipped: Skipped }
);

export interface BuildResult extends Store {
  readonly skipped: readonly Skipped[];
  /** How many documents were annotated; the others are as an earlier build left them. */
  readonly annotated: number;
  /** Ids of earlier documents that were not given. They are in the graph, or with `prune` forgotten. */
  readonly notGiven: readonly string[];
  /** Read from all sources together. */
  readonly bytes: number;
}

/**
 * The map over files: read and annotate one source after the other.
 * @param inputs files, folders, globs, or `-` for standard input
 * @throws MailuoError `NOT_FOUND` when an input names nothing
 */
export async function* annotateSources(
  inputs: readonly string[],
  { knowledge, previous = [], onProgress, ...options }: BuildOptions,
): AsyncGenerator<Annotation> {
  const sources = await listSources(inputs);
  const known = new Map(previous.map((document) => [document.id, document]));
  for (const [index, source] of sources.entries()) {
    const result = await readSource(source, options);
    if ('skipped' in result) yield result;
    else {
      const { bytes, document } = result;
      yield { bytes, annotated: annotateAnew(document, known.get(document.id), knowledge) };
    }
    onProgress?.({ done: index + 1, total: sources.length, id: source.id });
  }
}

/** An earlier annotation where it is what annotating would give again. */
function annotateAnew(
  document: Document,
  earlier: AnnotatedDocument | undefined,
  knowledge: Knowledge,
): AnnotatedDocument {
  const isCurrent =
    earlier?.annotator === annotatorOf(knowledge) &&
    earlier.text === document.text &&
    earlier.title === document.title &&
    earlier.date === document.date;
  return isCurrent ? earlier : annotate(document, knowledge);
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
  const { knowledge, previous = [], prune = false, onProgress } = options;
  const documents: AnnotatedDocument[] = [];
  const skipped: Skipped[] = [];
  let bytes = 0;
  for await (const annotation of annotateSources(inputs, options)) {
    bytes += annotation.bytes;
    if ('annotated' in annotation) documents.push(annotation.annotated);
    else skipped.push(annotation.skipped);
  }
  const given = new Set([...documents, ...skipped].map(({ id }) => id));
  const others = previous.filter(({ id }) => !given.has(id));
  // What somebody else annotated and merged is theirs.
  const refresh = (other: AnnotatedDocument) =>
    other.annotator === undefined ? other : annotateAnew(other, other, knowledge);
  if (!prune) documents.push(...others.map(refresh));
  if (documents.length === 0) {
    const reasons = skipped.map(({ id, reason }) => `\n  ${id}: ${reason}`).join('');
    throw new MailuoError('NOT_FOUND', `${inputs.join(' ')}: no document could be read${reasons}`);
  }
  const total = documents.length + skipped.length;
  onProgress?.({ done: total, total, id: 'linking, measuring, laying out' });
  const earlier = new Set(previous);
  const annotated = documents.filter((document) => !earlier.has(document)).length;
  const notGiven = others.map(({ id }) => id);
  return { ...reduce(documents, options), skipped, annotated, notGiven, bytes };
}

/**
 * The reduce over annotated documents, whoever annotated them.
 * @throws MailuoError `INVALID_ARGUMENT` when two have the same id, or the window is none
 */
export function reduce(documents: readonly AnnotatedDocument[], options: GraphOptions = {}): Store {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find((document, index) => sorted[index - 1]?.id === document.id);
  if (twice) {
    throw new MailuoError('INVALID_ARGUMENT', `"${twice.id}": two documents have this id`);
  }
  const recalled = recallNames(sorted);
  return { graph: buildGraph(recalled, options), documents: recalled };
}
