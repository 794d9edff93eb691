import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { reduce } from '../../src/store/build.ts';
import { parseAnnotated } from '../../src/store/lines.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { randomDocuments } from '../helpers/documents.ts';

/** The bytes of the graph: not only equal, but in the same order. */
const bytesOf = (documents: readonly AnnotatedDocument[]) =>
  JSON.stringify(buildGraph(documents).export());

test('the graph is the same on a second run', () => {
  fc.assert(
    fc.property(randomDocuments, (documents) => {
      expect(bytesOf(documents)).toBe(bytesOf(documents));
    }),
  );
});

test('the order of the documents makes no difference', () => {
  fc.assert(
    fc.property(randomDocuments, fc.infiniteStream(fc.nat()), (documents, keys) => {
      const shuffled = documents
        .map((document) => ({ document, key: keys.next().value! }))
        .sort((a, b) => a.key - b.key)
        .map(({ document }) => document);
      expect(bytesOf(shuffled)).toBe(bytesOf(documents));
    }),
  );
});

test('documents that were annotated in parts and merged give the graph of them all', () => {
  fc.assert(
    fc.property(randomDocuments, fc.nat(6), fc.boolean(), (documents, cut, swap) => {
      const parts = [documents.slice(0, cut), documents.slice(cut)].map((part) =>
        part.map((document) => JSON.stringify(document)),
      );
      const lines = (swap ? parts.reverse() : parts).flat();
      const merged = reduce(lines.map((line, i) => parseAnnotated(line, `part:${i + 1}`)));
      const whole = reduce(documents);
      expect(JSON.stringify(merged.graph.export())).toBe(JSON.stringify(whole.graph.export()));
      expect(merged.documents).toEqual(whole.documents);
    }),
  );
});

test('building does not alter the documents', () => {
  fc.assert(
    fc.property(randomDocuments, (documents) => {
      const before = structuredClone(documents);
      buildGraph(documents);
      expect(documents).toEqual(before);
    }),
  );
});

test('random documents do have edges, short names and statements', () => {
  const graphs = fc
    .sample(randomDocuments, { numRuns: 100, seed: 1 })
    .map((documents) => buildGraph(documents));
  expect(graphs.some((graph) => graph.undirectedSize > 3)).toBe(true);
  expect(graphs.some((graph) => graph.directedSize > 0)).toBe(true);
  expect(graphs.some((graph) => graph.someNode((_, { aliases }) => aliases.length > 0))).toBe(true);
});
