import { and, within } from './conditions.ts';
import type {
  CandidateOptions,
  DocumentEntry,
  DocumentOptions,
  EntityDetails,
  Measure,
} from './reader.ts';
import { DETAIL_COLUMNS } from './rows.ts';
import type { Database } from './sqlite.ts';

type DetailRow = Omit<EntityDetails, 'aliases'> & { readonly aliases: string };

export function readDetails(database: Database, key: string): EntityDetails | undefined {
  return database
    .all<DetailRow>(`SELECT ${DETAIL_COLUMNS} FROM entities AS e WHERE key = ?`, key)
    .map(toDetails)[0];
}

/** The nodes with the highest measure. Numbers are in the order of importance, so they break ties. */
export function* readTop(
  database: Database,
  measure: Measure,
  { category, limit = Number.MAX_SAFE_INTEGER }: CandidateOptions = {},
): Generator<EntityDetails> {
  const { sql, values } = and(category ? [{ sql: 'category = ?', values: [category] }] : []);
  // Names are read when all are sorted.
  const ranked = `SELECT id FROM entities WHERE TRUE ${sql} ORDER BY ${measure} DESC, id LIMIT ?`;
  const rows = database.each<DetailRow>(
    `SELECT ${DETAIL_COLUMNS} FROM (${ranked}) AS r CROSS JOIN entities AS e ON e.id = r.id`,
    ...values,
    limit,
  );
  for (const row of rows) yield toDetails(row);
}

function toDetails({ aliases, ...row }: DetailRow): EntityDetails {
  return { ...row, aliases: JSON.parse(aliases) };
}

interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly source: string | null;
  readonly mentions?: number;
}

export function* listDocuments(
  database: Database,
  { entity, text, limit = Number.MAX_SAFE_INTEGER, ...period }: DocumentOptions = {},
): Generator<DocumentEntry> {
  const { sql, values } = and([
    ...(text
      ? [{ sql: '(instr(d.title, ?) > 0 OR instr(d.name, ?) > 0)', values: [text, text] }]
      : []),
    ...within('d.date', period),
  ]);
  const naming = `documents AS d JOIN (
      SELECT document, count(*) AS mentions FROM mentions
      WHERE entity = (SELECT id FROM entities WHERE key = ?) GROUP BY document
    ) ON document = d.id WHERE TRUE ${sql} ORDER BY mentions DESC, d.id`;
  const rows = database.each<DocumentRow>(
    entity === undefined
      ? `SELECT d.name AS id, d.title, d.date, d.source FROM documents AS d WHERE TRUE ${sql} ORDER BY d.id LIMIT ?`
      : `SELECT d.name AS id, d.title, d.date, d.source, mentions FROM ${naming} LIMIT ?`,
    ...(entity === undefined ? [] : [entity]),
    ...values,
    limit,
  );
  for (const { id, title, date, source, mentions } of rows) {
    yield {
      id,
      title,
      ...(date !== null && { date }),
      ...(source !== null && { source }),
      ...(mentions !== undefined && { mentions }),
    };
  }
}

export function readTitles(database: Database, ids: ReadonlySet<string>): Map<string, string> {
  const rows = database.all<{ name: string; title: string }>(
    'SELECT name, title FROM documents WHERE name IN (SELECT value FROM json_each(?))',
    JSON.stringify([...ids]),
  );
  return new Map(rows.map(({ name, title }) => [name, title]));
}
