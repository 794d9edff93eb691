import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { type Document, isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { MailuoError } from '../errors.ts';
import { checkAliases, checkApart, fatesOf, mergeEntities } from '../graph/curate.ts';
import type { Curation, Decision, Keyed } from '../graph/decision.ts';
import { keyed, nameKey, withRenames } from '../graph/link.ts';
import { splitOffs } from '../graph/splitoff.ts';
import { LONGEST_USER_NAME } from '../lexicon/preferences.ts';
import { type AnnotatedDocument, CATEGORIES } from '../types.ts';

/**
 * The file of decisions that belongs to a graph: `docs.curation.yaml` beside `docs.mailuo`.
 *
 * @example
 * const curation = readCuration(curationFile('docs.mailuo')); // docs.curation.yaml
 */
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

const where = v.pipe(
  v.array(v.pipe(v.string('give a text'), v.nonEmpty('give no empty text')), 'give a list'),
  v.minLength(1, 'give at least one'),
);

const one = (value: string) => ({ names: [value] });
/** How each decision is written, and what it says. */
const KINDS = {
  merge: entry({ merge: several }, ({ merge }) => ({ kind: 'merge', names: merge })),
  'never-merge': entry({ 'never-merge': several }, (given) => ({
    kind: 'never-merge',
    names: given['never-merge'],
  })),
  split: entry(
    {
      split: name,
      to: v.exactOptional(name),
      documents: v.exactOptional(where),
      contexts: v.exactOptional(where),
    },
    splitting,
  ),
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

interface Splitting {
  readonly split: string;
  readonly to?: string;
  readonly documents?: readonly string[];
  readonly contexts?: readonly string[];
}

/** A name that is short for nothing, or one that is another entity in some places. */
function splitting({ split, to, documents, contexts }: Splitting, place: string): Said {
  const isSomewhere = documents !== undefined || contexts !== undefined;
  if (to === undefined && !isSomewhere) return { kind: 'split', ...one(split) };
  if (to === undefined) throw wrong(place, 'to: it is missing; say how the other entity is called');
  if (!isSomewhere) throw wrong(place, 'documents: it is missing; say where, or in "contexts"');
  const places = { ...(documents && { documents }), ...(contexts && { contexts }) };
  return { kind: 'split-off', ...one(split), to, ...places };
}

/** A decision without its reason and place. */
type Said = Decision extends infer D
  ? D extends Decision
    ? Omit<D, 'reason' | 'place'>
    : never
  : never;

/** A parser of decisions of one kind; what it throws is for the user. */
function entry<E extends v.ObjectEntries>(
  entries: E,
  said: (given: v.InferOutput<v.StrictObjectSchema<E, undefined>>, place: string) => Said,
): (given: unknown, place: string) => Decision {
  const schema = v.strictObject({ ...entries, reason });
  return (given, place) => {
    const { issues, output } = v.safeParse(schema, given);
    const issue = issues?.[0];
    if (issue) throw wrong(place, `${v.getDotPath(issue) ?? 'decision'}: ${messageOf(issue)}`);
    const { reason, ...rest } = output as { reason: string };
    return { ...said(rest as Parameters<typeof said>[0], place), reason, place };
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
 *
 * @example
 * const curation = parseCuration('- {drop: 京东, reason: 误认}', 'mine.yaml');
 * const graph = buildGraph(documents, { curation });
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
    return decisionOf(isMap(item) ? read(item, parsed, place) : undefined, place);
  });
  checkNames(withRenames(keyed({ digest, decisions })));
  return { digest, decisions };
}

/** *ST华英 would refer to what YAML calls an anchor. */
function read(item: YAMLMap, parsed: Document, place: string): Record<string, unknown> {
  try {
    return item.toJS(parsed);
  } catch (cause) {
    const said = 'a name that begins with * or & needs quotation marks: "*ST华英"';
    throw wrong(place, said, cause);
  }
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
  checkAliases(decisions);
  splitOffs(decisions, merged, nameKey);
  fatesOf(decisions, merged);
}

/**
 * A line for each name or document of the decisions that is nowhere, with what to do.
 *
 * @example
 * for (const line of unknownNames(documents, curation)) console.warn(line);
 */
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
  for (const decision of decisions) {
    if (decision.kind === 'rename' || decision.kind === 'split-off')
      known.add(nameKey(decision.to));
  }
  const ids = new Set(documents.map(({ id }) => id));
  return decisions.flatMap((decision) => {
    const { kind, names, place } = decision;
    // Another name may be one that the documents lack.
    const needed = kind === 'alias' ? names.slice(0, 1) : names;
    const unknown = needed.filter((name) => !known.has(nameKey(name)));
    const sources = kind === 'split-off' ? (decision.documents ?? []) : [];
    return [
      ...unknown.map((name) => `"${name}" occurs nowhere; correct it, or remove the decision`),
      ...sources
        .filter((id) => !ids.has(id))
        .map((id) => `there is no document "${id}"; "mailuo documents" lists them`),
    ].map((line) => `${place}: ${line}`);
  });
}
