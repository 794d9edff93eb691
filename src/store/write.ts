import type { Evidence } from '../graph/attributes.ts';
import { formsOf } from '../graph/candidate.ts';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { linkEntities } from '../graph/link.ts';
import { spell } from '../lexicon/pinyin.ts';
import type { AnnotatedDocument } from '../types.ts';
import type { Store } from './file.ts';
import { rankedKeys } from './memory.ts';
import type { Database, Value } from './sqlite.ts';
import { INDEXES, TABLES } from './tables.ts';

/** Rows between two looks at whether the writing shall stop. */
const PART = 5000;

/** The number of a row, by the name of what it holds. */
type Ids = ReadonlyMap<string, number>;

/**
 * Write a store into an empty database, table by table.
 * @param pause awaited between parts; what it throws stops the writing
 */
export async function writeTables(
  database: Database,
  { graph, documents }: Store,
  pause: () => Promise<void>,
): Promise<void> {
  const entityIds = numbered(rankedKeys(graph));
  const documentIds = numbered(documents.map(({ id }) => id));
  const edges = graph.edges().sort();
  const tables: [table: string, rows: Iterable<readonly Value[]>][] = [
    ['meta', metaRows(graph, documents)],
    ['documents', documents.map(documentRow)],
    ['annotations', map(documents, annotationRow)],
    ['entities', map(entityIds, ([key, id]) => entityRow(graph, key, id))],
    ['aliases', flatMap(entityIds, ([key, id]) => aliasRows(graph, key, id))],
    ['names (rowid, characters)', map(entityIds, ([key, id]) => nameRow(graph, key, id))],
    ['spellings (rowid, pinyin)', map(entityIds, ([key, id]) => spellingRow(graph, key, id))],
    ['mentions', mentionRows({ graph, documents }, entityIds)],
    ['relations', map(entries(edges), ([index, key]) => relationRow(graph, key, index, entityIds))],
    [
      'evidence',
      flatMap(entries(edges), ([index, key]) =>
        graph
          .getEdgeAttribute(key, 'evidence')
          .map((entry, position) => evidenceRow(entry, index, position, documentIds)),
      ),
    ],
  ];
  database.exec('BEGIN');
  database.exec(TABLES);
  for (const [table, rows] of tables) {
    for (const part of parts(rows)) {
      database.insert(table, part);
      await pause();
    }
  }
  database.exec(INDEXES);
  database.exec('COMMIT');
}

function numbered(names: readonly string[]): Ids {
  return new Map(names.map((name, index) => [name, index + 1]));
}

function* metaRows(
  graph: KnowledgeGraph,
  documents: readonly AnnotatedDocument[],
): Generator<[string, string]> {
  for (const [key, value] of Object.entries(graph.getAttributes())) {
    yield [key, JSON.stringify(value)];
  }
  const annotators = new Set(documents.flatMap(({ annotator }) => annotator ?? []));
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

function entityRow(graph: KnowledgeGraph, key: string, id: number): Value[] {
  const node = graph.getNodeAttributes(key);
  const [form] = formsOf(node);
  const { label, category, mentions, documents, articles } = node;
  const { degree, pagerank, betweenness, community } = node;
  const measures = [mentions, documents, articles, degree, pagerank, betweenness, community];
  return [id, key, label, form, category, ...measures, node.x, node.y, node.size, node.color];
}

function aliasRows(graph: KnowledgeGraph, key: string, id: number): Value[][] {
  const node = graph.getNodeAttributes(key);
  const [, ...forms] = formsOf(node);
  return node.aliases.map((name, index) => [id, index + 1, name, forms[index]!]);
}

/** 每个字符算一个词：这样 FTS5 的短语就是名称中连续的几个字。 */
function nameRow(graph: KnowledgeGraph, key: string, id: number): Value[] {
  const tokens = formsOf(graph.getNodeAttributes(key)).map((form) =>
    [...form].map(tokenOf).join(' '),
  );
  return [id, tokens.join(BETWEEN_NAMES)];
}

function spellingRow(graph: KnowledgeGraph, key: string, id: number): Value[] {
  return [id, spell(formsOf(graph.getNodeAttributes(key)))];
}

/** U+0000 is in no name, so that no phrase runs from one name into the next. */
const BETWEEN_NAMES = ' 0 ';

/** A character as a token of letters and digits, which any tokenizer leaves alone. */
export function tokenOf(char: string): string {
  return char.codePointAt(0)!.toString(16);
}

function* mentionRows({ graph, documents }: Store, entityIds: Ids): Generator<readonly Value[]> {
  const entityOf = linkEntities(documents, graph.getAttribute('curation'));
  for (const [index, document] of documents.entries()) {
    for (const mention of document.mentions) {
      const linked = entityOf(document, mention);
      const entity = linked && entityIds.get(linked.key);
      if (entity === undefined) continue;
      const { start, end, rule, score } = mention;
      yield [index + 1, start, end, entity, rule, score];
    }
  }
}

function relationRow(graph: KnowledgeGraph, key: string, index: number, ids: Ids): Value[] {
  const [source, target] = graph.extremities(key).map((end) => ids.get(end)!);
  const { relation, label, status, weight, documents, articles, backbone, npmi, g2, q } =
    graph.getEdgeAttributes(key);
  const counts = [weight, documents, articles, Number(backbone)];
  const significance = [npmi ?? null, g2 ?? null, q ?? null];
  return [index + 1, source!, target!, relation, label, status, ...counts, ...significance];
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

function* entries<T>(items: readonly T[]): Generator<[number, T]> {
  yield* items.entries();
}

function* map<T, R>(items: Iterable<T>, make: (item: T, index: number) => R): Generator<R> {
  let index = 0;
  for (const item of items) yield make(item, index++);
}

function* flatMap<T, R>(items: Iterable<T>, make: (item: T) => readonly R[]): Generator<R> {
  for (const item of items) yield* make(item);
}

function* parts<T>(items: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    if (part.push(item) < PART) continue;
    yield part;
    part = [];
  }
  yield part;
}
