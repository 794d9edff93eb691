/** The drawn graph: Sigma, told what to draw by the state, and telling what was clicked on. */

import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import { communitiesOf } from '../data/community.ts';
import type { Graph } from '../data/graph.ts';
import { type Actions, nodesOf } from '../state/actions.ts';
import { judge } from '../state/judge.ts';
import type { State, Store } from '../state/state.ts';
import { WORDS } from '../words/words.ts';
import {
  boxInView,
  bringIntoView,
  cameraOf,
  goTo,
  isCovered,
  showAll,
  showBox,
  zoom,
} from './camera.ts';
import { clusterKey, communityOf, type DrawnEdge, drawingOf, linesOf } from './drawing.ts';
import type { Frame, Place } from './frame.ts';
import { extentOf, lineAt, neighborTowards } from './geometry.ts';
import { hullsOf } from './hull.ts';
import { around, lightOf } from './light.ts';
import { createMeasure } from './names.ts';
import { nearTo } from './near.ts';
import { paintAbove, paintBelow, paintPicture } from './paint.ts';
import { readPalette } from './palette.ts';
import type { Pen } from './pen.ts';
import { type DrawnNode, NodeShapeProgram } from './program.ts';
import { createSvgPen } from './svg.ts';

export interface Scene {
  /** Shows the whole graph again. */
  showAll(): void;
  zoom(factor: number): void;
  /** Goes to a community, which opens as the camera comes near. */
  showCommunity(community: number): void;
  /** Goes to the neighbour of the focus in a direction, in radians, or from nowhere to the first node. */
  move(angle: number): void;
  /** Paints what is shown, in pixels times `scale`. */
  picture(scale: number): HTMLCanvasElement;
  /** What is shown as SVG, with its names as text. */
  svg(): string;
}

/** What lies on the scene at any time. */
const COVERING = ['controls', 'legend', 'panel'];

