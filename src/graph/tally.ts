import type { Span } from '../types.ts';
import type { Evidence, Particulars } from './attributes.ts';
import { type Claim, edgeKey } from './edge.ts';
import type { Entity } from './link.ts';
import type { ObservedDocument, ObservedSentence } from './observe.ts';
import { overlapOf, type Pair, pairsOf, type Unit, unitsOf, type Window } from './window.ts';

/**
 * Tells independent passages apart: the number of a sentence's text, or the numbers of several
 * sentences with commas between. The same text in two documents has the same one.
 */
export type PassageId = number | string;

/** A passage and where it stands. */
export type Place = Pick<Evidence, 'document' | 'start' | 'end' | 'quote'>;

/** What is counted for an entity. */
export interface NodeTally {
  readonly entity: Entity;
  /** In the order of their first mention. */
  readonly number: number;
  mentions: number;
  readonly documents: Set<string>;
  /** The first occurrence of each independent sentence that names it. */
  readonly sentences: Map<PassageId, Place>;
  /** The independent units that name it. */
  readonly units: Set<PassageId>;
}

/** What is counted for an edge. */
export interface EdgeTally extends Claim {
  readonly documents: Set<string>;
  readonly passages: Set<PassageId>;
  /** The first occurrence of each independent passage. */
  readonly evidence: Evidence[];
}

/** Counts over all documents. */
export interface Tally {
  readonly nodes: Map<string, NodeTally>;
  readonly edges: Map<string, EdgeTally>;
  /** The co-occurrence edges among them, by the numbers of their nodes: most claims are found here. */
  readonly pairs: Map<number, EdgeTally>;
  /** Number of each independent sentence, by its letters and digits. */
  readonly sentences: Map<string, number>;
  /** The independent units: all that the window makes of the documents. */
  readonly units: Set<PassageId>;
  /** How many units each sentence is in. */
  readonly overlap: number;
}

/** Count sentences, statements and, within units, pairs. */
export function tally(documents: Iterable<ObservedDocument>, window: Window): Tally {
  const counts: Tally = {
    nodes: new Map(),
    edges: new Map(),
    pairs: new Map(),
    sentences: new Map(),
    units: new Set(),
    overlap: overlapOf(window),
  };
  for (const document of documents) {
    const ids = document.sentences.map((sentence) => countSentence(counts, document, sentence));
    for (const unit of unitsOf(document, window)) countUnit(counts, document, unit, ids);
  }
  return counts;
}

/** @returns the sentence's number */
function countSentence(
  counts: Tally,
  document: ObservedDocument,
  sentence: ObservedSentence,
): number {
  const place = placeOf(document, sentence, sentence);
  const number = sentenceNumber(counts.sentences, place.quote);
  for (const entity of sentence.entities) countMention(counts, entity, place, number);
  for (const { head, tail, relation, particulars } of sentence.statements) {
    const { label, status, rule } = relation;
    const ends = { source: head.key, target: tail.key };
    const claim = { ...ends, relation: relation.relation, label, status };
    support(edgeOf(counts, claim), rule, place, number, particulars);
  }
  return number;
}

const COOCCURRENCE = { relation: 'cooccurrence', label: '共现', status: 'asserted' } as const;

/** More nodes than this have no numbers of pairs that a double holds exactly. */
const MOST_NODES = 2 ** 26;

function pairOf(counts: Tally, { a, b }: Pair): EdgeTally {
  const { nodes, pairs } = counts;
  const number = nodes.get(a.key)!.number * MOST_NODES + nodes.get(b.key)!.number;
  const edge =
    pairs.get(number) ?? edgeOf(counts, { source: a.key, target: b.key, ...COOCCURRENCE });
  pairs.set(number, edge);
  return edge;
}

function countUnit(
  counts: Tally,
  document: ObservedDocument,
  unit: Unit,
  ids: readonly number[],
): void {
  const { sentences } = document;
  const id = passageId(ids, unit.first, unit.end - 1);
  counts.units.add(id);
  for (let position = unit.first; position < unit.end; position++) {
    for (const { key } of sentences[position]!.entities) counts.nodes.get(key)!.units.add(id);
  }
  for (const pair of pairsOf(document, unit)) {
    const { from, to } = pair;
    const place = placeOf(document, sentences[from]!, sentences[to]!);
    const rule = from === to ? 'same-sentence' : 'same-passage';
    support(pairOf(counts, pair), rule, place, passageId(ids, from, to));
  }
}

function passageId(ids: readonly number[], from: number, to: number): PassageId {
  return from === to ? ids[from]! : ids.slice(from, to + 1).join();
}

function placeOf({ id, text }: ObservedDocument, from: Span, to: Span): Place {
  return { document: id, start: from.start, end: to.end, quote: text.slice(from.start, to.end) };
}

/** 转载的句子标点常不同：字母和数字相同即为同一句。 */
function sentenceNumber(numbers: Map<string, number>, quote: string): number {
  const key = quote.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function countMention({ nodes }: Tally, entity: Entity, place: Place, number: number): void {
  let node = nodes.get(entity.key);
  if (!node) {
    const seen = {
      documents: new Set<string>(),
      sentences: new Map(),
      units: new Set<PassageId>(),
    };
    node = { entity, number: nodes.size, mentions: 0, ...seen };
    nodes.set(entity.key, node);
  }
  node.mentions++;
  node.documents.add(place.document);
  if (!node.sentences.has(number)) node.sentences.set(number, place);
}

/** What is counted for a claim. */
export function edgeOf({ edges }: Tally, claim: Claim): EdgeTally {
  const key = edgeKey(claim);
  let edge = edges.get(key);
  if (!edge) {
    edge = { ...claim, documents: new Set(), passages: new Set(), evidence: [] };
    edges.set(key, edge);
  }
  return edge;
}

/** Count that an independent passage supports an edge. */
export function support(
  { documents, passages, evidence, status }: EdgeTally,
  rule: string,
  place: Place,
  id: PassageId,
  particulars: Particulars = {},
): void {
  documents.add(place.document);
  if (passages.has(id)) return;
  passages.add(id);
  evidence.push({ ...place, rule, status, ...particulars });
}
