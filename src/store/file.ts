import { open, readdir, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MailuoError } from '../errors.ts';
import type { GraphAttributes } from '../graph/attributes.ts';
import type { Positions } from '../graph/layout.ts';
import { replaceFile } from '../replace.ts';
import type { AnnotatedDocument } from '../types.ts';
import { loadAttributes, loadDocuments, loadGraph, loadPositions } from './load.ts';
import { type Database, openDatabase } from './sqlite.ts';
import type { Store } from './store.ts';
import { APPLICATION_ID, OLDEST_ANNOTATIONS, SCHEMA_VERSION } from './tables.ts';
import { type GraphParts, partsOf, writeTables } from './write.ts';

/** How a graph is written to a file. */
export interface SaveOptions {
  /** Stops the writing and leaves the previous file. */
  readonly signal?: AbortSignal;
  /** The edition of the file that this graph grew from: if it is another one by now, it stays. */
  readonly replaces?: string | undefined;
}

/**
 * Write a store to a file. The file appears complete or not at all: until then the previous one
 * stays, whatever happens to the process or the disk.
 * @throws MailuoError `NOT_WRITTEN` when the disk is full or the file cannot be written, or when
 * another program has written it meanwhile
 *
 * @example
 * await saveStore('docs.mailuo', await buildStore(['docs/'], { knowledge }));
 */
export async function saveStore(
  file: string,
  store: Store,
  options: SaveOptions = {},
): Promise<void> {
  await saveParts(file, partsOf(store), options);
}

/**
 * Write a graph that is given part by part, so that it need not be whole in memory. Each part is
 * walked through once.
 * @throws MailuoError as `saveStore`, and `INVALID_ARGUMENT` when edges are not sorted by key
 *
 * @example
 * await saveParts('large.mailuo', { attributes, documents, entityOf, nodes, edges });
 */
export async function saveParts(
  file: string,
  parts: GraphParts,
  { signal, replaces }: SaveOptions = {},
): Promise<void> {
  await removeLeftovers(file);
  const checkEdition = async () => {
    if (replaces === undefined || replaces === (await editionOf(file))) return;
    const said = `${file}: another program has written it meanwhile, and it stays as it is; build again`;
    throw new MailuoError('NOT_WRITTEN', said);
  };
  const write = async (path: string) => {
    signal?.throwIfAborted();
    const database = openDatabase(path, 'create');
    try {
      await writeTables(database, parts, async () => {
        await setImmediate();
        signal?.throwIfAborted();
      });
    } finally {
      database.close();
    }
  };
  await replaceFile(file, write, checkEdition).catch((error) => {
    throw unwritten(file, error);
  });
}

/** Tells a file from others and from what a later build makes of it. */
export async function editionOf(file: string): Promise<string | undefined> {
  const stats = await stat(file).catch(() => undefined);
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** What the system or SQLite says when a disk or a folder takes nothing. */
const REFUSED =
  /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOENT|SQLITE_(FULL|IOERR\w*|CANTOPEN|READONLY))$/;

/** What the disk refuses is told with a remedy; anything else is not ours to explain. */
function unwritten(file: string, cause: unknown): unknown {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (!REFUSED.test(code)) return cause;
  const remedy = 'make room on the disk, or write to another place';
  return new MailuoError(
    'NOT_WRITTEN',
    `${file}: cannot be written: ${message}; what was there is as it was; ${remedy}`,
    { cause },
  );
}

