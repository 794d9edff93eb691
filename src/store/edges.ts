import { type Candidate, candidate } from '../graph/candidate.ts';
import {
  byStrength,
  type Direction,
  type Edge,
  type EdgeFilter,
  type LinkFilter,
} from '../graph/edge.ts';
import type { Period } from '../graph/period.ts';
import { and, type Condition, edgeConditions, linkConditions, within } from './conditions.ts';
import type { Link, Pair, Steps, Walk } from './reader.ts';
import {
  CANDIDATE_COLUMNS,
  type Ends,
  RELATION_COLUMNS,
  RELATION_LIST,
  RELATION_TABLES,
  type RelationRow,
  toEdge,
  toEvidence,
} from './rows.ts';
import type { Columns, Database } from './sqlite.ts';
import { QUOTE } from './tables.ts';

/** When more keys have been met, the memory of them starts anew. */
const MOST_NUMBERS = 100_000;

/** What a file knows an entity by. */
interface Numbered {
  readonly id: number;
  /** How many others it has edges with. */
  readonly degree: number;
}

/** Numbers of entities in a file by key, remembered, since most questions meet the same keys twice. */
export class Numbers {
  readonly #known = new Map<string, Numbered>();

  constructor(private readonly database: Database) {}

  /** The number, or nothing where no entity has the key. */
  of(key: string): Numbered | undefined {
    const known = this.#known.get(key);
    if (known) return known;
    const row = this.database.first<Numbered>('SELECT id, degree FROM entities WHERE key = ?', key);
    if (row) this.remember(key, row);
    return row;
  }

  /** The entity with a key, whose number questions ask for next. */
  entity(key: string): Candidate | undefined {
    const row = this.database.first<Candidate & Numbered>(
      `SELECT id, degree, ${CANDIDATE_COLUMNS} FROM entities WHERE key = ?`,
      key,
    );
    if (row) this.remember(key, row);
    return row && candidate(key, row);
  }

