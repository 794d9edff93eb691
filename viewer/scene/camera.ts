/** Moves of the camera. The panel covers a part of the scene, so "the middle" is that of what is left. */

import type Sigma from 'sigma';
import type { Coordinates } from 'sigma/types';
import type { Box } from '../data/community.ts';
import type { Camera } from '../state/state.ts';
import type { DrawnEdge } from './drawing.ts';
import type { DrawnNode } from './program.ts';

type Renderer = Sigma<DrawnNode, DrawnEdge>;

const BEGINNING: Camera = { x: 0.5, y: 0.5, ratio: 1 };
/** How near the camera goes to a small neighbourhood, and how far from a wide one. */
const NEAREST = 0.35;
const FARTHEST = 1.2;
/** The search box and the legend cover corners of what is fitted. */
const ROOM = 1.3;
const MARGIN = 40;
/** A name stands beside its node, and is wider than it is high. */
const NAME_MARGIN = 120;

interface Area {
  readonly width: number;
  readonly height: number;
}

/** Brings nodes into the free area; with `fit` they fill it, else the camera only goes as far as it must. */
export function bringIntoView(
  sigma: Renderer,
  keys: readonly string[],
  panel: HTMLElement,
  fit: boolean,
): void {
  const nodes = keys
    .map((key) => sigma.getNodeDisplayData(key))
    .filter((node) => node !== undefined);
  if (nodes.length > 0) frame(sigma, nodes, panel, fit ? NEAREST : null);
}

/** Fills the free area with a part of the graph. */
export function showBox(
  sigma: Renderer,
  { left, right, bottom, top }: Box,
  panel: HTMLElement,
): void {
  const corners = [
    { x: left, y: bottom },
    { x: right, y: top },
  ].map((corner) => sigma.viewportToFramedGraph(sigma.graphToViewport(corner)));
  frame(sigma, corners, panel, 0);
}

/** The part of the graph that is in view, in its own units. */
export function boxInView(sigma: Renderer): Box {
  const { width, height } = sigma.getDimensions();
  const [a, b] = [
    sigma.viewportToGraph({ x: 0, y: height }),
    sigma.viewportToGraph({ x: width, y: 0 }),
  ];
  return { left: a.x, right: b.x, bottom: a.y, top: b.y };
}

/** @param nearest how near the camera may come to fill the area with them; null only goes as far as it must */
function frame(
  sigma: Renderer,
  nodes: readonly Coordinates[],
  panel: HTMLElement,
  nearest: number | null,
): void {
  const free = freeArea(sigma, panel);
  const now = sigma.getCamera().ratio;
  const points = nodes.map((node) => sigma.framedGraphToViewport(node));
  const width = spread(points.map(({ x }) => x)) / Math.max(1, free.width - 2 * NAME_MARGIN);
  const height = spread(points.map(({ y }) => y)) / Math.max(1, free.height - 2 * MARGIN);
  const whole = now * Math.max(width, height);
  const ratio =
    nearest === null ? Math.max(now, whole) : Math.min(FARTHEST, Math.max(nearest, whole * ROOM));

  const target = { x: middle(nodes.map(({ x }) => x)), y: middle(nodes.map(({ y }) => y)) };
  // Where the middle of the free area falls when the camera looks straight at the target …
  const seen = sigma.viewportToFramedGraph(
    { x: free.width / 2, y: free.height / 2 },
    { cameraState: { ...target, angle: 0, ratio } },
  );
  // … is as far from the target as the camera must look to the other side.
  move(sigma, { x: 2 * target.x - seen.x, y: 2 * target.y - seen.y, ratio });
}

/** Where the camera is, or null where it was at the beginning. */
export function cameraOf(sigma: Renderer): Camera | null {
  const { x, y, ratio } = sigma.getCamera().getState();
  return isNear({ x, y, ratio }, BEGINNING) ? null : { x, y, ratio };
}

/** Goes where a view says, unless it is there. */
export function goTo(sigma: Renderer, camera: Camera | null): void {
  const wanted = camera ?? BEGINNING;
  if (!isNear(sigma.getCamera().getState(), wanted)) move(sigma, wanted);
}

export function showAll(sigma: Renderer): void {
  move(sigma, BEGINNING);
}

/** Nearer with a factor below 1. */
export function zoom(sigma: Renderer, factor: number): void {
  const { x, y, ratio } = sigma.getCamera().getState();
  move(sigma, { x, y, ratio: ratio * factor });
}

export function isCovered(sigma: Renderer, key: string, panel: HTMLElement): boolean {
  const node = sigma.getNodeDisplayData(key);
  if (!node) return false;
  const { x, y } = sigma.framedGraphToViewport(node);
  const { width, height } = freeArea(sigma, panel);
  return x < MARGIN || y < MARGIN || x > width - NAME_MARGIN || y > height - MARGIN;
}

/** The panel stands at the right edge of a wide window and at the bottom edge of a narrow one. */
function freeArea(sigma: Renderer, panel: HTMLElement): Area {
  const { width, height } = sigma.getDimensions();
  if (panel.hidden) return { width, height };
  const { left, top } = panel.getBoundingClientRect();
  return left > MARGIN ? { width: left, height } : { width, height: top };
}

function move(sigma: Renderer, state: Coordinates & { ratio: number }): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still) sigma.getCamera().setState(state);
  else void sigma.getCamera().animate(state, { duration: 400 });
}

/** As exact as an address says it. */
function isNear(a: Camera, b: Camera): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.ratio - b.ratio)) < 1e-4;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function middle(values: readonly number[]): number {
  return (Math.max(...values) + Math.min(...values)) / 2;
}
