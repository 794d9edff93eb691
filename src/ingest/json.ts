import { MailuoError } from '../errors.ts';
import type { Part } from './content.ts';
import type { ReadOptions } from './options.ts';
import { checkCells, hasText, type Row, readRows } from './table.ts';

/** Members of members are seen so deep. */
const DEEPEST = 3;

/**
 * A JSON file's objects, one document each: a list of them, a single one, a list that lies in it, or
 * one a line. A line that is no JSON is skipped by itself.
 */
export function readJson(source: string, options: ReadOptions): Part[] {
  const values = wholeValue(source, options) ?? source.split('\n').map(lineValue);
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
function wholeValue(source: string, options: ReadOptions): unknown[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  if (hasText(Object.fromEntries(membersOf(value)), options)) return [value];
  return listIn(value) ?? [value];
}

/** The list of objects in an object, as services answer: `{"data": {"list": […]}}`; the longest of several. */
function listIn(value: object, depth = DEEPEST): unknown[] | undefined {
  const lists = Object.values(value).flatMap((member): unknown[][] => {
    if (Array.isArray(member)) return member.some(isObject) ? [member] : [];
    const inner = isObject(member) && depth > 0 ? listIn(member, depth - 1) : undefined;
    return inner ? [inner] : [];
  });
  return lists.sort((a, b) => b.length - a.length)[0];
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

/** Members that are text, numbers, or lists of text (paragraphs); those of a member as `source.name`. */
function rowOf(value: unknown): Row | Error {
  if (typeof value === 'string') return { text: value };
  if (!isObject(value)) return new Error('it is no JSON object');
  return Object.fromEntries(membersOf(value));
}

function membersOf(value: object, prefix = '', depth = DEEPEST): [string, string][] {
  return Object.entries(value).flatMap(([name, member]): [string, string][] => {
    const path = prefix + name;
    if (isObject(member)) return depth > 0 ? membersOf(member, `${path}.`, depth - 1) : [];
    const lines = [member].flat();
    const plain = lines.every((line) => typeof line === 'string' || typeof line === 'number');
    return plain ? [[path, lines.join('\n')]] : [];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
