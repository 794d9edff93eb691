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
  ['utf-16le', SIMPLIFIED],
  ['utf-16be', TRADITIONAL],
  ['utf-16be', '2023年6月，RCEP服务中心启用！\r\n'],
  ['gb18030', SIMPLIFIED],
  ['gb18030', `2023年6月，RCEP服务中心（以下简称“中心”）启用！${SIMPLIFIED}`],
  ['big5', TRADITIONAL],
];

describe('decode', () => {
  it.each(ALL)('reads %s: %s', (encoding, text) => {
    expect(decode(encode(text, encoding))).toBe(text);
  });

  it('is tested on the bytes that other programs write', () => {
    expect(encode('中文', 'gb18030')).toEqual(hex('d6d0cec4'));
    expect(encode('中文', 'big5')).toEqual(hex('a4a4a4e5'));
    expect([...encode('中文', 'utf-16be with BOM')]).toEqual([...hex('feff4e2d6587')]);
  });

  it('reads no bytes as no text', () => {
    expect(decode(new Uint8Array())).toBe('');
  });

  it('refuses bytes that no text has', () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, i) => i);
    expect(() => decode(bytes)).toThrow(/binary file/);
  });

  it('decodes as it is told, however unlikely', () => {
    expect(decode(encode('中文', 'gb18030'), 'big5')).not.toBe('中文');
    expect(decode(encode(TRADITIONAL, 'big5'), 'big5')).toBe(TRADITIONAL);
  });

  it('says so when the bytes are not of the encoding that it is told', () => {
    expect(() => decode(encode('中文', 'gb18030'), 'utf-8')).toThrow(/not utf-8.*--encoding/);
  });

  it.each(['big5', 'gb2312'])('believes a page that says it is %s', (label) => {
    const page = `<html><head><meta charset="${label}"></head><body>臺灣</body></html>`;
    const encoding = label === 'big5' ? 'big5' : 'gb18030';
    expect(decode(encode(page, encoding))).toBe(page);
  });

  it('takes a character that the end of a sample cuts', () => {
    const bytes = encode(SIMPLIFIED, 'utf-8').subarray(0, 4);
    expect(decode(bytes, undefined, true)).toBe('巴');
    expect(() => decode(bytes, 'utf-8')).toThrow();
  });

  it('refuses UTF-16 that breaks off within a character', () => {
    const broken = encode(SIMPLIFIED, 'utf-16le with BOM').subarray(0, -1);
    expect(() => decode(broken)).toThrow(/utf-16le/);
  });
});

function hex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
