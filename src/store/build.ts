import { MailuoError } from '../errors.ts';
import { buildGraph, type GraphOptions } from '../graph/build.ts';
import { recallNames } from '../graph/recall.ts';
import { listSources, type ReadOptions, readSource } from '../ingest/read.ts';
import { annotate, type Knowledge } from '../pipeline.ts';
import type { AnnotatedDocument, Skipped } from '../types.ts';
import type { Store } from './file.ts';

export interface BuildOptions extends Partial<ReadOptions>, GraphOptions {
  readonly knowledge: Knowledge;
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
  { knowledge, onProgress, ...options }: BuildOptions,
): AsyncGenerator<Annotation> {
  const sources = await listSources(inputs);
  for (const [index, source] of sources.entries()) {
    const result = await readSource(source, options);
    if ('skipped' in result) yield result;
    else yield { bytes: result.bytes, annotated: annotate(result.document, knowledge) };
    onProgress?.({ done: index + 1, total: sources.length, id: source.id });
  }
}

/**
 * Build a graph from files.
 *
 * @example
 * const knowledge = loadKnowledge();
 * const store = await buildStore(['docs/'], { knowledge });
 * await saveStore('docs.mailuo', store);
 *
 * @throws MailuoError `NOT_FOUND` when an input names nothing, or when no document could be read
 */
export async function buildStore(
  inputs: readonly string[],
  options: BuildOptions,
): Promise<BuildResult> {
  const documents: AnnotatedDocument[] = [];
  const skipped: Skipped[] = [];
  let bytes = 0;
  for await (const annotation of annotateSources(inputs, options)) {
    bytes += annotation.bytes;
    if ('annotated' in annotation) documents.push(annotation.annotated);
    else skipped.push(annotation.skipped);
  }
  if (documents.length === 0) {
    const reasons = skipped.map(({ id, reason }) => `\n  ${id}: ${reason}`).join('');
    throw new MailuoError('NOT_FOUND', `${inputs.join(' ')}: no document could be read${reasons}`);
  }
  const total = documents.length + skipped.length;
  options.onProgress?.({ done: total, total, id: 'linking, measuring, laying out' });
  return { ...reduce(documents, options), skipped, bytes };
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
