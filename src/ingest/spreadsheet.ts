import { parse } from 'csv-parse';
import readExcelFile from 'read-excel-file/node';
import { MailuoError } from '../errors.ts';
import type { Part } from './content.ts';
import type { ReadOptions } from './options.ts';
import { checkCells, type Row, readRows } from './table.ts';
import { type Budget, unzip } from './zip.ts';

/** The rows of a table of text; its first line names the columns. */
export async function readDelimited(
  source: string,
  delimiter: string,
  options: ReadOptions,
): Promise<Part[]> {
  const parser = parse(source, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const cells: string[][] = [];
  let count = 0;
  try {
    for await (const record of parser) {
      count += record.length;
      checkCells(count, options);
      cells.push(record);
    }
  } catch (error) {
    if (error instanceof MailuoError) throw error;
    throw new MailuoError('INVALID_FILE', `its table is broken: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return readCells(cells, options);
}

/** The rows of all sheets whose first row names a column of text. */
export async function readXlsx(
  bytes: Uint8Array,
  options: ReadOptions,
  budget: Budget,
): Promise<Part[]> {
  // Unpacked once within limits, since the library that reads the sheets has none.
  await unzip(bytes, budget, () => true);
  const sheets = await readExcelFile(Buffer.from(bytes));
  const full = sheets.filter(({ data }) => data.length > 1);
  if (full.length === 0) throw new MailuoError('INVALID_FILE', 'its sheets hold no rows');
  let count = 0;
  return full.flatMap(({ sheet, data }) => {
    count += data.length * (data[0]?.length ?? 0);
    checkCells(count, options);
    const parts = readCells(
      data.map((row) => row.map(cellText)),
      options,
    );
    return full.length === 1
      ? parts
      : parts.map((part) => ({ ...part, name: `#${sheet}${part.name}` }));
  });
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}

function readCells(cells: readonly (readonly string[])[], options: ReadOptions): Part[] {
  const [head = [], ...body] = cells;
  const columns = head.map((name, index) => name.trim() || `${index + 1}`);
  const rows = body.map(
    (cells): Row =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  );
  return readRows(rows, columns, options);
}
