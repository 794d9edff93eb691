import { MailuoError } from '../errors.ts';
import type { Part } from './content.ts';
import type { ReadOptions } from './options.ts';
import { checkCells, type Row, readRows } from './table.ts';

/**
 * A JSON file's objects, one document each: a list of them, a single one, a member that is such a
 * list, or one a line. A line that is no JSON is skipped by itself.
 */
export function readJson(source: string, options: ReadOptions): Part[] {
  const values = wholeValue(source) ?? source.split('\n').map(lineValue);
  const rows = values.map((value) => (value instanceof Error ? value : rowOf(value)));
  const good = rows.filter((row): row is Row => !(row instanceof Error));
  if (good.length === 0) throw new MailuoError('INVALID_FILE', 'it holds no JSON objects');
  checkCells(
    good.reduce((sum, row) => sum + Object.keys(row).length, 0),
    options,
  );
  const columns = [...new Set(good.flatMap((row) => Object.keys(row)))];
  const parts = readRows(good, columns, options)[Symbol.iterator]();
  return rows.flatMap((row, index) => {
    const name = `#${index + 1}`;
    if (!(row instanceof Error)) return [{ ...parts.next().value!, name }];
    return row === BLANK ? [] : [{ name, reason: row.message }];
  });
}

/** The objects of a file that is one value; undefined when it is none. */
function wholeValue(source: string): unknown[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.values(value).filter(
    (member) => Array.isArray(member) && member.some((item) => isObject(item)),
  );
  return lists.length === 1 ? lists[0] : [value];
}

const BLANK = new Error('blank');

function lineValue(line: string): unknown {
  if (line.trim() === '') return BLANK;
  try {
    return JSON.parse(line.replace(/^\ufeff/, ''));
  } catch (error) {
    return new Error(`the line is no JSON: ${(error as Error).message}`);
  }
}

/** Members that are text, numbers, or lists of text (paragraphs). */
function rowOf(value: unknown): Row | Error {
  if (typeof value === 'string') return { text: value };
  if (!isObject(value)) return new Error('it is no JSON object');
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const lines = [member].flat();
      const plain = lines.every((line) => typeof line === 'string' || typeof line === 'number');
      return plain ? [[name, lines.join('\n')]] : [];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
