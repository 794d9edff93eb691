import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { MailuoError } from '../errors.ts';
import type { Reduced } from '../graph/build.ts';
import { saveParts } from '../store/file.ts';
import { partsOfTable } from '../store/write.ts';

/**
 * Tell before the work, not after it, that the result cannot be written.
 * @throws MailuoError `NOT_FOUND`
 */
export async function checkFolder(file: string): Promise<void> {
  const folder = path.dirname(file);
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new MailuoError(
      'NOT_FOUND',
      `${file}: the folder ${folder} cannot be written to; make it first`,
      { cause },
    );
  }
}

/** On Ctrl-C, leave the previous file and remove what has been written of the new one. */
export async function saveInterruptibly(file: string, reduced: Reduced): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort);
  await saveParts(file, partsOfTable(reduced), controller.signal).finally(() =>
    process.off('SIGINT', abort),
  );
}
