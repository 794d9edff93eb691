import type { RelationKind, Status } from '../types.ts';
import type { EdgeAttributes, Evidence } from './attributes.ts';
import { isLimited, isWithin, type Period } from './period.ts';

/** An edge with its ends. */
export interface Edge extends EdgeAttributes {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** An edge before it is in a graph: what makes it this edge and no other. */
export type Claim = Pick<Edge, 'source' | 'target' | 'relation' | 'label' | 'status'>;

/** The key of an edge: `source|relation|label|status|target`. */
export function edgeKey({ source, relation, label, status, target }: Claim): string {
  return [source, relation, label, status, target].join('|');
}

/**
 * Which edges a question or an export looks at: those that pass all that is asked. The graph keeps
 * them all: this is a view.
 */
export interface EdgeFilter extends Period {
  /** Only edges of this relation, or of one of these. Default: all. */
  readonly relation?: RelationKind | readonly RelationKind[];
  /** Only edges with this predicate as their label, or one of these: 打造, 书记. Default: all. */
  readonly predicate?: string | readonly string[];
  /** Only edges of this status, or of one of these. Co-occurrence is asserted. Default: all. */
  readonly status?: Status | readonly Status[];
  /** Only edges with at least this weight, statements included. Default 1: all. */
  readonly minWeight?: number;
  /** Only edges of the backbone: all statements, and the co-occurrences that stand out. Default false. */
  readonly backbone?: boolean;
}

/** Which edges of a node a question follows. */
export interface LinkFilter extends EdgeFilter {
  /**
   * Only statements of which the node is the subject (`out`) or the object (`in`); co-occurrence has
   * neither. Default `both`: all edges.
   */
  readonly direction?: Direction;
}

export const DIRECTIONS = ['both', 'out', 'in'] as const;
/** Which way statements run, seen from a node: all, those of which it is the subject, or the object. */
export type Direction = (typeof DIRECTIONS)[number];

type Judged = Pick<
  EdgeAttributes,
  'relation' | 'label' | 'status' | 'weight' | 'backbone' | 'evidence'
>;

/**
 * The one place where it is decided which edges of a graph in memory a view shows;
 * `store/conditions.ts` says the same in SQL.
 * @param dateOf the date of a document, where it has one
 */
export function edgeFilter(
  { relation, predicate, status, minWeight = 1, backbone = false, ...period }: EdgeFilter,
  dateOf: (document: string) => string | undefined = () => undefined,
): (edge: Judged) => boolean {
  const isRelation = isOneOf<RelationKind>(relation);
  const isPredicate = isOneOf<string>(predicate);
  const isStatus = isOneOf<Status>(status);
  const isDated = evidenceFilter(period, dateOf);
  return (edge) =>
    isRelation(edge.relation) &&
    isPredicate(edge.label) &&
    isStatus(edge.status) &&
    edge.weight >= minWeight &&
    (!backbone || edge.backbone) &&
    (!isLimited(period) || edge.evidence.some(isDated));
}

/** Which evidence of an edge a view shows: with a period, what is dated within it. */
export function evidenceFilter(
  period: Period,
  dateOf: (document: string) => string | undefined,
): (evidence: Evidence) => boolean {
  if (!isLimited(period)) return () => true;
  return ({ document, time }) => isWithin(time?.value ?? dateOf(document), period);
}

function isOneOf<T>(wanted: T | readonly T[] | undefined): (value: T) => boolean {
  if (wanted === undefined) return () => true;
  const values = new Set([wanted].flat() as T[]);
  return (value) => values.has(value);
}

/** Whether an edge runs as asked when it is seen from one of its ends. */
export function runs(
  { relation, source, target }: Pick<Edge, 'relation' | 'source' | 'target'>,
  from: string,
  direction: Direction = 'both',
): boolean {
  if (direction === 'both') return true;
  return relation !== 'cooccurrence' && from === (direction === 'out' ? source : target);
}

/** What a pair says before what it merely shares: co-occurrence last, then the better supported. */
export function byStrength(
  a: Pick<Edge, 'relation' | 'weight' | 'key'>,
  b: Pick<Edge, 'relation' | 'weight' | 'key'>,
): number {
  return (
    Number(a.relation === 'cooccurrence') - Number(b.relation === 'cooccurrence') ||
    b.weight - a.weight ||
    (a.key < b.key ? -1 : 1)
  );
}
