/**
 * Collation: which sentences of documents that reprint each other are one sentence, though a word, a
 * name or a figure differs. Within a cluster of reprints each sentence is compared with those that
 * share its rarest shingles, one to one; between clusters, as when a caption of one page stands on
 * another, a run of sentences is followed from one that both documents have word by word (seed and
 * extend, as in Altschul et al. 1990, doi:10.1016/S0022-2836(05)80360-2). Every pair is verified by
 * an exact difference (Myers 1986, doi:10.1007/BF01840446). Linear in the text, for clusters that
 * are small beside it.
 */
import { diffArrays } from 'diff';
import type { ObservedDocument } from './observe.ts';

/** A sentence of a document, by its position among the document's sentences. */
export interface SentencePlace {
  readonly document: ObservedDocument;
  readonly position: number;
}

/** Two sentences that are one. */
export type SentencePair = readonly [SentencePlace, SentencePlace];

export interface Collation {
  /** The key of the sentence that a sentence repeats, by its own key; of others their own. */
  readonly independentOf: (key: string) => string;
  /** Each distinct sentence that repeats another one in other words, with that one. */
  readonly pairs: readonly SentencePair[];
}

/** Shorter sentences, in letters and digits, are compared word by word only. */
const SHORTEST = 12;
/** Letters of a shingle by which sentences to compare are found. */
const SHINGLE = 4;
/** Sentences that are compared with one, those that share most shingles. */
const MOST_COMPARED = 4;
/** Share of the letters of both sentences that stand in both, in the same order. */
const ALIKE = 0.7;
/** The same of the shorter sentence, when the other one is cut or continued. */
const CUT = 0.9;
/** Between clusters, where nothing but the sentence beside it speaks for a reprint. */
const ALIKE_BESIDE = 0.85;
/** Sentences that stand in more documents are formulas, beside which anything may stand. */
const MOST_SEEDS = 4;

/**
 * @param documents in the order of their ids
 * @param clusters the article that each document is or reprints, see `reprintClusters`
 */
export function collate(
  documents: readonly ObservedDocument[],
  clusters: ReadonlyMap<string, string>,
): Collation {
  const same = new Map<string, string>();
  const pairs: SentencePair[] = [];
  const independentOf = (key: string): string => {
    let root = key;
    for (let next = same.get(root); next !== undefined; next = same.get(root)) root = next;
    return root;
  };
  const join = (pair: SentencePair) => {
    const [first, second] = pair.map((place) => independentOf(keyOf(place))) as [string, string];
    if (first === second) return;
    same.set(second, first);
    pairs.push(pair);
  };
  for (const cluster of clustersIn(documents, clusters)) collateCluster(cluster, join);
  for (const seed of seedsIn(documents, clusters)) extend(seed, join);
  return { independentOf, pairs };
}

type Join = (pair: SentencePair) => void;

function keyOf({ document, position }: SentencePlace): string {
  return document.sentences[position]!.key;
}

/** The documents of each cluster of several, the one that names it first. */
function clustersIn(
  documents: readonly ObservedDocument[],
  clusters: ReadonlyMap<string, string>,
): ObservedDocument[][] {
  const groups = new Map<string, ObservedDocument[]>();
  for (const document of documents) {
    const id = clusters.get(document.id)!;
    groups.set(id, [...(groups.get(id) ?? []), document]);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([id, group]) => group.sort((a, b) => Number(b.id === id) - Number(a.id === id)));
}

/** Sentences of a cluster that are told apart so far. */
interface Known {
  readonly byKey: Map<string, SentencePlace>;
  readonly byShingle: Map<string, SentencePlace[]>;
}

function collateCluster(cluster: readonly ObservedDocument[], join: Join): void {
  const known: Known = { byKey: new Map(), byShingle: new Map() };
  for (const document of cluster) {
    const places = document.sentences.map((_, position) => ({ document, position }));
    const taken = new Set(places.flatMap((place) => known.byKey.get(keyOf(place)) ?? []));
    const others = new Map(places.map((place) => [keyOf(place), place]));
    const strange = [...others.values()].filter((place) => !known.byKey.has(keyOf(place)));
    for (const [place, other] of matched(strange, taken, known)) join([other, place]);
    for (const place of strange) remember(place, known);
  }
}

