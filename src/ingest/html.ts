import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { type Content, type Dropped, type Facts, type Part, stated, whole } from './content.ts';
import { isHeadline, pairsOf } from './headline.ts';

/** Elements that end a line of text. */
const BLOCKS =
  'p,div,section,article,h1,h2,h3,h4,h5,h6,li,tr,blockquote,pre,figcaption,dt,dd,br,table,ul,ol,header,footer';

/** `NodeFilter.SHOW_TEXT`, which only browsers have. */
const SHOW_TEXT = 4;
const TEXT_NODE = 3;

/** Characters that each of several articles on a page has at least; less is a teaser. */
const ARTICLE_LENGTH = 200;

/** The main content of a page, without menus, scripts and footers; each of its articles, if it marks several. */
export function readHtml(source: string): Part[] {
  const document = parseSource(source);
  const articles = articlesOf(document);
  if (articles.length < 2) return whole(mainContent(document));
  return articles.map((article, index) => ({
    name: `#${index + 1}`,
    content: {
      ...factsOfHead(document),
      ...stated({ title: article.querySelector('h1,h2,h3')?.textContent }),
      text: linesOf(article),
    },
  }));
}

/** Markdown is read as the page that it stands for, so that both follow the same rules. */
export function readMarkdown(source: string): Part[] {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const body = source.slice(frontMatter?.[0].length ?? 0);
  const document = parsePage(marked.parse(body, { async: false, breaks: true }));
  removeUnread(document);
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, 'm').exec(frontMatter?.[1] ?? '')?.[1];
  return whole({
    ...stated({
      title: field('title') || document.querySelector('h1')?.textContent,
      date: field('date'),
      source: field('source'),
    }),
    text: linesOf(document.documentElement),
  });
}

/** All text of a page that has no menus: a chapter of a book, a converted report. */
export function allText(document: Document): string {
  removeUnread(document);
  return linesOf(document.documentElement);
}

function mainContent(document: Document): Content {
  const facts = factsOfHead(document);
  const all = linesOf(bodyOf(document).cloneNode(true) as Element);
  const headline = headlineOf(document);
  removeMenus(document);
  if (!document.documentElement.textContent?.trim()) return { text: '' };
  // Chinese says more in fewer characters than the 500 that the library expects of an article.
  const article = new Readability(document.cloneNode(true) as Document, {
    charThreshold: 100,
  }).parse();
  const body = article?.content ? parsePage(article.content) : document;
  const found = linesOf(body.documentElement);
  // The library takes a headline that is the title of the page for no part of its content.
  const isThere = trimmedLines(found).slice(0, 5).includes(headline);
  const text = isThere || headline === '' ? found : `${headline}\n\n${found}`;
  return { ...stated({ title: article?.title }), ...facts, text, dropped: missing(all, text) };
}

/** The first heading, where it is that of the page or of the text: not the name of the site. */
function headlineOf(document: Document): string {
  const heading = document.querySelector('h1')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (document.title?.includes(heading)) return heading;
  const paragraphs = [...document.querySelectorAll('p')].map(
    ({ textContent }) => textContent ?? '',
  );
  return isHeadline(heading, pairsOf(paragraphs)) ? heading : '';
}

/** Lines of the page that the main content lacks. */
function missing(all: string, kept: string): Dropped[] {
  const left = new Set(trimmedLines(kept));
  return trimmedLines(all)
    .filter((line) => !left.has(line))
    .map((line) => ({ line, rule: 'outside-main-content' }));
}

function bodyOf(document: Document): Element {
  return document.body ?? document.documentElement;
}

function trimmedLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Articles that lie in no other one, when each has a heading and more than a teaser. */
function articlesOf(document: Document): Element[] {
  const articles = [...document.querySelectorAll('article')].filter(
    (article) => !article.parentElement?.closest('article'),
  );
  const isFull = (article: Element) =>
    article.querySelector('h1,h2,h3') && (article.textContent?.length ?? 0) >= ARTICLE_LENGTH;
  return articles.every(isFull) ? articles : [];
}

const DATE_FIELDS = ['article:published_time', 'publishdate', 'pubdate', 'date', 'dc.date'];
const SOURCE_FIELDS = ['source', 'mediaid', 'og:site_name', 'contentsource'];

/** What the page says of itself in its head. A title there often ends with the name of the site. */
function factsOfHead(document: Document): Facts {
  const fields = new Map(
    [...document.querySelectorAll('meta[content]')].map((meta) => [
      (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase(),
      meta.getAttribute('content') ?? '',
    ]),
  );
  const first = (names: readonly string[]) => names.map((name) => fields.get(name)).find(Boolean);
  return stated({ date: first(DATE_FIELDS), source: first(SOURCE_FIELDS) });
}

function parseSource(source: string): Document {
  const document = /<html[\s>]/i.test(source) ? parseHTML(source).document : parsePage(source);
  for (const element of document.querySelectorAll('script,style,noscript,template')) {
    element.remove();
  }
  return document;
}

/** A page made of elements without head and body. */
export function parsePage(body: string): Document {
  return parseHTML(`<html><body>${body}</body></html>`).document;
}

/** Drop what a reader of the page does not see, or does not read as text. */
function removeUnread(document: Document): void {
  for (const element of document.querySelectorAll('script,style,noscript,template,head')) {
    element.remove();
  }
}

function removeMenus(document: Document): void {
  for (const element of document.querySelectorAll('nav')) element.remove();
}

/** Line breaks of the source are white space; those of the page are where blocks end. */
function linesOf(root: Element): string {
  for (const node of textNodes(root)) {
    if (node.parentElement?.closest('pre')) continue;
    const isLayout = /^(t(able|head|body|r)|[ou]l)$/i.test(node.parentElement?.tagName ?? '');
    node.data = isLayout ? node.data.trim() : unbroken(node.data);
  }
  for (const block of root.querySelectorAll(BLOCKS)) {
    if (isWholeCell(block)) continue;
    if (block.previousSibling?.nodeType === TEXT_NODE) block.before('\n');
    block.after('\n');
  }
  for (const cell of root.querySelectorAll('td,th')) cell.after(' ');
  return root.textContent ?? '';
}

/** Word puts a paragraph into each cell; a row is a line all the same. */
function isWholeCell(block: Element): boolean {
  const cell = block.parentElement;
  return cell !== null && /^t[dh]$/i.test(cell.tagName) && cell.children.length === 1;
}

function textNodes(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** 汉字之间的换行不是空格。 */
function unbroken(text: string): string {
  return text.replaceAll(/[ \t]*[\r\n][\s]*/g, (_, place: number, all: string) =>
    all.charCodeAt(place - 1) > 0x2e7f ? '' : ' ',
  );
}
