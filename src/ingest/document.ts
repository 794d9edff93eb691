import type { Document, Skipped } from '../types.ts';
import { explainClean, replaceControls } from './clean.ts';
import type { Content, Dropped } from './content.ts';
import { factsOf, isByline } from './facts.ts';

/** A document with the lines of its source that it lacks. */
export interface CleanDocument {
  readonly document: Document;
  readonly dropped: readonly Dropped[];
}

/**
 * The documents that a reader's content makes: cleaned, with its facts, and split where the page
 * states that it holds several articles.
 */
export function toDocuments(id: string, content: Content): (CleanDocument | Skipped)[] {
  const { text, dropped } = explainClean(content.text);
  if (text === '') return [{ id, reason: 'holds no text' }];
  const facts = factsOf(linesOf(replaceControls(content.text)), content);
  const all = [...(content.dropped ?? []), ...dropped];
  const articles = splitArticles(text);
  if (articles.length === 1) {
    return [
      { document: { id, ...facts, title: facts.title ?? titleOf(text), text }, dropped: all },
    ];
  }
  return articles.map((article, index) => {
    const { title: _, authors: _a, photographers: _p, ...page } = facts;
    const own = factsOf(linesOf(article), page);
    const document = { id: `${id}#${index + 1}`, ...own, title: titleOf(article), text: article };
    return { document, dropped: index === 0 ? all : [] };
  });
}

/** 署名行前的标题和肩题最多几行。 */
const HEADINGS = 4;

/**
 * A newspaper page has a line of its own for each article's author, marked by □: 两个以上才拆开.
 * Each article begins with the headings above that line.
 */
export function splitArticles(text: string): string[] {
  const lines = text.split('\n');
  const bylines = lines.flatMap((line, index) =>
    /^[□■◎]/.test(line) && isByline(line) ? [index] : [],
  );
  const starts = bylines.slice(1).map((byline) => {
    let start = byline;
    for (let i = byline - 1; i > 0 && byline - i <= 2 * HEADINGS; i--) {
      if (lines[i] === '') continue;
      if (!isHeading(lines[i]!)) break;
      start = i;
    }
    return start;
  });
  const bounds = [0, ...starts, lines.length];
  return bounds
    .slice(1)
    .map((end, index) => lines.slice(bounds[index], end).join('\n').trim())
    .filter((article) => article !== '');
}

function isHeading(line: string): boolean {
  return line.length <= 40 && !/[。！？；：，、]$|摄\s*$|摄[/\\／]/.test(line) && !isByline(line);
}

/** The first line that is no byline, cut where it is too long for a headline. */
export function titleOf(text: string): string {
  const first = text.split('\n', 10).find((line) => line.trim() !== '' && !isByline(line)) ?? text;
  const line = first.slice(0, 200).trim();
  const sentence = /^.*?[。！？]/.exec(line)?.[0] ?? line;
  return [...sentence].slice(0, 60).join('');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
