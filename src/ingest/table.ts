import { MailuoError } from '../errors.ts';
import { type Part, stated } from './content.ts';
import type { FieldNames, ReadOptions } from './options.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** What columns are called, compared without case, spaces and `_`; the likelier names first. */
const USUAL: Readonly<Record<keyof FieldNames, readonly string[]>> = {
  text: [
    ...['text', 'content', 'body', 'fulltext', 'article', 'articlebody', 'html', 'contenttext'],
    ...['正文', '内容', '全文', '文本', '新闻内容', '文章内容', '摘要', 'content.rendered'],
  ],
  title: [
    ...['title', 'headline', 'subject', 'title.rendered'],
    ...['标题', '题目', '新闻标题', '文章标题', '篇名'],
  ],
  date: [
    ...[
      'date',
      'published',
      'publishdate',
      'publishtime',
      'pubdate',
      'datepublished',
      'publishedat',
      'pubtime',
      'time',
      'datetime',
      'created',
      'createdat',
    ],
    ...['日期', '发布日期', '发布时间', '时间', '发表日期', '出版日期', '刊期'],
  ],
  source: [
    ...['source', 'media', 'publisher', 'site', 'newspaper', 'sourcename'],
    ...['source.name', 'publisher.name', 'media.name'],
    ...['来源', '媒体', '出处', '报纸', '发布机构', '媒体名称', '刊名'],
  ],
};
const FIELDS = Object.keys(USUAL) as (keyof FieldNames)[];

/** Where no column has a usual name, the one with the longest text is taken if it is as long as this on average. */
const SENTENCE = 15;

/**
 * One document a row.
 * @param rows of a table, or the objects of a JSON file, in their order
 * @param columns the names of all columns
 * @throws MailuoError `INVALID_ARGUMENT` when a chosen column does not exist, `INVALID_FILE` when
 * none holds text
 */
export function readRows(
  rows: readonly Row[],
  columns: readonly string[],
  { fields }: Pick<ReadOptions, 'fields'>,
): Part[] {
  const chosen = chooseFields(rows, columns, fields);
  return rows.map((row, index) => {
    const name = `#${index + 1}`;
    const text = row[chosen.text!]?.trim();
    if (!text) return { name, reason: `its column "${chosen.text}" is empty` };
    const value = (field: keyof FieldNames) => (chosen[field] ? row[chosen[field]] : undefined);
    const facts = stated({
      title: value('title'),
      date: dateOfStamp(value('date')),
      source: value('source'),
    });
    return { name, content: { ...facts, text } };
  });
}

/** 东八区：时间戳不说时区，而中文网站的日期是北京时间。 */
const BEIJING = 8 * 3_600_000;

/** Seconds or milliseconds since 1970, as databases write them, as a date; anything else as it is. */
function dateOfStamp(value: string | undefined): string | undefined {
  if (!value || !/^1\d{9}(\d{3})?$/.test(value.trim())) return value;
  const milliseconds = Number(value) * (value.trim().length === 10 ? 1000 : 1);
  return new Date(milliseconds + BEIJING).toISOString().slice(0, 10);
}

/** A name of a column has no full stop and is not so long. */
const LONGEST_NAME = 40;

/**
 * As `readRows`, of a table whose first row names the columns; a column without a name has its
 * number, as all have where the first row is text already.
 */
export function readCells(cells: readonly (readonly string[])[], options: ReadOptions): Part[] {
  const [first = [], ...others] = cells;
  const isText = first.some((cell) => cell.length > LONGEST_NAME || /[。！？]/.test(cell));
  const [head, body] = isText ? [first.map(() => ''), cells] : [first, others];
  const columns = head.map((name, index) => name.trim() || `${index + 1}`);
  const rows = body.map(
    (cells): Row =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  );
  return readRows(rows, columns, options);
}

/** @throws MailuoError `UNSUPPORTED_FORMAT` when there are more cells than allowed */
export function checkCells(cells: number, { maxCells }: Pick<ReadOptions, 'maxCells'>): void {
  if (cells <= maxCells) return;
  throw new MailuoError(
    'UNSUPPORTED_FORMAT',
    `its table has more than the limit of ${maxCells} cells; split it or raise --max-cells`,
  );
}

function chooseFields(
  rows: readonly Row[],
  columns: readonly string[],
  given: FieldNames,
): FieldNames {
  const chosen = FIELDS.map((field) => {
    const wanted = given[field];
    if (wanted !== undefined && !columns.includes(wanted)) {
      throw new MailuoError(
        'INVALID_ARGUMENT',
        `it has no column "${wanted}" for --${field}-field; its columns are ${columns.join(', ')}`,
      );
    }
    return [field, wanted ?? usualColumn(columns, USUAL[field])] as const;
  });
  const found = Object.fromEntries(chosen.filter(([, column]) => column !== undefined));
  const text = found['text'] ?? longestColumn(rows, columns);
  if (text !== undefined) return { ...found, text };
  throw new MailuoError(
    'INVALID_FILE',
    `none of its columns looks like text: ${columns.join(', ') || 'it has none'}; name one with --text-field`,
  );
}

/** Whether a line names the columns of a table: the usual names of the text and of something else. */
export function isTableHead(line: string): boolean {
  const columns = line.split(/[,\t;|]/).map((name) => name.replaceAll('"', ''));
  const has = (field: keyof FieldNames) => usualColumn(columns, USUAL[field]) !== undefined;
  return has('text') && (has('title') || has('date') || has('source'));
}

/** Whether an object is an article by itself, so that lists in it are none of articles. */
export function hasText(row: Row, { fields }: Pick<ReadOptions, 'fields'>): boolean {
  const column = fields.text ?? usualColumn(Object.keys(row), USUAL.text);
  return column !== undefined && (row[column]?.length ?? 0) >= SENTENCE;
}

function usualColumn(columns: readonly string[], names: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  return names.flatMap((name) => columns.filter((column) => plain(column) === name))[0];
}

function longestColumn(rows: readonly Row[], columns: readonly string[]): string | undefined {
  const lengths = columns.map((column) => ({
    column,
    length: rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / rows.length,
  }));
  return lengths.sort((a, b) => b.length - a.length).find(({ length }) => length >= SENTENCE)
    ?.column;
}
