/** Paints on a canvas what Sigma does not: dashed lines, the lit neighbourhood, labels; and whole pictures. */

import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { categoryOf, type Graph, isStatement, predicateOf, statusOf } from '../data/graph.ts';
import { type LabelCandidate, placeLabels } from './labels.ts';
import type { Light } from './light.ts';
import type { Palette } from './palette.ts';
import { traceShape } from './shapes.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** All that a picture depends on. */
export interface Frame {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
  /** Nodes that are drawn, and where. */
  readonly places: ReadonlyMap<number, Place>;
  /** One edge for each pair that is drawn. */
  readonly lines: readonly number[];
  readonly light: Light | null;
  /** The node under the pointer. */
  readonly hovered: number | null;
  readonly palette: Palette;
  readonly font: string;
}

/** Share of the background that covers what is dimmed. */
const VEIL = 0.82;
/** Names of edges are only readable among few. */
const MOST_EDGE_LABELS = 60;
/** Names of the most important nodes may cover others, which show when one comes nearer. */
const MOST_COVERING = 20;

export function isDashed(graph: Graph, edge: number): boolean {
  const status = statusOf(graph, edge);
  return status === 'planned' || status === 'denied';
}

/** Half of the width of an edge would be too thin to see, so the root. */
export function widthOf({ edges }: Graph, edge: number): number {
  return Math.min(6, 0.5 + Math.sqrt(edges.weight[edge]!));
}

/** What lies above the drawing of Sigma. */
export function paintAbove(context: CanvasRenderingContext2D, frame: Frame): void {
  const { graph, light, lines } = frame;
  if (!light) {
    for (const edge of lines) if (isDashed(graph, edge)) paintLine(context, frame, edge, false);
  } else {
    context.globalAlpha = VEIL;
    context.fillStyle = frame.palette.background;
    context.fillRect(0, 0, frame.width, frame.height);
    context.globalAlpha = 1;
    for (const edge of light.edges) paintLine(context, frame, edge, true);
    for (const node of light.nodes) paintNode(context, frame, node);
  }
  paintLabels(context, frame);
}

/** All of it, for a file. */
export function paintPicture(context: CanvasRenderingContext2D, frame: Frame): void {
  const { graph, lines, palette, places } = frame;
  context.fillStyle = palette.background;
  context.fillRect(0, 0, frame.width, frame.height);
  for (const edge of lines.toReversed()) {
    if (!isDashed(graph, edge)) paintLine(context, frame, edge, false);
  }
  for (const node of places.keys()) paintNode(context, frame, node);
  paintAbove(context, frame);
}

function paintNode(context: CanvasRenderingContext2D, frame: Frame, node: number): void {
  const place = frame.places.get(node);
  if (!place) return;
  const { graph, light, palette } = frame;
  traceShape(context, graph.nodes.category[node]!, place);
  context.fillStyle = CATEGORY_COLORS[categoryOf(graph, node)];
  context.fill();
  if (!light?.chosen.has(node)) return;
  context.lineWidth = 2.5;
  context.strokeStyle = palette.ink;
  context.stroke();
}

/** A line from outline to outline; lit statements have an arrow. */
function paintLine(
  context: CanvasRenderingContext2D,
  { graph, places, palette }: Frame,
  edge: number,
  isLit: boolean,
): void {
  const from = places.get(graph.edges.source[edge]!);
  const to = places.get(graph.edges.target[edge]!);
  if (!from || !to) return;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= from.radius + to.radius) return;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const states = isStatement(graph, edge);
  const width = widthOf(graph, edge) * (isLit ? 1.2 : 1);
  const head = isLit && states ? 5 + 2 * width : 0;
  const end = { x: to.x - dx * to.radius, y: to.y - dy * to.radius };
  const color = isLit
    ? states
      ? palette.lit
      : palette.arrow
    : states
      ? palette.arrow
      : palette.line;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(isDashed(graph, edge) ? [7, 5] : isLit && !states ? [2, 3] : []);
  context.beginPath();
  context.moveTo(from.x + dx * from.radius, from.y + dy * from.radius);
  context.lineTo(end.x - dx * head, end.y - dy * head);
  context.stroke();
  context.setLineDash([]);
  if (head === 0) return;
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(end.x, end.y);
  context.lineTo(end.x - dx * head - dy * head * 0.45, end.y - dy * head + dx * head * 0.45);
  context.lineTo(end.x - dx * head + dy * head * 0.45, end.y - dy * head - dx * head * 0.45);
  context.fill();
}

