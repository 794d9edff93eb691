/**
 * A graph of any size, part by part: hubs by preferential attachment, one edge in ten a statement, a
 * sentence of evidence for each unit of weight. What is kept in memory is numbers; nodes, edges and
 * documents are made as they are asked for, the same ones every time.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { edgeKey } from '../../src/graph/edge.ts';
import {
  type AnnotatedDocument,
  CATEGORIES,
  CATEGORY_COLORS,
  type Edge,
  type Evidence,
  type GraphParts,
  type NodeAttributes,
} from '../../src/index.ts';

const SENTENCES = 50;
const NODES_OF_A_DOCUMENT = 10;

/** 名称的字有多有少，和真的一样。 */
export function nameOf(index: number): string {
  const char = (n: number) => String.fromCharCode(0x4e00 + (n % 3000));
  const ending = ['公司', '大学', '集团', '委员会', '区', '工程'][index % 6]!;
  return `${char(index * 7)}${char(Math.floor(index / 3000) * 13 + 5)}${char(index * 31)}${index}${ending}`;
}

export function keyOf(index: number): string {
  return `${CATEGORIES[index % 4]}:${nameOf(index)}`;
}

export function synthetic(order: number, edgesOfANode: number): GraphParts & { size: number } {
  const documents = Math.ceil(order / NODES_OF_A_DOCUMENT);
  // The bar stands behind an end in the key of an edge, and counts where one key begins with another.
  const byStart = ranked(order, (index) => `${keyOf(index)}|`);
  const byEnd = ranked(order, keyOf);
  const edges = edgesAmong(order, edgesOfANode, byStart.ranks, byEnd.ranks);
  const degrees = new Uint32Array(order);
  for (const code of edges) {
    const { start, end } = decoded(code, order);
    degrees[byStart.indices[start]!]!++;
    degrees[byEnd.indices[end]!]!++;
  }
  return {
    size: edges.length,
    attributes: {
      mailuo: 'synthetic',
      segmenter: 'none',
      documents,
      articles: documents,
      sentences: documents * SENTENCES,
      window: 'sentence',
    },
    documents: again(() => mapped(documents, documentOf)),
    entityOf: () => undefined,
    nodes: again(() => {
      const indices = [...Array(order).keys()].sort(byImportance);
      return mapped(order, (i) => nodeOf(indices[i]!, order, degrees[indices[i]!]!));
    }),
    edges: again(() =>
      mapped(edges.length, (i) => {
        const { start, end, isStatement } = decoded(edges[i]!, order);
        const ends = { source: keyOf(byStart.indices[start]!), target: keyOf(byEnd.indices[end]!) };
        return edgeOf(ends, isStatement, documents, i);
      }),
    ),
  };
}

/** Numbers of things in the order of their names, and each thing's place in that order. */
function ranked(count: number, name: (index: number) => string) {
  const names = Array.from({ length: count }, (_, index) => name(index));
  const indices = Uint32Array.from(names.keys()).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const ranks = new Uint32Array(count);
  for (const [rank, index] of indices.entries()) ranks[index] = rank;
  return { indices, ranks };
}

/** Edges as numbers, whose order is that of their keys; each once. */
function edgesAmong(
  order: number,
  edgesOfANode: number,
  starts: Uint32Array,
  ends: Uint32Array,
): Float64Array {
  const generator = xorshift128plus(20_240_704);
  const below = (n: number) => uniformInt(generator, 0, n - 1);
  // An end of an edge that is there: so a node gets edges in proportion to those that it has.
  const taken = new Uint32Array(2 * order * edgesOfANode);
  const codes = new Float64Array(order * edgesOfANode);
  let count = 0;
  for (let index = 1; index < order; index++) {
    for (let i = 0; i < edgesOfANode; i++) {
      const other = count > 0 && below(2) === 0 ? taken[below(2 * count)]! : below(index);
      if (other === index) continue;
      taken[2 * count] = index;
      taken[2 * count + 1] = other;
      const isStatement = below(10) === 0;
      // Co-occurrence has no direction: its first end has the smaller key.
      const swap = !isStatement && ends[other]! < ends[index]!;
      const [a, b] = swap ? [other, index] : [index, other];
      codes[count++] = (starts[a]! * 2 + Number(isStatement)) * order + ends[b]!;
    }
  }
  const sorted = codes.subarray(0, count).sort();
  return sorted.filter((code, i) => code !== sorted[i - 1]);
}

