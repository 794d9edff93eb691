import { fileTypeFromBuffer } from 'file-type';
import { MailuoError } from '../errors.ts';
import { decode } from './decode.ts';
import { isTableHead } from './table.ts';

/** The kinds of file that there is a reader for, with their extensions. */
const EXTENSIONS_OF = {
  text: ['txt', 'text'],
  markdown: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  pdf: ['pdf'],
  docx: ['docx'],
  epub: ['epub'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  tsv: ['tsv', 'tab'],
  json: ['json', 'jsonl', 'ndjson'],
  mail: ['eml', 'mht', 'mhtml'],
  zip: ['zip'],
  tar: ['tar'],
  gzip: ['gz', 'tgz'],
} as const;
export type Kind = keyof typeof EXTENSIONS_OF;

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  Object.entries(EXTENSIONS_OF).flatMap(([kind, extensions]) =>
    extensions.map((extension) => [extension, kind as Kind] as const),
  ),
);

/** Extensions of the files that can be read, for help and messages. */
export const EXTENSIONS: readonly string[] = [...KIND_OF.keys()];

/** What file-type calls the kinds that show in their first bytes. */
const BINARY: Readonly<Record<string, Kind>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  epub: 'epub',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  zip: 'zip',
  tar: 'tar',
  gz: 'gzip',
  'tar.gz': 'gzip',
};
const BINARY_KINDS: ReadonlySet<Kind> = new Set(Object.values(BINARY));

/** Formats with a way round. */
const REMEDY: Readonly<Record<string, string>> = {
  cfb: 'it is an old Office file (.doc, .xls); save it as .docx or .xlsx',
  rtf: 'it is a rich text file; save it as .docx',
  odt: 'it is an OpenDocument text; save it as .docx',
  ods: 'it is an OpenDocument table; save it as .xlsx',
  pptx: 'it is a presentation; save it as PDF',
  rar: 'it is a RAR archive; pack it as .zip',
  '7z': 'it is a 7-Zip archive; pack it as .zip',
  bz2: 'it is packed by bzip2; pack it as .zip or .gz',
  xz: 'it is packed by xz; pack it as .zip or .gz',
};

/** Enough to recognise a format, and a marked line of text. */
const SAMPLE_BYTES = 65536;
const SAMPLE_CHARACTERS = 4096;

/**
 * What a file is: by its content where that shows, else by its extension.
 * @param encoding forced label of the encoding of texts
 * @throws MailuoError `UNSUPPORTED_FORMAT` when nothing reads it
 */
export async function kindOf(
  bytes: Uint8Array,
  name: string,
  encoding: string | undefined,
): Promise<Kind> {
  const extension = extensionOf(name);
  const named = KIND_OF.get(extension);
  const found = isMarkedText(bytes)
    ? undefined
    : await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found && BINARY[found.ext]) return BINARY[found.ext]!;
  if (found?.ext === 'cfb' && isEncrypted(bytes)) {
    throw unsupported('is encrypted; save it without a password');
  }
  if (found && REMEDY[found.ext]) throw unsupported(REMEDY[found.ext]!);
  if (named && BINARY_KINDS.has(named) && bytes.length > 0) {
    throw unsupported(`it is called .${extension}, but what it holds is not; it may be cut short`);
  }
  if (found && found.ext !== 'xml') {
    throw unsupported(`it is ${found.mime}, not a document`);
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const shown = kindOfText(decode(sample, encoding, true).slice(0, SAMPLE_CHARACTERS));
  if (shown === 'html' || shown === 'mail') return named === 'markdown' ? named : shown;
  if (shown === 'csv' && named === 'text') return shown;
  if (named) return named;
  if (extension !== '') {
    throw unsupported(
      `no reader for .${extension} files; if it is text, call it .txt. Can be read: ${EXTENSIONS.join(', ')}`,
    );
  }
  return shown ?? 'text';
}

/** A byte order mark says text, whatever the next bytes look like. */
function isMarkedText([a, b, c]: Uint8Array): boolean {
  return (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0xef && b === 0xbb && c === 0xbf)
  );
}

/** Office puts what it encrypts into a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

const MAIL_FIELD =
  /^(From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Content-Type):/gim;

function kindOfText(sample: string): Kind | undefined {
  const start = sample.replace(/^\ufeff/, '').trimStart();
  if (/^(<\?xml[^>]{0,200}>\s*)?(<!doctype html|<html[\s>])/i.test(start)) return 'html';
  const head = start.split(/\r?\n\r?\n/, 1)[0]!;
  if (/^[\w-]+:/.test(head) && new Set(head.match(MAIL_FIELD)).size >= 3) return 'mail';
  if (isTableHead(start.split('\n', 1)[0]!)) return 'csv';
  return /^[{[]\s*["{[]/.test(start) ? 'json' : undefined;
}

function extensionOf(name: string): string {
  return /\.([^./\\#]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function unsupported(why: string): MailuoError {
  return new MailuoError('UNSUPPORTED_FORMAT', why);
}
