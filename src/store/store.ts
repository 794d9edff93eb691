import type { KnowledgeGraph } from '../graph/graph.ts';
import type { EntityOf } from '../graph/link.ts';
import type { AnnotatedDocument } from '../types.ts';

/** A graph with the documents that it rests on. */
export interface Store {
  readonly graph: KnowledgeGraph;
  /** Sorted by id. */
  readonly documents: readonly AnnotatedDocument[];
  /** As linking found it in these documents. Default: they are linked when that is asked for. */
  readonly entityOf?: EntityOf;
}
