import fc from 'fast-check';
import type Graph from 'graphology';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { toGexf } from '../../src/export/gexf.ts';
import { toGraphml } from '../../src/export/graphml.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { nameKey } from '../../src/graph/link.ts';
import { annotated, randomDocuments } from '../helpers/documents.ts';
import { hostileStore, readable, readableLabels } from './hostile.ts';

const FORMATS: {
  format: string;
  write: (graph: KnowledgeGraph, options?: { mixed?: boolean }) => string;
  read: (text: string) => Graph;
}[] = [
  { format: 'GEXF 1.2', write: toGexf, read: (text) => parseGexf(MultiGraph, text) },
  {
    format: 'GEXF 1.3',
    write: (graph, options) => toGexf(graph, { ...options, version: '1.3' }),
    read: (text) => parseGexf(MultiGraph, text),
  },
  { format: 'GraphML', write: toGraphml, read: (text) => parseGraphml(MultiGraph, text) },
];

const PLAIN = buildGraph([
  annotated(
    'a.txt',
    '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）落户[重庆国际生物城|place]。' +
      '[重庆国际生物城|place]位于[巴南区|place]。[何友生|person]。',
    '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
    '智翔金泰 --verb:落户:planned--> 重庆国际生物城',
    '重庆国际生物城 --location:位于--> 巴南区',
  ),
]);

describe.each(FORMATS)('$format', ({ write, read }) => {
  test('gives back nodes with their attributes', () => {
    const graph = read(write(PLAIN));
    expect(graph.order).toBe(PLAIN.order);
    PLAIN.forEachNode((key, { aliases, color: _, ...attributes }) => {
      const found = graph.getNodeAttributes(key);
      expect(found).toMatchObject(attributes);
      expect(found['aliases'] ?? '').toBe(aliases.join('; '));
    });
  });

  test('gives back edges with their attributes, and the first quote', () => {
    const graph = read(write(PLAIN));
    expect(graph.size).toBe(PLAIN.size);
    PLAIN.forEachEdge((key, { evidence, ...attributes }, source, target) => {
      expect(graph.source(key)).toBe(source);
      expect(graph.target(key)).toBe(target);
      expect(graph.getEdgeAttributes(key)).toMatchObject({
        ...attributes,
        quote: evidence[0]!.quote,
        document: 'a.txt',
        directed: PLAIN.isDirected(key),
      });
    });
  });

  test('directs all edges, unless they may be mixed', () => {
    expect(read(write(PLAIN)).undirectedSize).toBe(0);
    const mixed = write(PLAIN, { mixed: true });
    // In GraphML and in GEXF; graphology's reader of GraphML does not look.
    const undirected = [...mixed.matchAll(/<edge [^>]*(directed="false"|type="undirected")/g)];
    expect(undirected).toHaveLength(PLAIN.undirectedSize);
  });

  test('holds hostile names', () => {
    const { graph } = hostileStore();
    const found = read(write(graph));
    expect(found.order).toBe(graph.order);
    expect(found.size).toBe(graph.size);
    const labels = found.mapNodes((_, { label }) => label as string);
    expect(labels.sort()).toEqual(readableLabels(graph));
    const predicates = found.mapEdges((_, { label }) => label as string);
    expect(predicates.sort()).toEqual(graph.mapEdges((_, { label }) => readable(label)).sort());
  });

  test('holds hostile names in mixed graphs', () => {
    const { graph } = hostileStore();
    const found = read(write(graph, { mixed: true }));
    expect([found.order, found.size]).toEqual([graph.order, graph.size]);
  });

  test('holds any name', () => {
    fc.assert(
      fc.property(anyNames, (names) => {
        const { graph } = hostileStore(names);
        const found = read(write(graph));
        expect([found.order, found.size]).toEqual([graph.order, graph.size]);
        const labels = found.mapNodes((_, { label }) => label as string);
        expect(labels.sort()).toEqual(readableLabels(graph));
      }),
    );
  });

  test('holds any graph', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const graph = buildGraph(documents);
        const found = read(write(graph));
        expect(found.nodes()).toEqual(graph.nodes());
        expect(found.edges()).toEqual(graph.edges());
      }),
      { numRuns: 30 },
    );
  });

  test('of an empty graph is an empty graph', () => {
    expect(read(write(buildGraph([]))).order).toBe(0);
  });

  test('is well-formed from the first character', () => {
    expect(write(PLAIN)).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  });
});

/** Names of any characters that remain different names when they are made readable. */
const anyNames = fc.uniqueArray(
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'[]!-/?=; 甲\u0001\n'), minLength: 1 }),
    )
    .filter((text) => nameKey(readable(text)) !== ''),
  { minLength: 1, maxLength: 8, selector: (text) => nameKey(readable(text)) },
);

describe('GEXF for Gephi', () => {
  const text = toGexf(PLAIN);

  test('carries positions, colours and sizes in the elements that Gephi reads', () => {
    const { x, y, size } = PLAIN.getNodeAttributes('place:巴南区');
    const node = /<node id="place:巴南区".*?<\/node>/s.exec(text)![0];
    expect(node).toContain('<viz:color r="0" g="158" b="115"/>');
    expect(node).toContain(`<viz:position x="${x}" y="${y}"/>`);
    expect(node).toContain(`<viz:size value="${size}"/>`);
  });

  test('carries labels and weights where Gephi expects them', () => {
    expect(text).toContain('<node id="place:巴南区" label="巴南区">');
    expect(text).toMatch(/<edge id="[^"]*\|落户\|[^"]*"[^>]* weight="1" label="落户">/);
  });

  test('holds no nested values and no undefined ones', () => {
    const { graph } = hostileStore();
    for (const gexf of [text, toGexf(graph), toGexf(graph, { mixed: true })]) {
      expect(gexf).not.toMatch(/\[object|undefined|NaN/);
    }
  });

  test('names its version', () => {
    expect(text).toContain('<gexf version="1.2"');
    expect(toGexf(PLAIN, { version: '1.3' })).toContain('<gexf version="1.3"');
  });
});
