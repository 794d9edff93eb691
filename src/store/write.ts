import { MailuoError } from '../errors.ts';
import type { Evidence, GraphAttributes } from '../graph/attributes.ts';
import type { Reduced } from '../graph/build.ts';
import { byImportance, candidate, formsOf } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import type { Node } from '../graph/graph.ts';
import { type EntityOf, linkEntities } from '../graph/link.ts';
import { map } from '../iterate.ts';
import { spell } from '../lexicon/pinyin.ts';
import type { AnnotatedDocument } from '../types.ts';
import { edgeAt, rankedKeys } from './memory.ts';
import type { Database, Value } from './sqlite.ts';
import type { Store } from './store.ts';
import { INDEXES, TABLES } from './tables.ts';

/** Nodes, documents or edges between two looks at whether the writing shall stop. */
const PART = 1000;

/** The number of a row, by the name of what it holds. */
type Ids = ReadonlyMap<string, number>;

/** A graph part by part, so that it need not be whole in memory. */
export interface GraphParts {
  readonly attributes: GraphAttributes;
  /** Sorted by id. */
  readonly documents: Iterable<AnnotatedDocument>;
  readonly entityOf: EntityOf;
  /** Nodes, the most important first: most documents, then the shorter label, then by key. */
  readonly nodes: Iterable<Node>;
  /** Sorted by key. */
  readonly edges: Iterable<Edge>;
}

/** The parts of a graph that was made for a file. */
export function partsOfTable({ table, documents, entityOf }: Reduced): GraphParts {
  const { attributes, nodes, edges } = table;
  const ranked = nodes
    .map(([key, node]) => ({ ...candidate(key, node), node }))
    .sort(byImportance)
    .map(({ key, node }): Node => [key, node]);
  return { attributes, documents, entityOf, nodes: ranked, edges };
}

/** The parts of a graph in memory. */
export function partsOf({ graph, documents, entityOf }: Store): GraphParts {
  const attributes = graph.getAttributes();
  const nodes = rankedKeys(graph);
  const edges = graph.edges().sort();
  return {
    attributes,
    documents,
    entityOf: entityOf ?? linkEntities(documents, attributes.curation),
    nodes: map(nodes, (key) => [key, graph.getNodeAttributes(key)]),
    edges: map(edges, (key) => edgeAt(graph, key)),
  };
}

/**
 * Write a graph into an empty database. Each part is walked through once.
 * @param pause awaited every now and then; what it throws stops the writing
 * @throws MailuoError `INVALID_ARGUMENT` when edges are not sorted, or evidence is in no document
 */
export async function writeTables(
  database: Database,
  { attributes, documents, entityOf, nodes, edges }: GraphParts,
  pause: () => Promise<void>,
): Promise<void> {
  const { append } = database;
  const entityIds = new Map<string, number>();
  const documentIds = new Map<string, number>();
  const annotators = new Set<string>();
  database.exec('BEGIN');
  database.exec(TABLES);
  await numbered(nodes, pause, (node, id) => {
    entityIds.set(node[0], id);
    const forms = formsOf(node[1]);
    append('entities', entityRow(node, id, forms));
    for (const row of aliasRows(node, id, forms)) append('aliases', row);
    append('names (rowid, characters)', [id, tokensOf(forms)]);
    append('spellings (rowid, pinyin)', [id, spell(forms)]);
  });
  await numbered(documents, pause, (document, id) => {
    documentIds.set(document.id, id);
    if (document.annotator !== undefined) annotators.add(document.annotator);
    append('documents', documentRow(document, id));
    append('annotations', annotationRow(document, id));
    for (const row of mentionRows(document, id, entityOf, entityIds)) append('mentions', row);
  });
  await numbered(inOrder(edges), pause, (edge, id) => {
    append('relations', relationRow(edge, id, entityIds));
    for (const row of evidenceRows(edge, id, documentIds)) append('evidence', row);
  });
  for (const row of metaRows(attributes, annotators)) append('meta', row);
  database.flush();
  database.exec(INDEXES);
  database.exec('COMMIT');
}

/** Take items one after the other, with the number of each from 1 on. */
async function numbered<T>(
  items: Iterable<T>,
  pause: () => Promise<void>,
  take: (item: T, id: number) => void,
): Promise<void> {
  let id = 0;
  for (const item of items) {
    take(item, ++id);
    if (id % PART === 0) await pause();
  }
  await pause();
}

