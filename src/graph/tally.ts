import type { RelationKind, Status } from '../types.ts';
import type { Evidence, Particulars } from './attributes.ts';
import { pairsOf } from './cooccurrence.ts';
import type { Entity } from './link.ts';
import type { ObservedSentence } from './observe.ts';

/** What is counted for an entity. */
export interface NodeTally {
  readonly entity: Entity;
  mentions: number;
  readonly documents: Set<string>;
  /** Numbers of the independent sentences. */
  readonly sentences: Set<number>;
  /** Where it is first mentioned. */
  readonly first: Place;
}

/** A sentence and where it stands. */
export type Place = Pick<ObservedSentence, 'document' | 'start' | 'end' | 'quote'>;

/** An edge before it is in a graph: what makes it this edge and no other. */
export interface Claim {
  readonly source: string;
  readonly target: string;
  readonly relation: RelationKind;
  readonly label: string;
  readonly status: Status;
}

/** What is counted for an edge. */
export interface EdgeTally extends Claim {
  readonly documents: Set<string>;
  readonly sentences: Set<number>;
  /** The first occurrence of each independent sentence. */
  readonly evidence: Evidence[];
}

/** Counts over all documents. */
export interface Tally {
  readonly nodes: Map<string, NodeTally>;
  readonly edges: Map<string, EdgeTally>;
  /** Number of each independent sentence, by its letters and digits. */
  readonly sentences: Map<string, number>;
}

/** Count sentences. */
export function tally(sentences: Iterable<ObservedSentence>): Tally {
  const counts: Tally = { nodes: new Map(), edges: new Map(), sentences: new Map() };
  for (const sentence of sentences) {
    const number = sentenceNumber(counts.sentences, sentence.quote);
    for (const entity of sentence.entities) countMention(counts, entity, sentence, number);
    for (const [a, b] of pairsOf(sentence.entities)) {
      const claim = { source: a.key, target: b.key, ...COOCCURRENCE };
      countClaim(counts, claim, 'same-sentence', sentence, number);
    }
    for (const { head, tail, relation, particulars } of sentence.statements) {
      const { label, status, rule } = relation;
      const ends = { source: head.key, target: tail.key };
      const claim = { ...ends, relation: relation.relation, label, status };
      countClaim(counts, claim, rule, sentence, number, particulars);
    }
  }
  return counts;
}

const COOCCURRENCE = { relation: 'cooccurrence', label: '共现', status: 'asserted' } as const;

function keyOf({ source, relation, label, status, target }: Claim): string {
  return [source, relation, label, status, target].join('|');
}

/** Key of the edge that two entities share for standing in the same sentence. */
export function cooccurrenceKey(a: string, b: string): string {
  const [source, target] = a < b ? [a, b] : [b, a];
  return keyOf({ source, target, ...COOCCURRENCE });
}

/** 转载的句子标点常不同：字母和数字相同即为同一句。 */
function sentenceNumber(numbers: Map<string, number>, quote: string): number {
  const key = quote.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function countMention(
  { nodes }: Tally,
  entity: Entity,
  sentence: ObservedSentence,
  number: number,
): void {
  let node = nodes.get(entity.key);
  if (!node) {
    node = { entity, mentions: 0, documents: new Set(), sentences: new Set(), first: sentence };
    nodes.set(entity.key, node);
  }
  node.mentions++;
  node.documents.add(sentence.document);
  node.sentences.add(number);
}

/** Count that an independent sentence, with its number, supports a claim. */
export function countClaim(
  { edges }: Tally,
  claim: Claim,
  rule: string,
  { document, start, end, quote }: Place,
  number: number,
  particulars: Particulars = {},
): void {
  const { status } = claim;
  const key = keyOf(claim);
  let edge = edges.get(key);
  if (!edge) {
    edge = { ...claim, documents: new Set(), sentences: new Set(), evidence: [] };
    edges.set(key, edge);
  }
  edge.documents.add(document);
  if (edge.sentences.has(number)) return;
  edge.sentences.add(number);
  edge.evidence.push({ document, start, end, quote, rule, status, ...particulars });
}
