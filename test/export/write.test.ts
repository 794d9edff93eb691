import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { toCytoscape } from '../../src/export/cytoscape.ts';
import { toGexf } from '../../src/export/gexf.ts';
import { toGraphml } from '../../src/export/graphml.ts';
import { toJson } from '../../src/export/json.ts';
import { toJsonld } from '../../src/export/jsonld.ts';
import { toNeo4j } from '../../src/export/neo4j.ts';
import { toTurtle } from '../../src/export/turtle.ts';
import { FORMATS, writeGraph } from '../../src/export/write.ts';
import { folderWith } from '../ingest/folder.ts';
import { hostileStore } from './hostile.ts';

const { graph } = hostileStore();
const { nodes, edges } = toCsv(graph);
const neo4j = toNeo4j(graph);
const NEO4J = {
  'a.cypher': neo4j.script,
  'a.neo4j-nodes.csv': neo4j.nodes,
  'a.neo4j-relationships.csv': neo4j.relationships,
};

describe('writing a graph', () => {
  type Options = Parameters<typeof writeGraph>[2];
  const CASES: [file: string, options: Options, written: Record<string, string>][] = [
    ['a.gexf', {}, { 'a.gexf': toGexf(graph) }],
    ['a.GEXF', {}, { 'a.GEXF': toGexf(graph) }],
    ['a.gexf', { version: '1.3' }, { 'a.gexf': toGexf(graph, { version: '1.3' }) }],
    ['a.gexf', { mixed: true }, { 'a.gexf': toGexf(graph, { mixed: true }) }],
    ['a.graphml', {}, { 'a.graphml': toGraphml(graph) }],
    ['a.graphml', { mixed: true }, { 'a.graphml': toGraphml(graph, { mixed: true }) }],
    ['a.json', {}, { 'a.json': toJson(graph) }],
    ['a.csv', {}, { 'a.nodes.csv': nodes, 'a.edges.csv': edges }],
    ['a.CSV', {}, { 'a.nodes.csv': nodes, 'a.edges.csv': edges }],
    ['a.cyjs', {}, { 'a.cyjs': toCytoscape(graph) }],
    ['a.jsonld', {}, { 'a.jsonld': toJsonld(graph) }],
    [
      'a.ttl',
      { base: 'https://a.test/' },
      { 'a.ttl': toTurtle(graph, { base: 'https://a.test/' }) },
    ],
    ['a.cypher', {}, NEO4J],
    ['a.xml', { format: 'graphml' }, { 'a.xml': toGraphml(graph) }],
    ['a', { format: 'json' }, { a: toJson(graph) }],
    ['a.txt', { format: 'csv' }, { 'a.txt.nodes.csv': nodes, 'a.txt.edges.csv': edges }],
  ];
  it.each(CASES)('to %s with %o', async (file, options, written) => {
    const folder = folderWith({});
    const files = await writeGraph(graph, path.join(folder, file), options);
    expect(files).toEqual(Object.keys(written).map((name) => path.join(folder, name)));
    expect(readdirSync(folder).sort()).toEqual(Object.keys(written).sort());
    for (const [name, text] of Object.entries(written)) {
      // As bytes, because a lone surrogate cannot be written.
      expect(readFileSync(path.join(folder, name)).equals(Buffer.from(text))).toBe(true);
    }
  });

  const REFUSED: [file: string, format: string][] = [
    ['a.xlsx', 'xlsx'],
    ['a', ''],
    ['a.', ''],
  ];
  it.each(REFUSED)('to %s is refused with the formats that are known', async (file, format) => {
    const folder = folderWith({});
    const writing = writeGraph(graph, path.join(folder, file));
    await expect(writing).rejects.toMatchObject({ code: 'UNSUPPORTED_FORMAT' });
    await expect(writing).rejects.toThrow(`"${format}"`);
    for (const known of FORMATS) await expect(writing).rejects.toThrow(known);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('the formats are those of the manual', () => {
  expect(FORMATS).toEqual(['gexf', 'graphml', 'json', 'csv', 'cyjs', 'jsonld', 'ttl', 'cypher']);
});