function decoded(code: number, order: number) {
  const first = Math.floor(code / order);
  return { start: first >> 1, end: code % order, isStatement: first % 2 === 1 };
}

/** A number below another that looks random and is always the same. */
function scattered(seed: number, below: number): number {
  let hash = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}

const documentsOf = (index: number) => 1 + scattered(index, 50);

function byImportance(a: number, b: number): number {
  return (
    documentsOf(b) - documentsOf(a) ||
    nameOf(a).length - nameOf(b).length ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  );
}

function nodeOf(
  index: number,
  order: number,
  degree: number,
): readonly [key: string, attributes: NodeAttributes] {
  const category = CATEGORIES[index % 4]!;
  const documents = documentsOf(index);
  const counts = { mentions: 1, documents, articles: documents, degree, community: 0 };
  const measures = { pagerank: 1 / order, betweenness: 0, x: index, y: -index, size: 6 };
  const label = nameOf(index);
  const names = { label, category, aliases: [`${label.slice(0, 3)}${index}`] };
  return [keyOf(index), { ...names, ...counts, ...measures, color: CATEGORY_COLORS[category] }];
}

/** Attribute after attribute, since spreading parts would take longer than saving the edge. */
function edgeOf(
  { source, target }: { readonly source: string; readonly target: string },
  isStatement: boolean,
  documents: number,
  seed: number,
): Edge {
  const relation = isStatement ? ('verb' as const) : ('cooccurrence' as const);
  const label = isStatement ? '投资' : '共现';
  const status = 'asserted' as const;
  const weight = scattered(seed, 4) > 0 ? 1 : 1 + scattered(seed + 1, 3);
  const evidence: Evidence[] = [];
  for (let i = 0; i < weight; i++) evidence.push(evidenceOf(seed * 3 + i, documents));
  const edge = {
    key: edgeKey({ source, target, relation, label, status }),
    ...{ source, target, relation, label, status },
    ...{ weight, documents: weight, articles: weight, evidence, backbone: true },
  };
  return isStatement ? edge : { ...edge, npmi: 0.1, g2: 10, q: 0.01 };
}

const idOf = (index: number) => `documents/${String(index).padStart(7, '0')}.txt`;
const sentenceOf = (index: number, i: number) => `第${index}篇第${i}句说到两家公司的往来。\n`;

function evidenceOf(seed: number, documents: number): Evidence {
  const [index, position] = [scattered(seed, documents), scattered(seed + 7, SENTENCES)];
  const first = sentenceOf(index, 0).length;
  // From the tenth sentence on, its number has two digits.
  const start = position * first + Math.max(0, position - 10);
  const quote = sentenceOf(index, position).slice(0, -1);
  const place = { document: idOf(index), start, end: start + quote.length, quote };
  return { ...place, rule: 'same-sentence', status: 'asserted' };
}

function documentOf(index: number): AnnotatedDocument {
  const text = Array.from({ length: SENTENCES }, (_, i) => sentenceOf(index, i));
  let end = 0;
  const sentences = text.map((sentence) => {
    const start = end;
    end += sentence.length;
    return { start, end: end - 1 };
  });
  const found = { segmenter: 'none', sentences, mentions: [], relations: [] };
  return { id: idOf(index), title: `第${index}篇`, text: text.join(''), ...found };
}

function again<T>(walk: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: walk };
}

function* mapped<T>(count: number, make: (index: number) => T): Generator<T> {
  for (let index = 0; index < count; index++) yield make(index);
}
