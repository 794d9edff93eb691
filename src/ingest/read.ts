import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { MailuoError } from '../errors.ts';
import type { Document, Skipped } from '../types.ts';
import { clean } from './clean.ts';
import { decode } from './decode.ts';
import { documentId, listFiles, STDIN } from './files.ts';
import { EXTENSIONS, readerFor } from './formats.ts';
import { unwrap } from './unwrap.ts';

export interface ReadOptions {
  /** Larger files are skipped. In bytes. */
  readonly maxBytes: number;
}

export const READ_DEFAULTS: ReadOptions = { maxBytes: 64 * 1024 * 1024 };

/** What became of one file, and how many bytes it held. */
export type ReadResult = { readonly bytes: number } & (
  | { readonly document: Document }
  | { readonly skipped: Skipped }
);

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
 */
export async function listSources(inputs: readonly string[]): Promise<Source[]> {
  const files = await listFiles(inputs.filter((input) => input !== STDIN));
  const sources: Source[] = files.map((file) => ({ id: documentId(file), file }));
  if (inputs.includes(STDIN)) sources.push({ id: 'stdin' });
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Read one source; whatever is wrong with it is a value, so that the others are still read. */
export async function readSource(
  source: Source,
  options: Partial<ReadOptions> = {},
): Promise<ReadResult> {
  const { maxBytes } = { ...READ_DEFAULTS, ...options };
  let bytes = 0;
  try {
    const content = source.file
      ? await readBytes(source.file, maxBytes)
      : await buffer(process.stdin);
    bytes = content.length;
    checkSize(bytes, maxBytes);
    return { bytes, document: await toDocument(source.id, content) };
  } catch (error) {
    return { bytes, skipped: { id: source.id, reason: reasonOf(error) } };
  }
}

async function readBytes(file: string, maxBytes: number): Promise<Uint8Array> {
  if (!EXTENSIONS.includes(extensionOf(file)) && extensionOf(file) !== '') {
    throw new MailuoError(
      'UNSUPPORTED_FORMAT',
      `no reader for .${extensionOf(file)} files; give ${EXTENSIONS.join(', ')}`,
    );
  }
  checkSize((await stat(file)).size, maxBytes);
  return readFile(file);
}

function checkSize(bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw new MailuoError(
    'UNSUPPORTED_FORMAT',
    `${bytes} bytes are more than the limit of ${maxBytes}; split the file or raise --max-bytes`,
  );
}

async function toDocument(id: string, bytes: Uint8Array): Promise<Document> {
  const source = await decode(bytes);
  const content = readerFor(extensionOf(id), source)(source);
  const text = clean(unwrap(content.text));
  if (text === '') throw new MailuoError('INVALID_FILE', 'holds no text');
  return { id, title: content.title ?? titleOf(text), text };
}

/** The first line, cut where it is too long for a headline. */
export function titleOf(text: string): string {
  const newline = text.indexOf('\n');
  const line = text.slice(0, newline < 0 ? 200 : Math.min(newline, 200)).trim();
  const sentence = /^.*?[。！？]/.exec(line)?.[0] ?? line;
  return [...sentence].slice(0, 60).join('');
}

function extensionOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase();
}

function reasonOf(error: unknown): string {
  if (error instanceof MailuoError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check its permissions';
  if (code === 'ENOENT') return 'is gone, or a link that leads nowhere';
  if (code === 'EISDIR') return 'is a link to a folder; name the folder itself to read it';
  return `could not be read: ${message}`;
}
