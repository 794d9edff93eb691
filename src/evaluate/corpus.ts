import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { MailuoError } from '../errors.ts';
import { type AnnotatedDocument, CATEGORIES, type Category, type Span } from '../types.ts';
import type { GoldDocument } from './gold.ts';

/** A corpus of texts with marked names, and nothing said of entities and relations. */
export interface Corpus {
  readonly documents: readonly CorpusDocument[];
  /** Categories that the corpus marks. */
  readonly categories: ReadonlySet<Category>;
}

export interface CorpusDocument extends GoldDocument {
  /** Names of types that are none of our categories. */
  readonly unjudged: readonly Span[];
}

/** A corpus's types and ours; `null` or any other value is none of ours. */
type LabelMap = Readonly<Record<string, string | null>>;

const OURS: Readonly<Record<string, Category>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organization',
  ...Object.fromEntries(CATEGORIES.map((category) => [category, category])),
};

const labelMap = v.record(v.string(), v.nullable(v.string()));
const labelMaps = v.union([labelMap, v.record(v.string(), labelMap)]);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.object({
  text: v.string(),
  entities: v.array(v.object({ start: offset, end: offset, type: v.string() })),
});

/**
 * Read a corpus of JSON lines `{"text", "entities": [{"start", "end", "type"}]}`.
 * @param labels JSON file of type → category (PER, LOC, ORG or a category's own name), or of
 *   such maps by corpus: `ner_msra` is for the file `msra.dev.jsonl`. Without it,
 *   `label_map.json` beside the corpus is read where it exists, else types stand for themselves.
 * @throws MailuoError `INVALID_FILE` with file and line, `NOT_FOUND` when the map has no such corpus
 */
export async function readCorpus(file: string, labels?: string): Promise<Corpus> {
  const types = await readLabels(file, labels);
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
  const documents = lines.flatMap((source, i) =>
    source.trim() ? [parseLine(source, `${path.basename(file)}:${i + 1}`, types)] : [],
  );
  const marked = types
    ? Object.values(types).flatMap((type) => categoryOf(type) ?? [])
    : documents.flatMap(({ mentions }) => mentions.map(({ category }) => category));
  return { documents, categories: new Set(marked) };
}

/**
 * What of an annotation a corpus can judge: mentions of the categories that it marks, except those
 * that lie in a name of a type that is none of ours (a place in the title of a book), unless gold
 * has just that mention too. No relations.
 */
export function judged(
  found: AnnotatedDocument,
  { mentions, unjudged }: CorpusDocument,
  categories: Corpus['categories'],
): AnnotatedDocument {
  const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
  const kept = found.mentions.filter(
    (mention) =>
      categories.has(mention.category) &&
      (mentions.some((gold) => same(gold, mention)) ||
        !unjudged.some((span) => touches(span, mention))),
  );
  return { ...found, mentions: kept, relations: [] };
}

async function readLabels(file: string, labels?: string): Promise<LabelMap | undefined> {
  const beside = path.join(path.dirname(file), 'label_map.json');
  const place = labels ?? (existsSync(beside) ? beside : undefined);
  if (!place) return undefined;
  const maps = parse(labelMaps, await readFile(place, 'utf8'), place);
  if (Object.values(maps).every((value) => value === null || typeof value === 'string')) {
    return maps as LabelMap;
  }
  const corpus = path.basename(file).split('.')[0]!;
  const key = Object.keys(maps).find((name) => name === corpus || name.endsWith(`_${corpus}`));
  if (key === undefined) {
    throw new MailuoError(
      'NOT_FOUND',
      `${place}: no map for the corpus "${corpus}"; it has ${Object.keys(maps).join(', ')}`,
    );
  }
  return maps[key] as LabelMap;
}

function categoryOf(type: string | null | undefined): Category | undefined {
  return type && Object.hasOwn(OURS, type) ? OURS[type] : undefined;
}

function parseLine(source: string, id: string, types: LabelMap | undefined): CorpusDocument {
  const { text, entities } = parse(line, source, id);
  const mentions: GoldDocument['mentions'][number][] = [];
  const unjudged: Span[] = [];
  for (const { start, end, type } of entities) {
    if (start >= end || end > text.length) {
      throw new MailuoError(
        'INVALID_FILE',
        `${id}: entity ${start}-${end} is not within a text of ${text.length}; offsets are UTF-16 code units, end exclusive`,
      );
    }
    const category = categoryOf(types ? types[type] : type);
    const name = text.slice(start, end);
    if (category) mentions.push({ start, end, text: name, category, canonical: name });
    else unjudged.push({ start, end });
  }
  return { id, title: '', text, mentions, relations: [], unjudged };
}

function parse<S extends v.GenericSchema>(
  schema: S,
  source: string,
  place: string,
): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new MailuoError('INVALID_FILE', `${place}: not JSON: ${(error as Error).message}`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new MailuoError(
    'INVALID_FILE',
    `${place}: ${v.getDotPath(issue) ?? 'value'}: ${issue.message}`,
  );
}
