import path from 'node:path/posix';
import { DOMParser } from 'linkedom';
import { MailuoError } from '../errors.ts';
import { type Part, stated, whole } from './content.ts';
import { decode } from './decode.ts';
import { allText } from './html.ts';
import { type Budget, unzip } from './zip.ts';

/** The chapters of a book in the order of its spine, as one document. */
export async function readEpub(bytes: Uint8Array, budget: Budget): Promise<Part[]> {
  const wanted = (name: string) => /\.(xml|opf|x?html?)$/i.test(name);
  const files = new Map<string, Uint8Array>();
  for (const file of await unzip(bytes, budget, wanted)) {
    if ('reason' in file) throw broken(`${file.name} ${file.reason}`);
    files.set(file.name, file.bytes);
  }
  const open = (name: string) => {
    const found = files.get(name);
    if (!found) throw broken(`it has no ${name}`);
    return decode(found);
  };
  const container = parseXml(open('META-INF/container.xml'));
  const packageFile = container.querySelector('rootfile')?.getAttribute('full-path');
  if (!packageFile) throw broken('META-INF/container.xml names no package');
  const book = parseXml(open(packageFile));
  const chapters: string[] = [];
  for (const name of chaptersOf(book)) {
    const chapter = open(path.join(path.dirname(packageFile), name));
    chapters.push(allText(parseXml(chapter)));
  }
  const field = (name: string) => book.getElementsByTagName(name)[0]?.textContent;
  const facts = stated({
    title: field('dc:title'),
    date: field('dc:date'),
    source: field('dc:publisher'),
  });
  const author = field('dc:creator')?.trim();
  return whole({
    ...facts,
    ...(author && !/^unknown/i.test(author) && { authors: [author] }),
    text: chapters.join('\n\n'),
  });
}

/** Paths of the chapters, as the spine orders them. */
function chaptersOf(book: Document): string[] {
  const items = new Map(
    [...book.querySelectorAll('manifest > item')].map((item) => [
      item.getAttribute('id'),
      item.getAttribute('href'),
    ]),
  );
  return [...book.querySelectorAll('spine > itemref')].flatMap((reference) => {
    const href = items.get(reference.getAttribute('idref'));
    return href ? [decodeURIComponent(href)] : [];
  });
}

/** Chapters too: an empty `<title/>` would hold the whole chapter if it were read as HTML. */
function parseXml(source: string): Document {
  return new DOMParser().parseFromString(
    source.replace(/^\ufeff/, ''),
    'text/xml',
  ) as unknown as Document;
}

function broken(why: string): MailuoError {
  return new MailuoError('INVALID_FILE', `its book is broken: ${why}`);
}
