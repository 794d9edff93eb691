import { batches } from '../batches.ts';
import { MailuoError } from '../errors.ts';
import type { Evidence, GraphAttributes, NodeAttributes } from '../graph/attributes.ts';
import { formsOf } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import { type EntityOf, linkEntities } from '../graph/link.ts';
import { spell } from '../lexicon/pinyin.ts';
import type { AnnotatedDocument } from '../types.ts';
import type { Store } from './file.ts';
import { edgeAt, rankedKeys } from './memory.ts';
import type { Database, Value } from './sqlite.ts';
import { INDEXES, TABLES } from './tables.ts';

/** Rows between two looks at whether the writing shall stop. */
const PART = 5000;

/** The number of a row, by the name of what it holds. */
type Ids = ReadonlyMap<string, number>;

/**
 * A graph part by part, so that it need not be whole in memory. Each part is walked through several
 * times.
 */
export interface GraphParts {
  readonly attributes: GraphAttributes;
  /** Sorted by id. */
  readonly documents: Iterable<AnnotatedDocument>;
  readonly entityOf: EntityOf;
  /** Nodes, the most important first: most documents, then the shorter label, then by key. */
  readonly nodes: Iterable<readonly [key: string, attributes: NodeAttributes]>;
  /** Sorted by key. */
  readonly edges: Iterable<Edge>;
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
    nodes: again(() => map(nodes, (key) => [key, graph.getNodeAttributes(key)] as const)),
    edges: again(() => map(edges, (key) => edgeAt(graph, key))),
  };
}

/** What can be walked through as often as one likes. */
function again<T>(walk: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: walk };
}

/**
 * Write a graph into an empty database, table by table.
 * @param pause awaited between batches of rows; what it throws stops the writing
 * @throws MailuoError `INVALID_ARGUMENT` when edges are not sorted
 */
export async function writeTables(
  database: Database,
  { attributes, documents, entityOf, nodes, edges }: GraphParts,
  pause: () => Promise<void>,
): Promise<void> {
  const entityIds = numbered(map(nodes, ([key]) => key));
  const documentIds = numbered(map(documents, ({ id }) => id));
  const tables: [table: string, rows: Iterable<readonly Value[]>][] = [
    ['meta', metaRows(attributes, documents)],
    ['documents', map(documents, documentRow)],
    ['annotations', map(documents, annotationRow)],
    ['entities', map(nodes, entityRow)],
    ['aliases', flatMap(nodes, aliasRows)],
    ['names (rowid, characters)', map(nodes, nameRow)],
    ['spellings (rowid, pinyin)', map(nodes, spellingRow)],
    ['mentions', mentionRows(documents, entityOf, entityIds)],
    ['relations', map(inOrder(edges), (edge, index) => relationRow(edge, index, entityIds))],
    ['evidence', flatMap(edges, (edge, index) => evidenceRows(edge, index, documentIds))],
  ];
  database.exec('BEGIN');
  database.exec(TABLES);
  for (const [table, rows] of tables) {
    for (const part of batches(rows, PART)) {
      database.insert(table, part);
      await pause();
    }
  }
  database.exec(INDEXES);
  database.exec('COMMIT');
}

