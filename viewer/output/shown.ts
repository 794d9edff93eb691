/** What is shown, as a graph that the exports of Mailuo write. */

import { MultiGraph } from 'graphology';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { edgeKey } from '../../src/graph/edge.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import type { Quotation } from '../../src/page/quotation.ts';
import {
  categoryOf,
  type Graph,
  isStatement,
  keyOf,
  predicateOf,
  relationOf,
  statusOf,
} from '../data/graph.ts';
import type { Source } from '../data/source.ts';
import type { Cut } from '../state/cut.ts';

/** Edges whose sentences are asked for at a time. */
const PART = 500;

export async function shownGraph(graph: Graph, source: Source, cut: Cut): Promise<KnowledgeGraph> {
  const shown: KnowledgeGraph = new MultiGraph({ type: 'mixed' });
  shown.replaceAttributes(source.columns.made);
  for (const node of cut.nodes) addNode(shown, graph, source, node);
  for (let first = 0; first < cut.edges.length; first += PART) {
    const edges = cut.edges.slice(first, first + PART);
    const quotations = await source.quotations(edges);
    for (const [i, edge] of edges.entries()) addEdge(shown, graph, source, edge, quotations[i]!);
  }
  return shown;
}

function addNode(shown: KnowledgeGraph, graph: Graph, { columns }: Source, node: number): void {
  const { label, aliases, mentions, documents, articles, degree } = graph.nodes;
  const category = categoryOf(graph, node);
  shown.addNode(keyOf(graph, node), {
    label: label[node]!,
    category,
    aliases: [...aliases[node]!],
    mentions: mentions[node]!,
    documents: documents[node]!,
    articles: articles[node]!,
    degree: degree[node]!,
    pagerank: columns.nodes.pagerank[node]!,
    betweenness: columns.nodes.betweenness[node]!,
    community: columns.nodes.community[node]!,
    // As exact as they came, where the page itself needs less.
    x: columns.nodes.x[node]!,
    y: columns.nodes.y[node]!,
    size: 3 + 3 * Math.sqrt(documents[node]!),
    color: CATEGORY_COLORS[category],
  });
}

function addEdge(
  shown: KnowledgeGraph,
  graph: Graph,
  { columns }: Source,
  edge: number,
  quotations: readonly Quotation[],
): void {
  const { weight, documents, articles, backbone } = graph.edges;
  const { npmi, g2 } = columns.edges;
  const source = keyOf(graph, graph.edges.source[edge]!);
  const target = keyOf(graph, graph.edges.target[edge]!);
  const status = statusOf(graph, edge);
  const claim = { relation: relationOf(graph, edge), label: predicateOf(graph, edge), status };
  const key = edgeKey({ source, target, ...claim });
  const attributes = {
    ...claim,
    weight: weight[edge]!,
    documents: documents[edge]!,
    articles: articles[edge]!,
    evidence: quotations.map(({ id, start, end, quote, rule }) => {
      return { document: id, start, end, quote, rule, status };
    }),
    backbone: backbone[edge] === 1,
  };
  if (isStatement(graph, edge)) shown.addDirectedEdgeWithKey(key, source, target, attributes);
  else {
    const measures = { npmi: npmi[edge]!, g2: g2[edge]! };
    shown.addUndirectedEdgeWithKey(key, source, target, { ...attributes, ...measures });
  }
}
