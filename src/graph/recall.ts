import { mentionAt } from '../entity/candidates.ts';
import { phraseIndex } from '../lexicon/phrases.ts';
import type { AnnotatedDocument, Category, Mention } from '../types.ts';

const RULE = 'corpus-memory';
/** A name is recalled when this many documents have it, on average with this score. */
const DOCUMENTS = 2;
const SURE = 0.9;
/** 短的名称在别处可能是另一个词的一部分。 */
const SHORTEST = 4;
/** At least this share of the places where the name stands must have been found without help. */
const FOUND = 0.5;

interface Name {
  readonly category: Category;
  readonly mentions: number;
  readonly score: number;
}

/**
 * What several documents are sure of, the others know as well: names that were found with confidence
 * in two documents and more are mentions wherever they stand and nothing else was found. Mentions
 * that an earlier call added are forgotten first, so that the result depends on the documents alone.
 */
export function recallNames(documents: readonly AnnotatedDocument[]): AnnotatedDocument[] {
  const own = documents.map((document) => ({
    ...document,
    mentions: document.mentions.filter(({ rule }) => rule !== RULE),
  }));
  const names = sureNames(own);
  const index = phraseIndex(names);
  const missed = own.map((document) => missedIn(document, index));
  const counts = new Map<string, number>();
  for (const { text } of missed.flat()) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isKept = ({ text }: Mention) => {
    const { mentions } = names.get(text)!;
    return mentions / (mentions + counts.get(text)!) >= FOUND;
  };
  return own.map((document, number) => {
    const recalled = missed[number]!.filter(isKept);
    const mentions = [...document.mentions, ...recalled].sort((a, b) => a.start - b.start);
    return recalled.length > 0 ? { ...document, mentions } : document;
  });
}

/** Names of one category that several documents are sure of. */
function sureNames(documents: readonly AnnotatedDocument[]): Map<string, Name> {
  const tallies = new Map<
    string,
    { category: Category; scores: number; mentions: number; in: Set<string> }
  >();
  const ambiguous = new Set<string>();
  for (const { id, mentions } of documents) {
    for (const { text, category, score } of mentions) {
      if (text.length < SHORTEST) continue;
      const tally = tallies.get(text) ?? { category, scores: 0, mentions: 0, in: new Set() };
      if (tally.category !== category) ambiguous.add(text);
      tally.scores += score;
      tally.mentions++;
      tally.in.add(id);
      tallies.set(text, tally);
    }
  }
  const names = new Map<string, Name>();
  for (const [text, { category, scores, mentions, in: ids }] of tallies) {
    const score = scores / mentions;
    if (ids.size < DOCUMENTS || score < SURE || ambiguous.has(text)) continue;
    names.set(text, { category, mentions, score });
  }
  return names;
}

/** Where names stand in a document and no mention does. */
function missedIn(
  { text, mentions }: AnnotatedDocument,
  index: ReturnType<typeof phraseIndex<Name>>,
): Mention[] {
  const missed: Mention[] = [];
  let next = 0;
  for (let position = 0; position < text.length; ) {
    while (next < mentions.length && mentions[next]!.end <= position) next++;
    const mention = mentions[next];
    if (mention && mention.start <= position) {
      position = mention.end;
      continue;
    }
    const match = index.longestAt(text, position);
    if (!match || (mention && match.end > mention.start)) {
      position++;
      continue;
    }
    const { category, score } = match.value;
    const span = { start: position, end: match.end };
    missed.push(mentionAt(text, span, { category, rule: RULE, score }));
    position = match.end;
  }
  return missed;
}