function numbered(names: Iterable<string>): Ids {
  return new Map(map(names, (name, index) => [name, index + 1]));
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

function* metaRows(
  attributes: GraphAttributes,
  documents: Iterable<AnnotatedDocument>,
): Generator<[string, string]> {
  for (const [key, value] of Object.entries(attributes)) yield [key, JSON.stringify(value)];
  const annotators = new Set<string>();
  for (const { annotator } of documents) if (annotator !== undefined) annotators.add(annotator);
  yield ['annotators', JSON.stringify([...annotators].sort())];
}

function documentRow(
  { id, segmenter, annotator, text, ...facts }: AnnotatedDocument,
  index: number,
): Value[] {
  const people = [facts.authors, facts.photographers].map((names) => (names ? json(names) : null));
  const wide = Number(WIDE.test(text));
  const about = [facts.title, facts.date ?? null, facts.source ?? null];
  return [index + 1, id, ...about, ...people, segmenter, annotator ?? null, wide, text];
}

/** A character that is two code units to us and one to SQLite. */
const WIDE = /[\u{10000}-\u{10ffff}]/u;

/** What the map step found, without the words, which stand in the document. */
function annotationRow(document: AnnotatedDocument, index: number): Value[] {
  const mentions = document.mentions.map(({ text, ...mention }) => mention);
  return [index + 1, ...[document.sentences, mentions, document.relations].map(json)];
}

type Node = readonly [key: string, attributes: NodeAttributes];

function entityRow([key, node]: Node, index: number): Value[] {
  const [form] = formsOf(node);
  const { label, category, mentions, documents, articles } = node;
  const { degree, pagerank, betweenness, community } = node;
  const measures = [mentions, documents, articles, degree, pagerank, betweenness, community];
  return [
    index + 1,
    key,
    label,
    form,
    category,
    ...measures,
    node.x,
    node.y,
    node.size,
    node.color,
  ];
}

function aliasRows([, node]: Node, index: number): Value[][] {
  const [, ...forms] = formsOf(node);
  return node.aliases.map((name, position) => [index + 1, position + 1, name, forms[position]!]);
}

/** 每个字符算一个词：这样 FTS5 的短语就是名称中连续的几个字。 */
function nameRow([, node]: Node, index: number): Value[] {
  const tokens = formsOf(node).map((form) => [...form].map(tokenOf).join(' '));
  return [index + 1, tokens.join(BETWEEN_NAMES)];
}

function spellingRow([, node]: Node, index: number): Value[] {
  return [index + 1, spell(formsOf(node))];
}

/** U+0000 is in no name, so that no phrase runs from one name into the next. */
const BETWEEN_NAMES = ' 0 ';

/** A character as a token of letters and digits, which any tokenizer leaves alone. */
export function tokenOf(char: string): string {
  return char.codePointAt(0)!.toString(16);
}

function* mentionRows(
  documents: Iterable<AnnotatedDocument>,
  entityOf: EntityOf,
  entityIds: Ids,
): Generator<readonly Value[]> {
  let number = 0;
  for (const document of documents) {
    number++;
    for (const mention of document.mentions) {
      const linked = entityOf(document, mention);
      const entity = linked && entityIds.get(linked.key);
      if (entity === undefined) continue;
      const { start, end, rule, score } = mention;
      yield [number, start, end, entity, rule, score];
    }
  }
}

function relationRow(edge: Edge, index: number, ids: Ids): Value[] {
  const { relation, label, status, weight, documents, articles, backbone, npmi, g2, q } = edge;
  const [source, target] = [ids.get(edge.source)!, ids.get(edge.target)!];
  const counts = [weight, documents, articles, Number(backbone)];
  const significance = [npmi ?? null, g2 ?? null, q ?? null];
  return [index + 1, source, target, relation, label, status, ...counts, ...significance];
}

function evidenceRows({ evidence }: Edge, index: number, ids: Ids): Value[][] {
  return evidence.map((entry, position) => evidenceRow(entry, index, position, ids));
}

/** Without its quote, which stands in the document, and its status, which is the edge's. */
function evidenceRow(
  { document, start, end, rule, source, time, quantity }: Evidence,
  index: number,
  position: number,
  ids: Ids,
): Value[] {
  const place = [ids.get(document)!, start, end];
  const particulars = [source ?? null, time ? json(time) : null, quantity ? json(quantity) : null];
  return [index + 1, position, ...place, rule, ...particulars];
}

const json = (value: unknown): string => JSON.stringify(value);

function* map<T, R>(items: Iterable<T>, make: (item: T, index: number) => R): Generator<R> {
  let index = 0;
  for (const item of items) yield make(item, index++);
}

function* flatMap<T, R>(
  items: Iterable<T>,
  make: (item: T, index: number) => readonly R[],
): Generator<R> {
  let index = 0;
  for (const item of items) yield* make(item, index++);
}
