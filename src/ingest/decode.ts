import { analyse } from 'chardet';
import { fileTypeFromBuffer } from 'file-type';
import { MailuoError } from '../errors.ts';

/** Encodings other than UTF-8 that are taken when the bytes speak for them, with the decoder's label. */
const LEGACY: Readonly<Record<string, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};

/** How much is enough to tell an encoding. */
const SAMPLE_BYTES = 65536;

/** How much less sure, in percent, the guess of GB18030 may be than another. */
const GB18030_BONUS = 15;

/**
 * Turn the bytes of a text file into a string.
 * @throws MailuoError `UNSUPPORTED_FORMAT` when the bytes are no text in a known encoding.
 */
export async function decode(bytes: Uint8Array): Promise<string> {
  const encoding = markedEncoding(bytes) ?? (await unmarkedEncoding(bytes));
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (encoding === 'utf-8') return decodeLegacy(bytes);
    throw unreadable(`it looks like ${encoding} but has bytes that are not`, cause);
  }
}

/** The encoding that a byte order mark states. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

async function unmarkedEncoding(bytes: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE_BYTES));
  if (type && type.ext !== 'xml') throw unreadable(`it is ${type.mime}, not text`);
  const looksBinary = bytes.subarray(0, SAMPLE_BYTES).includes(0);
  if (!looksBinary) return 'utf-8';
  const wide = LEGACY[analyse(bytes.subarray(0, SAMPLE_BYTES))[0]?.name ?? ''];
  if (wide?.startsWith('utf-16')) return wide;
  throw unreadable('it is a binary file');
}

function decodeLegacy(bytes: Uint8Array): string {
  for (const encoding of legacyGuesses(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next guess may fit.
    }
  }
  throw unreadable('its encoding is none of UTF-8, UTF-16, GB18030 and Big5');
}

/** Likely encodings, the likeliest first. Short texts fit Big5 as well as GB18030, which is far more common. */
function legacyGuesses(bytes: Uint8Array): Set<string> {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const guesses = analyse(bytes.subarray(first, first + SAMPLE_BYTES))
    .map(({ name, confidence }) => ({
      encoding: LEGACY[name],
      confidence: confidence + (name === 'GB18030' ? GB18030_BONUS : 0),
    }))
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap(({ encoding }) => (encoding ? [encoding] : []));
  return new Set([...guesses, 'gb18030']);
}

function unreadable(why: string, cause?: unknown): MailuoError {
  return new MailuoError(
    'UNSUPPORTED_FORMAT',
    `${why}; give text, Markdown or HTML`,
    cause === undefined ? undefined : { cause },
  );
}
