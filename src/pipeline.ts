import { annotatorVersion } from './annotator.ts';
import { batches } from './batches.ts';
import { aliasRelation } from './entity/alias.ts';
import { type SentenceView, viewSentence } from './entity/candidates.ts';
import { locatePlaces } from './entity/division.ts';
import { type FoundMentions, findMentions } from './entity/find.ts';
import { loadModel } from './entity/model.ts';
import { preferredAliases } from './entity/preferred.ts';
import { LabelScorer } from './entity/scorer.ts';
import { type Lexicon, loadLexicon } from './lexicon/lexicon.ts';
import { matchingForm } from './lexicon/matching.ts';
import { NO_PREFERENCES, type Preferences } from './lexicon/preferences.ts';
import { findRelations } from './relation/find.ts';
import { photoCredits } from './relation/photo.ts';
import { loadScorer, type Scorer } from './relation/scorer.ts';
import { loadSegmenter, type Segmenter } from './segment/segmenter.ts';
import { splitSentences } from './segment/sentences.ts';
import { tokenize } from './segment/tokens.ts';
import {
  type AnnotatedDocument,
  CATEGORIES,
  type Document,
  type Mention,
  type Relation,
  type Sentence,
  type Span,
} from './types.ts';

/** What annotating needs to know: loaded once, passed in. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  /** The statistical model of names, ready to score the characters of sentences. */
  readonly tagger: LabelScorer;
  /** The statistical model of statements. */
  readonly scorer: Scorer;
  /** Versions of all these: documents annotated with the same ones need not be annotated again. */
  readonly version: string;
  /** What the user knows better. */
  readonly preferences?: Preferences;
}

/**
 * Load the lexicon, the segmenter and the model. Takes one to two seconds.
 * @param warn receives a line when another segmenter than nodejieba is used
 * @param preferences names that always count, names that never do, categories to keep
 * @example
 * const names = readUserNames('names.tsv');
 * const knowledge = loadKnowledge(console.error, preferences({ names, categories: ['program'] }));
 */
export function loadKnowledge(
  warn: (line: string) => void = () => {},
  preferences: Preferences = NO_PREFERENCES,
): Knowledge {
  const lexicon = loadLexicon();
  const segmenter = loadSegmenter(warn);
  return {
    lexicon,
    segmenter,
    tagger: new LabelScorer(loadModel(), lexicon),
    scorer: loadScorer(),
    version: annotatorVersion(segmenter.name),
    preferences,
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
  return annotateAll([document], knowledge)[0]!;
}

/** Characters that are annotated together, at least: some fifty pieces of news, or one book. */
export const BATCH = 50_000;

/**
 * The map step for many documents, in batches that each pass goes through before the next one: its
 * tables are larger than a processor's caches, so that going on with the next document is faster by
 * a fifth than beginning anew. The result is that of `annotate` for each document.
 */
export function annotateAll(
  documents: readonly Document[],
  knowledge: Knowledge,
): AnnotatedDocument[] {
  const annotated: AnnotatedDocument[] = [];
  for (const batch of batches(documents, BATCH, ({ text }) => text.length)) {
    const read = viewDocuments(batch, knowledge);
    const found = read.map(({ matching, views }) => findMentions(matching, views, knowledge));
    annotated.push(...read.map((view, index) => relate(view, found[index]!, knowledge)));
  }
  return annotated;
}

/** A document as the passes see it. */
interface DocumentView {
  readonly document: Document;
  /** The text in the form in which names are compared. */
  readonly matching: string;
  readonly sentences: readonly Sentence[];
  readonly views: readonly SentenceView[];
}

function viewDocuments(documents: readonly Document[], { segmenter }: Knowledge): DocumentView[] {
  const forms = documents.map(({ text }) => matchingForm(text));
  segmenter.expect(forms);
  return documents.map((document, index) => {
    const matching = forms[index]!;
    const sentences = splitSentences(matching);
    const views = sentences.map((sentence) =>
      viewSentence(matching, sentence, tokenize(matching, sentence, segmenter)),
    );
    return { document, matching, sentences, views };
  });
}

function relate(
  { document, matching, sentences, views }: DocumentView,
  { mentions: names, aliases }: FoundMentions,
  knowledge: Knowledge,
): AnnotatedDocument {
  const { text, date } = document;
  const { mentions, relations: parents } = locatePlaces(matching, names, knowledge.lexicon);
  const relations = [
    ...aliases.map(aliasRelation),
    ...parents,
    ...preferredAliases(mentions),
    ...findRelations(bySentence(views, mentions), knowledge, date),
    ...photoCredits(matching, mentions),
  ];
  const found = matching === text ? { mentions, relations } : written(mentions, relations, text);
  return {
    ...factsOf(document),
    segmenter: knowledge.segmenter.name,
    annotator: annotatorOf(knowledge),
    sentences,
    ...wanted(found, knowledge),
  };
}

/** Who annotates with this knowledge: two documents of one annotator and content are annotated alike. */
export function annotatorOf({ version, preferences = NO_PREFERENCES }: Knowledge): string {
  return preferences.version ? `${version}, preferences ${preferences.version}` : version;
}

/** What a document is known by, and nothing else that a caller may have put beside it. */
export function factsOf({
  id,
  title,
  text,
  date,
  source,
  authors,
  photographers,
}: Document): Document {
  return {
    id,
    title,
    text,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(authors !== undefined && { authors }),
    ...(photographers !== undefined && { photographers }),
  };
}

/** Model and rules read the matching form; a mention says what stands in the document. */
function asWritten<T extends Span>(found: readonly T[], text: string): T[] {
  return found.map((item) => ({ ...item, text: text.slice(item.start, item.end) }));
}

function written(mentions: readonly Mention[], relations: readonly Relation[], text: string) {
  return {
    mentions: asWritten(mentions, text),
    relations: relations.map((relation) => wordsAsWritten(relation, text)),
  };
}

function wordsAsWritten(relation: Relation, text: string): Relation {
  const { time, quantity } = relation;
  return {
    ...relation,
    ...(time && { time: asWritten([time], text)[0]! }),
    ...(quantity && { quantity: asWritten(quantity, text) }),
  };
}

/** Only the categories that the user wants, and the relations among them. */
function wanted<T extends Pick<AnnotatedDocument, 'mentions' | 'relations'>>(
  found: T,
  { preferences }: Knowledge,
): T {
  if (!preferences || preferences.categories.size === CATEGORIES.length) return found;
  const mentions = found.mentions.filter(({ category }) => preferences.categories.has(category));
  const starts = new Set(mentions.map(({ start }) => start));
  const relations = found.relations.filter(
    ({ head, tail }) => starts.has(head.start) && starts.has(tail.start),
  );
  return { ...found, mentions, relations };
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
