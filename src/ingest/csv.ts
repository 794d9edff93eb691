import { parse } from 'csv-parse';
import { MailuoError } from '../errors.ts';
import type { Part } from './content.ts';
import type { ReadOptions } from './options.ts';
import { checkCells, readCells } from './table.ts';

/** What separates cells, other than what the extension says. */
const DELIMITERS = [',', '\t', ';', '|'];

/**
 * The rows of a table of text; its first line names the columns.
 * @param usual what separates cells, unless the first line has none of these but another
 */
export async function readDelimited(
  source: string,
  usual: string,
  options: ReadOptions,
): Promise<Part[]> {
  const head = source.split('\n', 1)[0]!;
  const delimiter = [usual, ...DELIMITERS].find((mark) => head.includes(mark)) ?? usual;
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
