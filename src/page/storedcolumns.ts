import { readingsOf } from '../lexicon/pinyin.ts';
import type { OpenGraph } from '../store/opengraph.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../types.ts';
import type { Columns } from './columns.ts';
import { type Piece, sentencesOf } from './sentences.ts';

/** The order of `numberingOf`: relations are numbered in the order of their keys, entities by importance. */
const ORDER = `
  ORDER BY relation = 'cooccurrence', relation = 'cooccurrence' AND NOT backbone,
    weight DESC, ifnull(g2, 0) DESC, id`;

/** Rows of `relations`, in the order of the numbers that a page gives them. */
export function edgeIds(graph: OpenGraph): number[] {
  return JSON.parse(columnsIn(graph, `SELECT id FROM relations ${ORDER}`, { id: 'id' }).id);
}

/**
 * The columns of a graph in a file, as JSON: what `columnsOf` gives, without reading documents and
 * evidence. SQLite writes most of the text, which is several times faster than reading rows.
 */
export function storedColumns(graph: OpenGraph, ids: readonly number[]): string {
  const nodes = columnsIn(graph, NODES, NODE_COLUMNS);
  const predicates = predicatesIn(graph);
  const parts: Record<keyof Columns, string> = {
    made: JSON.stringify(madeIn(graph)),
    nodes: objectOf(nodes),
    edges: objectOf(columnsIn(graph, EDGES, EDGE_COLUMNS, predicates)),
    predicates,
    sentences: JSON.stringify(sentencesIn(graph, ids)),
    pinyin: JSON.stringify(
      readingsOf([...JSON.parse(nodes.label), ...JSON.parse(nodes.aliases).flat()]),
    ),
  };
  return objectOf(parts);
}

const NODES = `
  SELECT *, (
    SELECT json_group_array(name)
    FROM (SELECT name FROM aliases WHERE entity = e.id ORDER BY position)
  ) AS aliases FROM entities AS e ORDER BY id`;

const NODE_COLUMNS: Record<keyof Columns['nodes'], string> = {
  label: 'label',
  aliases: 'json(aliases)',
  category: placeIn('category', CATEGORIES),
  mentions: 'mentions',
  documents: 'documents',
  articles: 'articles',
  degree: 'degree',
  pagerank: rounded('pagerank', 1e7),
  betweenness: rounded('betweenness', 1e6),
  community: 'community',
  x: rounded('x', 10),
  y: rounded('y', 10),
};

/** The labels of predicates, as a JSON array, give them their numbers; as a table they get an index. */
const EDGES = `
  WITH predicates AS MATERIALIZED (SELECT key AS predicate, value AS label FROM json_each(?))
  SELECT * FROM relations JOIN predicates USING (label) ${ORDER}`;

const EDGE_COLUMNS: Record<keyof Columns['edges'], string> = {
  source: 'source - 1',
  target: 'target - 1',
  relation: placeIn('relation', RELATION_KINDS),
  label: 'predicate',
  status: placeIn('status', STATUSES),
  weight: 'weight',
  documents: 'documents',
  articles: 'articles',
  backbone: 'backbone',
  npmi: rounded('npmi', 1000),
  g2: rounded('g2', 10),
};

/** Sorted as `columnsOf` sorts them, which for rare characters is not how SQLite does. */
function predicatesIn(graph: OpenGraph): string {
  const rows = graph.query<{ label: string }>('SELECT DISTINCT label FROM relations');
  return JSON.stringify(rows.map(({ label }) => label).sort());
}

/** A JSON array of each of some columns. */
function columnsIn<Name extends string>(
  graph: OpenGraph,
  rows: string,
  columns: Record<Name, string>,
  ...values: readonly string[]
): Record<Name, string> {
  const arrays = Object.entries(columns).map(
    ([name, sql]) => `json_group_array(${sql}) AS ${name}`,
  );
  const [row] = graph.query<Record<Name, string>>(
    `SELECT ${arrays.join()} FROM (${rows})`,
    ...values,
  );
  return row!;
}

/** Values that are JSON already. */
function objectOf(members: Readonly<Record<string, string>>): string {
  return `{${Object.entries(members).map(([name, json]) => `"${name}":${json}`)}}`;
}

function placeIn(column: string, values: readonly string[]): string {
  return `CASE ${column} ${values.map((value, place) => `WHEN '${value}' THEN ${place}`).join(' ')} END`;
}

/** As `Math.round` does it. */
function rounded(column: string, parts: number): string {
  return `floor(${column} * ${parts} + 0.5) / ${parts}.0`;
}

function madeIn(graph: OpenGraph): Columns['made'] {
  const { variants, ...made } = graph.attributes();
  return made;
}

function sentencesIn(graph: OpenGraph, ids: readonly number[]): Columns['sentences'] {
  const lists = columnsIn(graph, 'SELECT * FROM evidence ORDER BY relation, position', {
    relation: 'relation',
    document: 'document - 1',
    start: 'start',
    end: 'end',
    time: "time ->> '$.value'",
  });
  return sentencesOf(evidenceOf(ids, lists), [...graph.documents()]);
}

/** @param lists numbers, and of `time` texts, in the order of relations */
function* evidenceOf(
  ids: readonly number[],
  lists: Readonly<Record<'relation' | keyof Piece, string>>,
): Generator<Piece[]> {
  const relation: number[] = JSON.parse(lists.relation);
  const document: number[] = JSON.parse(lists.document);
  const start: number[] = JSON.parse(lists.start);
  const end: number[] = JSON.parse(lists.end);
  const time: (string | null)[] = JSON.parse(lists.time);
  const first = new Map<number, number>();
  for (let i = 0; i < relation.length; i++)
    if (relation[i] !== relation[i - 1]) first.set(relation[i]!, i);
  for (const id of ids) {
    const pieces: Piece[] = [];
    for (let i = first.get(id) ?? relation.length; relation[i] === id; i++)
      pieces.push({ document: document[i]!, start: start[i]!, end: end[i]!, time: time[i]! });
    yield pieces;
  }
}
