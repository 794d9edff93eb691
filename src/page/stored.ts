import type { OpenGraph } from '../store/opengraph.ts';
import { EVIDENCE_COLUMNS, type EvidenceRow, toParticulars } from '../store/rows.ts';
import { once } from './once.ts';
import {
  type Entry,
  type Passage,
  passagesIn,
  quotationsOf,
  type Reading,
  type Source,
} from './quotation.ts';
import type { PageReader } from './reader.ts';
import { edgeIds, storedColumns } from './storedcolumns.ts';

/**
 * A page of a graph in a file: its columns are read without documents or evidence, and of these only
 * what is asked for.
 */
export function pageIn(graph: OpenGraph): PageReader {
  const ids = once(() => edgeIds(graph));
  const numbers = once(() => new Map(ids().map((id, number) => [id, number])));
  return {
    columns: once(() => storedColumns(graph, ids())),
    quotations(edges) {
      const evidence = readEvidence(graph, edges, ids());
      const documents = Object.values(evidence).flatMap((all) => all.map((one) => one.document));
      const excerpt = { evidence, documents: readDocuments(graph, documents, numbers()) };
      return edges.map((edge) => quotationsOf(excerpt, edge));
    },
    document: (number) => readDocuments(graph, [number], numbers())[number],
    passages: (text, limit) => readPassages(graph, text, limit),
  };
}

/** The evidence of edges, by their numbers. */
function readEvidence(
  graph: OpenGraph,
  edges: readonly number[],
  ids: readonly number[],
): Record<number, Entry[]> {
  const known = new Map(
    edges.filter((edge) => edge < ids.length).map((edge) => [ids[edge]!, edge]),
  );
  const rows = graph.query<EvidenceRow>(
    `SELECT ${EVIDENCE_COLUMNS} FROM evidence AS e
    WHERE relation IN (SELECT value FROM json_each(?)) ORDER BY relation, position`,
    JSON.stringify([...known.keys()]),
  );
  const evidence: Record<number, Entry[]> = {};
  for (const row of rows) {
    const { relation, document, start, end, rule } = row;
    const entry = { document: document - 1, start, end, rule, ...toParticulars(row) };
    const edge = known.get(relation)!;
    const others = evidence[edge];
    if (others) others.push(entry);
    else evidence[edge] = [entry];
  }
  return evidence;
}

interface SourceRow {
  readonly document: number;
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly publisher: string | null;
  readonly text: string;
}

const SOURCE_COLUMNS = 'id - 1 AS document, name AS id, title, date, source AS publisher, text';

/** A place in a document, with the number of what is marked there. */
interface MarkRow {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** 关系的两端按位置找到它们的实体：与 `observe` 相同。 */
const PREDICATES = `
  SELECT a.document - 1 AS document, j.value ->> '$.predicate.start' AS start,
    j.value ->> '$.predicate.end' AS end, r.id AS number
  FROM annotations AS a JOIN json_each(a.relations) AS j
  JOIN mentions AS h ON h.document = a.document AND h.start = j.value ->> '$.head.start'
  JOIN mentions AS t ON t.document = a.document AND t.start = j.value ->> '$.tail.start'
  JOIN relations AS r ON r.source = h.entity AND r.target = t.entity
    AND r.relation = j.value ->> '$.relation' AND r.label = j.value ->> '$.label'
    AND r.status = j.value ->> '$.status'
  WHERE a.document IN (SELECT value FROM json_each(?))
    AND j.value -> '$.predicate' IS NOT NULL
  ORDER BY a.document, 2, j.key`;

/** Documents with all that is marked in them, by their numbers. */
function readDocuments(
  graph: OpenGraph,
  wanted: readonly number[],
  edgeOf: ReadonlyMap<number, number>,
): Record<number, Reading> {
  const chosen = JSON.stringify([...new Set(wanted)].map((number) => number + 1));
  const sources = graph.query<SourceRow>(
    `SELECT ${SOURCE_COLUMNS} FROM documents WHERE id IN (SELECT value FROM json_each(?))`,
    chosen,
  );
  const documents: Record<number, Reading & { mentions: number[]; predicates: number[] }> = {};
  for (const row of sources) {
    documents[row.document] = { ...toSource(row), mentions: [], predicates: [] };
  }
  const mentions = graph.query<MarkRow>(
    `SELECT document - 1 AS document, start, end, entity - 1 AS number FROM mentions
    WHERE document IN (SELECT value FROM json_each(?)) ORDER BY document, start`,
    chosen,
  );
  for (const { document, start, end, number } of mentions)
    documents[document]!.mentions.push(start, end, number);
  for (const { document, start, end, number } of graph.query<MarkRow>(PREDICATES, chosen))
    documents[document]!.predicates.push(start, end, edgeOf.get(number)!);
  return documents;
}

function toSource({ id, title, date, publisher, text }: SourceRow): Source {
  return {
    id,
    title,
    ...(date !== null && { date }),
    ...(publisher !== null && { publisher }),
    text,
  };
}

function readPassages(graph: OpenGraph, text: string, limit: number): Passage[] {
  const rows = graph.query<SourceRow>(
    `SELECT ${SOURCE_COLUMNS} FROM documents WHERE instr(text, ?) > 0 ORDER BY id LIMIT ?`,
    text,
    limit,
  );
  return rows.flatMap((row) => passagesIn(toSource(row), row.document, text)).slice(0, limit);
}
