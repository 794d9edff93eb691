import type { Candidate } from '../graph/candidate.ts';
import { isSubsequence } from '../graph/candidate.ts';
import { byStrength, type Edge, type EdgeFilter, edgeFilter, edgeKey } from '../graph/edge.ts';
import { nameKey } from '../graph/link.ts';
import type { RelationKind, Status } from '../types.ts';
import { openChecked } from './file.ts';
import type { CandidateOptions, GraphReader, Link, Steps, Walk } from './reader.ts';
import {
  EVIDENCE_COLUMNS,
  type EvidenceRow,
  RELATION_COLUMNS,
  RELATION_TABLES,
  type RelationRow,
  toEdge,
  toEvidence,
} from './rows.ts';
import type { Database, Value } from './sqlite.ts';
import { QUOTE } from './tables.ts';
import { tokenOf } from './write.ts';

/** A graph in a file. Only what a question needs is read. */
export interface OpenGraph extends GraphReader {
  /** The file can be closed when all questions are answered. */
  close(): void;
}

/**
 * Open a graph for questions, without loading it. Other programs, and later builds, can use the
 * file at the same time; this graph stays as it was when it was opened.
 *
 * @example
 * const graph = await openGraph('docs.mailuo');
 * console.log(neighbors(graph, resolve(graph, '巴南区'), { limit: 5 }));
 * graph.close();
 *
 * @throws MailuoError `NOT_FOUND`, or `INVALID_FILE` when it is no graph of a version that is known here
 */
export async function openGraph(file: string): Promise<OpenGraph> {
  const database = await openChecked(file);
  return { ...databaseReader(database), close: () => database.close() };
}

export function databaseReader(database: Database): GraphReader {
  return {
    entity: (key) => database.all<Candidate>(`${CANDIDATES} WHERE key = ?`, key)[0],
    candidates: (name, options) => findCandidates(database, nameKey(name), options),
    links: (key, filter) => readLinks(database, key, filter),
    edges: (pairs, filter) => readEdges(database, pairs, filter),
    walk: (filter) => walkIn(database, filter),
    titles: (ids) => readTitles(database, ids),
  };
}

const CANDIDATES = 'SELECT key, label, category, documents FROM entities';

/** Ids are in the order of importance, so a limit saves the reading of all others. */
function findCandidates(
  database: Database,
  wanted: string,
  { category, limit = Number.MAX_SAFE_INTEGER }: CandidateOptions = {},
): Candidate[] {
  if (wanted === '') return [];
  const tokens = [...wanted].map(tokenOf);
  const inIndex = 'id IN (SELECT rowid FROM names WHERE names MATCH ?)';
  const ways: [condition: string, value: string][] = [
    ['form = ?', wanted],
    ['id IN (SELECT entity FROM aliases WHERE form = ?)', wanted],
    [inIndex, `"${tokens.join(' ')}"`],
  ];
  for (const [condition, value] of ways) {
    const found = (most: number, more = '', ...values: Value[]) =>
      database.all<Candidate>(
        `${CANDIDATES} WHERE ${condition} ${more} ORDER BY id LIMIT ?`,
        value,
        ...values,
        most,
      );
    if (found(1).length === 0) continue;
    return category ? found(limit, 'AND category = ?', category) : found(limit);
  }
  const inOrder = subsequences(database, wanted, tokens);
  const all = inOrder.filter((one) => !category || one.category === category);
  return all.slice(0, limit);
}

/** The index knows which names have all the characters; their order is checked here. */
function subsequences(database: Database, wanted: string, tokens: readonly string[]): Candidate[] {
  return database
    .all<Candidate & { form: string; others: string }>(
      `SELECT key, label, category, documents, form,
        (SELECT json_group_array(a.form) FROM aliases AS a WHERE a.entity = e.id) AS others
      FROM entities AS e WHERE id IN (SELECT rowid FROM names WHERE names MATCH ?) ORDER BY id`,
      tokens.join(' AND '),
    )
    .filter(({ form, others }) =>
      [form, ...(JSON.parse(others) as string[])].some((name) => isSubsequence(wanted, name)),
    )
    .map(({ form, others, ...found }) => found);
}

interface LinkRow extends Candidate {
  readonly relation: RelationKind;
  readonly predicate: string;
  readonly status: Status;
  readonly weight: number;
  readonly outward: number;
}

/** Of the first page of links; later ones grow, since who wants more wants many. */
const PAGE = 64;

function* readLinks(database: Database, key: string, filter: EdgeFilter): Generator<Link> {
  const [conditions, values] = conditionsOf(filter);
  const sql = `
    SELECT o.key, o.label, o.category, o.documents, r.relation, r.label AS predicate, r.status,
      a.weight, r.source = a.entity AS outward
    FROM arcs AS a
    JOIN relations AS r ON r.id = a.relation
    JOIN entities AS o ON o.id = a.other
    WHERE a.entity = (SELECT id FROM entities WHERE key = ?) ${conditions}
    ORDER BY a.statement DESC, a.weight DESC, a.relation LIMIT ? OFFSET ?`;
  const seen = new Set<string>();
  let size = PAGE;
  for (let offset = 0; ; offset += size, size *= 8) {
    const rows = database.all<LinkRow>(sql, key, ...values, size, offset);
    for (const row of rows) {
      if (seen.has(row.key)) continue;
      seen.add(row.key);
      yield toLink(key, row);
    }
    if (rows.length < size) return;
  }
}

