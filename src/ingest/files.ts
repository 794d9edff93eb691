import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import { MailuoError } from '../errors.ts';

/** The argument that stands for standard input. */
export const STDIN = '-';

/** Which files of folders and globs to take: patterns as of globs; one without `/` looks at the name only. */
export interface FileFilter {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** A file that will be written: neither it nor what lies beside it while it is written is read. */
  readonly output?: string;
}

/**
 * The files behind command-line arguments: files, folders (recursive, hidden ones left out) and globs.
 * Each file once, sorted by path, so that the order of arguments does not matter.
 * @throws MailuoError `NOT_FOUND` when an argument names nothing.
 */
export async function listFiles(
  inputs: readonly string[],
  filter: FileFilter = {},
): Promise<string[]> {
  const isTaken = matcherOf(filter);
  const found = await Promise.all(inputs.map((input) => filesOf(input, isTaken)));
  const files = new Set(found.flat().map((file) => path.resolve(file)));
  return [...files].filter((file) => !isWritten(file, filter.output)).sort();
}

/** Whether a file is the output, a journal of it, or what a process that was killed left of it. */
function isWritten(file: string, output: string | undefined): boolean {
  if (output === undefined) return false;
  const written = path.resolve(output);
  return (
    file.startsWith(written) &&
    /^(-journal|-wal|-shm|\.\d+\.tmp)?$/.test(file.slice(written.length))
  );
}

function matcherOf({ include = [], exclude = [] }: FileFilter): (file: string) => boolean {
  const matches = (patterns: readonly string[]) =>
    patterns.map((pattern) => picomatch(pattern, { basename: !pattern.includes('/'), dot: true }));
  const [wanted, unwanted] = [matches(include), matches(exclude)];
  return (file) => {
    const name = file.split(path.sep).join('/');
    return (
      (wanted.length === 0 || wanted.some((match) => match(name))) &&
      !unwanted.some((match) => match(name))
    );
  };
}

/** A file that is named itself is taken whatever it is called. */
async function filesOf(input: string, isTaken: (file: string) => boolean): Promise<string[]> {
  const stats = await stat(input).catch(() => undefined);
  if (stats?.isDirectory()) return filesBelow(input, isTaken);
  if (stats) return [input];
  const matches = isDynamicPattern(input)
    ? await glob(input, { absolute: true, followSymbolicLinks: false })
    : [];
  if (matches.length > 0) return matches.filter((file) => isTaken(documentId(file)));
  throw new MailuoError('NOT_FOUND', `${input}: no such file or folder, and no file matches it`);
}

/**
 * Symbolic links are listed as files, so that one that leads nowhere is reported, and not followed
 * into folders. Pipes, sockets and devices are no files: reading one may never end.
 */
async function filesBelow(folder: string, isTaken: (file: string) => boolean): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    // A folder that may not be read is listed as a file, so that it is reported.
    const entries = await readdir(next, { withFileTypes: true }).catch(() => undefined);
    if (!entries) files.push(next);
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.')) continue;
      const place = path.join(next, entry.name);
      if (entry.isDirectory()) folders.push(place);
      else if (entry.isFile() || entry.isSymbolicLink()) {
        if (isTaken(path.relative(folder, place))) files.push(place);
      }
    }
  }
  return files;
}

/** Documents are named by their path from the working folder, with `/` on every system. */
export function documentId(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}
