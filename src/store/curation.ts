import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { MailuoError } from '../errors.ts';
import { checkApart, fatesOf, mergeEntities } from '../graph/curate.ts';
import type { Curation, Decision, Keyed } from '../graph/decision.ts';
import { keyed, nameKey } from '../graph/link.ts';
import { LONGEST_USER_NAME } from '../lexicon/preferences.ts';
import { type AnnotatedDocument, CATEGORIES } from '../types.ts';

/** The file of decisions that belongs to a graph: `docs.curation.yaml` beside `docs.mailuo`. */
export function curationFile(graph: string): string {
  const { dir, name } = path.parse(graph);
  return path.join(dir, `${name}.curation.yaml`);
}

const name = v.pipe(
  v.string('give a name; put digits in quotation marks'),
  v.trim(),
  v.nonEmpty('give a name that is not empty'),
  v.maxLength(LONGEST_USER_NAME, `give a name of at most ${LONGEST_USER_NAME} characters`),
);
const several = v.pipe(
  v.array(name, 'give a list such as [名称, 另一名称]'),
  v.minLength(2, 'give two names or more'),
);
const reason = v.pipe(v.string('say why, in a "reason"'), v.trim(), v.nonEmpty('say why'));
const category = v.picklist(CATEGORIES, `give one of ${CATEGORIES.join(', ')}`);
const relation = v.strictObject({ from: name, to: name, predicate: v.exactOptional(name) });

const one = (value: string) => ({ names: [value] });
/** How each decision is written, and what it says. */
const KINDS = {
  merge: entry({ merge: several }, ({ merge }) => ({ kind: 'merge', names: merge })),
  'never-merge': entry({ 'never-merge': several }, (given) => ({
    kind: 'never-merge',
    names: given['never-merge'],
  })),
  split: entry({ split: name }, ({ split }) => ({ kind: 'split', ...one(split) })),
  rename: entry({ rename: name, to: name }, ({ rename, to }) => ({
    ...{ kind: 'rename', ...one(rename) },
    to,
  })),
  retype: entry({ retype: name, to: category }, ({ retype, to }) => ({
    ...{ kind: 'retype', ...one(retype) },
    to,
  })),
  drop: entry({ drop: v.union([name, relation], 'give a name, or from and to') }, ({ drop }) => {
    if (typeof drop === 'string') return { kind: 'drop', ...one(drop) };
    const { from, to, predicate } = drop;
    return { kind: 'drop-relation', names: [from, to], ...(predicate && { predicate }) };
  }),
  alias: entry({ alias: name, of: name }, ({ alias, of }) => ({
    kind: 'alias',
    names: [of, alias],
  })),
};

/** A decision without its reason and place. */
type Said = Decision extends infer D
  ? D extends Decision
    ? Omit<D, 'reason' | 'place'>
    : never
  : never;

/** A parser of decisions of one kind; what it throws is for the user. */
function entry<E extends v.ObjectEntries>(
  entries: E,
  said: (given: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => Said,
): (given: unknown, place: string) => Decision {
  const schema = v.strictObject(entries);
  const why = v.object({ reason });
  return (given, place) => {
    const { reason: _, ...rest } = given as Record<string, unknown>;
    const parsed = v.safeParse(schema, rest);
    const reasoned = v.safeParse(why, given);
    const issue = parsed.issues?.[0] ?? reasoned.issues?.[0];
    if (issue) throw wrong(place, `${v.getDotPath(issue) ?? 'decision'}: ${messageOf(issue)}`);
    const output = parsed.output as v.InferOutput<v.StrictObjectSchema<E, undefined>>;
    return { ...said(output), reason: (reasoned.output as { reason: string }).reason, place };
  };
}

function messageOf({ kind, expected, message }: v.BaseIssue<unknown>): string {
  if (kind === 'schema' && expected === 'never') return 'it is not expected here; remove it';
  return message.startsWith('Invalid key') ? 'it is missing; write it' : message;
}

function wrong(place: string, said: string, cause?: unknown): MailuoError {
  return new MailuoError('INVALID_FILE', `${place}: ${said}`, { cause });
}

/**
 * Read a file of decisions: a list in YAML, each with its reason.
 *
 * @example
 * // - merge: [智翔金泰, 重庆智翔金泰生物制药股份有限公司]
 * //   reason: 同一家公司
 * const curation = readCuration('docs.curation.yaml');
 * const store = await buildStore(['docs/'], { knowledge, curation });
 *
 * @throws MailuoError `NOT_FOUND`, or `INVALID_FILE` with file and line when the file cannot be
 * read, a decision is none, or two contradict each other
 */
export function readCuration(file: string): Curation {
  return parseCuration(readText(file), path.basename(file));
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new MailuoError('NOT_FOUND', `${file}: no such file of decisions`, { cause });
    }
    throw wrong(file, 'cannot be read; it must be a text file in UTF-8', cause);
  }
}

/**
 * `readCuration` on a text.
 * @param file what messages call it
 */
export function parseCuration(text: string, file: string): Curation {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines });
  const placeAt = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const [error] = parsed.errors;
  if (error) throw wrong(placeAt(error.pos[0]), `no valid YAML: ${error.message.split('\n')[0]}`);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  if (parsed.contents === null) return { digest, decisions: [] };
  if (!isSeq(parsed.contents)) throw wrong(`${file}:1`, 'no list; begin each decision with "- "');
  const decisions = parsed.contents.items.map((item) => {
    const place = placeAt(item.range[0]);
    return decisionOf(isMap(item) ? item.toJS(parsed) : undefined, place);
  });
  checkNames(keyed({ digest, decisions }));
  return { digest, decisions };
}

function decisionOf(given: Record<string, unknown> | undefined, place: string): Decision {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const [kind, ...others] = kinds.filter((known) => given && Object.hasOwn(given, known));
  if (kind && others.length === 0) return KINDS[kind](given, place);
  throw wrong(place, `no decision; give one of ${kinds.join(', ')}, and a reason`);
}

/** What contradicts each other by the names alone is told before anything is read. */
function checkNames(decisions: readonly Keyed[]): void {
  const merged = mergeEntities(decisions, (key) => key);
  checkApart(decisions, merged);
  fatesOf(decisions, merged);
}

/** A line for each name of the decisions that occurs in no document, with what to do. */
export function unknownNames(
  documents: readonly AnnotatedDocument[],
  { decisions }: Curation,
): string[] {
  const known = new Set(
    documents.flatMap(({ mentions }) =>
      mentions.flatMap(({ text, canonical = text, division = [] }) =>
        [text, canonical, division.join('')].map(nameKey),
      ),
    ),
  );
  return decisions.flatMap(({ kind, names, place }) =>
    // Another name may be one that the documents lack.
    (kind === 'alias' ? names.slice(0, 1) : names)
      .filter((name) => !known.has(nameKey(name)))
      .map((name) => `${place}: "${name}" occurs nowhere; correct it, or remove the decision`),
  );
}
