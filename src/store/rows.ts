import type { Evidence, Particulars } from '../graph/attributes.ts';
import { type Edge, edgeKey } from '../graph/edge.ts';
import type { Category, RelationKind, Status } from '../types.ts';

/** Columns of `relations` but for its ends. */
export interface RelationRow {
  readonly id: number;
  readonly relation: RelationKind;
  readonly label: string;
  readonly status: Status;
  readonly weight: number;
  readonly documents: number;
  readonly articles: number;
  readonly backbone: number;
  readonly npmi: number | null;
  readonly g2: number | null;
  readonly q: number | null;
}

/** Keys of the nodes that an edge joins. */
export type Ends = Pick<Edge, 'source' | 'target'>;

/** The same as `Database.list` wants them. */
export const RELATION_LIST = {
  id: 'value',
  relation: 'value',
  label: 'value',
  status: 'value',
  weight: 'value',
  documents: 'value',
  articles: 'value',
  backbone: 'value',
  npmi: 'value',
  g2: 'value',
  q: 'value',
} as const;
export const RELATION_COLUMNS =
  'r.id, s.key AS source, t.key AS target, r.relation, r.label, r.status, r.weight, r.documents, r.articles, r.backbone, r.npmi, r.g2, r.q';
export const RELATION_TABLES =
  'relations AS r JOIN entities AS s ON s.id = r.source JOIN entities AS t ON t.id = r.target';

/**
 * The edge of a row, with its attributes in the order in which `buildGraph` gives them. Thousands are
 * made for an answer, and spreading optional attributes would take five times as long.
 */
export function toEdge(row: RelationRow, { source, target }: Ends, evidence: Evidence[]): Edge {
  const { relation, label, status, weight, documents, articles, npmi, g2, q } = row;
  const key = edgeKey({ source, target, relation, label, status });
  const backbone = row.backbone === 1;
  const edge: { -readonly [K in keyof Edge]: Edge[K] } = {
    key,
    source,
    target,
    relation,
    label,
    status,
    weight,
    documents,
    articles,
    evidence,
    backbone,
  };
  if (npmi !== null) edge.npmi = npmi;
  if (g2 !== null) edge.g2 = g2;
  if (q !== null) edge.q = q;
  return edge;
}

/** Columns of `evidence`. */
export interface EvidenceRow {
  readonly relation: number;
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly source: string | null;
  readonly time: string | null;
  readonly quantity: string | null;
}

export const EVIDENCE_COLUMNS =
  'e.relation, e.document, e.start, e.end, e.rule, e.source, e.time, e.quantity';

/** The evidence of a row. */
export function toEvidence(
  row: EvidenceRow,
  document: string,
  quote: string,
  status: Status,
): Evidence {
  const { start, end, rule } = row;
  return { document, start, end, quote, rule, status, ...toParticulars(row) };
}

/** What the sentence of a row says beside the statement. */
export function toParticulars({ source, time, quantity }: EvidenceRow): Particulars {
  return {
    ...(source !== null && { source }),
    ...(time !== null && { time: JSON.parse(time) }),
    ...(quantity !== null && { quantity: JSON.parse(quantity) }),
  };
}

/** Columns of `entities` that become attributes of a node, in the order of `buildGraph`. */
export interface EntityRow {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly category: Category;
  readonly mentions: number;
  readonly documents: number;
  readonly articles: number;
  readonly degree: number;
  readonly pagerank: number;
  readonly betweenness: number;
  readonly community: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

export const CANDIDATE_COLUMNS = 'key, label, category, documents, articles';

/** Of `entities AS e`, all that is not for drawing. */
export const DETAIL_COLUMNS =
  'key, label, category, (SELECT json_group_array(name) FROM (SELECT name FROM aliases WHERE entity = e.id ORDER BY position)) AS aliases, mentions, documents, articles, degree, pagerank, betweenness, community';

export const ENTITY_COLUMNS =
  'id, key, label, category, mentions, documents, articles, degree, pagerank, betweenness, community, x, y, size, color';
