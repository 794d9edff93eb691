import { viewSentence } from '../../src/entity/candidates.ts';
import { findRelations } from '../../src/relation/find.ts';
import { splitSentences } from '../../src/segment/sentences.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import type { Relation } from '../../src/types.ts';
import { parseMarked } from '../entity/notation.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';

/** `head | label | tail`, with the status after it where it is not asserted. */
export function renderRelation(text: string, { head, label, tail, status }: Relation): string {
  const note = status === 'asserted' ? '' : ` (${status})`;
  return `${text.slice(head.start, head.end)} | ${label} | ${text.slice(tail.start, tail.end)}${note}`;
}

/** The relations of one sentence with the names that are marked in it, and no others. */
export function relationsOf(marked: string): Relation[] {
  const { segmenter, ...knowledge } = loadKnowledge();
  const { text, mentions } = parseMarked(marked);
  const [sentence, ...rest] = splitSentences(text);
  if (!sentence || rest.length > 0) throw new Error(`not one sentence: ${text}`);
  const view = viewSentence(text, sentence, tokenize(text, sentence, segmenter));
  return findRelations([[view, mentions]], knowledge);
}

/** The statements of one sentence with marked names. */
export function statementsOf(marked: string): string[] {
  const { text } = parseMarked(marked);
  return relationsOf(marked).map((relation) => renderRelation(text, relation));
}
