/** The canvas's colours, read from style/base.css so that both themes stand in one place. */

export interface Palette {
  readonly background: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  /** Nodes outside the neighbourhood that is lit up. */
  readonly faded: string;
  /** Edges outside it. */
  readonly ghost: string;
  readonly accent: string;
  readonly line: string;
  readonly arrow: string;
  readonly lit: string;
  /** Super-nodes, and the lines between them. */
  readonly cluster: string;
  readonly link: string;
  /** Names of communities. */
  readonly community: string;
  /** Outlines of communities, which lie above the background as a breath of colour. */
  readonly tints: readonly string[];
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    background: read('background'),
    surface: read('surface'),
    ink: read('ink'),
    muted: read('muted'),
    faded: read('faded'),
    ghost: read('ghost'),
    accent: read('accent'),
    line: read('line'),
    arrow: read('arrow'),
    lit: read('lit'),
    cluster: read('cluster'),
    link: read('link'),
    community: read('community'),
    tints: ['tint-1', 'tint-2', 'tint-3', 'tint-4'].map(read),
  };
}
