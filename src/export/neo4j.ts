import { stringify } from 'csv-stringify/sync';
import type { KnowledgeGraph } from '../graph/graph.ts';
import { CATEGORIES, RELATION_KINDS } from '../types.ts';
import { type FlattenOptions, flatten, plain, type Scalars } from './flatten.ts';

/** What Neo4j imports: two tables for `neo4j-admin database import`, and a script that loads them. */
export interface Neo4jFiles {
  readonly nodes: string;
  readonly relationships: string;
  /** Cypher with the parameters `$nodes` and `$relationships`, the addresses of the tables. */
  readonly script: string;
}

type Column = readonly [name: string, type: '' | 'long' | 'double' | 'boolean'];

const NODE_COLUMNS: readonly Column[] = [
  ...[['label', ''] as const, ['category', ''] as const],
  ...[['mentions', 'long'] as const, ['documents', 'long'] as const, ['articles', 'long'] as const],
  ...[['degree', 'long'] as const, ['pagerank', 'double'] as const],
  ...[['betweenness', 'double'] as const, ['community', 'long'] as const],
  ...[['x', 'double'] as const, ['y', 'double'] as const],
];
const RELATIONSHIP_COLUMNS: readonly Column[] = [
  ...[['key', ''] as const, ['label', ''] as const, ['status', ''] as const],
  ...[['weight', 'long'] as const, ['documents', 'long'] as const, ['articles', 'long'] as const],
  ...[['npmi', 'double'] as const, ['g2', 'double'] as const, ['q', 'double'] as const],
  ...[['backbone', 'boolean'] as const, ['directed', 'boolean'] as const],
  ...[['since', ''] as const, ['until', ''] as const, ['document', ''] as const],
  ['quote', ''],
];

/**
 * The graph for Neo4j. No name is part of the script, so that none can be code.
 * https://neo4j.com/docs/operations-manual/current/import/
 *
 * @example
 * const { nodes, relationships, script } = toNeo4j(graph, { documents });
 */
export function toNeo4j(
  graph: KnowledgeGraph,
  { documents = [] }: Pick<FlattenOptions, 'documents'> = {},
): Neo4jFiles {
  const flat = flatten(graph, { documents });
  const aliases = new Map(graph.mapNodes((key, node) => [plain(key), node.aliases]));
  const nodes = flat.mapNodes((key, attributes) => [
    key,
    ...cells(attributes, NODE_COLUMNS),
    // Semicolons separate the names.
    aliases
      .get(key)!
      .map((name) => plain(name).replaceAll(';', '；'))
      .join(';'),
    `Entity;${labelOf(String(attributes['category']))}`,
  ]);
  const relationships = flat.mapEdges((key, attributes, source, target) => [
    ...[source, target, typeOf(String(attributes['relation']))],
    ...cells({ ...attributes, key }, RELATIONSHIP_COLUMNS),
  ]);
  const nodeHeader = ['key:ID', ...NODE_COLUMNS.map(header), 'aliases:string[]', ':LABEL'];
  const edgeHeader = [':START_ID', ':END_ID', ':TYPE', ...RELATIONSHIP_COLUMNS.map(header)];
  return {
    nodes: table([nodeHeader, ...nodes]),
    relationships: table([edgeHeader, ...relationships]),
    script: script(),
  };
}

const header = ([name, type]: Column) => (type === '' ? name : `${name}:${type}`);
const cells = (attributes: Scalars, columns: readonly Column[]) =>
  columns.map(([name]) => attributes[name] ?? '');
const table = (rows: readonly (readonly Scalars[string][])[]) =>
  stringify(
    rows.map((row) => [...row]),
    { cast: { boolean: String } },
  );

/** organization → Organization, alias-of → ALIAS_OF: as Cypher's style guide has them. */
const labelOf = (category: string) => category[0]!.toUpperCase() + category.slice(1);
const typeOf = (relation: string) => relation.toUpperCase().replaceAll('-', '_');

const READERS = { '': '', long: 'toInteger', double: 'toFloat', boolean: 'toBoolean' } as const;

function script(): string {
  return `// Loads the two tables into a database that runs; they lie in its import folder, or anywhere on the web:
//   cypher-shell --param "{nodes: 'file:///docs.neo4j-nodes.csv', relationships: 'file:///docs.neo4j-relationships.csv'}" --file docs.cypher
// An empty database takes them faster:
//   neo4j-admin database import full --nodes=docs.neo4j-nodes.csv --relationships=docs.neo4j-relationships.csv
CREATE CONSTRAINT mailuo_entity IF NOT EXISTS FOR (e:Entity) REQUIRE e.key IS UNIQUE;

LOAD CSV WITH HEADERS FROM $nodes AS row
CALL {
  WITH row
  MERGE (e:Entity {key: row.\`key:ID\`})
  SET e += {${assignments(NODE_COLUMNS)},
    aliases: split(row.\`aliases:string[]\`, ';')}
${CATEGORIES.map((category) => `  FOREACH (_ IN CASE row.category WHEN '${category}' THEN [1] ELSE [] END | SET e:${labelOf(category)})`).join('\n')}
} IN TRANSACTIONS OF 10000 ROWS;

${RELATION_KINDS.map(typeOf).map(relationships).join('\n\n')}
`;
}

function relationships(type: string): string {
  return `LOAD CSV WITH HEADERS FROM $relationships AS row
WITH row WHERE row.\`:TYPE\` = '${type}'
CALL {
  WITH row
  MATCH (a:Entity {key: row.\`:START_ID\`}), (b:Entity {key: row.\`:END_ID\`})
  MERGE (a)-[r:${type} {key: row.key}]->(b)
  SET r += {${assignments(RELATIONSHIP_COLUMNS)}}
} IN TRANSACTIONS OF 10000 ROWS;`;
}

function assignments(columns: readonly Column[]): string {
  return columns
    .map(([name, type]) => {
      const cell = `row.\`${header([name, type])}\``;
      return `${name}: ${type === '' ? cell : `${READERS[type]}(${cell})`}`;
    })
    .join(', ');
}
