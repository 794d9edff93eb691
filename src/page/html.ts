import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { MailuoError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { archiveOf } from './archive.ts';
import { columnsOf, numberingOf } from './columns.ts';

/** Where the built viewer lies: beside the compiled library. */
export const VIEWER_FOLDER = fileURLToPath(new URL('../../dist/viewer', import.meta.url));

/**
 * The viewer with a graph, its documents and all evidence in one HTML file, which opens by a double
 * click and asks nobody for anything: its policy allows no request and no script but its own.
 * @throws MailuoError `NOT_FOUND` when the viewer has not been built
 *
 * @example
 * await writeFile('graph.html', await toHtml(await openStore('docs.mailuo')));
 */
export async function toHtml(store: Store): Promise<string> {
  const { html, script, style, icon } = await viewerParts();
  const numbering = numberingOf(store.graph);
  const data = { columns: columnsOf(store, numbering), archive: archiveOf(store, numbering) };
  const packed = await promisify(gzip)(JSON.stringify(data), { level: 9 });
  const policy = `default-src 'none'; script-src '${hash(script)}'; style-src '${hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}" />`,
    `<style>${style}</style>`,
    `<script type="module">${script}</script>`,
  ];
  const embedded = `<script type="text/plain" id="mailuo-data">${packed.toString('base64')}</script>`;
  // Functions, since a replacement text would have its $ read.
  return html
    .replace(/<(?:link|script)\b[^>]*(?:href|src)="\.\/assets\/[^>]*>(?:<\/script>)?\s*/g, '')
    .replace('</head>', () => `${head.join('\n')}\n</head>`)
    .replace('</body>', () => `${embedded}\n</body>`);
}

async function viewerParts() {
  const read = async (name: string) => {
    try {
      return await readFile(path.join(VIEWER_FOLDER, name), 'utf8');
    } catch (cause) {
      const message = `${path.join(VIEWER_FOLDER, name)}: the viewer is not there; run "npm run build"`;
      throw new MailuoError('NOT_FOUND', message, { cause });
    }
  };
  const html = await read('index.html');
  const asset = async (extension: string) => {
    const name = new RegExp(`"\\./(assets/[^"]+\\.${extension})"`).exec(html)?.[1];
    return read(name ?? `assets/*.${extension}`);
  };
  const [script, style, icon] = await Promise.all([asset('js'), asset('css'), asset('svg')]);
  return { html, script: escaped(script), style, icon };
}

/** Program text in which no string ends the element that holds it. */
function escaped(script: string): string {
  return script.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3C');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
