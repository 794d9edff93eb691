import { viewSentence } from '../../src/entity/candidates.ts';
import { findRelations } from '../../src/relation/find.ts';
import { splitSentences } from '../../src/segment/sentences.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import type { AnnotatedDocument, Relation } from '../../src/types.ts';
import { parseMarked } from '../entity/notation.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

/** `head | label | tail`, with the status after it where it is not asserted. */
export function renderRelation(text: string, { head, label, tail, status }: Relation): string {
  const note = status === 'asserted' ? '' : ` (${status})`;
  return `${text.slice(head.start, head.end)} | ${label} | ${text.slice(tail.start, tail.end)}${note}`;
}

/**
 * The relations of one sentence with the names that are marked in it, and no others.
 * @param score of each name
 */
export function relationsOf(marked: string, score?: number): Relation[] {
  const { text, sentences, relations } = documentWith('test', marked, undefined, score);
  if (sentences.length !== 1) throw new Error(`not one sentence: ${text}`);
  return [...relations];
}

/** A document with the names that are marked in it, and what it states about them. */
export function documentWith(
  id: string,
  marked: string,
  date?: string,
  score = 1,
): AnnotatedDocument {
  const { segmenter, ...knowledge } = loadKnowledge();
  const { text, mentions: named } = parseMarked(marked);
  const mentions = named.map((mention) => ({ ...mention, score }));
  const sentences = splitSentences(text);
  const views = sentences.map(({ start, end }) => {
    const own = mentions.filter((mention) => mention.start >= start && mention.end <= end);
    const view = viewSentence(text, { start, end }, tokenize(text, { start, end }, segmenter));
    return [view, own] as const;
  });
  const relations = findRelations(views, knowledge, date);
  return { id, title: `标题 ${id}`, text, segmenter: 'test', sentences, mentions, relations };
}

/** The statements of one sentence with marked names. */
export function statementsOf(marked: string): string[] {
  const { text } = parseMarked(marked);
  return relationsOf(marked).map((relation) => renderRelation(text, relation));
}
