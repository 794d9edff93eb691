import type { Span } from '../types.ts';
import type { Evidence, Particulars, Window } from './attributes.ts';
import { Distinct } from './distinct.ts';
import { type Claim, edgeKey } from './edge.ts';
import type { Entity } from './link.ts';
import type { ObservedDocument, ObservedSentence } from './observe.ts';
import { overlapOf, type Pair, pairsOf, type Unit, unitsOf } from './window.ts';

/**
 * Tells passages apart: the number of a sentence's text, or the numbers of several sentences with
 * commas between. The same text in two documents has the same one.
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
  /** Of a place with divisions: the first occurrence of each distinct sentence that names it. */
  readonly sentences: Map<PassageId, Place>;
  /** The independent units that name it. */
  readonly units: Set<PassageId>;
}

/** What is counted for an edge. */
export interface EdgeTally extends Claim {
  readonly documents: Distinct<string>;
  /** See `weightOf`. */
  readonly passages: Distinct<PassageId>;
  /** The first occurrence of each. */
  readonly evidence: Evidence[];
  /** Of the likeliest of its statements, 0 to 1. */
  score: number;
}

/** Counts over all documents. */
export interface Tally {
  readonly nodes: Map<string, NodeTally>;
  readonly edges: Map<string, EdgeTally>;
  /** The co-occurrence edges among them, by the numbers of their nodes: most claims are found here. */
  readonly pairs: Map<number, EdgeTally>;
  /** Number of each distinct sentence, by its key. */
  readonly sentences: Map<string, number>;
  /** The number of the sentence that each sentence repeats, by its own number; of others their own. */
  readonly independent: number[];
  /** The independent units: all that the window makes of the documents. */
  readonly units: Set<PassageId>;
  /** How many units each sentence is in. */
  readonly overlap: number;
}

/**
 * Count sentences, statements and, within units, pairs.
 * @param independentOf the key of the sentence that another one repeats, see `collate`
 */
export function tally(
  documents: Iterable<ObservedDocument>,
  window: Window,
  independentOf: (key: string) => string,
): Tally {
  const counts: Tally = {
    nodes: new Map(),
    edges: new Map(),
    pairs: new Map(),
    sentences: new Map(),
    independent: [],
    units: new Set(),
    overlap: overlapOf(window),
  };
  for (const document of documents) {
    const ids = document.sentences.map(({ key }) => sentenceNumber(counts, key, independentOf));
    for (const [position, id] of ids.entries()) {
      countSentence(counts, document, document.sentences[position]!, id);
    }
    for (const unit of unitsOf(document, window)) countUnit(counts, document, unit, ids);
  }
  return counts;
}

/** How many independent passages support an edge. */
export function weightOf(counts: Tally, { passages }: EdgeTally): number {
  if (passages.size === 1) return 1;
  return new Set(Array.from(passages, (id) => independentPassage(counts, id))).size;
}

function countSentence(
  counts: Tally,
  document: ObservedDocument,
  sentence: ObservedSentence,
  number: number,
): void {
  const place = placeOf(document, sentence, sentence);
  for (const entity of sentence.entities) countMention(counts, entity, place, number);
  for (const { head, tail, relation, particulars } of sentence.statements) {
    const { label, status, rule, score = 1 } = relation;
    const ends = { source: head.key, target: tail.key };
    const claim = { ...ends, relation: relation.relation, label, status };
    support(edgeOf(counts, claim, score), rule, place, number, particulars);
  }
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
  const id = independentPassage(counts, passageId(ids, unit.first, unit.end - 1));
  counts.units.add(id);
  for (let position = unit.first; position < unit.end; position++) {
    for (const { key } of sentences[position]!.entities) counts.nodes.get(key)!.units.add(id);
  }
  let passage: Passage | undefined;
  for (const pair of pairsOf(document, unit)) {
    // Pairs of one sentence come one after the other, and share what is kept of it.
    if (pair.from !== passage?.from || pair.to !== passage.to) {
      passage = passageOf(document, pair, ids);
    }
    supportBy(pairOf(counts, pair), passage);
  }
}

/** What pairs are named by last, as evidence of each. */
interface Passage {
  readonly from: number;
  readonly to: number;
  readonly id: PassageId;
  readonly evidence: Evidence;
}

function passageOf(
  document: ObservedDocument,
  { from, to }: Pair,
  ids: readonly number[],
): Passage {
  const place = placeOf(document, document.sentences[from]!, document.sentences[to]!);
  const rule = from === to ? 'same-sentence' : 'same-passage';
  const evidence = { ...place, rule, status: COOCCURRENCE.status };
  return { from, to, id: passageId(ids, from, to), evidence };
}

function passageId(ids: readonly number[], from: number, to: number): PassageId {
  return from === to ? ids[from]! : ids.slice(from, to + 1).join();
}

function placeOf({ id, text }: ObservedDocument, from: Span, to: Span): Place {
  return { document: id, start: from.start, end: to.end, quote: text.slice(from.start, to.end) };
}

function independentPassage({ independent }: Tally, id: PassageId): PassageId {
  if (typeof id === 'number') return independent[id]!;
  return id
    .split(',')
    .map((number) => independent[Number(number)]!)
    .join();
}

function sentenceNumber(
  counts: Tally,
  key: string,
  independentOf: (key: string) => string,
): number {
  const known = counts.sentences.get(key);
  if (known !== undefined) return known;
  const number = counts.sentences.size;
  counts.sentences.set(key, number);
  counts.independent[number] = number;
  const root = independentOf(key);
  if (root !== key) counts.independent[number] = sentenceNumber(counts, root, independentOf);
  return number;
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
  if (entity.division && !node.sentences.has(number)) node.sentences.set(number, place);
}

/**
 * What is counted for a claim.
 * @param score how likely the statement is that makes it
 */
export function edgeOf({ edges }: Tally, claim: Claim, score = 1): EdgeTally {
  const key = edgeKey(claim);
  let edge = edges.get(key);
  if (!edge) {
    edge = { ...claim, documents: new Distinct(), passages: new Distinct(), evidence: [], score };
    edges.set(key, edge);
  }
  edge.score = Math.max(edge.score, score);
  return edge;
}

/** Count that an independent passage supports an edge. */
export function support(
  edge: EdgeTally,
  rule: string,
  place: Place,
  id: PassageId,
  particulars?: Particulars,
): void {
  const entry = { ...place, rule, status: edge.status };
  supportBy(edge, { id, evidence: particulars ? { ...entry, ...particulars } : entry });
}

function supportBy(
  { documents, passages, evidence }: EdgeTally,
  passage: Pick<Passage, 'id' | 'evidence'>,
): void {
  documents.add(passage.evidence.document);
  if (passages.has(passage.id)) return;
  passages.add(passage.id);
  evidence.push(passage.evidence);
}