/** Files of processes that were killed while they wrote. */
async function removeLeftovers(file: string): Promise<void> {
  const { dir, base } = path.parse(await realpath(file).catch(() => file));
  const names = await readdir(dir || '.').catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${base}.`)) continue;
    const process = /^(\d+)\.tmp$/.exec(name.slice(base.length + 1))?.[1];
    if (process && !isRunning(Number(process))) await rm(path.join(dir, name), { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Read a store from a file, with the whole graph. For questions about parts of it see `openGraph`.
 * @throws MailuoError `NOT_FOUND`, or `INVALID_FILE` when it is no graph of a version that is known here
 *
 * @example
 * const { graph, documents } = await openStore('docs.mailuo');
 */
export async function openStore(file: string): Promise<Store> {
  return withDatabase(file, (database) => {
    const documents = loadDocuments(database);
    return { graph: loadGraph(database, documents), documents };
  });
}

/** What a later build needs of an earlier one: its documents, and how its graph was made. */
export interface Annotations {
  /** Sorted by id. */
  readonly documents: readonly AnnotatedDocument[];
  /** Files of earlier versions do not say how many articles there are. */
  readonly attributes: Omit<GraphAttributes, 'articles'>;
  /** Where the nodes of its graph are, by key. */
  readonly positions: Positions;
  /** Of the file, see `SaveOptions`. */
  readonly edition: string | undefined;
}

/**
 * Read the annotated documents of a store without its graph, of earlier versions too. Errors as of
 * `openStore`.
 *
 * @example
 * const { documents: previous } = await openAnnotations('docs.mailuo');
 * const store = await buildStore(['more/'], { knowledge, previous });
 */
export async function openAnnotations(file: string): Promise<Annotations> {
  const edition = await editionOf(file);
  const read = (database: Database) => ({
    edition,
    documents: loadDocuments(database),
    attributes: loadAttributes(database),
    positions: loadPositions(database),
  });
  return withDatabase(file, read, OLDEST_ANNOTATIONS);
}

async function withDatabase<T>(
  file: string,
  read: (database: Database) => T,
  oldest = SCHEMA_VERSION,
): Promise<T> {
  const database = await openChecked(file, oldest);
  try {
    return read(database);
  } catch (cause) {
    throw cause instanceof MailuoError ? cause : unreadable(file, (cause as Error).message, cause);
  } finally {
    database.close();
  }
}

const HEADER = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const NO_GRAPH = 'it is no Mailuo graph; make one with "mailuo build"';

/**
 * Open a file for reading, when it is a graph that this version understands.
 * @param oldest version of the schema that is accepted
 */
export async function openChecked(file: string, oldest = SCHEMA_VERSION): Promise<Database> {
  await checkHeader(file);
  const database = openDatabase(file, 'read');
  try {
    checkVersion(database, oldest);
    return database;
  } catch (cause) {
    database.close();
    throw cause instanceof MailuoError ? cause : unreadable(file, (cause as Error).message, cause);
  }
}

async function checkHeader(file: string): Promise<void> {
  const { header, size } = await firstBytes(file);
  const text = header.toString('latin1');
  if (!text.startsWith(HEADER)) {
    const version = /^\{"format":"mailuo-graph","version":(\d+)/.exec(text)?.[1];
    if (version) throw unreadable(file, versionMessage(Number(version)));
    throw unreadable(file, size === 0 ? 'it is empty' : NO_GRAPH);
  }
  // SQLite would notice only when a question needs what is missing.
  if (header.length < HEADER_BYTES || size < sizeOf(header)) {
    throw unreadable(file, 'it is cut short; copy it again, or remove it and build it anew');
  }
}

/** In bytes, as the header gives page size and number of pages; 1 stands for 65,536. */
function sizeOf(header: Buffer): number {
  const pageSize = header.readUInt16BE(16);
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28);
}

async function firstBytes(file: string): Promise<{ header: Buffer; size: number }> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES));
      return { header: buffer.subarray(0, bytesRead), size };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new MailuoError('NOT_FOUND', `${file}: no such file; make it with "mailuo build"`, {
        cause,
      });
    }
    throw unreadable(file, code === 'EISDIR' ? 'it is a folder' : message, cause);
  }
}

function checkVersion(database: Database, oldest: number): void {
  const [id] = database.all<{ application_id: number }>('PRAGMA application_id');
  if (id!.application_id !== APPLICATION_ID) throw new Error(NO_GRAPH);
  const [row] = database.all<{ user_version: number }>('PRAGMA user_version');
  const version = row!.user_version;
  if (version < oldest || version > SCHEMA_VERSION) throw new Error(versionMessage(version));
}

function versionMessage(version: number): string {
  return `it has version ${version} where ${SCHEMA_VERSION} is known; ${remedyFor(version)}`;
}

function remedyFor(version: number): string {
  if (version > SCHEMA_VERSION) return 'update Mailuo';
  if (version < OLDEST_ANNOTATIONS) return 'remove it and build it anew with "mailuo build"';
  return 'give it to "mailuo build" with -o again, which keeps its documents';
}

function unreadable(file: string, reason: string, cause?: unknown): MailuoError {
  return new MailuoError('INVALID_FILE', `${file}: cannot be read: ${reason}`, { cause });
}
