/** Which nodes and edges a filter lets pass, and what would pass if one of its parts were otherwise. */

import { isWithin } from '../../src/graph/period.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { componentsOf } from '../data/component.ts';
import { edgesOf, type Graph, otherEnd } from '../data/graph.ts';
import { type Filter, isAboutSentences, isLimited } from './filter.ts';

/** Why something is hidden: a bit for each part of a filter. */
const CATEGORY = 1 << 0;
const COMPONENT = 1 << 1;
/** Hidden by hand, not among what alone is shown, or too far away. */
const CHOICE = 1 << 2;
const RELATION = 1 << 3;
const STATUS = 1 << 4;
const PREDICATE = 1 << 5;
const WEIGHT = 1 << 6;
const BACKBONE = 1 << 7;
const DOCUMENT = 1 << 8;
const SOURCE = 1 << 9;
const PERIOD = 1 << 10;

/** Least numbers of sentences that can be asked for. */
export const MOST_WEIGHT = 10;

/** For each value of each part of a filter how much passes all its other parts. */
export interface Counts {
  /** Nodes. */
  readonly categories: Uint32Array;
  readonly components: Uint32Array;
  /** Edges; `weights[3]` counts those of weight 3 and more. */
  readonly relations: Uint32Array;
  readonly statuses: Uint32Array;
  readonly predicates: Uint32Array;
  readonly weights: Uint32Array;
  readonly backbone: number;
  /** Sentences. */
  readonly documents: Uint32Array;
  readonly sources: Uint32Array;
  readonly dates: Uint32Array;
}

export interface Judgement {
  /** For each node, and each edge, 1 where it passes. */
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly counts: Counts;
}

const known = new WeakMap<Graph, WeakMap<Filter, Judgement>>();

/** Found once for each filter of a graph. */
export function judge(graph: Graph, filter: Filter): Judgement {
  const ofGraph = known.get(graph) ?? new WeakMap<Filter, Judgement>();
  known.set(graph, ofGraph);
  const found = ofGraph.get(filter) ?? decide(graph, filter);
  ofGraph.set(filter, found);
  return found;
}

export type Passes = (edge: number) => boolean;

/** Whether a filter lets an edge pass, both its ends included. */
export function edgeTest(graph: Graph, filter: Filter): Passes {
  const { edges } = judge(graph, filter);
  return (edge) => edges[edge] === 1;
}

function decide(graph: Graph, filter: Filter): Judgement {
  const nodeReasons = reasonsOfNodes(graph, filter);
  const edgeReason = edgeReasons(graph, filter, nodeReasons);
  const sentenceReason = sentenceReasons(graph, filter);
  const counts = emptyCounts(graph);
  const edges = new Uint8Array(graph.size);
  // Bits of the parts of a filter that a sentence, or a node, passes but for one at most.
  const sentences = new Uint16Array(graph.sentences.document.length);
  const told = new Uint16Array(graph.order);
  const { evidence, evidenceOffsets } = graph;
  const { source, target } = graph.edges;
  let backbone = 0;
  for (let edge = 0; edge < graph.size; edge++) {
    const reasons = edgeReason(edge);
    // Hidden for two reasons: no single change would show it.
    if ((reasons & (reasons - 1)) !== 0) continue;
    let isTold = false;
    for (let i = evidenceOffsets[edge]!; i < evidenceOffsets[edge + 1]!; i++) {
      const own = sentenceReason(evidence[i]!);
      if (own === 0) isTold = true;
      if (reasons === 0) sentences[evidence[i]!]! |= but(own);
    }
    if (!isTold) continue;
    if (reasons === 0) edges[edge] = 1;
    countEdge(graph, edge, reasons, counts);
    if ((reasons & ~BACKBONE) === 0) backbone += graph.edges.backbone[edge]!;
    // An edge to a neighbour of a hidden category says nothing.
    if (!(nodeReasons[target[edge]!]! & CATEGORY)) told[source[edge]!]! |= but(reasons);
    if (!(nodeReasons[source[edge]!]! & CATEGORY)) told[target[edge]!]! |= but(reasons);
  }
  for (let weight = MOST_WEIGHT - 1; weight > 0; weight--)
    counts.weights[weight]! += counts.weights[weight + 1]!;
  countSentences(graph, sentences, counts);
  const nodes = judgeNodes(graph, nodeReasons, isAboutSentences(filter) ? told : null, counts);
  return { nodes, edges, counts: { ...counts, backbone } };
}

/** The parts of a filter but for which something passes: all where it passes them all. */
function but(reasons: number): number {
  if (reasons === 0) return 0xffff;
  return (reasons & (reasons - 1)) === 0 ? reasons : 0;
}

function reasonsOfNodes(graph: Graph, filter: Filter): Uint16Array {
  const { hiddenCategories, components, hidden, only, around } = filter;
  const categories = CATEGORIES.map((name) => (hiddenCategories.has(name) ? CATEGORY : 0));
  const { of } = componentsOf(graph);
  const reached = around && reachedFrom(graph, filter);
  return Uint16Array.from(graph.nodes.category, (category, node) => {
    const isChosen =
      !hidden.has(node) && (only.size === 0 || only.has(node)) && (!reached || reached[node] === 1);
    return (
      categories[category]! |
      (components.size === 0 || components.has(of[node]!) ? 0 : COMPONENT) |
      (isChosen ? 0 : CHOICE)
    );
  });
}

