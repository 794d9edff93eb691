import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { toHtml } from '../../src/page/html.ts';
import { saveStore } from '../../src/store/file.ts';
import { succeed, temporaryFolder } from '../cli/run.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import { launch, MISSING, openViewer, REMEDY, SMALL, type WatchedPage } from './browser.ts';
import { expectCalm } from './calm.ts';
import { type Served, sampleStore, serveStore } from './served.ts';

const folder = temporaryFolder();
let browser: Browser;
beforeAll(async () => {
  if (!MISSING) browser = await launch();
});
beforeEach(({ skip }) => skip(MISSING, REMEDY));
afterAll(() => browser?.close());

describe('files of what is shown', () => {
  let served: Served;
  let page: WatchedPage;
  beforeAll(async () => {
    if (MISSING) return;
    served = await serveStore(await sampleStore());
    page = await openViewer(browser, `${served.url}#without=person`);
  });
  afterAll(() => served?.close());

  async function saved(id: string): Promise<Buffer> {
    await page.click('#save summary');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(id)]);
    expect(await page.locator('.menu').isVisible()).toBe(false);
    return readFile(await download.path());
  }

  it.each([1, 2, 4])('PNG at %d times the size of the screen', async (scale) => {
    const png = await saved(`#save-png-${scale}`);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280 * scale, 800 * scale]);
    expect(png.length).toBeGreaterThan(20_000 * scale);
  });

  test('SVG with names that are text, in which a filter moves nothing and restyles nothing', async () => {
    const nodes = (svg: string) =>
      new Set(svg.match(/<path [^>]*fill="#(?:0072B2|009E73|D55E00|CC79A7)"[^>]*>/g));
    const few = (await saved('#save-svg')).toString();
    expect(XMLValidator.validate(few)).toBe(true);
    expect(few).toMatch(/<text [^>]*>巴南区<\/text>/);
    expect(few).toMatch(/<text [^>]*>[^<]+ 等 \d+ 个<\/text>/);
    await page.click('#toggle-person');
    const all = (await saved('#save-svg')).toString();
    await page.click('#toggle-person');
    const { graph } = await sampleStore();
    expect(nodes(all).size).toBe(graph.order);
    expect(nodes(few).size).toBeLessThan(graph.order);
    expect([...nodes(few)].filter((node) => !nodes(all).has(node))).toEqual([]);
  });

  test('GEXF with what passes the filter, and its first quotes', async () => {
    const { graph } = await sampleStore();
    const gexf = parse(MultiGraph, (await saved('#save-gexf')).toString());
    const shown = graph.filterNodes((_, { category }) => category !== 'person');
    expect(gexf.nodes().sort()).toEqual(shown.sort());
    const edge = gexf.findEdge((_, { relation }) => relation === 'verb')!;
    expect(gexf.getEdgeAttribute(edge, 'quote')).not.toBe('');
    expect(gexf.getEdgeAttribute(edge, 'weight')).toBe(graph.getEdgeAttribute(edge, 'weight'));
  });

  test('a report of what is selected, with quotes and sources', async () => {
    expect(await page.locator('#save-report').isDisabled()).toBe(true);
    await page.fill('#search', '智翔金泰');
    await page.keyboard.press('Enter');
    const report = (await saved('#save-report')).toString();
    expect(report.startsWith('# 重庆智翔金泰生物制药股份有限公司\n')).toBe(true);
    expect(report).toContain('## 重庆智翔金泰生物制药股份有限公司 落户 → 重庆国际生物城');
    expect(report).toMatch(/> .*智翔金泰.*\n>\n> — .*02-zhixiang-jintai\.md/);
    await page.keyboard.press('Escape');
  });

  test('says so when the sentences cannot be loaded', async () => {
    await page.route('**/api/view/evidence*', (route) => route.abort());
    await page.click('#save summary');
    await page.click('#save-gexf');
    await page.locator('#unsaved').waitFor();
    await page.unroute('**/api/view/evidence*');
    await saved('#save-gexf');
    expect(await page.locator('#unsaved').count()).toBe(0);
    // The failure is logged, as it should be.
    page.problems.length = 0;
  });

  test('CSV of nodes and of edges', async () => {
    const downloads: Promise<string>[] = [];
    page.on('download', (download) =>
      downloads.push(download.path().then((file) => readFile(file, 'utf8'))),
    );
    await page.click('#save summary');
    await page.click('#save-csv');
    await expect.poll(() => downloads.length).toBe(2);
    const [nodes, edges] = await Promise.all(downloads);
    expect(nodes!.startsWith('\ufeffId,Label,')).toBe(true);
    expect(nodes).toContain('place:巴南区,巴南区,place');
    expect(nodes).not.toContain('person:');
    expect(edges!.startsWith('\ufeffSource,Target,Type,Id,Label,Weight')).toBe(true);
    expectCalm(page, served.url);
  });
});

describe('one HTML file', () => {
  test('opens from the disk, shows everything, and asks nobody', async () => {
    const store = await sampleStore();
    const { graph } = store;
    await saveStore(path.join(folder, 'sample.mailuo'), store);
    await succeed(['export', 'sample.mailuo', '-o', 'sample.html'], folder);
    const file = path.join(folder, 'sample.html');
    expect((await readFile(file)).length).toBeLessThan(1.5e6);

    const { href } = pathToFileURL(file);
    const page = await openViewer(browser, href);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expect(await page.textContent('#status')).toContain(`${graph.order} / ${graph.order}`);
    await page.fill('#search', 'zxjt');
    await page.keyboard.press('Enter');
    const panel = page.locator('#panel');
    await panel.locator('.fact', { hasText: '落户' }).locator('.weight').first().click();
    await panel.locator('blockquote').first().waitFor();
    expect(await panel.locator('mark').allTextContents()).toContain('智翔金泰');
    await panel.locator('.quote').first().click();
    await panel.locator('.mention').first().waitFor();
    await page.fill('#search', '落户');
    await page.waitForSelector('#results .passage');
    await page.goBack();
    await panel.locator('blockquote').first().waitFor();
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(page.problems).toEqual([]);
  });

  test('holds a view of the graph, when one is asked for', async () => {
    await succeed(['export', 'sample.mailuo', '-o', 'verbs.html', '--relation', 'verb'], folder);
    const page = await openViewer(
      browser,
      pathToFileURL(path.join(folder, 'verbs.html')).href,
      SMALL,
    );
    const { graph } = await sampleStore();
    const verbs = graph.filterEdges((_, { relation }) => relation === 'verb').length;
    expect(await page.textContent('#status')).toContain(`${verbs} / ${verbs} 条关系`);
    expect(page.problems).toEqual([]);
  });

  test('shows hostile names as text', async () => {
    const file = path.join(folder, 'hostile.html');
    await writeFile(file, await toHtml(hostileStore(HOSTILE_NAMES)));
    const page = await openViewer(browser, pathToFileURL(file).href, SMALL);
    await page.fill('#search', '<script>');
    const name = page.locator('#results .name').first();
    expect(await name.textContent()).toBe('<script>alert(1)</script>');
    expect(page.problems).toEqual([]);
  });

  test('of an empty graph says so', async () => {
    const { graph, documents } = hostileStore([]);
    const empty = new MultiGraph({ type: 'mixed' }) as typeof graph;
    empty.replaceAttributes(graph.getAttributes());
    const file = path.join(folder, 'empty.html');
    await writeFile(file, await toHtml({ graph: empty, documents }));
    const page = await openViewer(browser, pathToFileURL(file).href, SMALL);
    expect(await page.textContent('#message')).toContain('图谱是空的');
    expect(page.problems).toEqual([]);
  });
});
