import { type SentenceView, viewSentence } from '../entity/candidates.ts';
import { matchingForm } from '../lexicon/matching.ts';
import { findRelations, type RelationKnowledge } from '../relation/find.ts';
import type { Segmenter } from '../segment/segmenter.ts';
import { splitSentences } from '../segment/sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import type { AnnotatedDocument, Mention, Relation } from '../types.ts';
import type { GoldDocument } from './gold.ts';

type Named = Pick<Mention, 'start' | 'end' | 'text' | 'category'>;

/** The sentences of a gold article, in matching form, with the mentions that the annotator marked. */
export function goldSentences(
  { text, mentions }: { readonly text: string; readonly mentions: readonly Named[] },
  segmenter: Segmenter,
): [SentenceView, Mention[]][] {
  const matching = matchingForm(text);
  const form = ({ start, end }: Named) => matching.slice(start, end);
  return splitSentences(matching).map((sentence) => {
    const view = viewSentence(matching, sentence, tokenize(matching, sentence, segmenter));
    const own = mentions
      .filter((m) => m.start >= sentence.start && m.end <= sentence.end)
      .map((mention) => ({ ...mention, rule: 'gold', score: 1 }));
    return [view, own.map((mention) => ({ ...mention, text: form(mention) }))];
  });
}

/**
 * Annotate a gold article as if the names in it had been found without error, short names and all:
 * tells what finding relations loses by itself.
 */
export function annotateGiven(
  document: GoldDocument,
  knowledge: RelationKnowledge & { readonly segmenter: Segmenter },
): AnnotatedDocument {
  const { id, title, text } = document;
  const sentences = goldSentences(document, knowledge.segmenter);
  const mentions = sentences.flatMap(([, own]) => own);
  const relations = [...aliases(document), ...findRelations(sentences, knowledge)];
  const { name } = knowledge.segmenter;
  const spans = sentences.map(([{ start, end }]) => ({ start, end }));
  return { id, title, text, segmenter: name, sentences: spans, mentions, relations };
}

function aliases({ mentions }: GoldDocument): Relation[] {
  const full = new Map(mentions.map((mention) => [mention.text, mention]));
  return mentions.flatMap((head) => {
    const tail = full.get(head.canonical);
    if (!tail || head.text === head.canonical) return [];
    return [
      {
        head,
        tail,
        relation: 'alias-of',
        label: '简称',
        status: 'asserted',
        rule: 'gold',
      } as const,
    ];
  });
}
