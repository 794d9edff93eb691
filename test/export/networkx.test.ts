import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeGraph } from '../../src/export/write.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { annotated } from '../helpers/documents.ts';
import { folderWith } from '../ingest/folder.ts';
import { hostileStore, readable, readableLabels } from './hostile.ts';

// Debian's package belongs to the system's Python, which may not be the first one on the path.
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import networkx']).status === 0,
);
/** Where a person runs the tests it may be missing; in CI its absence is a failure. */
const MISSING = !PYTHON && !process.env['CI'];
const SCRIPT = fileURLToPath(new URL('read_with_networkx.py', import.meta.url));

interface Reading {
  readonly nodes: number;
  readonly edges: number;
  readonly labels: string[];
  readonly keys: string[];
  readonly predicates: string[];
  readonly quotes: string[];
}

async function read(graph: KnowledgeGraph, file: string): Promise<Reading> {
  expect(PYTHON, 'a Python with networkx').toBeDefined();
  const target = path.join(folderWith({}), file);
  await writeGraph(graph, target);
  return JSON.parse(execFileSync(PYTHON!, [SCRIPT, target], { encoding: 'utf8' }));
}

const SAMPLE = buildGraph([
  annotated(
    'a.txt',
    '[智翔金泰|organization]落户[重庆国际生物城|place]。[重庆国际生物城|place]位于[巴南区|place]。[何友生|person]。',
    '智翔金泰 --verb:落户:planned--> 重庆国际生物城',
    '重庆国际生物城 --location:位于--> 巴南区',
  ),
]);

describe.each(['graph.gexf', 'graph.graphml'])('networkx reads %s', (file) => {
  test('with all nodes and edges, and Chinese intact', async ({ skip }) => {
    skip(MISSING, 'networkx is not installed; run "sh test/setup.sh"');
    const found = await read(SAMPLE, file);
    expect(found.nodes).toBe(SAMPLE.order);
    expect(found.edges).toBe(SAMPLE.size);
    expect(found.keys).toEqual(SAMPLE.nodes().sort());
    expect(found.labels).toContain('重庆国际生物城');
    expect(found.predicates.sort()).toEqual(['位于', '共现', '共现', '落户'].sort());
    expect(found.quotes).toContain('智翔金泰落户重庆国际生物城。');
  });

  test('with hostile names', async ({ skip }) => {
    skip(MISSING, 'networkx is not installed; run "sh test/setup.sh"');
    const { graph } = hostileStore();
    const found = await read(graph, file);
    expect(found.nodes).toBe(graph.order);
    expect(found.edges).toBe(graph.size);
    expect(found.labels.sort()).toEqual(readableLabels(graph));
    expect(found.predicates.sort()).toEqual(
      graph.mapEdges((_, { label }) => readable(label)).sort(),
    );
  });
});
