import type { RelationKind } from '../types.ts';
import type { EdgeAttributes } from './attributes.ts';

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

/** Which edges a question or an export looks at. The graph keeps them all: this is a view. */
export interface EdgeFilter {
  /** Only edges of this relation, or of one of these. Default: all. */
  readonly relation?: RelationKind | readonly RelationKind[];
  /** Only edges with at least this weight, statements included. Default 1: all. */
  readonly minWeight?: number;
  /** Only edges of the backbone: all statements, and the co-occurrences that stand out. Default false. */
  readonly backbone?: boolean;
}

/** The one place where it is decided which edges a view shows: those that pass all that is asked. */
export function edgeFilter({
  relation,
  minWeight = 1,
  backbone = false,
}: EdgeFilter): (edge: Pick<EdgeAttributes, 'relation' | 'weight' | 'backbone'>) => boolean {
  const relations = relation === undefined ? undefined : new Set([relation].flat());
  return (edge) =>
    (!relations || relations.has(edge.relation)) &&
    edge.weight >= minWeight &&
    (!backbone || edge.backbone);
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