/** What lies within so many steps that the rest of the filter lets pass. */
function reachedFrom(graph: Graph, { around, ...rest }: Filter): Uint8Array {
  const { edges } = judge(graph, { ...rest, around: null });
  const reached = new Uint8Array(graph.order);
  const { node, depth } = around!;
  let ring = [node];
  reached[node] = 1;
  for (let step = 0; step < depth; step++) {
    const next: number[] = [];
    for (const one of ring) {
      for (const edge of edgesOf(graph, one)) {
        const other = otherEnd(graph, edge, one);
        if (!edges[edge] || reached[other]) continue;
        reached[other] = 1;
        next.push(other);
      }
    }
    ring = next;
  }
  return reached;
}

function edgeReasons(
  { edges, predicates }: Graph,
  filter: Filter,
  nodeReasons: Uint16Array,
): (edge: number) => number {
  const { source, target, weight, backbone } = edges;
  const relations = RELATION_KINDS.map((kind) => (filter.hiddenRelations.has(kind) ? RELATION : 0));
  const statuses = STATUSES.map((status) => (filter.hiddenStatuses.has(status) ? STATUS : 0));
  const labels = predicates.map((label) =>
    filter.predicates.size === 0 || filter.predicates.has(label) ? 0 : PREDICATE,
  );
  return (edge) =>
    nodeReasons[source[edge]!]! |
    nodeReasons[target[edge]!]! |
    relations[edges.relation[edge]!]! |
    statuses[edges.status[edge]!]! |
    labels[edges.label[edge]!]! |
    (weight[edge]! < filter.minWeight ? WEIGHT : 0) |
    (filter.backbone && backbone[edge] === 0 ? BACKBONE : 0);
}

function sentenceReasons(
  { sentences }: Graph,
  { documents, sources, period }: Filter,
): (sentence: number) => number {
  const { source } = sentences.documents;
  const ofDocument = source.map((number, document) => {
    const isSource = sources.size === 0 || sources.has(sentences.sources[number ?? -1] ?? '');
    const isDocument = documents.size === 0 || documents.has(document);
    return (isSource ? 0 : SOURCE) | (isDocument ? 0 : DOCUMENT);
  });
  const undated = isLimited(period) ? PERIOD : 0;
  const ofDate = sentences.dates.map((date) => (!undated || isWithin(date, period) ? 0 : PERIOD));
  return (sentence) =>
    ofDocument[sentences.document[sentence]!]! | (ofDate[sentences.date[sentence]!] ?? undated);
}

function emptyCounts(graph: Graph): Omit<Counts, 'backbone'> {
  const { predicates, sentences } = graph;
  return {
    categories: new Uint32Array(CATEGORIES.length),
    components: new Uint32Array(componentsOf(graph).first.length),
    relations: new Uint32Array(RELATION_KINDS.length),
    statuses: new Uint32Array(STATUSES.length),
    predicates: new Uint32Array(predicates.length),
    weights: new Uint32Array(MOST_WEIGHT + 1),
    documents: new Uint32Array(sentences.documents.id.length),
    sources: new Uint32Array(sentences.sources.length),
    dates: new Uint32Array(sentences.dates.length),
  };
}

/** Counts an edge for each value that it has in a part of the filter, where the other parts let it pass. */
function countEdge(
  { edges }: Graph,
  edge: number,
  reasons: number,
  { relations, statuses, predicates, weights }: Omit<Counts, 'backbone'>,
): void {
  if ((reasons & ~RELATION) === 0) relations[edges.relation[edge]!]!++;
  if ((reasons & ~STATUS) === 0) statuses[edges.status[edge]!]!++;
  if ((reasons & ~PREDICATE) === 0) predicates[edges.label[edge]!]!++;
  if ((reasons & ~WEIGHT) === 0) weights[Math.min(MOST_WEIGHT, edges.weight[edge]!)]!++;
}

function countSentences(
  { sentences }: Graph,
  passed: Uint16Array,
  { documents, sources, dates }: Omit<Counts, 'backbone'>,
): void {
  for (let sentence = 0; sentence < passed.length; sentence++) {
    const bits = passed[sentence]!;
    const document = sentences.document[sentence]!;
    const source = sentences.documents.source[document]!;
    const date = sentences.date[sentence]!;
    if (bits & DOCUMENT) documents[document]!++;
    if (bits & SOURCE && source !== null) sources[source]!++;
    if (bits & PERIOD && date >= 0) dates[date]!++;
  }
}

/** @param told for each node the parts of the filter but for which an edge of it passes; null where that is not asked */
function judgeNodes(
  graph: Graph,
  nodeReasons: Uint16Array,
  told: Uint16Array | null,
  { categories, components }: Omit<Counts, 'backbone'>,
): Uint8Array {
  const { of } = componentsOf(graph);
  const nodes = new Uint8Array(graph.order);
  for (const [node, reasons] of nodeReasons.entries()) {
    const bits = but(reasons) & (told?.[node] ?? 0xffff);
    if (reasons === 0 && bits === 0xffff) nodes[node] = 1;
    if (bits & CATEGORY) categories[graph.nodes.category[node]!]!++;
    if (bits & COMPONENT) components[of[node]!]!++;
  }
  return nodes;
}