/** The camera stands still when it has not moved for so many milliseconds. */
const STILL = 200;

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
  let hulls = hullsOf(graph, store.state.cut);
  let light = lightOf(graph, store.state);
  let hovered: number | null = null;

  const draw = ({ cut }: State) => drawingOf(graph, cut, lines, palette, sizeScale(container));
  const sigma = new Sigma<DrawnNode, DrawnEdge>(draw(store.state), container, {
    stagePadding: Math.min(80, container.clientWidth / 12),
    zoomToSizeRatioFunction: sizeRatio,
    minEdgeThickness: 1,
    minCameraRatio: 0.005,
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
  sigma.setCustomBBox({ x: extentOf(graph.nodes.x), y: extentOf(graph.nodes.y) });
  if (store.state.camera) sigma.getCamera().setState(store.state.camera);
  sigma.refresh();

  container.tabIndex = 0;
  container.role = 'application';
  const above = createLayer('above');
  container.append(above.canvas);
  const below = createLayer('below');
  container.prepend(below.canvas);
  const measure = createMeasure(createLayer('measure'), font);

  const placeOf = (key: string | number): Place | undefined => {
    const data = sigma.getNodeDisplayData(key);
    return data && { ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
  };
  const frame = (): Frame => {
    const { width, height } = sigma.getDimensions();
    const places = new Map<number, Place>();
    const { cut, filter, language, detail } = store.state;
    for (const node of cut.nodes) {
      const place = placeOf(node);
      if (place) places.set(node, place);
    }
    return {
      graph,
      width,
      height,
      places,
      clusters: cut.clusters.flatMap((cluster) => {
        const place = placeOf(clusterKey(cluster.community));
        return place ? [{ ...cluster, place }] : [];
      }),
      links: cut.links,
      hulls: hulls.map((hull) => ({
        ...hull,
        corners: hull.corners.map((corner) => sigma.graphToViewport(corner)),
      })),
      lines,
      light: light ?? (hovered === null ? null : around(graph, cut, filter, hovered)),
      hovered,
      pinned: detail.pinned,
      palette,
      font,
      words: WORDS[language],
      covered: COVERING.flatMap((id) => document.getElementById(id)?.getBoundingClientRect() ?? []),
    };
  };
  const paint = () => {
    const seen = frame();
    for (const layer of [below, above]) {
      layer.canvas.width = seen.width * devicePixelRatio;
      layer.canvas.height = seen.height * devicePixelRatio;
      layer.scale(devicePixelRatio, devicePixelRatio);
    }
    paintBelow(below, seen);
    paintAbove(above, seen, measure);
  };
  sigma.on('afterRender', paint);

  const hover = (key: string | null) => {
    hovered = key === null || communityOf(key) !== undefined ? null : Number(key);
    container.classList.toggle('pointing', key !== null);
    paint();
  };
  const lineUnder = ({ x, y }: { x: number; y: number }) =>
    lineAt(graph, frame().places, light?.edges ?? lines, x, y);
  const showCommunity = (community: number) =>
    showBox(sigma, communitiesOf(graph)[community]!.box, panel);
  sigma.on('enterNode', ({ node }) => hover(node));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('clickNode', ({ node }) => {
    const community = communityOf(node);
    if (community === undefined) return actions.focus({ kind: 'node', node: Number(node) });
    actions.open(community);
    showCommunity(community);
  });
  sigma.on('clickStage', ({ event }) => {
    const edge = lineUnder(event);
    const [source, target] = [graph.edges.source[edge ?? -1], graph.edges.target[edge ?? -1]];
    if (source === undefined || target === undefined) actions.focus(null);
    else actions.focus({ kind: 'pair', source, target });
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    if (communityOf(node) === undefined) actions.expand({ node: Number(node), order: 'strength' });
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const stand = () => {
    const { filter, detail, near } = store.state;
    const camera = cameraOf(sigma);
    const isAll = camera === null || graph.order <= detail.nodes;
    const found = isAll ? [] : nearTo(graph, judge(graph, filter), boxInView(sigma));
    // Nothing is drawn anew where the same nodes are near.
    actions.look(camera, found.join() === near.join() ? near : found);
  };
  sigma.getCamera().on('updated', () => {
    clearTimeout(timer);
    timer = setTimeout(stand, STILL);
  });

  store.watch(['cut', 'dark'], (state) => {
    palette = readPalette();
    lines = linesOf(graph, state.cut);
    hulls = hullsOf(graph, state.cut);
    if (hovered !== null && !state.cut.isDrawn[hovered]) hovered = null;
    light = lightOf(graph, state);
    sigma.setGraph(draw(state));
  });
  store.watch(
    ['focus', 'paths', 'filter', 'language', 'detail', 'findings', 'reading'],
    (state) => {
      light = lightOf(graph, state);
      paint();
    },
  );
  store.watch(['camera'], ({ camera }) => goTo(sigma, camera));
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
  if (store.state.camera) stand();
  return {
    showAll: () => showAll(sigma),
    zoom: (factor) => zoom(sigma, factor),
    showCommunity,
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
      const seen = { ...frame(), covered: [] };
      const picture = createLayer('picture');
      picture.canvas.width = seen.width * scale;
      picture.canvas.height = seen.height * scale;
      picture.scale(scale, scale);
      paintPicture(picture, seen, measure);
      return picture.canvas;
    },
    svg() {
      const seen = { ...frame(), covered: [] };
      const pen = createSvgPen(seen.width, seen.height);
      paintPicture(pen satisfies Pen, seen, measure);
      return pen.end();
    },
  };
}

function createLayer(name: string): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.className = name;
  canvas.ariaHidden = 'true';
  return canvas.getContext('2d')!;
}

/** Nodes and lines grow more slowly than the distances between them when the camera comes near. */
function sizeRatio(ratio: number): number {
  return ratio < 1 ? ratio ** 0.3 : Math.sqrt(ratio);
}

/** Nodes are as large as the data say in a window of ordinary size, and smaller on a phone. */
function sizeScale({ clientWidth, clientHeight }: HTMLElement): number {
  return Math.min(1, Math.sqrt(Math.min(clientWidth, clientHeight) / 800));
}
