/** How nodes and edges look in a given state: Sigma's reducers, as pure functions. */

import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';
import { type Palette, readPalette } from './palette.ts';
import type { Selection, State } from './state.ts';

export interface Look {
  readonly palette: Palette;
  readonly hidden: State['hidden'];
  readonly backbone: boolean;
  /** The selected nodes: none, one, or a pair. */
  readonly chosen: ReadonlySet<string>;
  /** These and their neighbours, or null when the whole graph is lit. */
  readonly lit: ReadonlySet<string> | null;
}

export function lookOf(drawing: Drawing, { hidden, backbone, selection }: State): Look {
  const chosen = new Set(chosenBy(selection));
  const lit =
    selection?.kind === 'node'
      ? new Set([selection.key, ...drawing.neighbors(selection.key)])
      : selection && chosen;
  return { palette: readPalette(), hidden, backbone, chosen, lit };
}

function chosenBy(selection: Selection): readonly string[] {
  if (selection === null) return [];
  return selection.kind === 'node' ? [selection.key] : [selection.source, selection.target];
}

export function seenNode(
  { palette, hidden, chosen, lit }: Look,
  key: string,
  data: DrawnNode,
): Partial<NodeDisplayData> {
  const seen = { ...data, hidden: hidden.has(data.category) };
  if (!lit) return seen;
  if (!lit.has(key)) return { ...seen, label: null, color: palette.faded, zIndex: 0 };
  return { ...seen, highlighted: chosen.has(key), zIndex: 1 };
}

export function seenEdge(
  { palette, backbone, chosen, lit }: Look,
  ends: readonly [string, string],
  data: DrawnEdge,
): Partial<EdgeDisplayData> {
  const color = data.type === 'bold' ? palette.arrow : palette.line;
  const hidden = backbone && !data.backbone;
  if (!lit) return { ...data, label: null, color, hidden };
  const inside = ends.every((end) => lit.has(end)) && ends.some((end) => chosen.has(end));
  if (inside) return { ...data, color: palette.lit, zIndex: 1 };
  // As a thin line, so that it is drawn below every edge that is lit.
  return { label: null, color: palette.ghost, type: 'thin', size: 1, zIndex: 0, hidden };
}
