import type { Direction, EdgeFilter, LinkFilter } from '../graph/edge.ts';
import { END, type Period } from '../graph/period.ts';
import type { Value } from './sqlite.ts';

/** A part of a WHERE clause, with the values of its `?`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Conditions that all have to hold, to follow another one. */
export function and(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `AND ${sql}`).join(' '),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** `edgeFilter` in SQL, on `relations AS r`. */
export function edgeConditions({
  relation,
  predicate,
  status,
  minWeight = 1,
  backbone = false,
  ...period
}: EdgeFilter): Condition[] {
  return [
    ...oneOf('r.relation', relation),
    ...oneOf('r.label', predicate),
    ...oneOf('r.status', status),
    ...(minWeight > 1 ? [{ sql: 'r.weight >= ?', values: [minWeight] }] : []),
    ...(backbone ? [{ sql: 'r.backbone = 1', values: [] }] : []),
    ...dated(period),
  ];
}

const SUBJECT_OR_OBJECT: Record<Exclude<Direction, 'both'>, string> = {
  out: 'r.source',
  in: 'r.target',
};

/** The same with a direction, on `arcs AS a` too, where statements come first: reading stops after them. */
export function linkConditions({ direction = 'both', ...filter }: LinkFilter): Condition[] {
  const relations = filter.relation === undefined ? ['cooccurrence'] : [filter.relation].flat();
  const isStated = direction !== 'both' || !relations.includes('cooccurrence');
  return [
    ...(isStated ? [{ sql: 'a.statement = 1', values: [] }] : []),
    ...(direction === 'both'
      ? []
      : [{ sql: `${SUBJECT_OR_OBJECT[direction]} = a.entity`, values: [] }]),
    ...edgeConditions(filter),
  ];
}

function oneOf(column: string, wanted: string | readonly string[] | undefined): Condition[] {
  if (wanted === undefined) return [];
  const values = [JSON.stringify([wanted].flat())];
  return [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values }];
}

function dated(period: Period): Condition[] {
  const { sql, values } = and(within("coalesce(e.time ->> 'value', d.date)", period));
  if (sql === '') return [];
  const evidence = 'evidence AS e JOIN documents AS d ON d.id = e.document';
  return [{ sql: `EXISTS (SELECT 1 FROM ${evidence} WHERE e.relation = r.id ${sql})`, values }];
}

/** `isWithin` in SQL. */
export function within(date: string, { since, until }: Period): Condition[] {
  const start = `substr(${date}, 1, instr(${date} || '/', '/') - 1)`;
  const end = `substr(${date}, instr(${date}, '/') + 1)`;
  return [
    ...(since ? [{ sql: `${end} || '${END}' >= ?`, values: [since] }] : []),
    ...(until ? [{ sql: `${start} <= ?`, values: [until + END] }] : []),
  ];
}
