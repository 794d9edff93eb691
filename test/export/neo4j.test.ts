import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toNeo4j } from '../../src/export/neo4j.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { annotated } from '../helpers/documents.ts';
import { anyNames, hostileStore, readableLabels } from './hostile.ts';

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

const GRAPH = buildGraph([
  annotated(
    'a.txt',
    '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）落户[巴南区|place]。',
    '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
    '智翔金泰 --verb:落户:planned--> 巴南区',
  ),
]);

describe('the tables for Neo4j', () => {
  test('have headers with types, and each label and type', () => {
    const { nodes, relationships } = toNeo4j(GRAPH);
    expect(nodes.split('\n')[0]).toBe(
      'key:ID,label,category,mentions:long,documents:long,articles:long,degree:long,pagerank:double,betweenness:double,community:long,x:double,y:double,aliases:string[],:LABEL',
    );
    expect(rowsOf(nodes)[0]).toMatchObject({
      'key:ID': 'organization:重庆智翔金泰公司',
      'mentions:long': '2',
      'aliases:string[]': '智翔金泰',
      ':LABEL': 'Entity;Organization',
    });
    const [, stated] = rowsOf(relationships);
    expect(stated).toMatchObject({
      ':START_ID': 'organization:重庆智翔金泰公司',
      ':END_ID': 'place:巴南区',
      ':TYPE': 'VERB',
      status: 'planned',
      'backbone:boolean': 'true',
      'npmi:double': '',
      quote: '重庆智翔金泰公司（简称智翔金泰）落户巴南区。',
    });
  });

  test('hold any names', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const { graph } = hostileStore(names);
        const { nodes, relationships } = toNeo4j(graph);
        const rows = rowsOf(nodes);
        expect(rows.map(({ label }) => label).sort()).toEqual(readableLabels(graph));
        const keys = new Set(rows.map((row) => row['key:ID']));
        for (const row of rowsOf(relationships)) {
          expect(keys.has(row[':START_ID']) && keys.has(row[':END_ID'])).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the script for Neo4j', () => {
  test('is the same for all graphs, so that no name can be code', () => {
    expect(toNeo4j(hostileStore().graph).script).toBe(toNeo4j(GRAPH).script);
  });

  test('names columns that the tables have', () => {
    const { nodes, relationships, script } = toNeo4j(GRAPH);
    const columns = new Set(`${nodes.split('\n')[0]},${relationships.split('\n')[0]}`.split(','));
    const named = [...script.matchAll(/row\.(?:`([^`]+)`|(\w+))/g)].map(([, a, b]) => a ?? b!);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((column) => !columns.has(column))).toEqual([]);
  });
});
