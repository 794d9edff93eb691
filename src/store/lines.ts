import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import { parseDate } from '../relation/calendar.ts';
import {
  type AnnotatedDocument,
  CATEGORIES,
  type Document,
  RELATION_KINDS,
  type Span,
  STATUSES,
} from '../types.ts';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = v.object({ start: offset, end: offset });

const words = { ...span.entries, text: v.pipe(v.string(), v.nonEmpty()) };
const date = v.pipe(
  v.string(),
  v.check((text) => parseDate(text) !== undefined, 'no date in ISO 8601'),
);

const people = v.array(v.pipe(v.string(), v.nonEmpty()));
const facts = {
  source: v.exactOptional(v.string()),
  authors: v.exactOptional(people),
  photographers: v.exactOptional(people),
};

/** A date, or a range of two: 2024-07-04/2024-07-06. */
const period = v.pipe(
  v.string(),
  v.check((text) => {
    const dates = text.split('/');
    return dates.length <= 2 && dates.every((date) => parseDate(date) !== undefined);
  }, 'no date in ISO 8601, and no range of two'),
);

/** Others write dates in their own ways: such a date is not ours, but the document is. */
const document = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  title: v.optional(v.string()),
  text: v.string(),
  date: v.exactOptional(v.fallback(v.union([date, v.undefined()]), undefined)),
  ...facts,
});

const annotated = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  title: v.string(),
  text: v.string(),
  date: v.exactOptional(date),
  ...facts,
  segmenter: v.string(),
  annotator: v.exactOptional(v.string()),
  sentences: v.array(span),
  mentions: v.array(
    v.object({
      ...words,
      category: v.picklist(CATEGORIES),
      rule: v.string(),
      score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      canonical: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
      division: v.exactOptional(
        v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1), v.maxLength(4)),
      ),
    }),
  ),
  relations: v.array(
    v.object({
      head: span,
      tail: span,
      relation: v.picklist(RELATION_KINDS),
      label: v.string(),
      status: v.picklist(STATUSES),
      rule: v.string(),
      score: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      predicate: v.exactOptional(span),
      source: v.exactOptional(span),
      time: v.exactOptional(v.object({ ...words, value: v.exactOptional(period) })),
      quantity: v.exactOptional(
        v.array(
          v.object({
            ...words,
            value: v.number(),
            unit: v.pipe(v.string(), v.nonEmpty()),
            of: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
          }),
        ),
      ),
    }),
  ),
});

/** A line of `mailuo annotate -`: a document that may lack a title, and a date in ISO 8601. */
export type DocumentLine = Omit<Document, 'title' | 'date'> & {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
};

/**
 * Parse a JSON line that holds a document.
 * @param place `file:line`, for messages
 * @throws MailuoError `INVALID_FILE`
 */
export function parseDocument(line: string, place: string): DocumentLine {
  return parse(document, line, place);
}

/**
 * Parse a JSON line that `mailuo annotate` wrote.
 * @throws MailuoError `INVALID_FILE`, also when a mention's text is not what stands at its place
 */
export function parseAnnotated(line: string, place: string): AnnotatedDocument {
  const parsed = parse(annotated, line, place);
  for (const { start, end, text } of parsed.mentions) {
    if (parsed.text.slice(start, end) === text) continue;
    throw new MailuoError(
      'INVALID_FILE',
      `${place}: mention "${text}" does not stand at ${start}-${end}; offsets are UTF-16 code units`,
    );
  }
  const starts = new Set<number>();
  for (const { start } of parsed.mentions) {
    if (starts.has(start)) {
      throw new MailuoError('INVALID_FILE', `${place}: two mentions begin at ${start}; keep one`);
    }
    starts.add(start);
  }
  const stray = parsed.mentions.find((mention) => !begins(parsed.sentences, mention.start));
  if (stray) {
    throw new MailuoError('INVALID_FILE', `${place}: mention "${stray.text}" is in no sentence`);
  }
  return parsed;
}

/** Whether a place lies in one of the sentences, which are sorted: binary search. */
function begins(sentences: readonly Span[], position: number): boolean {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= position) low = middle + 1;
    else high = middle;
  }
  return low < sentences.length && sentences[low]!.start <= position;
}

function parse<S extends v.GenericSchema>(
  schema: S,
  line: string,
  place: string,
): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const message = (cause as Error).message;
    throw new MailuoError('INVALID_FILE', `${place}: no valid JSON: ${message}`, { cause });
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'the line';
  throw new MailuoError('INVALID_FILE', `${place}: ${path}: ${issue.message}`);
}
