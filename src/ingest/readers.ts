import { MailuoError } from '../errors.ts';
import { type Part, whole } from './content.ts';
import { decode } from './decode.ts';
import { type Kind, kindOf } from './kind.ts';
import type { ReadOptions } from './options.ts';
import type { Budget, Unpacked } from './zip.ts';

/**
 * The documents in a file. Whatever is wrong is a value, so that the other parts are still read.
 * @param name of the file, which counts where its content does not say what it is
 */
export async function readParts(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<Part[]> {
  return readFile(bytes, name, {
    options,
    budget: { limit: options.maxExpandedBytes, left: options.maxExpandedBytes },
    depth: 0,
  });
}

/** What reading a file in an archive depends on beside the file. */
interface Context {
  readonly options: ReadOptions;
  readonly budget: Budget;
  /** In how many archives the file lies. */
  readonly depth: number;
}

async function readFile(bytes: Uint8Array, name: string, context: Context): Promise<Part[]> {
  try {
    if (bytes.length === 0) throw new MailuoError('INVALID_FILE', 'is empty: 0 bytes');
    const kind = await kindOf(bytes, name, context.options.encoding);
    return await readKind(kind, bytes, name, context);
  } catch (error) {
    return [{ name: '', reason: reasonOf(error) }];
  }
}

/** Libraries are loaded when the first file asks for them: together they take longer than most files. */
async function readKind(
  kind: Kind,
  bytes: Uint8Array,
  name: string,
  context: Context,
): Promise<Part[]> {
  const { options, budget } = context;
  const text = () => decode(bytes, options.encoding);
  switch (kind) {
    case 'text':
      return whole({ text: text() });
    case 'markdown':
      return (await import('./html.ts')).readMarkdown(text());
    case 'html':
      return (await import('./html.ts')).readHtml(text());
    case 'csv':
      return unmarked(await (await import('./csv.ts')).readDelimited(text(), ',', options));
    case 'tsv':
      return unmarked(await (await import('./csv.ts')).readDelimited(text(), '\t', options));
    case 'json':
      return unmarked((await import('./json.ts')).readJson(text(), options));
    case 'xlsx':
      return unmarked(await (await import('./xlsx.ts')).readXlsx(bytes, options, budget));
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes, budget);
    case 'epub':
      return (await import('./epub.ts')).readEpub(bytes, budget);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, options);
    case 'mail': {
      const { readMail } = await import('./mail.ts');
      const { content, attachments } = await readMail(bytes);
      return [...whole(content), ...(await readAll(attachments, context))];
    }
    default: {
      const { unpack } = await import('./archive.ts');
      return readAll(await unpack(kind, bytes, name, budget), context);
    }
  }
}

const MARKUP = /<\/(p|div|span|section|article|li|td|h[1-6])>|<br ?\/?>/i;

/** 爬来的表里，一格有时是一段网页: the text of rows that hold markup. */
async function unmarked(parts: readonly Part[]): Promise<Part[]> {
  const isMarked = (part: Part) => 'content' in part && MARKUP.test(part.content.text);
  if (!parts.some(isMarked)) return [...parts];
  const { allText, parsePage } = await import('./html.ts');
  return parts.map((part) =>
    'content' in part && isMarked(part)
      ? { ...part, content: { ...part.content, text: allText(parsePage(part.content.text)) } }
      : part,
  );
}

/** The files of an archive, in the order of their names. */
async function readAll(files: readonly Unpacked[], context: Context): Promise<Part[]> {
  const depth = context.depth + 1;
  const { maxNesting } = context.options;
  if (files.length > 0 && depth > maxNesting) {
    throw new MailuoError(
      'UNSUPPORTED_FORMAT',
      `it lies deeper than the limit of ${maxNesting} archives in each other; unpack it or raise --max-nesting`,
    );
  }
  const parts: Part[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `/${file.name.replaceAll('\\', '/')}`;
    const inner =
      'reason' in file
        ? [{ name: '', reason: file.reason }]
        : await readFile(file.bytes, file.name, { ...context, depth });
    for (const part of inner) parts.push({ ...part, name: name + part.name });
  }
  return parts;
}

const TOO_DEEP = 'its parts lie too deep in each other to be read';

/** What a user is told of an error. */
export function reasonOf(error: unknown): string {
  if (error instanceof MailuoError) return error.message;
  if (error instanceof RangeError && error.message.includes('call stack')) return TOO_DEEP;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check its permissions';
  if (code === 'ENOENT') return 'is gone, or a link that leads nowhere';
  if (code === 'EISDIR') return 'is a link to a folder; name the folder itself to read it';
  return `could not be read: ${message.split('\n', 1)[0]}`;
}
