import { aliasRelation } from './entity/alias.ts';
import { viewSentence } from './entity/candidates.ts';
import { findMentions } from './entity/find.ts';
import { loadModel } from './entity/model.ts';
import { Scorer } from './entity/scorer.ts';
import { type Lexicon, loadLexicon } from './lexicon/lexicon.ts';
import { findRelations } from './relation/find.ts';
import { loadSegmenter, type Segmenter } from './segment/segmenter.ts';
import { splitSentences } from './segment/sentences.ts';
import { tokenize } from './segment/tokens.ts';
import type { AnnotatedDocument, Document, Mention, Sentence } from './types.ts';

/** What annotating needs to know: loaded once, passed in. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  /** The statistical model, ready to score the characters of sentences. */
  readonly scorer: Scorer;
}

/**
 * Load the lexicon, the segmenter and the model. Takes one to two seconds.
 * @param warn receives a line when another segmenter than nodejieba is used
 */
export function loadKnowledge(warn: (line: string) => void = () => {}): Knowledge {
  const lexicon = loadLexicon();
  return { lexicon, segmenter: loadSegmenter(warn), scorer: new Scorer(loadModel(), lexicon) };
}

/**
 * The map step: all that Mailuo finds in one document. A pure function of its arguments.
 *
 * @example
 * const knowledge = loadKnowledge();
 * const { mentions } = annotate({ id: '1', title: '', text: '巴南区委书记何友生介绍。' }, knowledge);
 */
export function annotate(document: Document, knowledge: Knowledge): AnnotatedDocument {
  const { lexicon, segmenter } = knowledge;
  const { id, title, text } = document;
  const sentences = splitSentences(text);
  const views = sentences.map((sentence) =>
    viewSentence(text, sentence, tokenize(text, sentence, segmenter)),
  );
  const { mentions, aliases } = findMentions(text, views, knowledge);
  const relations = [
    ...aliases.map(aliasRelation),
    ...bySentence(views, mentions).flatMap(([view, own]) => findRelations(view, own, lexicon)),
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
