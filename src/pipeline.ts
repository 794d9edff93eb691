import { aliasRelation } from './entity/alias.ts';
import { viewSentence } from './entity/candidates.ts';
import { findMentions } from './entity/find.ts';
import { loadModel, type Model } from './entity/model.ts';
import { type Lexicon, loadLexicon } from './lexicon/lexicon.ts';
import { findRelations } from './relation/find.ts';
import { loadScorer, type Scorer } from './relation/scorer.ts';
import { loadSegmenter, type Segmenter } from './segment/segmenter.ts';
import { splitSentences } from './segment/sentences.ts';
import { tokenize } from './segment/tokens.ts';
import type { AnnotatedDocument, Document, Mention, Sentence } from './types.ts';

/** What annotating needs to know: loaded once, passed in. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  readonly model: Model;
  readonly scorer: Scorer;
}

/**
 * Load the lexicon, the segmenter and the model. Takes one to two seconds.
 * @param warn receives a line when another segmenter than nodejieba is used
 */
export function loadKnowledge(warn: (line: string) => void = () => {}): Knowledge {
  return {
    lexicon: loadLexicon(),
    segmenter: loadSegmenter(warn),
    model: loadModel(),
    scorer: loadScorer(),
  };
}

/**
 * The map step: all that Mailuo finds in one document. A pure function of its arguments.
 *
 * @example
 * const knowledge = loadKnowledge();
 * const { mentions } = annotate({ id: '1', title: '', text: '巴南区委书记何友生介绍。' }, knowledge);
 */
export function annotate(document: Document, knowledge: Knowledge): AnnotatedDocument {
  const { segmenter } = knowledge;
  const { id, title, text } = document;
  const sentences = splitSentences(text);
  const views = sentences.map((sentence) =>
    viewSentence(text, sentence, tokenize(text, sentence, segmenter)),
  );
  const { mentions, aliases } = findMentions(text, views, knowledge);
  const relations = [
    ...aliases.map(aliasRelation),
    ...findRelations(bySentence(views, mentions), knowledge),
  ];
  return { id, title, text, segmenter: segmenter.name, sentences, mentions, relations };
}

/** Each sentence with the mentions that lie in it. Both lists are sorted by place. */
function bySentence<S extends Sentence>(
  sentences: readonly S[],
  mentions: readonly Mention[],
): [S, Mention[]][] {
  let next = 0;
  return sentences.map((sentence) => {
    const own: Mention[] = [];
    while (mentions[next] && mentions[next]!.start < sentence.end) {
      const mention = mentions[next++]!;
      if (mention.start >= sentence.start && mention.end <= sentence.end) own.push(mention);
    }
    return [sentence, own];
  });
}
