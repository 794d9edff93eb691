import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import { expect, test } from 'vitest';
import { toJson } from '../../src/export/json.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { randomDocuments } from '../helpers/documents.ts';
import { hostileStore } from './hostile.ts';

function imported(graph: KnowledgeGraph): KnowledgeGraph {
  const empty: KnowledgeGraph = new MultiGraph();
  return empty.import(JSON.parse(toJson(graph)));
}

test('JSON imports into graphology as an equal graph, hostile names and all', () => {
  const { graph } = hostileStore();
  const copy = imported(graph);
  expect(copy.export()).toEqual(graph.export());
  expect(copy.type).toBe('mixed');
  expect(copy.multi).toBe(true);
});

test('JSON imports into graphology as an equal graph, whatever the documents', () => {
  fc.assert(
    fc.property(randomDocuments, (documents) => {
      const graph = buildGraph(documents);
      expect(imported(graph).export()).toEqual(graph.export());
    }),
    { numRuns: 50 },
  );
});

test('JSON ends with a line break', () => {
  expect(toJson(hostileStore().graph)).toMatch(/\}\n$/);
});
