import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';
import { type Encoding, encode } from './encode.ts';

const SIMPLIFIED =
  '巴南区委书记何友生介绍，重庆国际生物城位于巴南区，智翔金泰在这里新建了研发中心。\n';
const TRADITIONAL =
  '臺北市政府昨日宣布，將與國立臺灣大學合作，在信義區設立創新研究中心，並邀請學者參加論壇。\n';

const ALL: [Encoding, string][] = [
  ['utf-8', SIMPLIFIED],
  ['utf-8', `${TRADITIONAL}😀𠮷`],
  ['utf-8 with BOM', SIMPLIFIED],
  ['utf-16le with BOM', `${SIMPLIFIED}😀`],
  ['utf-16be with BOM', `${SIMPLIFIED}😀`],
  ['gb18030', SIMPLIFIED],
  ['gb18030', `2023年6月，RCEP服务中心（以下简称“中心”）启用！${SIMPLIFIED}`],
  ['big5', TRADITIONAL],
];

const BINARY: [kind: string, bytes: Uint8Array, message: string][] = [
  ['a PNG image', hex('89504e470d0a1a0a0000000d49484452'), 'image/png'],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'application/pdf'],
  ['a zip archive', hex('504b03041400000008000000000000000000'), 'application/zip'],
  ['a gzip archive', hex('1f8b0800000000000003'), 'application/gzip'],
  ['bytes with NUL of no known type', Uint8Array.from({ length: 512 }, (_, i) => i), 'binary file'],
];

describe('decode', () => {
  it.each(ALL)('reads %s: %s', async (encoding, text) => {
    expect(await decode(encode(text, encoding))).toBe(text);
  });

  it('is tested on the bytes that other programs write', () => {
    expect(encode('中文', 'gb18030')).toEqual(hex('d6d0cec4'));
    expect(encode('中文', 'big5')).toEqual(hex('a4a4a4e5'));
    expect([...encode('中文', 'utf-16be with BOM')]).toEqual([...hex('feff4e2d6587')]);
  });

  it('reads no bytes as no text', async () => {
    expect(await decode(new Uint8Array())).toBe('');
  });

  it.each(BINARY)('refuses %s and says what it is', async (_, bytes, message) => {
    await expect(decode(bytes)).rejects.toMatchObject({
      name: 'MailuoError',
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringContaining(message),
    });
  });

  it('refuses UTF-16 that breaks off within a character', async () => {
    const broken = encode(SIMPLIFIED, 'utf-16le with BOM').subarray(0, -1);
    await expect(decode(broken)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringContaining('utf-16le'),
    });
  });
});

function hex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