function paintLabels(context: CanvasRenderingContext2D, frame: Frame): void {
  const { palette, font, light } = frame;
  const candidates = [...nodeLabels(frame), ...(light ? edgeLabels(frame, light) : [])];
  const widths = createMeasure(context, font);
  const discs = [...frame.places].filter(([node]) => !light || light.nodes.has(node));
  const places = discs.map(([, place]) => place);
  const labels = placeLabels(candidates, places, frame, widths);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.background;
  for (const { text, left, top, height, fontSize, color } of labels) {
    context.font = `${fontSize}px ${font}`;
    context.strokeText(text, left + 1, top + height / 2);
    context.fillStyle = color;
    context.fillText(text, left + 1, top + height / 2);
  }
}

function nodeLabels({ graph, places, light, hovered, palette }: Frame): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  for (const [node, place] of places) {
    const isLit = !light || light.nodes.has(node);
    if (!isLit && node !== hovered) continue;
    const label = graph.nodes.label[node]!;
    const isChosen = light?.chosen.has(node) ?? false;
    // Numbers are ranks.
    const rank = (isChosen ? 4e9 : node === hovered ? 3e9 : 0) - node;
    const texts = [label, ...shorter(label, graph.nodes.aliases[node]!)];
    const fontSize = Math.round(Math.min(isChosen ? 17 : 15, 10.5 + place.radius / 4));
    const mayCover = isChosen || node === hovered || node < MOST_COVERING;
    candidates.push({ texts, ...place, fontSize, rank, color: palette.ink, mayCover });
  }
  return candidates;
}

/** The shortest other name, where the full one finds no room. */
function shorter(label: string, aliases: readonly string[]): string[] {
  const short = aliases
    .filter((alias) => alias.length >= 2 && alias.length < label.length)
    .sort((a, b) => a.length - b.length);
  return short.slice(0, 1);
}

/** What lit statements say, nearer to the end that is not chosen, where lines are further apart. */
function edgeLabels({ graph, places, palette }: Frame, light: Light): LabelCandidate[] {
  const stated = light.edges.filter((edge) => isStatement(graph, edge));
  return stated.slice(0, MOST_EDGE_LABELS).flatMap((edge, index): LabelCandidate[] => {
    const from = places.get(graph.edges.source[edge]!);
    const to = places.get(graph.edges.target[edge]!);
    if (!from || !to) return [];
    const starts = light.chosen.has(graph.edges.source[edge]!);
    const part = light.chosen.has(graph.edges.target[edge]!) === starts ? 0.5 : starts ? 0.6 : 0.4;
    const x = from.x + (to.x - from.x) * part;
    const y = from.y + (to.y - from.y) * part;
    const texts = [predicateOf(graph, edge)];
    // After the names of what is lit, whose ranks are not below -1e9.
    const rank = -1e9 - index;
    const color = palette.accent;
    return [{ texts, x, y, radius: 0, fontSize: 11, rank, color, mayCover: false }];
  });
}

const widthCache = new Map<string, number>();
const MOST_CACHED = 20_000;

/** Widths grow with the size of the font, so each text is measured once. */
function createMeasure(
  context: CanvasRenderingContext2D,
  font: string,
): (text: string, fontSize: number) => number {
  const SIZE = 20;
  return (text, fontSize) => {
    let width = widthCache.get(text);
    if (width === undefined) {
      if (widthCache.size > MOST_CACHED) widthCache.clear();
      context.font = `${SIZE}px ${font}`;
      width = context.measureText(text).width;
      widthCache.set(text, width);
    }
    return (width * fontSize) / SIZE;
  };
}
