import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeGraph } from '../../src/export/write.ts';
import { reduce } from '../../src/store/build.ts';
import type { Store } from '../../src/store/store.ts';
import { annotated } from '../helpers/documents.ts';
import { folderWith } from '../ingest/folder.ts';
import { anyNames, HOSTILE_NAMES, hostileStore, readable, readableLabels } from './hostile.ts';

// Debian's packages belong to the system's Python, which may not be the first one on the path.
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import networkx, igraph, rdflib']).status === 0,
);
const XMLLINT = spawnSync('xmllint', ['--version']).status === 0;
/** Where a person runs the tests they may be missing; in CI their absence is a failure. */
const MISSING = !process.env['CI'] && 'not installed; run "sh test/setup.sh"';
const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Reading {
  readonly nodes: number;
  readonly edges: number;
  readonly labels: string[];
  readonly keys?: string[];
  readonly predicates: string[];
  readonly quotes: string[];
  readonly weights: number[];
  readonly since?: string[];
  readonly dates?: string[];
}
type Readings = Record<string, Reading> & { same: boolean };

async function read({ graph, documents }: Store): Promise<Readings> {
  expect(PYTHON, 'a Python with networkx, igraph and rdflib').toBeDefined();
  const folder = folderWith({});
  for (const format of ['gexf', 'graphml', 'ttl', 'jsonld']) {
    await writeGraph(graph, path.join(folder, `g.${format}`), { documents });
  }
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  return JSON.parse(execFileSync(PYTHON!, [at('read.py'), folder], options));
}

const SAMPLE = reduce([
  {
    ...annotated(
      'a.txt',
      '[智翔金泰|organization]落户[重庆国际生物城|place]。[重庆国际生物城|place]位于[巴南区|place]。[何友生|person]。',
      '智翔金泰 --verb:落户:planned--> 重庆国际生物城',
      '重庆国际生物城 --location:位于--> 巴南区',
    ),
    date: '2024-03',
    source: '晚报',
  },
]);

test('networkx, igraph and rdflib read what we write, with Chinese and dates intact', async ({
  skip,
}) => {
  skip(!PYTHON && MISSING !== false, String(MISSING));
  const { same, ...readings } = await read(SAMPLE);
  expect(same).toBe(true);
  expect(Object.keys(readings)).toHaveLength(5);
  for (const [reader, found] of Object.entries(readings)) {
    expect.soft(found, reader).toMatchObject({
      nodes: 4,
      edges: 4,
      labels: ['何友生', '巴南区', '智翔金泰', '重庆国际生物城'].sort(),
      predicates: ['位于', '共现', '共现', '落户'],
      weights: [1, 1, 1, 1],
    });
    expect.soft(found.quotes, reader).toContain('智翔金泰落户重庆国际生物城。');
    if (found.keys) expect.soft(found.keys, reader).toEqual(SAMPLE.graph.nodes().sort());
    expect
      .soft(found.since ?? found.dates, reader)
      .toEqual([found.since ? '2024-03-01' : '2024-03']);
  }
});

test('they read hostile names and any others', async ({ skip }) => {
  skip(!PYTHON && MISSING !== false, String(MISSING));
  const random = fc.sample(anyNames, { numRuns: 30, seed: 5 }).flat();
  const names = new Map([...HOSTILE_NAMES, ...random].map((name) => [readable(name), name]));
  const store = hostileStore([...names.values()]);
  const { same, ...readings } = await read(store);
  expect(same).toBe(true);
  for (const [reader, found] of Object.entries(readings)) {
    expect.soft([found.nodes, found.edges], reader).toEqual([store.graph.order, store.graph.size]);
    expect.soft(found.labels.sort(), reader).toEqual(readableLabels(store.graph));
    const predicates = store.graph.mapEdges((_, { label }) => readable(label));
    expect.soft(found.predicates.sort(), reader).toEqual(predicates.sort());
  }
});

describe('the published schema of GEXF', () => {
  /** Ours is of 1.3; 1.2 has other names. */
  function schemaOf(version: string): string {
    const schema = readFileSync(at('gexf.rng'), 'utf8');
    if (version === '1.3') return schema;
    return schema
      .replaceAll('http://gexf.net/1.3', 'http://www.gexf.net/1.2draft')
      .replace('<value>1.3</value>', '<value>1.2</value>');
  }

  const CASES = ['1.2', '1.3'] as const;
  test.each(CASES)('holds for GEXF %s, with dates and hostile names', async (version) => {
    if (!XMLLINT && MISSING !== false) return;
    const folder = folderWith({});
    const schema = path.join(folder, 'gexf.rng');
    writeFileSync(schema, schemaOf(version));
    for (const [name, { graph, documents }] of Object.entries({ a: SAMPLE, b: hostileStore() })) {
      for (const mixed of [false, true]) {
        const file = path.join(folder, `${name}.gexf`);
        await writeGraph(graph, file, { documents, version, mixed });
        const run = spawnSync('xmllint', ['--noout', '--relaxng', schema, file]);
        expect(run.stderr.toString()).toBe(`${file} validates\n`);
      }
    }
  });
});
