import type { Span } from '../types.ts';
import type { ObservedDocument } from './observe.ts';

/** Lines from either end of a document among which headers and footers stand. */
const MARGIN = 3;
/** In so many independent articles a line is furniture. */
const ARTICLES = 5;
const LONGEST = 60;

/**
 * The documents without what headers and footers say that no rule of cleaning knows: lines without a
 * full stop that stand, but for their figures, at the edge of many independent articles. They stay in
 * the text, and say nothing of entities.
 *
 * 清洗只看一篇文章：哪些行是页眉页脚，要看其他文章，只有归并时才知道，而且与次序无关。
 * @param clusters the article that each document is or reprints
 */
export function withoutFurniture(
  documents: readonly ObservedDocument[],
  clusters: ReadonlyMap<string, string>,
): ObservedDocument[] {
  const articles = new Map<string, Set<string>>();
  const margins = documents.map((document) => marginOf(document));
  for (const [i, { id }] of documents.entries()) {
    for (const line of margins[i]!.values()) {
      const seen = articles.get(line) ?? new Set();
      articles.set(line, seen.add(clusters.get(id)!));
    }
  }
  const isFurniture = (line: string | undefined) =>
    line !== undefined && articles.get(line)!.size >= ARTICLES;
  return documents.map((document, i) => ({
    ...document,
    sentences: document.sentences.map((sentence, position) =>
      isFurniture(margins[i]!.get(position))
        ? { ...sentence, entities: [], statements: [] }
        : sentence,
    ),
  }));
}

/** The lines at the edge of a document that may be furniture, by the positions of their sentences. */
function marginOf({ text, sentences }: ObservedDocument): Map<number, string> {
  const last = sentences.length - 1;
  return new Map(
    [...sentences.keys()]
      .filter((position) => position < MARGIN || position > last - MARGIN)
      .filter((position) => isBareLine(text, sentences[position]!))
      .map((position) => [position, sentences[position]!.key.replaceAll(/\p{N}+/gu, '#')]),
  );
}

/** Whether a sentence is a line of its own without a full stop. */
function isBareLine(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST || /[。！？!?；;：:，,、]$/.test(text.slice(start, end))) return false;
  return (
    /(^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s*(\n|$)/.test(text.slice(end, end + 2))
  );
}
