import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { MailuoError } from '../errors.ts';
import type { Skipped } from '../types.ts';
import { type CleanDocument, toDocuments } from './document.ts';
import { documentId, type FileFilter, listFiles, STDIN } from './files.ts';
import { READ_DEFAULTS, type ReadOptions } from './options.ts';
import { reasonOf } from './readers.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

/** What became of one file: its documents, the parts that hold none, and how many bytes it had. */
export interface ReadResult {
  readonly id: string;
  readonly bytes: number;
  readonly documents: readonly CleanDocument[];
  readonly skipped: readonly Skipped[];
}

/** A file or standard input, before it is opened. */
export interface Source {
  readonly id: string;
  /** Undefined for standard input. */
  readonly file?: string;
}

/**
 * The sources behind command-line arguments, in the order of their ids.
 * @param inputs files, folders, globs, or `-` for standard input
 * @throws MailuoError `NOT_FOUND` when an argument names nothing
 *
 * @example
 * const sources = await listSources(['docs/', 'news/*.html']);
 * for await (const { documents } of readSources(sources)) console.log(documents.length);
 */
export async function listSources(
  inputs: readonly string[],
  filter: FileFilter = {},
): Promise<Source[]> {
  const files = await listFiles(
    inputs.filter((input) => input !== STDIN),
    filter,
  );
  const sources: Source[] = files.map((file) => ({ id: documentId(file), file }));
  if (inputs.includes(STDIN)) sources.push({ id: 'stdin' });
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Read sources one after the other; whatever is wrong with one is a value, so that the others are
 * still read.
 *
 * @example
 * for await (const { documents, skipped } of readSources(await listSources(['docs/']))) { … }
 */
export async function* readSources(
  sources: readonly Source[],
  options: Partial<ReadOptions> = {},
): AsyncGenerator<ReadResult> {
  const sandbox = openSandbox();
  const ids = new Set<string>();
  try {
    for (const source of sources) {
      const read = await readSource(source, { ...READ_DEFAULTS, ...options }, sandbox);
      yield withoutTwins(read, ids);
    }
  } finally {
    await sandbox.close();
  }
}

/** Without documents of the name of an earlier one, as an archive may hold them. */
function withoutTwins(read: ReadResult, ids: Set<string>): ReadResult {
  const documents: CleanDocument[] = [];
  const skipped = [...read.skipped];
  for (const one of read.documents) {
    const { id } = one.document;
    if (ids.has(id)) skipped.push({ id, reason: 'another document has this name' });
    else documents.push(one);
    ids.add(id);
  }
  return { ...read, documents, skipped };
}

async function readSource(
  { id, file }: Source,
  options: ReadOptions,
  sandbox: Sandbox,
): Promise<ReadResult> {
  let bytes = 0;
  try {
    const content = file
      ? await readBytes(file, options)
      : await readStream(process.stdin, options);
    bytes = content.length;
    const parts = await sandbox.read(content, file ?? '', options);
    const results = parts.map((part) =>
      'reason' in part
        ? [{ id: id + part.name, reason: part.reason }]
        : toDocuments(id + part.name, part.content),
    );
    const all: (Skipped | CleanDocument)[] = results.flat();
    const documents = all.filter((result) => !('reason' in result)) as CleanDocument[];
    const skipped = all.filter((result) => 'reason' in result) as Skipped[];
    if (all.length === 0) skipped.push({ id, reason: 'holds no documents' });
    return { id, bytes, documents, skipped };
  } catch (error) {
    return { id, bytes, documents: [], skipped: [{ id, reason: reasonOf(error) }] };
  }
}

async function readBytes(file: string, options: ReadOptions): Promise<Uint8Array> {
  const stats = await stat(file);
  // A pipe such as <(command), or a device, does not say how much it holds.
  if (!stats.isFile() && !stats.isDirectory()) return readStream(createReadStream(file), options);
  checkSize(stats.size, options);
  return readFile(file);
}

/** What comes until the end or the limit. */
async function readStream(
  stream: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    checkSize(bytes, options);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkSize(bytes: number, { maxBytes }: ReadOptions): void {
  if (bytes <= maxBytes) return;
  throw new MailuoError(
    'UNSUPPORTED_FORMAT',
    `${bytes} bytes are more than the limit of ${maxBytes}; split the file or raise --max-bytes`,
  );
}