/** The best pairs of sentences, each in one of them at most. */
function matched(
  strange: readonly SentencePlace[],
  taken: Set<SentencePlace>,
  known: Known,
): SentencePair[] {
  const possible = strange.flatMap((place) =>
    candidates(place, known)
      .filter((other) => !taken.has(other))
      .map((other) => ({ place, other, likeness: likeness(keyOf(place), keyOf(other)) }))
      .filter(({ likeness }) => likeness > 0),
  );
  const found = new Map<SentencePlace, SentencePlace>();
  for (const { place, other } of possible.sort((a, b) => b.likeness - a.likeness)) {
    if (found.has(place) || taken.has(other)) continue;
    found.set(place, other);
    taken.add(other);
  }
  return [...found];
}

function remember(place: SentencePlace, { byKey, byShingle }: Known): void {
  const key = keyOf(place);
  byKey.set(key, place);
  for (const shingle of shinglesOf(key)) {
    const places = byShingle.get(shingle);
    if (places) places.push(place);
    else byShingle.set(shingle, [place]);
  }
}

/** The known sentences that share most shingles with one, at least a third of them. */
function candidates(place: SentencePlace, { byShingle }: Known): SentencePlace[] {
  const shingles = shinglesOf(keyOf(place));
  const shared = new Map<SentencePlace, number>();
  for (const shingle of shingles) {
    for (const other of byShingle.get(shingle) ?? []) {
      shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .filter(([, count]) => count >= shingles.size / 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COMPARED)
    .map(([other]) => other);
}

function shinglesOf(key: string): Set<string> {
  const shingles = new Set<string>();
  if (key.length < SHORTEST) return shingles;
  for (let i = 0; i + SHINGLE <= key.length; i++) shingles.add(key.slice(i, i + SHINGLE));
  return shingles;
}

/** Share of letters that two sentences have in common, 0 to 1; 0 when they are not one sentence. */
function likeness(a: string, b: string, least = ALIKE): number {
  const shorter = Math.min(a.length, b.length);
  const all = a.length + b.length;
  // A longer difference can pass neither test.
  const maxEditLength = Math.ceil(Math.max((1 - least) * all, all - 2 * CUT * shorter));
  const parts = diffArrays([...a], [...b], { maxEditLength });
  if (!parts) return 0;
  const common = parts.reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.count),
    0,
  );
  const share = (2 * common) / all;
  return share >= least || (least === ALIKE && common >= CUT * shorter) ? share : 0;
}

/** Pairs of documents of different clusters that have a rare sentence in common, and where. */
function* seedsIn(
  documents: readonly ObservedDocument[],
  clusters: ReadonlyMap<string, string>,
): Generator<SentencePair> {
  const places = new Map<string, SentencePlace[]>();
  for (const document of documents) {
    for (const [position, { key }] of document.sentences.entries()) {
      if (key.length < SHORTEST) continue;
      const known = places.get(key);
      if (!known) places.set(key, [{ document, position }]);
      else if (known.length <= MOST_SEEDS) known.push({ document, position });
    }
  }
  for (const found of places.values()) {
    if (found.length > MOST_SEEDS) continue;
    for (const [i, one] of found.entries()) {
      for (const other of found.slice(i + 1)) {
        if (clusters.get(one.document.id) !== clusters.get(other.document.id)) yield [one, other];
      }
    }
  }
}

/** Follow both documents from a sentence that they share, as long as they go on alike. */
function extend([one, other]: SentencePair, join: Join): void {
  for (const step of [-1, 1]) {
    for (let by = step; ; by += step) {
      const [a, b] = [one, other].map((place) => ({ ...place, position: place.position + by }));
      if (!a!.document.sentences[a!.position] || !b!.document.sentences[b!.position]) break;
      const [first, second] = [keyOf(a!), keyOf(b!)];
      if (first === second) continue;
      if (!isAlikeBeside(first, second)) break;
      join([a!, b!]);
    }
  }
}

/** 逐日通报的句子只有数字不同，不是同一句。 */
function isAlikeBeside(a: string, b: string): boolean {
  const digits = (key: string) =>
    key.match(/[\p{N}零一二三四五六七八九十百千万亿]+/gu)?.join() ?? '';
  if (Math.min(a.length, b.length) < SHORTEST || digits(a) !== digits(b)) return false;
  return likeness(a, b, ALIKE_BESIDE) > 0;
}