  remember(key: string, { id, degree }: Numbered): void {
    if (this.#known.size >= MOST_NUMBERS) this.#known.clear();
    this.#known.set(key, { id, degree });
  }
}

interface LinkRow extends Candidate, Numbered {
  readonly statement: number;
  readonly weight: number;
  readonly rank: number;
  readonly g2: number | null;
}

const LINK_LIST: Columns<LinkRow> = {
  id: 'value',
  key: 'value',
  label: 'value',
  category: 'value',
  documents: 'value',
  articles: 'value',
  statement: 'value',
  weight: 'value',
  rank: 'value',
  g2: 'value',
  degree: 'value',
};

/** Arcs that are read for each link that is wanted: several may lead to one neighbour. */
const ARCS_A_LINK = 1.25;
/** Most arcs that are read at first; later pages grow, since who wants more wants many. */
const MOST_ARCS = 1000;

export function* readLinks(
  database: Database,
  numbers: Numbers,
  key: string,
  filter: LinkFilter,
  wanted = Infinity,
): Generator<Link> {
  const node = numbers.of(key);
  if (node === undefined) return;
  const { sql: conditions, values } = and(linkConditions(filter));
  // An arc says all but what a filter asks.
  const relations = relationsFor(conditions);
  const sql = `
    SELECT o.id, o.key, o.label, o.category, o.documents, o.articles, a.statement, a.weight,
      a.relation AS rank, ${relations ? 'r.g2' : 'NULL AS g2'}, a.degree
    FROM arcs AS a ${relations} JOIN entities AS o ON o.id = a.other
    WHERE a.entity = ? ${conditions}
    ORDER BY a.statement DESC, a.weight DESC, a.relation LIMIT ? OFFSET ?`;
  const seen = new Set<string>();
  let size = Math.min(Math.ceil(ARCS_A_LINK * wanted), MOST_ARCS);
  for (let offset = 0; ; offset += size, size *= 8) {
    const rows = database.list(sql, LINK_LIST, node.id, ...values, size, offset);
    for (const row of rows) {
      if (seen.has(row.key)) continue;
      seen.add(row.key);
      numbers.remember(row.key, row);
      yield toLink(row);
    }
    if (rows.length < size) return;
  }
}

function relationsFor(conditions: string): string {
  return conditions.includes('r.') ? 'JOIN relations AS r ON r.id = a.relation' : '';
}

function toLink({ statement, weight, rank, g2, ...row }: LinkRow): Link {
  const link = { neighbor: candidate(row.key, row), isStatement: statement === 1, weight, rank };
  return g2 === null ? link : { ...link, g2 };
}

/** A row of arrays is several times faster to read than a row for each edge. */
export function walkIn(database: Database, numbers: Numbers, filter: EdgeFilter): Walk {
  const { sql: conditions, values } = and(linkConditions(filter));
  const steps = `
    SELECT json_group_array(other) AS others, json_group_array(a.degree) AS degrees,
      json_group_array(statement) AS statements, json_group_array(a.weight) AS weights
    FROM arcs AS a ${relationsFor(conditions)} WHERE a.entity = ? ${conditions}`;
  return {
    numberOf: (key) => numbers.of(key)!.id,
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
  quotes = ALL,
): Edge[][] {
  const { sql: conditions, values } = and([...runConditions(direction), ...edgeConditions(filter)]);
  const quoted = quotesColumn(filter, quotes);
  const edges: Edge[][] = pairs.map(() => []);
  for (const { first, places } of pairsByFirst(numbers, pairs)) {
    const others = [...places.keys()];
    const rows = database.list(
      `WITH found AS MATERIALIZED (${arcsTo(first, others.length)})
      SELECT other, r.source = first AS outward, r.*, ${quoted.sql}
      FROM found CROSS JOIN relations AS r WHERE r.id = found.relation ${conditions}`,
      PAIR_LIST,
      first.id,
      JSON.stringify(others),
      ...quoted.values,
      ...values,
    );
    for (const row of rows) {
      for (const place of places.get(row.other)!) {
        const [a, b] = pairs[place]!;
        const ends = row.outward ? { source: a, target: b } : { source: b, target: a };
        edges[place]!.push(quotedEdge(database, row, ends));
      }
    }
  }
  return edges.map((some) => some.sort(byStrength));
}

/** An edge between a node and another one, whose keys need not be looked up. */
interface PairRow extends QuotedRow {
  readonly other: number;
  /** 1 where it runs to the other one. */
  readonly outward: number;
}

const PAIR_LIST: Columns<PairRow> = {
  ...RELATION_LIST,
  other: 'value',
  outward: 'value',
  evidence: 'json',
};

/** Pairs with the same first node, by numbers. */
interface PairGroup {
  readonly first: Numbered;
  /** The places among all pairs of those with a second node, by its number. */
  readonly places: Map<number, number[]>;
}

function pairsByFirst(numbers: Numbers, pairs: readonly Pair[]): PairGroup[] {
  const groups = new Map<number, PairGroup>();
  for (const [place, pair] of pairs.entries()) {
    const [first, second] = pair.map((key) => numbers.of(key));
    if (first === undefined || second === undefined) continue;
    const group = groups.get(first.id) ?? { first, places: new Map() };
    groups.set(first.id, group);
    group.places.set(second.id, [...(group.places.get(second.id) ?? []), place]);
  }
  return [...groups.values()];
}

/** So many arcs of a node are walked through in the time in which one pair is looked up in an index. */
const ARCS_A_PAIR = 20;

const BY_ARCS = `SELECT entity AS first, other, relation FROM arcs
  WHERE entity = ? AND other IN (SELECT value FROM json_each(?))`;
const BY_PAIR = `WITH ends AS MATERIALIZED (
    SELECT ? AS first, value AS other FROM json_each(?)
  )
  SELECT first, other, r.id AS relation FROM ends
    JOIN relations AS r ON r.source = first AND r.target = other
  UNION
  SELECT first, other, r.id FROM ends JOIN relations AS r ON r.source = other AND r.target = first`;

/** Finds the arcs from a node to others. Those of a node lie on one page where the index has a page for each pair. */
function arcsTo({ degree }: Numbered, others: number): string {
  return degree <= ARCS_A_PAIR * others ? BY_ARCS : BY_PAIR;
}

/** `runs` in SQL, on `relations AS r` seen from the node `first`. */
function runConditions(direction: Direction): Condition[] {
  if (direction === 'both') return [];
  const end = direction === 'out' ? 'source' : 'target';
  return [{ sql: `r.relation <> 'cooccurrence' AND r.${end} = first`, values: [] }];
}

export function* readAmong(
  database: Database,
  keys: readonly string[],
  filter: EdgeFilter,
  quotes = ALL,
): Generator<Edge> {
  const { sql: conditions, values } = and(edgeConditions(filter));
  const quoted = quotesColumn(filter, quotes);
  const rows = database.each<StoredRow>(
    `WITH chosen AS MATERIALIZED (
      SELECT id FROM entities WHERE key IN (SELECT value FROM json_each(?))
    ), sorted AS MATERIALIZED (
      SELECT r.id FROM relations AS r
      WHERE r.source IN chosen AND r.target IN chosen ${conditions}
      ORDER BY r.relation = 'cooccurrence', r.weight DESC, r.id
    )
    SELECT ${RELATION_COLUMNS}, ${quoted.sql}
    FROM sorted CROSS JOIN ${RELATION_TABLES} WHERE r.id = sorted.id`,
    JSON.stringify(keys),
    ...values,
    ...quoted.values,
  );
  for (const row of rows) yield parsedEdge(database, row);
}

/** Edges that are read at a time. */
const PART = 1000;

export function* readStatements(database: Database): Generator<Edge> {
  const quoted = quotesColumn({}, ALL);
  for (let last = 0; ; ) {
    const rows = database.all<StoredRow>(
      `SELECT ${RELATION_COLUMNS}, ${quoted.sql} FROM ${RELATION_TABLES}
      WHERE r.relation <> 'cooccurrence' AND r.id > ? ORDER BY r.id LIMIT ?`,
      ...quoted.values,
      last,
      PART,
    );
    yield* rows.map((row) => parsedEdge(database, row));
    if (rows.length < PART) return;
    last = rows.at(-1)!.id;
  }
}

/** A relation with its evidence. */
interface QuotedRow extends RelationRow {
  readonly evidence: readonly Quoted[];
}

type Quoted = [
  document: number,
  name: string,
  start: number,
  end: number,
  quote: string | null,
  rule: string,
  source: string | null,
  time: string | null,
  quantity: string | null,
];

/**
 * The first quotes of an edge's evidence as a column in JSON; rows take a quarter longer.
 * @param period evidence that is not dated within it is left out
 */
function quotesColumn(period: Period, quotes: number): Condition {
  const quoted = `json_array(
    e.document, d.name, e.start, e.end, ${QUOTE}, e.rule, e.source, e.time, e.quantity
  )`;
  const of = `evidence AS e CROSS JOIN documents AS d ON d.id = e.document WHERE e.relation = r.id`;
  const { sql, values } = and(within("coalesce(e.time ->> 'value', d.date)", period));
  // Without a period the place says which ones come first, and nothing has to be counted.
  const list =
    sql === ''
      ? `SELECT json_group_array(${quoted}) FROM ${of} AND e.position < ?`
      : `SELECT json_group_array(json(quoted)) FROM (
          SELECT ${quoted} AS quoted FROM ${of} ${sql} ORDER BY e.position LIMIT ?
        )`;
  return { sql: `(${list}) AS evidence`, values: [...values, quotes] };
}

interface StoredRow extends RelationRow, Ends {
  readonly evidence: string;
}

function parsedEdge(database: Database, row: StoredRow): Edge {
  return quotedEdge(database, { ...row, evidence: JSON.parse(row.evidence) }, row);
}

/** The edge of a row. */
function quotedEdge(database: Database, row: QuotedRow, ends: Ends): Edge {
  const evidence = row.evidence.map(
    ([document, name, start, end, quote, rule, source, time, quantity]) =>
      toEvidence(
        { relation: row.id, document, start, end, rule, source, time, quantity },
        name,
        quote ?? textOf(database, document).slice(start, end),
        row.status,
      ),
  );
  return toEdge(row, ends, evidence);
}

/** Of a document in which only we can count. */
function textOf(database: Database, document: number): string {
  return database.first<{ text: string }>('SELECT text FROM documents WHERE id = ?', document)!
    .text;
}

const ALL = Number.MAX_SAFE_INTEGER;
