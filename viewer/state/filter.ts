/** What a reader leaves out. Filters only take away: what remains keeps its place and its look. */

import type { Period } from '../../src/graph/period.ts';
import type { Category, RelationKind, Status } from '../../src/types.ts';

/** Entities within so many steps of one. */
export interface Around {
  readonly node: number;
  readonly depth: number;
}

/** Nodes, documents and components by number; where a set says "only", an empty one stands for all. */
export interface Filter {
  readonly hiddenCategories: ReadonlySet<Category>;
  readonly hiddenRelations: ReadonlySet<RelationKind>;
  readonly hiddenStatuses: ReadonlySet<Status>;
  /** Only edges with these predicates. */
  readonly predicates: ReadonlySet<string>;
  /** Least number of independent sentences behind an edge. */
  readonly minWeight: number;
  /** Only statements, and co-occurrence that stands out. */
  readonly backbone: boolean;
  /** Only edges with a sentence in these documents. */
  readonly documents: ReadonlySet<number>;
  /** Only edges with a sentence in a document of these papers, agencies or sites. */
  readonly sources: ReadonlySet<string>;
  /** Only edges with a sentence of this time. */
  readonly period: Period;
  readonly components: ReadonlySet<number>;
  readonly around: Around | null;
  /** Taken away one by one. */
  readonly hidden: ReadonlySet<number>;
  /** Only these nodes. */
  readonly only: ReadonlySet<number>;
}

/** Lets everything pass. */
export const EVERYTHING: Filter = {
  hiddenCategories: new Set(),
  hiddenRelations: new Set(),
  hiddenStatuses: new Set(),
  predicates: new Set(),
  minWeight: 1,
  backbone: false,
  documents: new Set(),
  sources: new Set(),
  period: {},
  components: new Set(),
  around: null,
  hidden: new Set(),
  only: new Set(),
};

/** Whether only entities are shown of which something that passes is said. */
export function isAboutSentences({ predicates, documents, sources, period }: Filter): boolean {
  return predicates.size + documents.size + sources.size > 0 || isLimited(period);
}

export function isLimited({ since, until }: Period): boolean {
  return since !== undefined || until !== undefined;
}
