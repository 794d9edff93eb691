import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';

/** What a reader takes from a file. */
export interface Content {
  /** The title that the format states, if any. */
  readonly title?: string;
  readonly text: string;
}

/** Turns the decoded text of a file into plain text, one paragraph a line. */
export type Reader = (source: string) => Content;

/** Elements that end a line of text. */
const BLOCKS =
  'p,div,section,article,h1,h2,h3,h4,h5,h6,li,tr,blockquote,pre,figcaption,dt,dd,br,table,ul,ol,header,footer';

const readText: Reader = (source) => ({ text: source });

/** The main content of a page, without menus, scripts and footers. */
const readHtml: Reader = (source) => {
  const document = /<html[\s>]/i.test(source) ? parseHTML(source).document : parsePage(source);
  removeUnread(document);
  if (!document.documentElement?.textContent?.trim()) return { text: '' };
  // Chinese says more in fewer characters than the 500 that the library expects of an article.
  const article = new Readability(document.cloneNode(true) as Document, {
    charThreshold: 100,
  }).parse();
  const body = article?.content ? parsePage(article.content) : document;
  return { ...titled(article?.title), text: linesOf(body) };
};

/** Markdown is read as the page that it stands for, so that both follow the same rules. */
const readMarkdown: Reader = (source) => {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const body = source.slice(frontMatter?.[0].length ?? 0);
  const document = parsePage(marked.parse(body, { async: false }));
  removeUnread(document);
  const stated = /^title:\s*["']?(.*?)["']?\s*$/m.exec(frontMatter?.[1] ?? '')?.[1];
  return {
    ...titled(stated ?? document.querySelector('h1')?.textContent),
    text: linesOf(document),
  };
};

function titled(title: string | null | undefined): { title?: string } {
  return title?.trim() ? { title: title.trim() } : {};
}

function parsePage(body: string): Document {
  return parseHTML(`<html><body>${body}</body></html>`).document;
}

/** Drop what a reader of the page does not see, or does not read as text. */
function removeUnread(document: Document): void {
  for (const element of document.querySelectorAll('nav,script,style,noscript,template')) {
    element.remove();
  }
}

function linesOf(document: Document): string {
  for (const block of document.querySelectorAll(BLOCKS)) block.after('\n');
  for (const cell of document.querySelectorAll('td,th')) cell.after(' ');
  return document.documentElement?.textContent ?? '';
}

const READERS: Readonly<Record<string, Reader>> = {
  txt: readText,
  text: readText,
  md: readMarkdown,
  markdown: readMarkdown,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
};

/** Extensions that a folder is searched for. */
export const EXTENSIONS: readonly string[] = Object.keys(READERS);

/** The reader for a file: by extension, and by content where the extension says nothing. */
export function readerFor(extension: string, source: string): Reader {
  const known = READERS[extension.toLowerCase()];
  if (known) return known;
  return /^\s*(<!doctype html|<html)/i.test(source.slice(0, 1000)) ? readHtml : readText;
}
