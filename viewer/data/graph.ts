/** The whole graph as the page holds it: typed arrays, and the edges of each node by number. */

import type { Columns } from '../../src/page/columns.ts';
import {
  CATEGORIES,
  type Category,
  RELATION_KINDS,
  type RelationKind,
  STATUSES,
  type Status,
} from '../../src/types.ts';

export interface Graph {
  readonly order: number;
  readonly size: number;
  readonly nodes: {
    readonly label: readonly string[];
    readonly aliases: readonly (readonly string[])[];
    readonly category: Uint8Array;
    readonly mentions: Uint32Array;
    readonly documents: Uint32Array;
    readonly articles: Uint32Array;
    readonly degree: Uint32Array;
    readonly community: Uint32Array;
    readonly x: Float32Array;
    readonly y: Float32Array;
  };
  readonly edges: {
    readonly source: Uint32Array;
    readonly target: Uint32Array;
    readonly relation: Uint8Array;
    readonly label: Uint32Array;
    readonly status: Uint8Array;
    readonly weight: Uint32Array;
    readonly documents: Uint32Array;
    readonly articles: Uint32Array;
    readonly backbone: Uint8Array;
    /** NaN for statements. */
    readonly npmi: Float32Array;
    readonly g2: Float32Array;
  };
  readonly predicates: readonly string[];
  readonly sentences: {
    readonly documents: Columns['sentences']['documents'];
    readonly sources: readonly string[];
    readonly dates: readonly string[];
    readonly document: Uint32Array;
    /** -1 where it is not known. */
    readonly date: Int32Array;
  };
  /** Sentences behind edge 0, edge 1 …; `evidenceOffsets` says where those of an edge begin. */
  readonly evidence: Uint32Array;
  readonly evidenceOffsets: Uint32Array;
  /** Where the edges of a node begin in `incident`; one more entry than nodes. */
  readonly offsets: Uint32Array;
  /** Edges of node 0, of node 1 …, those that say most first. */
  readonly incident: Uint32Array;
}

export const COOCCURRENCE = RELATION_KINDS.indexOf('cooccurrence');

export function graphOf({ nodes, edges, predicates, sentences }: Columns): Graph {
  const source = new Uint32Array(edges.source);
  const target = new Uint32Array(edges.target);
  return {
    order: nodes.label.length,
    size: source.length,
    nodes: {
      label: nodes.label,
      aliases: nodes.aliases,
      category: new Uint8Array(nodes.category),
      mentions: new Uint32Array(nodes.mentions),
      documents: new Uint32Array(nodes.documents),
      articles: new Uint32Array(nodes.articles),
      degree: new Uint32Array(nodes.degree),
      community: new Uint32Array(nodes.community),
      x: new Float32Array(nodes.x),
      y: new Float32Array(nodes.y),
    },
    edges: {
      source,
      target,
      relation: new Uint8Array(edges.relation),
      label: new Uint32Array(edges.label),
      status: new Uint8Array(edges.status),
      weight: new Uint32Array(edges.weight),
      documents: new Uint32Array(edges.documents),
      articles: new Uint32Array(edges.articles),
      backbone: new Uint8Array(edges.backbone),
      npmi: measured(edges.npmi),
      g2: measured(edges.g2),
    },
    predicates,
    sentences: {
      ...sentences,
      document: new Uint32Array(sentences.document),
      date: Int32Array.from(sentences.date, (date) => date ?? -1),
    },
    evidence: new Uint32Array(sentences.evidence),
    evidenceOffsets: sums(sentences.counts),
    ...incidence(nodes.label.length, source, target),
  };
}

/** Counting sort by node; edges come in their order, so each node's list is in that order too. */
function incidence(order: number, source: Uint32Array, target: Uint32Array) {
  const offsets = new Uint32Array(order + 1);
  for (let edge = 0; edge < source.length; edge++) {
    offsets[source[edge]! + 1]!++;
    if (source[edge] !== target[edge]) offsets[target[edge]! + 1]!++;
  }
  for (let node = 0; node < order; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const incident = new Uint32Array(offsets[order]!);
  for (let edge = 0; edge < source.length; edge++) {
    incident[next[source[edge]!]!++] = edge;
    if (source[edge] !== target[edge]) incident[next[target[edge]!]!++] = edge;
  }
  return { offsets, incident };
}

/** Where each of so many begins, and where the last one ends. */
function sums(counts: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = offsets[i]! + counts[i]!;
  return offsets;
}

/** NaN where nothing is measured. Millions of values go through here, and `from` takes several times as long. */
function measured(values: readonly (number | null)[]): Float32Array {
  const numbers = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) numbers[i] = values[i] ?? Number.NaN;
  return numbers;
}

/** The sentences behind an edge, by number. */
export function evidenceOf({ evidence, evidenceOffsets }: Graph, edge: number): Uint32Array {
  return evidence.subarray(evidenceOffsets[edge]!, evidenceOffsets[edge + 1]!);
}

/** The edges of a node, those that say most first. */
export function edgesOf({ offsets, incident }: Graph, node: number): Uint32Array {
  return incident.subarray(offsets[node]!, offsets[node + 1]!);
}

export function otherEnd({ edges }: Graph, edge: number, node: number): number {
  return edges.source[edge] === node ? edges.target[edge]! : edges.source[edge]!;
}

/** The edges between two nodes, those that say most first. */
export function edgesBetween(graph: Graph, a: number, b: number): number[] {
  const [few, many] = graph.nodes.degree[a]! < graph.nodes.degree[b]! ? [a, b] : [b, a];
  return [...edgesOf(graph, few)].filter((edge) => otherEnd(graph, edge, few) === many);
}

export function categoryOf({ nodes }: Graph, node: number): Category {
  return CATEGORIES[nodes.category[node]!]!;
}

export function relationOf({ edges }: Graph, edge: number): RelationKind {
  return RELATION_KINDS[edges.relation[edge]!]!;
}

export function statusOf({ edges }: Graph, edge: number): Status {
  return STATUSES[edges.status[edge]!]!;
}

export function predicateOf({ edges, predicates }: Graph, edge: number): string {
  return predicates[edges.label[edge]!]!;
}

export function isStatement({ edges }: Graph, edge: number): boolean {
  return edges.relation[edge] !== COOCCURRENCE;
}

/** The key that the rest of Mailuo gives a node; numbers change from build to build. */
export function keyOf(graph: Graph, node: number): string {
  return `${categoryOf(graph, node)}:${graph.nodes.label[node]}`;
}