/** The order of numbers is that of keys, which breaks ties in all questions. */
function* inOrder(edges: Iterable<Edge>): Generator<Edge> {
  let previous = '';
  for (const edge of edges) {
    if (edge.key <= previous) {
      throw new MailuoError('INVALID_ARGUMENT', `"${edge.key}": edges must be sorted by key`);
    }
    previous = edge.key;
    yield edge;
  }
}

function metaRows(
  attributes: GraphAttributes,
  annotators: ReadonlySet<string>,
): [key: string, value: string][] {
  const facts = Object.entries({ ...attributes, annotators: [...annotators].sort() });
  return facts.map(([key, value]) => [key, json(value)]);
}

function documentRow(
  { id, segmenter, annotator, text, ...facts }: AnnotatedDocument,
  number: number,
): Value[] {
  const people = [facts.authors, facts.photographers].map((names) => (names ? json(names) : null));
  const wide = Number(WIDE.test(text));
  const about = [facts.title, facts.date ?? null, facts.source ?? null];
  return [number, id, ...about, ...people, segmenter, annotator ?? null, wide, text];
}

/** A character that is two code units to us and one to SQLite. */
const WIDE = /[\u{10000}-\u{10ffff}]/u;

/** What the map step found, without the words, which stand in the document. */
function annotationRow(document: AnnotatedDocument, number: number): Value[] {
  const mentions = document.mentions.map(({ text, ...mention }) => mention);
  return [number, ...[document.sentences, mentions, document.relations].map(json)];
}

/** Label and aliases as names are compared. */
type Forms = ReturnType<typeof formsOf>;

function entityRow([key, node]: Node, id: number, [form]: Forms): Value[] {
  const { label, category, mentions, documents, articles } = node;
  const { degree, pagerank, betweenness, community, x, y, size, color } = node;
  const counts = [mentions, documents, articles, degree];
  const drawn = [x, y, size, color];
  return [id, key, label, form, category, ...counts, pagerank, betweenness, community, ...drawn];
}

function aliasRows([, node]: Node, id: number, [, ...forms]: Forms): Value[][] {
  return node.aliases.map((name, index) => [id, index + 1, name, forms[index]!]);
}

/** 每个字符算一个词：这样 FTS5 的短语就是名称中连续的几个字。 */
function tokensOf(forms: Forms): string {
  return forms.map((form) => [...form].map(tokenOf).join(' ')).join(BETWEEN_NAMES);
}

/** U+0000 is in no name, so that no phrase runs from one name into the next. */
const BETWEEN_NAMES = ' 0 ';

/** A character as a token of letters and digits, which any tokenizer leaves alone. */
export function tokenOf(char: string): string {
  return char.codePointAt(0)!.toString(16);
}

function* mentionRows(
  document: AnnotatedDocument,
  number: number,
  entityOf: EntityOf,
  ids: Ids,
): Generator<Value[]> {
  for (const mention of document.mentions) {
    const linked = entityOf(document, mention);
    const entity = linked && ids.get(linked.key);
    if (entity === undefined) continue;
    const { start, end, rule, score } = mention;
    yield [number, start, end, entity, rule, score];
  }
}

function relationRow(edge: Edge, id: number, ids: Ids): Value[] {
  const { relation, label, status, weight, documents, articles, backbone, npmi, g2, q } = edge;
  const ends = [ids.get(edge.source)!, ids.get(edge.target)!];
  const counts = [weight, documents, articles, Number(backbone)];
  return [id, ...ends, relation, label, status, ...counts, npmi ?? null, g2 ?? null, q ?? null];
}

function evidenceRows({ evidence }: Edge, id: number, ids: Ids): Value[][] {
  return evidence.map((entry, position) => [id, position, ...evidenceRow(entry, ids)]);
}

/** Without its quote, which stands in the document, and its status, which is the edge's. */
function evidenceRow(
  { document, start, end, rule, source, time, quantity }: Evidence,
  ids: Ids,
): Value[] {
  const number = ids.get(document);
  if (number === undefined) {
    throw new MailuoError('INVALID_ARGUMENT', `"${document}": evidence in an unknown document`);
  }
  const particulars = [source ?? null, time ? json(time) : null, quantity ? json(quantity) : null];
  return [number, start, end, rule, ...particulars];
}

const json = (value: unknown): string => JSON.stringify(value);
