import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCytoscape } from '../../src/export/cytoscape.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { randomDocuments } from '../helpers/documents.ts';
import { anyNames, hostileStore, readableLabels } from './hostile.ts';

const read = (text: string) =>
  cytoscape({ headless: true, layout: { name: 'preset' }, ...JSON.parse(text) });

test('cytoscape.js reads nodes with their places, and edges with what they say', () => {
  const { graph } = hostileStore(['智翔金泰']);
  const cy = read(toCytoscape(graph));
  const node = cy.getElementById('organization:智翔金泰');
  const { x, y } = graph.getNodeAttributes('organization:智翔金泰');
  expect(node.position()).toEqual({ x, y });
  expect(cy.edges('[interaction = "verb"]').data()).toMatchObject({
    source: 'organization:智翔金泰',
    target: 'place:巴南区',
    name: '智翔金泰',
    status: 'asserted',
    quote: '0：智翔金泰落户巴南区',
  });
});

test('cytoscape.js reads any names and any graph', () => {
  fc.assert(
    fc.property(anyNames, (names) => {
      const { graph } = hostileStore(names);
      const labels = read(toCytoscape(graph))
        .nodes()
        .map((node) => node.data('name') as string);
      expect(labels.sort()).toEqual(readableLabels(graph));
    }),
    { numRuns: 20 },
  );
  fc.assert(
    fc.property(randomDocuments, (documents) => {
      const graph = buildGraph(documents);
      const cy = read(toCytoscape(graph));
      expect([cy.nodes().length, cy.edges().length]).toEqual([graph.order, graph.size]);
    }),
    { numRuns: 20 },
  );
});
