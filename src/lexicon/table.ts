import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MailuoError } from '../errors.ts';

/** Where the package keeps its data: beside src/ in the repository, beside dist/ when installed. */
export const DATA_FOLDER = fileURLToPath(new URL('../../data/', import.meta.url));

/** A line of a lexicon file: its columns, and its place for messages. */
export interface Row {
  readonly columns: readonly string[];
  readonly place: string;
}

/**
 * Read a lexicon file: one entry a line, columns separated by tabs, `#` begins a comment line;
 * a byte order mark and any line ends are fine.
 * @throws MailuoError `INVALID_FILE` when the file cannot be read, or a line has too few or too many columns
 */
export function readTable(file: string, columns: { min: number; max: number }): Row[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const row = {
        columns: line.split('\t').map((column) => column.trim()),
        place: `${file}:${index + 1}`,
      };
      return [checkColumns(row, columns)];
    });
}

/** The byte order mark is dropped; what is no UTF-8 is no lexicon. */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    throw new MailuoError(
      'INVALID_FILE',
      `${file}: the lexicon cannot be read; it must be a text file in UTF-8`,
      { cause },
    );
  }
}

function checkColumns(row: Row, { min, max }: { min: number; max: number }): Row {
  const count = row.columns.length;
  if (count < min || count > max) {
    const wanted = min === max ? `${min}` : max < Infinity ? `${min} to ${max}` : `${min} or more`;
    throw new MailuoError(
      'INVALID_FILE',
      `${row.place}: ${count} columns where ${wanted} are expected; separate them with tabs`,
    );
  }
  if (row.columns[0] !== '') return row;
  throw new MailuoError(
    'INVALID_FILE',
    `${row.place}: the first of ${count} columns is empty; write the name before the first tab`,
  );
}

/**
 * A column that must be one of some values.
 * @throws MailuoError `INVALID_FILE` when it is not
 */
export function oneOf<T extends string>(row: Row, column: number, values: readonly T[]): T {
  const value = row.columns[column] as T;
  if (values.includes(value)) return value;
  throw new MailuoError(
    'INVALID_FILE',
    `${row.place}: "${value}" is unknown; use one of ${values.join(', ')}`,
  );
}
