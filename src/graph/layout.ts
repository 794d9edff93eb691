import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import type { KnowledgeGraph } from './graph.ts';
import { project } from './measure.ts';

/** From this size on the layout approximates and settles less far. */
const LARGE = 1000;

/**
 * Compute `x` and `y` of each node: ForceAtlas2 from a sunflower spiral in the order of the keys,
 * then no overlaps. Jacomy et al. 2014, doi:10.1371/journal.pone.0098679.
 */
export function layOut(graph: KnowledgeGraph): void {
  if (graph.order === 0) return;
  const projection = project(graph);
  const golden = Math.PI * (3 - Math.sqrt(5));
  let i = 0;
  projection.updateEachNodeAttributes((node) => {
    const radius = 10 * Math.sqrt(++i);
    return {
      x: radius * Math.cos(i * golden),
      y: radius * Math.sin(i * golden),
      size: graph.getNodeAttribute(node, 'size'),
    };
  });
  forceAtlas2.assign(projection, {
    iterations: graph.order > LARGE ? 100 : 500,
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(projection),
      barnesHutOptimize: graph.order > LARGE,
      barnesHutTheta: 1.2,
      edgeWeightInfluence: 0.5,
    },
  });
  noverlap.assign(projection, {
    maxIterations: 50,
    settings: { margin: 4, ratio: 1.2, gridSize: Math.max(20, Math.ceil(Math.sqrt(graph.order))) },
  });
  graph.updateEachNodeAttributes((node, attributes) => {
    const { x, y } = projection.getNodeAttributes(node) as { x: number; y: number };
    return { ...attributes, x, y };
  });
}