function toLink(
  key: string,
  { predicate, status, outward, relation, weight, ...neighbor }: LinkRow,
): Link {
  const [source, target] = outward ? [key, neighbor.key] : [neighbor.key, key];
  const claim = { source, relation, label: predicate, status, target };
  return { key: edgeKey(claim), relation, weight, neighbor };
}

/** A row of arrays is several times faster to read than a row for each edge. */
function walkIn(database: Database, filter: EdgeFilter): Walk {
  const [conditions, values] = conditionsOf(filter);
  const relations = conditions.includes('r.') ? 'JOIN relations AS r ON r.id = a.relation' : '';
  const steps = `
    SELECT json_group_array(other) AS others, json_group_array(statement) AS statements,
      json_group_array(a.weight) AS weights
    FROM arcs AS a ${relations} WHERE a.entity = ? ${conditions}`;
  return {
    numberOf: (key) =>
      database.all<{ id: number }>('SELECT id FROM entities WHERE key = ?', key)[0]!.id,
    keyOf: (node) =>
      database.all<{ key: string }>('SELECT key FROM entities WHERE id = ?', node)[0]!.key,
    steps(node) {
      const [row] = database.all<Record<keyof Steps, string>>(steps, node, ...values);
      const { others, statements, weights } = row!;
      return {
        others: JSON.parse(others),
        statements: JSON.parse(statements),
        weights: JSON.parse(weights),
      };
    },
  };
}

/** `edgeFilter` in SQL. */
function conditionsOf({
  relation,
  minWeight = 1,
  backbone = false,
}: EdgeFilter): [string, Value[]] {
  const relations = relation === undefined ? undefined : [relation].flat();
  const conditions = [
    ...(relations ? ['r.relation IN (SELECT value FROM json_each(?))'] : []),
    // Statements come first, so that the reading can stop where they end.
    ...(relations && !relations.includes('cooccurrence') ? ['a.statement = 1'] : []),
    ...(minWeight > 1 ? ['a.weight >= ?'] : []),
    ...(backbone ? ['r.backbone = 1'] : []),
  ];
  const values = [
    ...(relations ? [JSON.stringify(relations)] : []),
    ...(minWeight > 1 ? [minWeight] : []),
  ];
  return [conditions.map((condition) => `AND ${condition}`).join(' '), values];
}

function readEdges(
  database: Database,
  pairs: readonly (readonly [a: string, b: string])[],
  filter: EdgeFilter,
): Edge[][] {
  const isShown = edgeFilter(filter);
  const rows = database
    .all<RelationRow & { pair: number }>(
      `WITH pairs AS MATERIALIZED (
        SELECT p.key AS pair, a.id AS a, b.id AS b FROM json_each(?) AS p
        JOIN entities AS a ON a.key = p.value ->> 0
        JOIN entities AS b ON b.key = p.value ->> 1
      ), found AS (
        SELECT pair, r.id FROM pairs JOIN relations AS r ON r.source = a AND r.target = b
        UNION
        SELECT pair, r.id FROM pairs JOIN relations AS r ON r.source = b AND r.target = a
      )
      SELECT pair, ${RELATION_COLUMNS} FROM found CROSS JOIN ${RELATION_TABLES} WHERE r.id = found.id`,
      JSON.stringify(pairs),
    )
    .filter((row) => isShown({ ...row, backbone: row.backbone === 1 }));
  const evidence = readEvidence(database, rows);
  const edges: Edge[][] = pairs.map(() => []);
  for (const row of rows) edges[row.pair]!.push(toEdge(row, evidence.get(row.id) ?? []));
  return edges.map((some) => some.sort(byStrength));
}

/** The evidence of relations, by their ids, with its quotes. */
function readEvidence(
  database: Database,
  relations: readonly RelationRow[],
): Map<number, Edge['evidence']> {
  const rows = database.all<EvidenceRow & { name: string; quote: string | null }>(
    `SELECT ${EVIDENCE_COLUMNS}, d.name, ${QUOTE} AS quote
    FROM evidence AS e JOIN documents AS d ON d.id = e.document
    WHERE e.relation IN (SELECT value FROM json_each(?)) ORDER BY e.relation, e.position`,
    JSON.stringify(relations.map(({ id }) => id)),
  );
  const texts = readTexts(database, new Set(rows.filter(isWide).map(({ document }) => document)));
  const statusOf = new Map(relations.map(({ id, status }) => [id, status]));
  const evidence = new Map<number, Edge['evidence']>(relations.map(({ id }) => [id, []]));
  for (const row of rows) {
    const quote = row.quote ?? texts.get(row.document)!.slice(row.start, row.end);
    evidence.get(row.relation)!.push(toEvidence(row, row.name, quote, statusOf.get(row.relation)!));
  }
  return evidence;
}

const isWide = ({ quote }: { quote: string | null }) => quote === null;

/** Texts of the documents in which only we can count. */
function readTexts(database: Database, ids: ReadonlySet<number>): Map<number, string> {
  if (ids.size === 0) return new Map();
  const rows = database.all<{ id: number; text: string }>(
    'SELECT id, text FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...ids]),
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function readTitles(database: Database, ids: ReadonlySet<string>): Map<string, string> {
  const rows = database.all<{ name: string; title: string }>(
    'SELECT name, title FROM documents WHERE name IN (SELECT value FROM json_each(?))',
    JSON.stringify([...ids]),
  );
  return new Map(rows.map(({ name, title }) => [name, title]));
}
