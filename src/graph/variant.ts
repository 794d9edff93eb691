import type { AnnotatedDocument, Mention, Span } from '../types.ts';
import type { Reading, Variant } from './attributes.ts';
import type { SentencePair, SentencePlace } from './collate.ts';
import { differencesOf, type Side } from './difference.ts';
import { lettersOf } from './letters.ts';
import type { EntityOf } from './link.ts';
import type { ObservedDocument } from './observe.ts';

/** A sentence with more differences is worded anew rather than read otherwise. */
const MOST_DIFFERENCES = 4;

/** The documents in which readings are looked up. */
export interface Library {
  readonly documents: readonly AnnotatedDocument[];
  /** The same, in the same order. */
  readonly observed: readonly ObservedDocument[];
  readonly entityOf: EntityOf;
  /** Ids of the documents that name the entity with this key. */
  readonly naming: (key: string) => ReadonlySet<string>;
}

/**
 * The variant readings of sentences that are one, each pair of readings once: names that may be
 * misread first.
 * @param pairs of a collation
 */
export function variantsOf(
  pairs: readonly SentencePair[],
  { documents, observed, entityOf, naming }: Library,
): Variant[] {
  const annotated = new Map(documents.map((document) => [document.id, document]));
  const printed = documentsWith(pairs, observed);
  const found = new Map<string, Variant>();
  for (const [one, other] of pairs) {
    const sides = [one, other].map((place) => textAt(place, annotated)) as [Text, Text];
    const differences = differencesOf(...sides);
    if (differences.length > MOST_DIFFERENCES) continue;
    for (const { ranges, isName } of differences) {
      const readings = ranges
        .map((range, i) => readingOf(sides[i]!, range, printed, entityOf))
        .sort((a, b) => (a.text < b.text ? -1 : 1)) as [Reading, Reading];
      if (readings.some(({ text }) => text === '')) continue;
      const variant = { readings, misreading: isName && isMisreading(readings, naming) };
      if (!found.has(textOf(variant))) found.set(textOf(variant), variant);
    }
  }
  return [...found.values()].sort(
    (a, b) => Number(b.misreading) - Number(a.misreading) || (textOf(a) < textOf(b) ? -1 : 1),
  );
}

const textOf = ({ readings }: Variant) => readings.map(({ text }) => text).join('\n');

/** How many documents have each sentence of the pairs, by its key. */
function documentsWith(
  pairs: readonly SentencePair[],
  observed: readonly ObservedDocument[],
): Map<string, number> {
  const counts = new Map(pairs.flat().map((place) => [keyAt(place), 0]));
  for (const { sentences } of observed) {
    for (const key of new Set(sentences.map(({ key }) => key))) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  }
  return counts;
}

const keyAt = ({ document, position }: SentencePlace) => document.sentences[position]!.key;

/** A sentence, taken apart. */
interface Text extends Side {
  readonly document: AnnotatedDocument;
  readonly sentence: Span;
  readonly key: string;
  /** Those of `names`. */
  readonly mentions: readonly Mention[];
}

function textAt(place: SentencePlace, annotated: ReadonlyMap<string, AnnotatedDocument>): Text {
  const document = annotated.get(place.document.id)!;
  const sentence = place.document.sentences[place.position]!;
  const letters = lettersOf(document.text.slice(sentence.start, sentence.end));
  const mentions = document.mentions.filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  );
  const names = mentions.map(({ start, end }) => ({
    start: letters.filter((letter) => letter.start < start - sentence.start).length,
    end: letters.filter((letter) => letter.end <= end - sentence.start).length,
  }));
  return { document, sentence, key: keyAt(place), letters, mentions, names };
}

function readingOf(
  { document, sentence: { start, end }, key, letters, names, mentions }: Text,
  range: Span,
  printed: ReadonlyMap<string, number>,
  entityOf: EntityOf,
): Reading {
  const quote = document.text.slice(start, end);
  const words = letters.slice(range.start, range.end);
  const text = words.length > 0 ? quote.slice(words[0]!.start, words.at(-1)!.end) : '';
  const name = names.findIndex((name) => name.start === range.start && name.end === range.end);
  const entity = name < 0 ? undefined : entityOf(document, mentions[name]!)?.key;
  const place = { document: document.id, start, end };
  return { text, ...(entity && { entity }), documents: printed.get(key)!, ...place, quote };
}

/** Letters that make another name, not another reading of one: 第一、第二，上城、下城，某市、某区。 */
const TELLING =
  /[\p{N}〇零一二三四五六七八九十百千甲乙丙丁东西南北中上下前后左右内外新老大小省市州区县旗镇乡村]/u;
const MOST_WRONG = 2;

/** Names that no document has both, with as many letters, of which few differ: 形近或音近的字。 */
function isMisreading([first, second]: Variant['readings'], naming: Library['naming']): boolean {
  const [one, other] = [first.text, second.text];
  if (first.entity && second.entity) {
    const others = naming(second.entity);
    if ([...naming(first.entity)].some((document) => others.has(document))) return false;
  }
  const [a, b] = [[...one], [...other]];
  if (a.length !== b.length) return isOneDropped(one, other);
  const wrong = a.flatMap((letter, i) => (letter === b[i] ? [] : [letter + b[i]!]));
  return (
    wrong.length <= Math.min(MOST_WRONG, a.length / 2) && !wrong.some((pair) => TELLING.test(pair))
  );
}

/** 漏排一字：我有一亩田、我一亩田。 */
function isOneDropped(one: string, other: string): boolean {
  const [long, short] = [one, other].map((text) => [...text]).sort((a, b) => b.length - a.length);
  if (long!.length - short!.length !== 1 || short!.length < 4) return false;
  const at = long!.findIndex((letter, i) => letter !== short![i]);
  return !TELLING.test(long![at]!) && long!.toSpliced(at, 1).join('') === short!.join('');
}
