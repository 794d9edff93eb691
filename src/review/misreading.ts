import type { KnowledgeGraph } from '../graph/graph.ts';
import { variantReadings } from '../query/conflicts.ts';
import type { Proposal, Reviewed } from './proposal.ts';

/** Of two readings of one sentence one is wrong, but the two may also be two things. */
const LIKELIHOOD = 0.6;

/**
 * 宸安生物, 震安生物: names that differ by little in sentences that are otherwise one, in articles that
 * reprint each other. The one that more documents have stays, else the first by its characters.
 */
export function proposeMisreadings({ graph }: Reviewed): Proposal[] {
  return variantReadings(graph)
    .filter(({ misreading, entities }) => misreading && entities.length === 2)
    .map(({ entities, sides }): Proposal => {
      const ends = [...entities].sort(
        (a, b) => documentsOf(graph, b) - documentsOf(graph, a) || (a < b ? -1 : 1),
      );
      const names = ends.map((key) => graph.getNodeAttribute(key, 'label'));
      return {
        kind: 'misreading',
        names,
        reason: `${names.join(' and ')} stand in the same sentence of two articles that reprint each other`,
        likelihood: LIKELIHOOD,
        documents: Math.min(...ends.map((key) => documentsOf(graph, key))),
        decision: { merge: names },
        refusal: { 'never-merge': names },
        evidence: sides.map(({ document, start, end, quote }) => ({ document, start, end, quote })),
      };
    });
}

function documentsOf(graph: KnowledgeGraph, key: string): number {
  return graph.getNodeAttribute(key, 'documents');
}
