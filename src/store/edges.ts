import { batches } from '../batches.ts';
import type { Candidate } from '../graph/candidate.ts';
import { byStrength, type Edge, type EdgeFilter, edgeKey, type LinkFilter } from '../graph/edge.ts';
import type { RelationKind, Status } from '../types.ts';
import { and, edgeConditions, linkConditions } from './conditions.ts';
import type { Link, Pair, Steps, Walk } from './reader.ts';
import {
  EVIDENCE_COLUMNS,
  type EvidenceRow,
  RELATION_COLUMNS,
  RELATION_TABLES,
  type RelationRow,
  toEdge,
  toEvidence,
} from './rows.ts';
import type { Database } from './sqlite.ts';
import { QUOTE } from './tables.ts';

/** When more keys have been met, the memory of them starts anew. */
const MOST_NUMBERS = 100_000;

/** Numbers of entities in a file by key, remembered, since most questions meet the same keys twice. */
export class Numbers {
  readonly #known = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** The number, or nothing where no entity has the key. */
  of(key: string): number | undefined {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.database.first<{ id: number }>('SELECT id FROM entities WHERE key = ?', key);
    if (row) this.remember(key, row.id);
    return row?.id;
  }

  remember(key: string, number: number): void {
    if (this.#known.size >= MOST_NUMBERS) this.#known.clear();
    this.#known.set(key, number);
  }
}

interface LinkRow extends Candidate {
  readonly id: number;
  readonly relation: RelationKind;
  readonly predicate: string;
  readonly status: Status;
  readonly weight: number;
  readonly g2: number | null;
  readonly outward: number;
}

/** Of the first page of links; later ones grow, since who wants more wants many. */
const PAGE = 64;

export function* readLinks(
  database: Database,
  numbers: Numbers,
  key: string,
  filter: LinkFilter,
): Generator<Link> {
  const node = numbers.of(key);
  if (node === undefined) return;
  const { sql: conditions, values } = and(linkConditions(filter));
  const sql = `
    SELECT o.id, o.key, o.label, o.category, o.documents, o.articles, r.relation, r.label AS predicate,
      r.status, a.weight, r.g2, r.source = a.entity AS outward
    FROM arcs AS a
    JOIN relations AS r ON r.id = a.relation
    JOIN entities AS o ON o.id = a.other
    WHERE a.entity = ? ${conditions}
    ORDER BY a.statement DESC, a.weight DESC, a.relation LIMIT ? OFFSET ?`;
  const seen = new Set<string>();
  let size = PAGE;
  for (let offset = 0; ; offset += size, size *= 8) {
    const rows = database.all<LinkRow>(sql, node, ...values, size, offset);
    for (const row of rows) {
      if (seen.has(row.key)) continue;
      seen.add(row.key);
      numbers.remember(row.key, row.id);
      yield toLink(key, row);
    }
    if (rows.length < size) return;
  }
}

function toLink(
  key: string,
  { id: _, predicate, status, outward, relation, weight, g2, ...neighbor }: LinkRow,
): Link {
  const [source, target] = outward ? [key, neighbor.key] : [neighbor.key, key];
  const claim = { source, relation, label: predicate, status, target };
  const surprise = g2 === null ? {} : { g2 };
  return { key: edgeKey(claim), relation, weight, neighbor, ...surprise };
}

/** A row of arrays is several times faster to read than a row for each edge. */
export function walkIn(database: Database, numbers: Numbers, filter: EdgeFilter): Walk {
  const { sql: conditions, values } = and(linkConditions(filter));
  const relations = conditions.includes('r.') ? 'JOIN relations AS r ON r.id = a.relation' : '';
  const steps = `
    SELECT json_group_array(other) AS others, json_group_array(a.degree) AS degrees,
      json_group_array(statement) AS statements, json_group_array(a.weight) AS weights
    FROM arcs AS a ${relations} WHERE a.entity = ? ${conditions}`;
  return {
    numberOf: (key) => numbers.of(key)!,
    keyOf: (node) =>
      database.first<{ key: string }>('SELECT key FROM entities WHERE id = ?', node)!.key,
    steps(node) {
      const row = database.first<Record<keyof Steps, string>>(steps, node, ...values);
      const { others, degrees, statements, weights } = row!;
      return {
        others: JSON.parse(others),
        degrees: JSON.parse(degrees),
        statements: JSON.parse(statements),
        weights: JSON.parse(weights),
      };
    },
  };
}

export function readEdges(
  database: Database,
  numbers: Numbers,
  pairs: readonly Pair[],
  { direction = 'both', ...filter }: LinkFilter,
  quotes?: number,
): Edge[][] {
  const { sql: conditions, values } = and([
    ...edgeConditions(filter),
    ...(direction === 'both' ? [] : [{ sql: "r.relation <> 'cooccurrence'", values: [] }]),
  ]);
  const out = 'SELECT pair, r.id FROM pairs JOIN relations AS r ON r.source = a AND r.target = b';
  const inward =
    'SELECT pair, r.id FROM pairs JOIN relations AS r ON r.source = b AND r.target = a';
  const ways = { both: `${out} UNION ${inward}`, out, in: inward };
  const rows = database.all<RelationRow & { pair: number }>(
    `WITH pairs AS MATERIALIZED (
      SELECT key AS pair, value ->> 0 AS a, value ->> 1 AS b FROM json_each(?)
    ), found AS (${ways[direction]})
    SELECT pair, ${RELATION_COLUMNS} FROM found CROSS JOIN ${RELATION_TABLES}
    WHERE r.id = found.id ${conditions}`,
    JSON.stringify(pairs.map((pair) => pair.map((key) => numbers.of(key)))),
    ...values,
  );
  const read = withEvidence(database, rows, quotes);
  const edges: Edge[][] = pairs.map(() => []);
  for (const row of rows) edges[row.pair]!.push(read(row));
  return edges.map((some) => some.sort(byStrength));
}

export function* readAmong(
  database: Database,
  keys: readonly string[],
  filter: EdgeFilter,
  quotes?: number,
): Generator<Edge> {
  const { sql: conditions, values } = and(edgeConditions(filter));
  const rows = database.each<RelationRow>(
    `WITH chosen AS MATERIALIZED (SELECT id FROM entities WHERE key IN (SELECT value FROM json_each(?)))
    SELECT ${RELATION_COLUMNS} FROM ${RELATION_TABLES}
    WHERE r.source IN chosen AND r.target IN chosen ${conditions}
    ORDER BY r.relation = 'cooccurrence', r.weight DESC, r.id`,
    JSON.stringify(keys),
    ...values,
  );
  for (const part of batches(rows, PART)) yield* part.map(withEvidence(database, part, quotes));
}

/** Edges that are read at a time. */
const PART = 1000;

export function* readStatements(database: Database): Generator<Edge> {
  for (let last = 0; ; ) {
    const rows = database.all<RelationRow>(
      `SELECT ${RELATION_COLUMNS} FROM ${RELATION_TABLES}
      WHERE r.relation <> 'cooccurrence' AND r.id > ? ORDER BY r.id LIMIT ?`,
      last,
      PART,
    );
    yield* rows.map(withEvidence(database, rows));
    if (rows.length < PART) return;
    last = rows.at(-1)!.id;
  }
}

/** The edges of rows, with the first quotes of their evidence; default all. */
function withEvidence(
  database: Database,
  relations: readonly RelationRow[],
  quotes = Number.MAX_SAFE_INTEGER,
): (row: RelationRow) => Edge {
  const rows = database.all<EvidenceRow & { name: string; quote: string | null }>(
    `SELECT ${EVIDENCE_COLUMNS}, d.name, ${QUOTE} AS quote
    FROM evidence AS e JOIN documents AS d ON d.id = e.document
    WHERE e.relation IN (SELECT value FROM json_each(?)) AND e.position < ?
    ORDER BY e.relation, e.position`,
    JSON.stringify(relations.map(({ id }) => id)),
    quotes,
  );
  const texts = readTexts(database, new Set(rows.filter(isWide).map(({ document }) => document)));
  const statusOf = new Map(relations.map(({ id, status }) => [id, status]));
  const evidence = new Map<number, Edge['evidence']>(relations.map(({ id }) => [id, []]));
  for (const row of rows) {
    const quote = row.quote ?? texts.get(row.document)!.slice(row.start, row.end);
    evidence.get(row.relation)!.push(toEvidence(row, row.name, quote, statusOf.get(row.relation)!));
  }
  return (row) => toEdge(row, evidence.get(row.id)!);
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
