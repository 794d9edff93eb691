/** The drawn graph: Sigma, told what to draw by the state, and telling what was clicked on. */

import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import type { Graph } from '../data/graph.ts';
import { type Actions, nodesOf } from '../state/actions.ts';
import type { State, Store } from '../state/state.ts';
import { bringIntoView, isCovered, showAll, zoom } from './camera.ts';
import { type DrawnEdge, drawingOf, linesOf } from './drawing.ts';
import { lineAt, neighborTowards } from './geometry.ts';
import { around, lightOf } from './light.ts';
import { type Frame, type Place, paintAbove, paintPicture } from './paint.ts';
import { readPalette } from './palette.ts';
import { type DrawnNode, NodeShapeProgram } from './program.ts';

export interface Scene {
  /** Shows the whole graph again. */
  showAll(): void;
  zoom(factor: number): void;
  /** Goes to the neighbour of the focus in a direction, in radians, or from nowhere to the first node. */
  move(angle: number): void;
  /** Paints what is shown, in pixels times `scale`. */
  picture(scale: number): HTMLCanvasElement;
}

export function createScene(
  container: HTMLElement,
  panel: HTMLElement,
  graph: Graph,
  store: Store,
  actions: Actions,
): Scene {
  const font = getComputedStyle(document.body).fontFamily;
  let palette = readPalette();
  let lines = linesOf(graph, store.state.cut);
  let light = lightOf(graph, store.state);
  let hovered: number | null = null;

  const draw = ({ cut }: State) => drawingOf(graph, cut, lines, palette, sizeScale(container));
  const sigma = new Sigma<DrawnNode, DrawnEdge>(draw(store.state), container, {
    stagePadding: Math.min(60, container.clientWidth / 12),
    minEdgeThickness: 1,
    minCameraRatio: 0.01,
    maxCameraRatio: 3,
    // Labels and what is lit are painted above it instead.
    renderLabels: false,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: NodeShapeProgram },
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: EdgeRectangleProgram },
    defaultDrawNodeHover: () => {},
  });
  // Positions are those of the whole graph, so that nothing moves when the cut changes.
  sigma.setCustomBBox({ x: extent(graph.nodes.x), y: extent(graph.nodes.y) });
  sigma.refresh();

  container.tabIndex = 0;
  container.role = 'application';
  const canvas = document.createElement('canvas');
  canvas.className = 'above';
  canvas.ariaHidden = 'true';
  container.append(canvas);
  const context = canvas.getContext('2d')!;

  const frame = (): Frame => {
    const { width, height } = sigma.getDimensions();
    const places = new Map<number, Place>();
    const { cut, filter } = store.state;
    for (const node of cut.nodes) {
      const data = sigma.getNodeDisplayData(node);
      if (!data) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      places.set(node, { x, y, radius: sigma.scaleSize(data.size) });
    }
    const lit = light ?? (hovered === null ? null : around(graph, cut, filter, hovered));
    return { graph, width, height, places, lines, light: lit, hovered, palette, font };
  };
  const paint = () => {
    const seen = frame();
    const ratio = devicePixelRatio;
    canvas.width = seen.width * ratio;
    canvas.height = seen.height * ratio;
    context.scale(ratio, ratio);
    paintAbove(context, seen);
  };
  sigma.on('afterRender', paint);

  const hover = (node: number | null) => {
    hovered = node;
    container.classList.toggle('pointing', node !== null);
    paint();
  };
  const lineUnder = ({ x, y }: { x: number; y: number }) =>
    lineAt(graph, frame().places, light?.edges ?? lines, x, y);
  sigma.on('enterNode', ({ node }) => hover(Number(node)));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('clickNode', ({ node }) => actions.focus({ kind: 'node', node: Number(node) }));
  sigma.on('clickStage', ({ event }) => {
    const edge = lineUnder(event);
    const [source, target] = [graph.edges.source[edge ?? -1], graph.edges.target[edge ?? -1]];
    if (source === undefined || target === undefined) actions.focus(null);
    else actions.focus({ kind: 'pair', source, target });
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    actions.expand(Number(node));
  });

  store.watch(['cut', 'dark'], (state) => {
    palette = readPalette();
    lines = linesOf(graph, state.cut);
    if (hovered !== null && !state.cut.isDrawn[hovered]) hovered = null;
    light = lightOf(graph, state);
    sigma.setGraph(draw(state));
  });
  store.watch(['focus', 'paths', 'filter'], (state) => {
    light = lightOf(graph, state);
    paint();
  });
  const lookAtFocus = ({ focus, paths }: State) => {
    const nodes = [...nodesOf(focus), ...paths.flat()].map(String);
    if (focus?.kind === 'node' && focus.near && light)
      bringIntoView(sigma, [...light.nodes].map(String), panel, true);
    else if (nodes.some((key) => isCovered(sigma, key, panel)))
      bringIntoView(sigma, nodes, panel, false);
  };
  store.watch(['focus'], lookAtFocus);
  paint();
  lookAtFocus(store.state);
  return {
    showAll: () => showAll(sigma),
    zoom: (factor) => zoom(sigma, factor),
    move(angle) {
      const { focus } = store.state;
      const from = nodesOf(focus)[0];
      const node =
        from === undefined
          ? store.state.cut.nodes[0]
          : neighborTowards(graph, frame().places, from, angle);
      if (node !== undefined) actions.focus({ kind: 'node', node });
    },
    picture(scale) {
      const seen = frame();
      const picture = document.createElement('canvas');
      picture.width = seen.width * scale;
      picture.height = seen.height * scale;
      const on = picture.getContext('2d')!;
      on.scale(scale, scale);
      paintPicture(on, seen);
      return picture;
    },
  };
}

/** Nodes are as large as the data say in a window of ordinary size, and smaller on a phone. */
function sizeScale({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1, Math.sqrt(Math.min(clientWidth, clientHeight) / 800));
}

function extent(values: Float32Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // One node, or all in a row, still needs an area.
  return most > least ? [least, most] : [least - 1, most + 1];
}
