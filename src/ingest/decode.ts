import { analyse } from 'chardet';
import { MailuoError } from '../errors.ts';

/** Encodings other than UTF-8 that are taken when the bytes speak for them, with the decoder's label. */
const LEGACY: Readonly<Record<string, string>> = { GB18030: 'gb18030', Big5: 'big5' };

/** How much is enough to tell an encoding. */
const SAMPLE_BYTES = 65536;

/** How much less sure, in percent, the guess of GB18030 may be than another. */
const GB18030_BONUS = 15;

/**
 * Turn the bytes of a text file into a string.
 * @param forced label of the encoding that the user says it is in
 * @param cut whether more bytes follow, so that the last character may be incomplete
 * @throws MailuoError `UNSUPPORTED_FORMAT` when the bytes are no text in a known encoding.
 */
export function decode(bytes: Uint8Array, forced?: string, cut = false): string {
  const encoding = forced ?? markedEncoding(bytes) ?? unmarkedEncoding(bytes);
  try {
    return decodeAs(encoding, bytes, cut);
  } catch (cause) {
    if (forced)
      throw unreadable(`it has bytes that are not ${forced}; leave out --encoding`, cause);
    if (encoding === 'utf-8') return decodeLegacy(bytes, cut);
    throw unreadable(`it looks like ${encoding} but has bytes that are not`, cause);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array, cut: boolean): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
}

/** The encoding that a byte order mark states. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function unmarkedEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) return 'utf-8';
  const wide = ['utf-16le', 'utf-16be'].find((encoding) => isWideText(sample, encoding));
  if (wide) return wide;
  throw unreadable('it is a binary file');
}

/** 汉字、假名、中文和西文标点、ASCII：UTF-16 没有字节序标记时，几乎只有这些。 */
const WIDE_TEXT = /[\t\n\r -~\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g;
const WIDE_SHARE = 0.97;

/** Whether units of two bytes are text in one order of bytes; in the other, they are rare signs. */
function isWideText(sample: Uint8Array, encoding: string): boolean {
  const units = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1));
  return (units.match(WIDE_TEXT)?.length ?? 0) >= WIDE_SHARE * units.length;
}

function decodeLegacy(bytes: Uint8Array, cut: boolean): string {
  for (const encoding of legacyGuesses(bytes)) {
    try {
      return decodeAs(encoding, bytes, cut);
    } catch {
      // The next guess may fit.
    }
  }
  throw unreadable(
    'its encoding is none of UTF-8, UTF-16, GB18030 and Big5; force one with --encoding',
  );
}

/** What a page says of itself, where that is one of ours: `<meta charset="big5">`. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label = /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (label?.startsWith('gb')) return 'gb18030';
  return label?.startsWith('big5') ? 'big5' : undefined;
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
  const declared = declaredEncoding(bytes);
  return new Set([...(declared ? [declared] : []), ...guesses, 'gb18030']);
}

function unreadable(why: string, cause?: unknown): MailuoError {
  return new MailuoError('UNSUPPORTED_FORMAT', why, cause === undefined ? undefined : { cause });
}
