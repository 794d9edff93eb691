/** What is written into a picture: names of nodes, communities and super-nodes, and what lit lines say. */

import { type Graph, isStatement, predicateOf } from '../data/graph.ts';
import type { Frame } from './frame.ts';
import { padded } from './hull.ts';
import { type LabelCandidate, placeLabels } from './labels.ts';
import type { Light } from './light.ts';
import type { Pen } from './pen.ts';

/** Names of edges are only readable among few. */
const MOST_EDGE_LABELS = 60;
/** Names of the most important nodes may cover several small ones, which show when one comes nearer, and of many more one. */
const MOST_COVERING = 20;
const MORE_COVERING = 40;
/** Names of the largest super-nodes may cover others too. */
const MOST_COVERING_CLUSTERS = 12;
/** The names of small parts at the edge would drown those of landmarks. */
const MOST_NAMED_CLUSTERS = 60;
/** How far outside of its members a community is named, in pixels. */
const NAME_PADDING = 26;
/** A name that is longer stands in its short form beside others. */
const LONG = 8;

export function paintNames(
  pen: Pen,
  frame: Frame,
  widthOf: (text: string, fontSize: number) => number,
): void {
  const { palette, font, light } = frame;
  const candidates = [
    ...nodeLabels(frame),
    ...(light ? edgeLabels(frame, light) : [...clusterLabels(frame), ...hullLabels(frame)]),
  ];
  const discs = [...frame.places].filter(([node]) => !light || light.nodes.has(node));
  // Super-nodes are pale: a name on one can be read.
  const places = discs.map(([, place]) => place);
  const labels = placeLabels(candidates, places, frame, widthOf, frame.covered);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.lineJoin = 'round';
  pen.lineWidth = 3.5;
  pen.strokeStyle = palette.background;
  for (const { text, left, top, height, fontSize, color } of labels) {
    pen.font = `${fontSize}px ${font}`;
    pen.strokeText(text, left + 1, top + height / 2);
    pen.fillStyle = color;
    pen.fillText(text, left + 1, top + height / 2);
  }
}

function nodeLabels({ graph, places, light, hovered, palette, pinned }: Frame): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  for (const [node, place] of places) {
    const isLit = !light || light.nodes.has(node);
    if (!isLit && node !== hovered) continue;
    const label = graph.nodes.label[node]!;
    const isChosen = light?.chosen.has(node) ?? false;
    // Numbers are ranks.
    const rank = (isChosen ? 4e9 : node === hovered ? 3e9 : pinned.has(node) ? 2e9 : 0) - node;
    const texts = [label, ...shorter(label, graph.nodes.aliases[node]!)];
    const fontSize = Math.round(Math.min(isChosen ? 17 : 15, 10.5 + place.radius / 4));
    const isWanted = isChosen || node === hovered;
    const mayCover = isWanted ? 'anything' : coverOf(node);
    candidates.push({ texts, ...place, fontSize, rank, color: palette.ink, mayCover });
  }
  return candidates;
}

function coverOf(rank: number): LabelCandidate['mayCover'] {
  if (rank < MOST_COVERING) return 'much';
  return rank < MORE_COVERING ? 'little' : 'nothing';
}

/** The shortest other name, where the full one finds no room. */
function shorter(label: string, aliases: readonly string[]): string[] {
  const short = aliases
    .filter((alias) => alias.length >= 2 && alias.length < label.length)
    .sort((a, b) => a.length - b.length);
  return short.slice(0, 1);
}

/** The names of a few nodes: all of them, or only the first. */
function namesOf({ nodes }: Graph, top: readonly number[], comma: string): string[] {
  const names = top.map((node) => {
    const label = nodes.label[node]!;
    return label.length > LONG ? (shorter(label, nodes.aliases[node]!)[0] ?? label) : label;
  });
  return names.length > 1 ? [names.join(comma), names[0]!] : names;
}

/** Super-nodes are told among the nodes, the largest early. */
function clusterLabels({ graph, clusters, palette, words }: Frame): LabelCandidate[] {
  return clusters.slice(0, MOST_NAMED_CLUSTERS).map(({ top, place }, i) => ({
    texts: namesOf(graph, top, words.comma),
    ...place,
    fontSize: 12,
    rank: -10 - 3 * i,
    color: palette.muted,
    mayCover: i < MOST_COVERING_CLUSTERS ? 'little' : 'nothing',
  }));
}

/** A community is named at the upper edge of its outline. */
function hullLabels({ graph, hulls, palette, words }: Frame): LabelCandidate[] {
  return hulls.map(({ top, members, corners }, i) => {
    const outline = padded(corners, NAME_PADDING);
    const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
    return {
      texts: namesOf(graph, top, words.comma).map((names) => words.community(names, members)),
      x: (Math.min(...xs) + Math.max(...xs)) / 2,
      y: Math.min(...ys),
      radius: 0,
      fontSize: 12,
      rank: -3 - 3 * i,
      color: palette.community,
      mayCover: 'little',
    };
  });
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
    return [{ texts, x, y, radius: 0, fontSize: 11, rank, color, mayCover: 'nothing' }];
  });
}

const widthCache = new Map<string, number>();
const MOST_CACHED = 20_000;

/** Widths grow with the size of the font, so each text is measured once. */
export function createMeasure(
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
