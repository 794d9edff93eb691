/** Files of what is shown, made in the page. */

import { toCsv } from '../../src/export/csv.ts';
import { toGexf } from '../../src/export/gexf.ts';
import type { Graph } from '../data/graph.ts';
import type { Source } from '../data/source.ts';
import type { Cut } from '../state/cut.ts';
import { shownGraph } from './shown.ts';

export function savePng(picture: HTMLCanvasElement): void {
  picture.toBlob((blob) => blob && save(blob, 'mailuo.png'), 'image/png');
}

export function saveSvg(svg: string): void {
  save(new Blob([svg], { type: 'image/svg+xml' }), 'mailuo.svg');
}

export async function saveGexf(graph: Graph, source: Source, cut: Cut): Promise<void> {
  const gexf = toGexf(await shownGraph(graph, source, cut), { mixed: true });
  save(new Blob([gexf], { type: 'application/gexf+xml' }), 'mailuo.gexf');
}

/** Two files, as for `mailuo export`; the mark tells Excel that they are UTF-8. */
export async function saveCsv(graph: Graph, source: Source, cut: Cut): Promise<void> {
  const { nodes, edges } = toCsv(await shownGraph(graph, source, cut));
  for (const [name, text] of [
    ['mailuo.nodes.csv', nodes],
    ['mailuo.edges.csv', edges],
  ] as const) {
    save(new Blob(['\ufeff', text], { type: 'text/csv' }), name);
  }
}

export function saveReport(report: string): void {
  save(new Blob([report], { type: 'text/markdown' }), 'mailuo.md');
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
