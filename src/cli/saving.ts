import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import type { Reduced } from '../graph/build.ts';
import { saveParts } from '../store/file.ts';
import { partsOfTable } from '../store/write.ts';

/**
 * Tell before the work, not after it, that the result cannot be written.
 * @throws MailuoError `NOT_FOUND`, or `NOT_WRITTEN` when the file itself is write-protected
 */
export async function checkOutput(file: string): Promise<void> {
  const folder = path.dirname(file);
  await access(folder, constants.W_OK).catch((cause: NodeJS.ErrnoException) => {
    const remedy = cause.code === 'ENOENT' ? 'make it first' : 'choose another one';
    const said = `${file}: the folder ${folder} cannot be written to; ${remedy}`;
    throw new MailuoError('NOT_FOUND', said, { cause });
  });
  if (!existsSync(file)) return;
  await access(file, constants.W_OK).catch((cause) => {
    throw new MailuoError('NOT_WRITTEN', `${file}: is write-protected`, { cause });
  });
}

/** On Ctrl-C, leave the previous file and remove what has been written of the new one. */
export async function saveInterruptibly(
  file: string,
  reduced: Reduced,
  replaces?: string,
): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort);
  const { signal } = controller;
  await saveParts(file, partsOfTable(reduced), { signal, replaces }).finally(() =>
    process.off('SIGINT', abort),
  );
}
