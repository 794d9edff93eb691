import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';

/** What a column holds. The driver would end the process on a boolean. */
export type Value = string | number | null;

/** All that this project asks of SQLite: the one file that knows the driver. */
export interface Database {
  /** Run statements that take and give nothing. */
  exec(sql: string): void;
  /** The rows that a query gives for the values of its `?`. */
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  /** The same one after the other: nothing is kept of those that have been taken. */
  each<Row>(sql: string, ...values: readonly Value[]): Iterable<Row>;
  /** Append rows to a table, with a value for each column. */
  insert(table: string, rows: Iterable<readonly Value[]>): void;
  close(): void;
}

/** Rows that one statement inserts: twice as fast as one by one, and no faster from here on. */
const BATCH = 100;

/** Bytes of a file that are read through a map, and of a cache for the others: they are resident. */
const MAPPED = 2 ** 28;
const CACHED = 2 ** 26;

/**
 * Open a file of SQLite.
 * @param mode `read` never writes, so other programs may read at the same time; `create` makes the
 * file, without a journal, since it counts only when it is complete
 */
export function openDatabase(file: string, mode: 'read' | 'create'): Database {
  const url = pathToFileURL(file);
  url.searchParams.set('mode', mode === 'read' ? 'ro' : 'rwc');
  const connection = new Libsql(url.href);
  // A file may come from anywhere: its views and triggers must not do more than read.
  connection.exec('PRAGMA trusted_schema = OFF');
  if (mode === 'create') connection.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  // Reading a page from a map takes no call of the system; the rest goes through a larger cache.
  else connection.exec(`PRAGMA mmap_size = ${MAPPED}; PRAGMA cache_size = ${-CACHED / 1024}`);
  const statements = new Map<string, Libsql.Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const insert = (table: string, rows: readonly (readonly Value[])[]) => {
    const row = `(${rows[0]!.map(() => '?').join()})`;
    const sql = `INSERT INTO ${table} VALUES ${rows.map(() => row).join()}`;
    prepare(sql).run(...rows.flat().map(storable));
  };
  return {
    exec: (sql) => void connection.exec(sql),
    all: <Row>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as Row[],
    // A statement of its own, since the same one may be asked for again before all rows are taken.
    each: <Row>(sql: string, ...values: readonly Value[]) =>
      connection.prepare(sql).iterate(...values) as Iterable<Row>,
    insert(table, rows) {
      let batch: (readonly Value[])[] = [];
      for (const row of rows) {
        if (batch.push(row) < BATCH) continue;
        insert(table, batch);
        batch = [];
      }
      for (const row of batch) insert(table, [row]);
    },
    close: () => void connection.close(),
  };
}

/** SQLite's functions end a text at U+0000; a space of the same length is what ingest makes of it. */
function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', ' ') : value;
}
