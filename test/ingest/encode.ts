/** The encodings of the tests; Node writes the first three only. */
export type Encoding =
  | 'utf-8'
  | 'utf-8 with BOM'
  | 'utf-16le with BOM'
  | 'utf-16be with BOM'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5';

/** The bytes of a text file in an encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with BOM') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le with BOM') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'utf-16be with BOM') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return encodeLegacy(text, encoding);
}

/** The decoder of the platform, turned round: all pairs of bytes that stand for one character. */
function encodeLegacy(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = char < '\x80' ? [char.charCodeAt(0)] : pairs.get(char);
      if (!bytes) throw new Error(`${char} is not in ${encoding}`);
      return bytes;
    }),
  );
}
