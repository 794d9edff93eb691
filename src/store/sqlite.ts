import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { MailuoError } from '../errors.ts';

/** What a column holds. The driver would end the process on a boolean. */
export type Value = string | number | null;

/** What a query's columns hold: numbers and texts, or a list or object in JSON. */
export type Columns<Row> = Readonly<Record<keyof Row & string, 'value' | 'json'>>;

/** All that this project asks of SQLite: the one file that knows the driver. */
export interface Database {
  /** Run statements that take and give nothing. */
  exec(sql: string): void;
  /**
   * The first row that a query gives for the values of its `?`. The driver holds a kilobyte for each
   * call of `all` until much later, so what is asked a thousand times is asked for one row.
   */
  first<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  /** All rows. */
  all<Row>(sql: string, ...values: readonly Value[]): Row[];
  /**
   * The same as one list in JSON: the driver takes long for each cell of a row. Of a real number come
   * 15 digits, of which our measures have six.
   */
  list<Row>(sql: string, columns: Columns<Row>, ...values: readonly Value[]): Row[];
  /** The same one after the other: nothing is kept of those that have been taken. */
  each<Row>(sql: string, ...values: readonly Value[]): Iterable<Row>;
  /** Append a row to a table, with a value for each column. It may wait for others until `flush`. */
  append(table: string, row: readonly Value[]): void;
  /** Write the rows that wait. */
  flush(): void;
  close(): void;
}

/** Rows of a table that are not written yet, value after value. */
interface Waiting {
  readonly columns: number;
  readonly values: Value[];
  /** Makes a statement for so many rows. */
  readonly insert: (rows: number) => Libsql.Statement;
  /** That for a full batch. */
  readonly insertBatch: Libsql.Statement;
}

/** What the driver adds to a row that is asked for alone. */
interface Measured {
  _metadata?: unknown;
}

/** Rows that one statement inserts: twice as fast as one by one, and no faster from here on. */
const BATCH = 100;

/** Bytes of a file that are read through a map. They are resident. */
const MAPPED = 2 ** 27;
/**
 * Bytes of a cache for other pages. The system has them in its own, so a larger one finds nothing
 * sooner, and the first questions are three times as slow until its memory is there.
 */
const CACHED = 2 ** 23;
/** The same for what is sorted when a file is made: with a small one, sorting takes thrice as long. */
const CACHED_FOR_SORTING = 2 ** 26;

/** Reading a page from a map takes no call of the system. */
const READING = `PRAGMA mmap_size = ${MAPPED}; PRAGMA cache_size = ${-CACHED / 1024}`;
/** For a file that counts only when it is complete, of rows whose numbers were given with it. */
const UNGUARDED = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
  PRAGMA cache_size = ${-CACHED_FOR_SORTING / 1024}`;

/**
 * Open a file of SQLite.
 * @param mode `read` never writes, so other programs may read at the same time; `create` makes the
 * file, without a journal and without looking up what rows refer to
 */
export function openDatabase(file: string, mode: 'read' | 'create'): Database {
  const url = pathToFileURL(file);
  url.searchParams.set('mode', mode === 'read' ? 'ro' : 'rwc');
  const connection = new Libsql(url.href);
  // A file may come from anywhere: its views and triggers must not do more than read.
  readable(file, () => connection.exec('PRAGMA trusted_schema = OFF'));
  readable(file, () => connection.exec(mode === 'create' ? UNGUARDED : READING));
  const statements = new Map<string, Libsql.Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const waiting = new Map<string, Waiting>();
  const waitingFor = (table: string, columns: number): Waiting => {
    const known = waiting.get(table);
    if (known) return known;
    const row = `(${Array(columns).fill('?').join()})`;
    const insert = (rows: number) =>
      connection.prepare(`INSERT INTO ${table} VALUES ${Array(rows).fill(row).join()}`);
    const rows = { columns, values: [], insert, insertBatch: insert(BATCH) };
    waiting.set(table, rows);
    return rows;
  };
  const database: Database = {
    exec: (sql) => void connection.exec(sql),
    first<Row>(sql: string, ...values: readonly Value[]) {
      const row = readable(file, () => prepare(sql).get(values)) as (Row & Measured) | undefined;
      // How long it took, which is no column.
      delete row?._metadata;
      return row;
    },
    all: <Row>(sql: string, ...values: readonly Value[]) =>
      readable(file, () => prepare(sql).all(...values)) as Row[],
    list<Row>(sql: string, columns: Columns<Row>, ...values: readonly Value[]) {
      const names = Object.keys(columns) as (keyof Row & string)[];
      const cells = names.map((name) => (columns[name] === 'json' ? `json(${name})` : name));
      const row = database.first<{ list: string }>(
        `SELECT json_group_array(json_array(${cells.join()})) AS list FROM (${sql})`,
        ...values,
      )!;
      return (JSON.parse(row.list) as Row[keyof Row & string][][]).map((cells) => {
        const named = {} as Row;
        for (const [i, name] of names.entries()) named[name] = cells[i]!;
        return named;
      });
    },
    // A statement of its own, since the same one may be asked for again before all rows are taken.
    *each<Row>(sql: string, ...values: readonly Value[]) {
      const rows = connection.prepare(sql).iterate(...values) as Iterator<Row>;
      for (;;) {
        const next = readable(file, () => rows.next());
        if (next.done) return;
        yield next.value;
      }
    },
    append(table, row) {
      const { values, columns, insertBatch } = waitingFor(table, row.length);
      for (const value of row) values.push(storable(value));
      if (values.length < BATCH * columns) return;
      // A list is bound without being copied, as arguments would be.
      insertBatch.run(values);
      values.length = 0;
    },
    flush() {
      for (const { values, columns, insert } of waiting.values()) {
        if (values.length > 0) insert(values.length / columns).run(values);
        values.length = 0;
      }
    },
    close: () => void connection.close(),
  };
  return database;
}

/** What a file that is damaged makes of a question is told with its name and a remedy. */
function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw cause;
    const said = `${file}: is damaged, or was overwritten while it was open; build it anew`;
    throw new MailuoError('INVALID_FILE', said, { cause });
  }
}

/** SQLite's functions end a text at U+0000; a space of the same length is what ingest makes of it. */
function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', ' ') : value;
}
