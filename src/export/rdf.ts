import { MailuoError } from '../errors.ts';
import type { EdgeAttributes, Evidence, NodeAttributes } from '../graph/attributes.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import type { Category } from '../types.ts';
import type { Documents } from './dates.ts';
import { plain } from './flatten.ts';

/** How a graph becomes linked data. */
export interface RdfOptions {
  /** The documents of the graph, whose titles, dates and sources go along. Default: none. */
  readonly documents?: Documents;
  /** What all addresses begin with that are the graph's own. Default `urn:mailuo:`. */
  readonly base?: string;
}

const BASE = 'urn:mailuo:';

export const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** What is said of resources: the property, and whether its values are addresses of others. */
export const TERMS = {
  name: { property: 'schema:name' },
  alternateName: { property: 'schema:alternateName' },
  headline: { property: 'schema:headline' },
  identifier: { property: 'schema:identifier' },
  datePublished: { property: 'schema:datePublished' },
  publisher: { property: 'schema:publisher', isAddress: true },
  text: { property: 'schema:text' },
  temporalCoverage: { property: 'schema:temporalCoverage' },
  softwareVersion: { property: 'schema:softwareVersion' },
  label: { property: 'rdfs:label' },
  subject: { property: 'rdf:subject', isAddress: true },
  predicate: { property: 'rdf:predicate', isAddress: true },
  object: { property: 'rdf:object', isAddress: true },
  wasDerivedFrom: { property: 'prov:wasDerivedFrom', isAddress: true },
  wasQuotedFrom: { property: 'prov:wasQuotedFrom', isAddress: true },
  wasAttributedTo: { property: 'prov:wasAttributedTo', isAddress: true },
  // 本图自己的度量，没有通行的词。
  ...Object.fromEntries(
    [
      ...['category', 'mentions', 'documents', 'articles', 'degree', 'pagerank', 'betweenness'],
      ...['community', 'relation', 'status', 'weight', 'backbone', 'npmi', 'g2', 'q'],
      ...['start', 'end', 'rule'],
    ].map((term): [string, Term] => [term, { property: `mailuo:${term}` }]),
  ),
} as const satisfies Readonly<Record<string, Term>>;

export interface Term {
  readonly property: string;
  readonly isAddress?: boolean;
}

export type Value = string | number | boolean;

/** Something that has an address, with what is said of it. */
export interface Resource {
  readonly id: string;
  readonly types: readonly string[];
  /** By the names of `TERMS`. */
  readonly said: Readonly<Record<string, Value | readonly Value[] | undefined>>;
  /** Asserted statements of which it is the subject: address of the predicate, and of the object. */
  readonly states?: readonly (readonly [predicate: string, object: string])[];
}

/** The address of one of the graph's own resources. */
type AddressOf = (kind: string, name: string) => string;

/** The address of the terms that are Mailuo's own. */
export const vocabulary = (base = BASE) => `${base}term:`;

function addresses(base: string): AddressOf {
  if (!/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*$/i.test(base)) {
    const remedy = 'give the beginning of an address, such as https://example.org/graph/';
    throw new MailuoError('INVALID_ARGUMENT', `base "${base}": ${remedy}`);
  }
  return (kind, name) => `${base}${kind}:${encode(plain(name))}`;
}

/** Letters of all scripts stay readable (RFC 3987); what may not stand in an address is escaped. */
function encode(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._~-]/gu, (char) => encodeURIComponent(char));
}

const TYPES: Readonly<Record<Category, string>> = {
  organization: 'schema:Organization',
  place: 'schema:Place',
  person: 'schema:Person',
  program: 'schema:Thing',
};

/**
 * A graph as resources: the program that made it, its documents, the sentences quoted from them, the
 * entities, and the statements that derive from the sentences.
 * @throws MailuoError `INVALID_ARGUMENT` when the base begins no address
 */
