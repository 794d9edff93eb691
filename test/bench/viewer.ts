/**
 * What the viewer costs: `npm run build && npm run bench:viewer`, with a graph of 50,000 nodes and
 * 500,000 edges and with the sample, or with a graph of one's own: `npm run bench:viewer docs.mailuo`.
 * Prints milliseconds of the main thread on the processor, megabytes of heap and bytes of the HTML file; of a
 * file also what the server needs. Needs the browser of the tests (`sh test/setup.sh`).
 */
import { toHtml } from '../../src/page/html.ts';
import { openGraph } from '../../src/store/opengraph.ts';
import { launch, openViewer, type WatchedPage } from '../e2e/browser.ts';
import { type Served, sampleStore, serveStore } from '../e2e/served.ts';
import { syntheticColumns } from '../e2e/synthetic.ts';

const KEYS = 'shengwu';
const MOVES = 30;

const browser = await launch();
const [file] = process.argv.slice(2);
if (file) await measureFile(file);
else await measureOwn();
await browser.close();

async function measureOwn(): Promise<void> {
  const store = await sampleStore();
  const columns = JSON.stringify(syntheticColumns(50_000, 500_000));
  await measure('50,000 nodes, 500,000 edges', await serveStore(store, { '/api/view': columns }));
  await measure('the sample', await serveStore(store));
  console.log(`HTML file of the sample: ${Buffer.byteLength(await toHtml(store))} bytes`);
}

async function measureFile(name: string): Promise<void> {
  const graph = await openGraph(name);
  const served = await serveStore(graph);
  for (const path of ['', 'api/view', 'api/view/evidence?edges=0', 'api/view/document?number=0']) {
    const before = process.cpuUsage();
    await (await fetch(served.url + path)).arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    console.log(`/${path}: ${((user + system) / 1000).toFixed(0)} ms of the server`);
  }
  await measure(name, served);
  graph.close();
}

async function measure(what: string, served: Served): Promise<void> {
  const page = await openViewer(browser, served.url);
  const { meter } = page;
  const opening = await meter.total();
  const heap = await meter.heap();
  const key = (await meter.work(() => type(page))) / KEYS.length;
  await page.keyboard.press('Escape');
  const hover = (await meter.work(() => wander(page))) / MOVES;
  const filter = await meter.work(() =>
    page.evaluate(() => document.getElementById('toggle-place')?.click()),
  );
  await page.context().close();
  served.close();
  const costs = { opening, 'a key': key, 'a hover': hover, 'a filter': filter };
  const told = Object.entries(costs).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`);
  console.log(`${what}: ${told.join(', ')}, heap ${(heap / 1e6).toFixed(0)} MB`);
}

async function type(page: WatchedPage): Promise<void> {
  await page.keyboard.press('/');
  for (const key of KEYS) await page.keyboard.press(key);
}

async function wander(page: WatchedPage): Promise<void> {
  for (let i = 0; i < MOVES; i++) await page.mouse.move(400 + 15 * i, 300 + 8 * i);
}
