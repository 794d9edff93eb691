import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Put a new file in the place of another one: it appears complete or not at all, whatever happens to
 * the process or the disk. A link still leads where it led, and who may read the file stays as it was.
 * What is no file, such as a pipe, is written to.
 * @param make writes the new file to the path that it is given
 * @param check called before the old file goes; what it throws keeps it
 */
export async function replaceFile(
  file: string,
  make: (path: string) => Promise<void>,
  check: () => Promise<void> = async () => {},
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await stat(target).catch(() => undefined);
  if (before && !before.isFile()) return make(file);
  const temporary = temporaryOf(target, process.pid);
  try {
    await make(temporary);
    if (before) await chmod(temporary, before.mode & 0o777);
    await flush(temporary);
    await check();
    await rename(temporary, target);
    await flush(path.dirname(target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Where a process writes what will replace a file. */
export function temporaryOf(file: string, process: number | string): string {
  return `${file}.${process}.tmp`;
}

/** Wait until the disk has a file, or the names in a folder. */
async function flush(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync().finally(() => handle.close());
}
