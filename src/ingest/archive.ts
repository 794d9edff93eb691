import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseTar } from 'nanotar';
import { MailuoError } from '../errors.ts';
import { type Budget, spend, tooLarge, type Unpacked, unzip } from './zip.ts';

/** The files of an archive, without folders, hidden files and the notes that macOS adds. */
export async function unpack(
  kind: 'zip' | 'tar' | 'gzip',
  bytes: Uint8Array,
  name: string,
  budget: Budget,
): Promise<Unpacked[]> {
  if (kind === 'zip') return unzip(bytes, budget, isWanted);
  if (kind === 'tar') return untar(bytes);
  const inner = await ungzip(bytes, budget);
  return isTar(inner) ? untar(inner) : [{ name: withoutGz(name), bytes: inner }];
}

function untar(bytes: Uint8Array): Unpacked[] {
  try {
    return parseTar(bytes).flatMap(({ name, type, data }) =>
      type === 'file' && data && isWanted(name) ? [{ name, bytes: data }] : [],
    );
  } catch (cause) {
    throw broken(cause);
  }
}

async function ungzip(bytes: Uint8Array, budget: Budget): Promise<Uint8Array> {
  try {
    const inner = await promisify(gunzip)(bytes, { maxOutputLength: Math.max(1, budget.left) });
    spend(budget, inner.length);
    return inner;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(budget);
    throw broken(cause);
  }
}

function isTar(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar';
}

function isWanted(name: string): boolean {
  return !name.split(/[\\/]/).some((part) => part.startsWith('.') || part === '__MACOSX');
}

function withoutGz(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.gz$/i, '');
}

function broken(cause: unknown): MailuoError {
  return new MailuoError('INVALID_FILE', `its archive is broken: ${(cause as Error).message}`, {
    cause,
  });
}
