import { parseGold } from '../../src/evaluate/gold.ts';
import { annotate } from '../../src/pipeline.ts';
import type { AnnotatedDocument, Category, Mention, Span } from '../../src/types.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

/*
 * Texts with names in them are written as in the gold articles: 巴南区[何友生|person]介绍。
 */

const TYPES: Readonly<Record<Category, string>> = {
  organization: 'org',
  place: 'place',
  person: 'person',
  program: 'program',
};

/** A text and the mentions marked in it. */
export interface Marked {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export function parseMarked(marked: string): Marked {
  const { text, mentions } = parseGold('test', marked);
  return {
    text,
    mentions: mentions.map(({ start, end, text: name, category }) => ({
      ...{ start, end, text: name, category },
      ...{ rule: 'test', score: 1 },
    })),
  };
}

/** The text with the mentions marked in it. */
export function renderMarked(text: string, mentions: readonly Mention[]): string {
  let rendered = '';
  let position = 0;
  for (const { start, end, category } of mentions) {
    rendered += `${text.slice(position, start)}[${text.slice(start, end)}|${TYPES[category]}]`;
    position = end;
  }
  return rendered + text.slice(position);
}

export function annotateText(text: string): AnnotatedDocument {
  return annotate({ id: 'test', title: '', text }, loadKnowledge());
}

/**
 * What the program makes of the names that are marked: the text with all found mentions that
 * touch one of them. It equals `marked` when these are found with their spans and categories;
 * other names are nobody's business.
 */
export function findMarked(marked: string): string {
  const { text, mentions } = parseMarked(marked);
  const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const found = annotateText(text).mentions.filter((mention) =>
    mentions.some((expected) => touches(expected, mention)),
  );
  return renderMarked(text, found);
}
