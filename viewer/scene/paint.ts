/** Paints what Sigma does not: outlines of communities, dashed lines, what is lit, labels; and whole pictures. */

import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { categoryOf } from '../data/graph.ts';
import { formatCount } from '../words/words.ts';
import type { Frame } from './frame.ts';
import { padded } from './hull.ts';
import { isDashed, paintLine, paintLink } from './lines.ts';
import { paintNames } from './names.ts';
import type { Pen } from './pen.ts';
import { CLUSTER_SHAPE, traceShape } from './shapes.ts';

/** Share of the background that covers what is dimmed. */
const VEIL = 0.82;
/** Room between the members of a community and its outline, in pixels. */
const HULL_PADDING = 20;
const HULL_ALPHA = 0.09;
const NUMBER_SIZE = 11;
/** A number wider than this share of its super-node would stand over its edges. */
const NUMBER_WIDTH = 1.7;

/** What lies below the drawing of Sigma. */
export function paintBelow(pen: Pen, { hulls, palette }: Frame): void {
  pen.globalAlpha = HULL_ALPHA;
  for (const { community, corners } of hulls) {
    const [first, ...rest] = padded(corners, HULL_PADDING);
    if (!first) continue;
    pen.fillStyle = palette.tints[community % palette.tints.length]!;
    pen.beginPath();
    pen.moveTo(first.x, first.y);
    for (const { x, y } of rest) pen.lineTo(x, y);
    pen.closePath();
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** What lies above the drawing of Sigma. */
export function paintAbove(
  pen: Pen,
  frame: Frame,
  widthOf: (text: string, fontSize: number) => number,
): void {
  const { graph, light, lines } = frame;
  if (!light) {
    for (const edge of lines) if (isDashed(graph, edge)) paintLine(pen, frame, edge, false);
    for (const node of frame.pinned) paintPin(pen, frame, node);
    paintNumbers(pen, frame, widthOf);
  } else {
    pen.globalAlpha = VEIL;
    pen.fillStyle = frame.palette.background;
    pen.fillRect(0, 0, frame.width, frame.height);
    pen.globalAlpha = 1;
    for (const edge of light.edges) paintLine(pen, frame, edge, true);
    for (const node of light.nodes) paintNode(pen, frame, node);
    for (const node of frame.pinned) if (light.nodes.has(node)) paintPin(pen, frame, node);
  }
  paintNames(pen, frame, widthOf);
}

/** All of it, for a file. */
export function paintPicture(
  pen: Pen,
  frame: Frame,
  widthOf: (text: string, fontSize: number) => number,
): void {
  const { graph, lines, links, clusters, palette, places } = frame;
  pen.fillStyle = palette.background;
  pen.fillRect(0, 0, frame.width, frame.height);
  paintBelow(pen, frame);
  const placeOf = new Map(clusters.map(({ community, place }) => [community, place]));
  for (const { source, target, weight } of links)
    paintLink(pen, frame, placeOf.get(source)!, placeOf.get(target)!, weight);
  for (const edge of lines.toReversed()) {
    if (!isDashed(graph, edge)) paintLine(pen, frame, edge, false);
  }
  for (const { place } of clusters) {
    traceShape(pen, CLUSTER_SHAPE, place);
    pen.fillStyle = palette.cluster;
    pen.fill();
  }
  for (const node of places.keys()) paintNode(pen, frame, node);
  paintAbove(pen, frame, widthOf);
}

function paintNode(pen: Pen, frame: Frame, node: number): void {
  const place = frame.places.get(node);
  if (!place) return;
  const { graph, light, palette } = frame;
  traceShape(pen, graph.nodes.category[node]!, place);
  pen.fillStyle = CATEGORY_COLORS[categoryOf(graph, node)];
  pen.fill();
  if (!light?.chosen.has(node)) return;
  pen.lineWidth = 2.5;
  pen.strokeStyle = palette.ink;
  pen.stroke();
}

/** A ring around what stays whatever is filtered. */
function paintPin(pen: Pen, { places, palette }: Frame, node: number): void {
  const place = places.get(node);
  if (!place) return;
  pen.beginPath();
  pen.arc(place.x, place.y, place.radius * 1.3 + 3, 0, 2 * Math.PI);
  pen.closePath();
  pen.lineWidth = 1.5;
  pen.strokeStyle = palette.accent;
  pen.stroke();
}

/** How many a super-node stands for. */
function paintNumbers(
  pen: Pen,
  { clusters, palette, font, words }: Frame,
  widthOf: (text: string, fontSize: number) => number,
): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `${NUMBER_SIZE}px ${font}`;
  pen.fillStyle = palette.muted;
  for (const { hidden, place } of clusters) {
    const number = `+${formatCount(hidden, words)}`;
    if (widthOf(number, NUMBER_SIZE) < NUMBER_WIDTH * place.radius)
      pen.fillText(number, place.x, place.y + 0.5);
  }
}
