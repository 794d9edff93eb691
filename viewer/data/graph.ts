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
  const source = Uint32Array.from(edges.source);
  const target = Uint32Array.from(edges.target);
  return {
    order: nodes.label.length,
    size: source.length,
    nodes: {
      label: nodes.label,
      aliases: nodes.aliases,
      category: Uint8Array.from(nodes.category),
      mentions: Uint32Array.from(nodes.mentions),
      documents: Uint32Array.from(nodes.documents),
      articles: Uint32Array.from(nodes.articles),
      degree: Uint32Array.from(nodes.degree),
      community: Uint32Array.from(nodes.community),
      x: Float32Array.from(nodes.x),
      y: Float32Array.from(nodes.y),
    },
    edges: {
      source,
      target,
      relation: Uint8Array.from(edges.relation),
      label: Uint32Array.from(edges.label),
      status: Uint8Array.from(edges.status),
      weight: Uint32Array.from(edges.weight),
      documents: Uint32Array.from(edges.documents),
      articles: Uint32Array.from(edges.articles),
      backbone: Uint8Array.from(edges.backbone),
      npmi: Float32Array.from(edges.npmi, (value) => value ?? Number.NaN),
      g2: Float32Array.from(edges.g2, (value) => value ?? Number.NaN),
    },
    predicates,
    sentences: {
      ...sentences,
      document: Uint32Array.from(sentences.document),
      date: Int32Array.from(sentences.date, (date) => date ?? -1),
    },
    evidence: Uint32Array.from(sentences.evidence),
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
  for (const [i, count] of counts.entries()) offsets[i + 1] = offsets[i]! + count;
  return offsets;
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
