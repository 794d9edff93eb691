import { type Entry, fromBufferPromise } from 'yauzl';
import { MailuoError } from '../errors.ts';

/** A file in an archive, or why it could not be unpacked. */
export type Unpacked = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly reason: string }
);

/** What archives may still unpack to, shared by all that lie in one file, so that nesting gains nothing. */
export interface Budget {
  readonly limit: number;
  left: number;
}

/** More files than any collection of documents in one archive has. */
const MOST_ENTRIES = 200_000;

/**
 * The files of a ZIP archive in its order, in memory: names are never used as paths.
 * @param budget is spent by what is unpacked
 * @param wanted which files to unpack, by name
 * @throws MailuoError `UNSUPPORTED_FORMAT` when it is encrypted or expands beyond the limit,
 * `INVALID_FILE` when it is broken
 */
export async function unzip(
  bytes: Uint8Array,
  budget: Budget,
  wanted: (name: string) => boolean,
): Promise<Unpacked[]> {
  const files: Unpacked[] = [];
  let entries = 0;
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes), {
      lazyEntries: true,
      decodeStrings: false,
    });
    for await (const entry of archive.eachEntry()) {
      if (++entries > MOST_ENTRIES) throw tooLarge(budget);
      const name = nameOf(entry);
      if (name.endsWith('/') || !wanted(name)) continue;
      if (entry.isEncrypted()) {
        files.push({ name, reason: 'is encrypted; pack it without a password' });
        continue;
      }
      const chunks: Buffer[] = [];
      // What the directory states may be a lie, so that what comes is counted.
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        spend(budget, chunk.length);
        chunks.push(chunk);
      }
      files.push({ name, bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    if (error instanceof MailuoError) throw error;
    throw new MailuoError('INVALID_FILE', `its archive is broken: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return files;
}

/** Without the bit that says UTF-8, names are in the encoding of the packer's system: in China, GBK. */
function nameOf({ fileName }: Entry): string {
  const raw = fileName as unknown as Uint8Array;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // The next one may fit.
    }
  }
  return Buffer.from(raw).toString('latin1');
}

/** @throws MailuoError `UNSUPPORTED_FORMAT` when the limit is reached */
export function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw tooLarge(budget);
}

export function tooLarge({ limit }: Budget): MailuoError {
  return new MailuoError(
    'UNSUPPORTED_FORMAT',
    `it unpacks to more than the limit of ${limit} bytes; unpack it yourself or raise --max-expanded-bytes`,
  );
}
