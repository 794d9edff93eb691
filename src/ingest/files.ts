import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { MailuoError } from '../errors.ts';

/** The argument that stands for standard input. */
export const STDIN = '-';

/**
 * The files behind command-line arguments: files, folders (recursive, hidden ones left out) and globs.
 * Each file once, sorted by path, so that the order of arguments does not matter.
 * @throws MailuoError `NOT_FOUND` when an argument names nothing.
 */
export async function listFiles(inputs: readonly string[]): Promise<string[]> {
  const found = await Promise.all(inputs.map(filesOf));
  return [...new Set(found.flat().map((file) => path.resolve(file)))].sort();
}

async function filesOf(input: string): Promise<string[]> {
  const stats = await stat(input).catch(() => undefined);
  if (stats?.isDirectory()) return filesBelow(input);
  if (stats) return [input];
  const matches = isDynamicPattern(input) ? await glob(input, { absolute: true }) : [];
  if (matches.length > 0) return matches;
  throw new MailuoError('NOT_FOUND', `${input}: no such file or folder, and no file matches it`);
}

/** Symbolic links are listed as files, so that one that leads nowhere is reported, and not followed into folders. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).some(isHidden));
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

/** Documents are named by their path from the working folder, with `/` on every system. */
export function documentId(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}