export function* resources(
  graph: KnowledgeGraph,
  { documents = [], base = BASE }: RdfOptions = {},
): Generator<Resource> {
  const of = addresses(base);
  const agent = of('software', 'mailuo');
  const version = graph.getAttribute('mailuo');
  yield {
    id: agent,
    types: ['prov:SoftwareAgent', 'schema:SoftwareApplication'],
    said: { name: 'Mailuo', softwareVersion: version },
  };
  yield* documentResources(graph, documents, of);
  yield* quotations(graph, of);
  yield* predicates(graph, of);
  for (const { node, attributes } of graph.nodeEntries()) {
    yield entityResource(graph, node, attributes, of);
  }
  for (const { edge, attributes, source, target } of graph.edgeEntries()) {
    yield statement(edge, attributes, [source, target], of, agent);
  }
}

function* documentResources(
  graph: KnowledgeGraph,
  documents: Documents,
  of: AddressOf,
): Generator<Resource> {
  const known = new Map(documents.map((document) => [document.id, document]));
  const named = new Set([...known.keys()]);
  graph.forEachEdge((_, { evidence }) => {
    for (const { document } of evidence) named.add(document);
  });
  const publishers = new Set<string>();
  for (const id of [...named].sort()) {
    const { title, date, source } = known.get(id) ?? {};
    if (source) publishers.add(source);
    yield {
      id: of('document', id),
      types: ['schema:Article', 'prov:Entity'],
      said: {
        identifier: plain(id),
        headline: title && plain(title),
        datePublished: date,
        publisher: source && of('publisher', source),
      },
    };
  }
  for (const name of [...publishers].sort()) {
    const types = ['schema:Organization'];
    yield { id: of('publisher', name), types, said: { name: plain(name) } };
  }
}

const quotationName = ({ document, start, end }: Evidence) => `${document}#${start}-${end}`;

/** Each sentence once, however many statements rest on it. */
function* quotations(graph: KnowledgeGraph, of: AddressOf): Generator<Resource> {
  const all = new Map<string, Evidence>();
  graph.forEachEdge((_, { evidence }) => {
    for (const one of evidence) all.set(quotationName(one), one);
  });
  for (const [name, { document, quote, start, end }] of [...all].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    yield {
      id: of('quotation', name),
      types: ['schema:Quotation', 'prov:Entity'],
      said: { text: plain(quote), start, end, wasQuotedFrom: of('document', document) },
    };
  }
}

function* predicates(graph: KnowledgeGraph, of: AddressOf): Generator<Resource> {
  const labels = new Set(graph.mapEdges((_, { label }) => label));
  for (const label of [...labels].sort()) {
    yield { id: of('predicate', label), types: ['rdf:Property'], said: { label: plain(label) } };
  }
}

function entityResource(
  graph: KnowledgeGraph,
  key: string,
  { label, aliases, category, x, y, size, color, ...counts }: NodeAttributes,
  of: AddressOf,
): Resource {
  const states = graph.mapOutEdges(key, (_, edge, _s, target) => ({ edge, target }));
  return {
    id: of('entity', key),
    types: [TYPES[category], 'prov:Entity'],
    said: { name: plain(label), alternateName: aliases.map(plain), category, ...counts },
    states: states
      .filter(({ edge }) => edge.status === 'asserted')
      .map(({ edge, target }) => [of('predicate', edge.label), of('entity', target)] as const),
  };
}

function statement(
  key: string,
  { label, evidence, ...measures }: EdgeAttributes,
  [source, target]: readonly [string, string],
  of: AddressOf,
  agent: string,
): Resource {
  const times = evidence.flatMap(({ time }) => (time?.value ? [time.value] : []));
  return {
    id: of('statement', key),
    types: ['rdf:Statement', 'prov:Entity'],
    said: {
      label: plain(label),
      subject: of('entity', source),
      predicate: of('predicate', label),
      object: of('entity', target),
      ...measures,
      rule: [...new Set(evidence.map(({ rule }) => plain(rule)))].sort(),
      temporalCoverage: [...new Set(times)].sort(),
      wasDerivedFrom: evidence.map((one) => of('quotation', quotationName(one))),
      wasAttributedTo: agent,
    },
  };
}

/** What is said of a resource, as terms with all their values. */
export function* saidOf({
  said,
}: Resource): Generator<[name: string, term: Term, values: Value[]]> {
  for (const [name, value] of Object.entries(said)) {
    const values = [value ?? []].flat() as Value[];
    if (values.length > 0) yield [name, (TERMS as Record<string, Term>)[name]!, values];
  }
}
