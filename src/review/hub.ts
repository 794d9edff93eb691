import { byStrength } from '../graph/edge.ts';
import { edgeAt } from '../store/memory.ts';
import type { Proposal, Reviewed } from './proposal.ts';

/** Fewer neighbours make no hub. */
const LEAST_NEIGHBORS = 20;
/** In fewer articles than this, most of what is named is named by one. */
const LEAST_ARTICLES = 5;
/** Most of them are right: a list names many. */
const LIKELIHOOD = 0.2;

/**
 * An entity with many neighbours of which a single article tells: a list of names, or a table. Of
 * each document the best connected one is proposed, with how many it has besides.
 */
export function proposeHubs({ graph }: Reviewed): Proposal[] {
  if (graph.getAttribute('articles') < LEAST_ARTICLES) return [];
  const hubs = graph
    .filterNodes((_, { articles, degree }) => articles === 1 && degree >= LEAST_NEIGHBORS)
    .map((key) => ({ key, node: graph.getNodeAttributes(key), edges: edgesOf(key) }))
    .sort((a, b) => b.node.degree - a.node.degree || (a.key < b.key ? -1 : 1));
  const byDocument = new Map<string, typeof hubs>();
  for (const hub of hubs) {
    const { document } = hub.edges[0]!.evidence[0]!;
    byDocument.set(document, [...(byDocument.get(document) ?? []), hub]);
  }
  return [...byDocument].map(([document, [hub, ...others]]): Proposal => {
    const { label, degree, documents } = hub!.node;
    const besides = others.length > 0 ? `, as do ${others.length} others there` : '';
    return {
      kind: 'hub',
      names: [label],
      reason: `${label} has ${degree} neighbours by ${document} alone${besides}`,
      likelihood: LIKELIHOOD,
      documents,
      decision: { drop: label },
      evidence: hub!.edges.slice(0, 2).map(({ evidence }) => {
        const { document: source, start, end, quote } = evidence[0]!;
        return { document: source, start, end, quote };
      }),
    };
  });

  function edgesOf(key: string) {
    return graph
      .edges(key)
      .map((edge) => edgeAt(graph, edge))
      .sort(byStrength);
  }
}
