/** All that a picture depends on. */

import type { Graph } from '../data/graph.ts';
import type { Cluster, Link } from '../state/cluster.ts';
import type { Strings } from '../words/words.ts';
import type { Hull, Point } from './hull.ts';
import type { Light } from './light.ts';
import type { Palette } from './palette.ts';

export interface Place extends Point {
  readonly radius: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Frame {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
  /** Nodes that are drawn, and where. */
  readonly places: ReadonlyMap<number, Place>;
  /** Super-nodes, by community. */
  readonly clusters: readonly (Cluster & { readonly place: Place })[];
  readonly links: readonly Link[];
  /** With corners on the screen. */
  readonly hulls: readonly Hull[];
  /** One edge for each pair that is drawn. */
  readonly lines: readonly number[];
  readonly light: Light | null;
  /** The node under the pointer. */
  readonly hovered: number | null;
  readonly pinned: ReadonlySet<number>;
  readonly palette: Palette;
  readonly font: string;
  readonly words: Strings;
  /** Where controls lie on the scene, and no name could be read. */
  readonly covered: readonly Box[];
}
