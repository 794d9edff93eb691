import { MailuoError } from '../errors.ts';
import { buildGraph, type GraphOptions } from '../graph/build.ts';
import { recallNames } from '../graph/recall.ts';
import type { FileFilter } from '../ingest/files.ts';
import type { ReadOptions } from '../ingest/options.ts';
import { listSources, readSources } from '../ingest/read.ts';
import { annotate, type Knowledge } from '../pipeline.ts';
import type { AnnotatedDocument, Skipped } from '../types.ts';
import type { Store } from './file.ts';

export interface BuildOptions extends Partial<ReadOptions>, FileFilter, GraphOptions {
  readonly knowledge: Knowledge;
  /** Called after each source. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly id: string;
}

/** What became of one source: its annotated documents, what was skipped, and the bytes that were read. */
export interface Annotation {
  readonly bytes: number;
  readonly annotated: readonly AnnotatedDocument[];
  readonly skipped: readonly Skipped[];
}

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
  const sources = await listSources(inputs, options);
  let done = 0;
  for await (const { id, bytes, documents, skipped } of readSources(sources, options)) {
    const annotated = documents.map(({ document }) => annotate(document, knowledge));
    yield { bytes, annotated, skipped };
    onProgress?.({ done: ++done, total: sources.length, id });
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
    documents.push(...annotation.annotated);
    skipped.push(...annotation.skipped);
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
