/** The drawn graph: Sigma, told what to draw by the state, and telling what was clicked on. */

import Sigma from 'sigma';
import { createEdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { KnowledgeGraph } from './api.ts';
import { bringIntoView, isCovered, showAll } from './camera.ts';
import { type Drawing, type DrawnEdge, type DrawnNode, drawingOf } from './drawing.ts';
import { drawCard, drawLabels, type LabelCandidate } from './labels.ts';
import { type Look, lookOf, seenEdge, seenNode } from './look.ts';
import type { Actions, Store } from './state.ts';

export interface Scene {
  /** Shows the whole graph again. */
  showAll(): void;
}

export function createScene(
  container: HTMLElement,
  panel: HTMLElement,
  graph: KnowledgeGraph,
  store: Store,
  actions: Actions,
): Scene {
  const drawing = drawingOf(graph);
  const font = getComputedStyle(document.body).fontFamily;
  let look = lookOf(drawing, store.state);

  const sigma = new Sigma<DrawnNode, DrawnEdge>(drawing, container, {
    stagePadding: Math.min(60, container.clientWidth / 12),
    minEdgeThickness: 1.4,
    zIndex: true,
    enableEdgeEvents: true,
    // Sigma's own labels overlap: they are drawn after it instead.
    renderLabels: false,
    // Programs are drawn in this order: statements above co-occurrences.
    edgeProgramClasses: {
      thin: EdgeRectangleProgram,
      bold: createEdgeArrowProgram({ lengthToThicknessRatio: 3.5, widenessToThicknessRatio: 2.5 }),
    },
    nodeReducer: (key, data) =>
      seenNode(look, key, { ...data, size: data.size * sizeScale(container) }),
    edgeReducer: (key, data) => seenEdge(look, drawing.extremities(key), data),
    defaultDrawNodeHover: (context, { key, x, y, size }) => {
      const text = drawing.getNodeAttribute(key, 'label');
      const card = { text, x, y, radius: size, fontSize: fontSize(size) };
      drawCard(context, card, font, look.palette);
    },
  });

  sigma.on('afterRender', () => {
    const context = sigma.getCanvases()['labels']?.getContext('2d');
    if (context) drawLabels(context, labelCandidates(sigma, drawing, look), font, look.palette);
  });
  sigma.on('clickNode', ({ node }) => actions.select(node, false));
  sigma.on('clickEdge', ({ edge }) => actions.explain(...drawing.extremities(edge)));
  sigma.on('clickStage', () => actions.clear());
  for (const event of ['enterNode', 'enterEdge'] as const)
    sigma.on(event, () => container.classList.add('pointing'));
  for (const event of ['leaveNode', 'leaveEdge'] as const)
    sigma.on(event, () => container.classList.remove('pointing'));

  store.watch(['hidden', 'backbone', 'selection', 'dark'], (state) => {
    look = lookOf(drawing, state);
    sigma.refresh();
  });
  store.watch(['selection'], ({ selection }) => {
    const nearer = selection?.kind === 'node' && selection.centre;
    const chosen = [...look.chosen];
    if (nearer || chosen.some((key) => isCovered(sigma, key, panel)))
      bringIntoView(sigma, chosen, panel, nearer);
  });
  return { showAll: () => showAll(sigma) };
}

/** Nodes are as large as the data say in a window of ordinary size, and smaller on a phone. */
function sizeScale({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1, Math.sqrt(Math.min(clientWidth, clientHeight) / 800));
}

function labelCandidates(
  sigma: Sigma<DrawnNode, DrawnEdge>,
  drawing: Drawing,
  { palette, chosen }: Look,
): readonly LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  const visible = (key: string) => {
    const node = sigma.getNodeDisplayData(key);
    if (!node || node.hidden) return null;
    return { ...node, ...sigma.framedGraphToViewport(node), radius: sigma.scaleSize(node.size) };
  };
  drawing.forEachNode((key) => {
    const node = visible(key);
    if (!node?.label) return;
    const { label: text, x, y, radius, size } = node;
    const card = chosen.has(key);
    const label = { text, x, y, radius, fontSize: fontSize(card ? radius : size) };
    candidates.push({ ...label, rank: card ? Infinity : size, color: palette.ink, card });
  });
  drawing.forEachEdge((key, { label: text }, source, target) => {
    if (!sigma.getEdgeDisplayData(key)?.label) return;
    const [from, to] = [visible(source), visible(target)];
    if (!from || !to) return;
    const label = { text, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, radius: 0, fontSize: 11 };
    candidates.push({ ...label, rank: 0, color: palette.muted, card: false });
  });
  return candidates;
}

function fontSize(nodeSize: number): number {
  return Math.min(16, 10 + nodeSize / 3);
}
