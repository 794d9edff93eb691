import type { Evidence, GraphAttributes } from '../graph/attributes.ts';
import { addEdge, emptyGraph, type KnowledgeGraph } from '../graph/graph.ts';
import type { Positions } from '../graph/layout.ts';
import type { AnnotatedDocument, Mention } from '../types.ts';
import {
  ENTITY_COLUMNS,
  type Ends,
  type EntityRow,
  EVIDENCE_COLUMNS,
  type EvidenceRow,
  RELATION_COLUMNS,
  RELATION_TABLES,
  type RelationRow,
  toEdge,
  toEvidence,
} from './rows.ts';
import type { Database } from './sqlite.ts';

/** Relations that are read at a time, so that rows and graph are not both whole in memory. */
const PART = 10_000;

/** The whole graph of a store. Nodes and edges come in the order of their keys. */
export function loadGraph(
  database: Database,
  documents: readonly AnnotatedDocument[],
): KnowledgeGraph {
  const graph = emptyGraph();
  graph.replaceAttributes(loadAttributes(database));
  addEntities(database, graph);
  const [last] = database.all<{ id: number }>('SELECT max(id) AS id FROM relations');
  for (let first = 1; first <= last!.id; first += PART) {
    addRelations(database, graph, documents, [first, first + PART - 1]);
  }
  return graph;
}

/** How the graph was made. */
export function loadAttributes(database: Database): GraphAttributes {
  const rows = database.all<{ key: string; value: string }>('SELECT key, value FROM meta');
  const meta = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  const { mailuo, segmenter, documents, articles, sentences, window, variants, curation } = meta;
  const counts = { documents, articles, sentences };
  const optional = { ...(variants && { variants }), ...(curation && { curation }) };
  return { mailuo, segmenter, ...counts, window, ...optional };
}

/** Where the nodes are, by key. */
export function loadPositions(database: Database): Positions {
  const rows = database.all<{ key: string; x: number; y: number }>(
    'SELECT key, x, y FROM entities',
  );
  return new Map(rows.map(({ key, x, y }) => [key, { x, y }]));
}

function addEntities(database: Database, graph: KnowledgeGraph): void {
  const aliases = groupBy(
    database.all<{ entity: number; name: string }>(
      'SELECT entity, name FROM aliases ORDER BY entity, position',
    ),
    ({ entity }) => entity,
  );
  const rows = database.all<EntityRow>(`SELECT ${ENTITY_COLUMNS} FROM entities`);
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { id, key, label, category, ...measures } of rows) {
    const names = (aliases.get(id) ?? []).map(({ name }) => name);
    graph.addNode(key, { label, category, aliases: names, ...measures });
  }
}

function addRelations(
  database: Database,
  graph: KnowledgeGraph,
  documents: readonly AnnotatedDocument[],
  range: readonly [first: number, last: number],
): void {
  const evidence = groupBy(
    database.all<EvidenceRow>(
      `SELECT ${EVIDENCE_COLUMNS} FROM evidence AS e WHERE relation BETWEEN ? AND ? ORDER BY relation, position`,
      ...range,
    ),
    ({ relation }) => relation,
  );
  for (const row of database.all<RelationRow & Ends>(
    `SELECT ${RELATION_COLUMNS} FROM ${RELATION_TABLES} WHERE r.id BETWEEN ? AND ? ORDER BY r.id`,
    ...range,
  )) {
    const entries = (evidence.get(row.id) ?? []).map((entry): Evidence => {
      const { id, text } = documents[entry.document - 1]!;
      return toEvidence(entry, id, text.slice(entry.start, entry.end), row.status);
    });
    addEdge(graph, toEdge(row, row, entries));
  }
}

interface DocumentRow {
  readonly name: string;
  readonly title: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly authors: string | null;
  readonly photographers: string | null;
  readonly segmenter: string;
  readonly annotator: string | null;
  readonly text: string;
  readonly sentences: string;
  readonly mentions: string;
  readonly relations: string;
}

/** The annotated documents of a store, sorted by id: all that the reduce step needs. */
export function loadDocuments(database: Database): AnnotatedDocument[] {
  return database
    .all<DocumentRow>(
      'SELECT documents.*, sentences, mentions, relations FROM documents JOIN annotations ON document = id ORDER BY id',
    )
    .map(toDocument);
}

function toDocument(row: DocumentRow): AnnotatedDocument {
  const { name, title, text, date, segmenter, annotator } = row;
  const head = {
    ...{ id: name, title, text },
    ...(date !== null && { date }),
    ...(row.source !== null && { source: row.source }),
    ...(row.authors !== null && { authors: JSON.parse(row.authors) }),
    ...(row.photographers !== null && { photographers: JSON.parse(row.photographers) }),
  };
  return {
    ...head,
    segmenter,
    ...(annotator !== null && { annotator }),
    sentences: JSON.parse(row.sentences),
    mentions: JSON.parse(row.mentions).map(({ start, end, ...rest }: Omit<Mention, 'text'>) => ({
      start,
      end,
      text: text.slice(start, end),
      ...rest,
    })),
    relations: JSON.parse(row.relations),
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
