import type { KnowledgeGraph } from '../graph/graph.ts';

/** The graph in graphology's serialised format, lossless. */
export function toJson(graph: KnowledgeGraph): string {
  return `${JSON.stringify(graph.export(), null, 1)}\n`;
}
