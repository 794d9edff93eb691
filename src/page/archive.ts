import type { Evidence } from '../graph/attributes.ts';
import { edgeKey } from '../graph/edge.ts';
import { linkEntities } from '../graph/link.ts';
import { observe } from '../graph/observe.ts';
import type { Store } from '../store/store.ts';
import type { AnnotatedDocument, Span } from '../types.ts';
import type { Numbering } from './columns.ts';
import type { Archive, Entry, Reading } from './quotation.ts';

/**
 * The documents with all that is marked in them, and the evidence of each edge, by the numbers of a
 * page. It refers to the texts instead of quoting them, so that it stays small.
 */
export function archiveOf({ graph, documents }: Store, numbering: Numbering): Archive {
  const numbers = {
    node: new Map(numbering.nodes.map((key, number) => [key, number])),
    edge: new Map(numbering.edges.map((key, number) => [key, number])),
    document: new Map(documents.map(({ id }, number) => [id, number])),
  };
  const entityOf = linkEntities(documents, graph.getAttribute('curation'));
  const reading = (document: AnnotatedDocument): Reading => {
    const { id, title, text, date, source, mentions } = document;
    return {
      id,
      title,
      ...(date !== undefined && { date }),
      ...(source !== undefined && { publisher: source }),
      text,
      mentions: mentions.flatMap((mention) =>
        marked(mention, numbers.node.get(entityOf(document, mention)?.key ?? '')),
      ),
      predicates: observe(document, entityOf).sentences.flatMap(({ statements }) =>
        statements.flatMap(({ head, tail, relation }) => {
          const key = edgeKey({ ...relation, source: head.key, target: tail.key });
          return relation.predicate ? marked(relation.predicate, numbers.edge.get(key)) : [];
        }),
      ),
    };
  };
  const entry = ({ document, quote, status, ...rest }: Evidence): Entry => ({
    document: numbers.document.get(document)!,
    ...rest,
  });
  return {
    documents: documents.map(reading),
    evidence: numbering.edges.map((key) => graph.getEdgeAttribute(key, 'evidence').map(entry)),
  };
}

function marked({ start, end }: Span, number: number | undefined): number[] {
  return number === undefined ? [] : [start, end, number];
}
