import readExcelFile from 'read-excel-file/node';
import { MailuoError } from '../errors.ts';
import type { Part } from './content.ts';
import type { ReadOptions } from './options.ts';
import { checkCells, readCells } from './table.ts';
import { type Budget, unzip } from './zip.ts';

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
