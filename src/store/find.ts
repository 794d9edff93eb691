import { type Candidate, isSubsequence } from '../graph/candidate.ts';
import { isSpelled, spellingPart } from '../lexicon/pinyin.ts';
import type { Category } from '../types.ts';
import type { CandidateOptions } from './reader.ts';
import { CANDIDATE_COLUMNS } from './rows.ts';
import type { Database } from './sqlite.ts';
import { tokenOf } from './write.ts';

/** A way in which a name may be that of an entity. */
interface Way {
  /** Whether it is tried only where no other way finds any. */
  readonly isLast?: boolean;
  /** What an index can tell of `entities AS e`, and the value of its `?`. */
  readonly condition: string;
  readonly value: string;
  /** Texts of the entity that are looked at besides, as a JSON list, and what they must be. */
  readonly texts?: string;
  readonly matches?: (texts: readonly string[]) => boolean;
}

/**
 * Nodes by the first way of matching that finds any, or the first three. Ids are in the order of importance, so what is
 * beyond the limit is not read.
 * @param wanted a name as names are compared
 */
export function findCandidates(
  database: Database,
  wanted: string,
  { category, limit = Infinity, parts = false }: CandidateOptions = {},
): Candidate[] {
  // U+0000 is in no name: in the index it stands between names.
  const isName = wanted !== '' && !wanted.includes('\0');
  const found = new Map<string, Candidate>();
  for (const way of isName ? waysToFind(wanted) : []) {
    if (found.size > 0 && (!parts || way.isLast)) break;
    for (const candidate of findBy(database, way, category)) {
      if (found.size >= limit) break;
      if (!found.has(candidate.key)) found.set(candidate.key, candidate);
    }
    if (!parts && category && !findBy(database, way).next().done) break;
  }
  return [...found.values()];
}

function waysToFind(wanted: string): Way[] {
  const tokens = [...wanted].map(tokenOf);
  const inNames = 'e.id IN (SELECT rowid FROM names WHERE names MATCH ?)';
  const part = spellingPart(wanted);
  return [
    { condition: 'e.form = ?', value: wanted },
    { condition: 'e.id IN (SELECT entity FROM aliases WHERE form = ?)', value: wanted },
    { condition: inNames, value: `"${tokens.join(' ')}"` },
    ...(part === undefined
      ? []
      : [
          {
            isLast: true,
            condition: 'e.id IN (SELECT rowid FROM spellings WHERE spellings MATCH ?)',
            value: `"${part}"`,
            texts: '(SELECT json_array(pinyin) FROM spellings WHERE rowid = e.id)',
            matches: (texts: readonly string[]) => texts.some((text) => isSpelled(part, text)),
          },
        ]),
    // The index knows which names have all the characters, but not whether in their order.
    {
      isLast: true,
      condition: inNames,
      value: tokens.join(' AND '),
      texts:
        '(SELECT json_group_array(form) FROM (SELECT e.form UNION ALL SELECT form FROM aliases WHERE entity = e.id))',
      matches: (texts) => texts.some((text) => isSubsequence(wanted, text)),
    },
  ];
}

/** Of the first page of what is found; later ones grow, since few are right where it takes many. */
const PAGE = 64;

function* findBy(
  database: Database,
  { condition, value, texts = "'[]'", matches = () => true }: Way,
  category?: Category,
): Generator<Candidate> {
  const sql = `SELECT e.id, ${CANDIDATE_COLUMNS}, ${texts} AS texts FROM entities AS e
    WHERE ${condition} AND e.id > ? ${category ? 'AND category = ?' : ''} ORDER BY e.id LIMIT ?`;
  const values = category ? [category] : [];
  let last = 0;
  for (let size = PAGE; ; size *= 8) {
    const rows = database.all<Candidate & { id: number; texts: string }>(
      sql,
      value,
      last,
      ...values,
      size,
    );
    for (const { id, texts: looked, ...candidate } of rows) {
      last = id;
      if (matches(JSON.parse(looked))) yield candidate;
    }
    if (rows.length < size) return;
  }
}
