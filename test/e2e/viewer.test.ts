import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, saveStore } from '../../src/store/file.ts';
import { sampleFolder, start, succeed } from '../cli/run.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import { launch, MISSING, openViewer, REMEDY, type WatchedPage } from './browser.ts';

const folder = sampleFolder();
const servers: ChildProcessWithoutNullStreams[] = [];
let browser: Browser;

/** Serve a graph as `mailuo view` does; gives the address. */
async function view(graph: string): Promise<string> {
  const server = start(['view', graph, '--no-open'], folder);
  servers.push(server);
  const [url] = await once(createInterface({ input: server.stdout }), 'line');
  return url;
}

beforeAll(async () => {
  if (MISSING) return;
  browser = await launch();
});
beforeEach(({ skip }) => skip(MISSING, REMEDY));
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await browser?.close();
});

/** Every test ends with a page on which nothing went wrong and that asked nobody else. */
async function expectCalm({ problems, hosts }: WatchedPage, url: string): Promise<void> {
  expect(problems).toEqual([]);
  expect([...hosts]).toEqual([new URL(url).host]);
}

describe('the viewer on the sample', () => {
  let url: string;
  let page: WatchedPage;
  beforeAll(async () => {
    if (MISSING) return;
    await succeed(['build', 'sample', '-o', 'sample.mailuo'], folder);
    url = await view('sample.mailuo');
    page = await openViewer(browser, url);
  });

  test('shows the whole graph', async () => {
    const { graph } = await openStore(path.join(folder, 'sample.mailuo'));
    expect(await page.textContent('#status')).toContain(
      `${graph.order} / ${graph.order} 个实体，${graph.size} / ${graph.size} 条关系`,
    );
    await expectCalm(page, url);
  });

  test('draws nodes in the colour of their category, and hides a category that is switched off', async () => {
    const organizations = () => countPixels(page, [0x00, 0x72, 0xb2]);
    expect(await organizations()).toBeGreaterThan(100);
    await page.click('#toggle-organization');
    expect(await page.getAttribute('#toggle-organization', 'aria-pressed')).toBe('false');
    await expect.poll(organizations).toBe(0);
    await page.click('#toggle-organization');
    await expect.poll(organizations).toBeGreaterThan(100);
    await expectCalm(page, url);
  });

  test('hides what is not in the backbone, and counts what is left', async () => {
    const { graph } = await openStore(path.join(folder, 'sample.mailuo'));
    const { order, size } = graph;
    const kept = graph.filterEdges((_, { backbone }) => backbone).length;
    expect(kept).toBeLessThan(size);
    const shown = (edges: number) => `${order} / ${order} 个实体，${edges} / ${size} 条关系`;
    await page.click('#toggle-backbone');
    expect(await page.getAttribute('#toggle-backbone', 'aria-pressed')).toBe('true');
    expect(await page.textContent('#status')).toContain(shown(kept));
    await page.click('#toggle-backbone');
    expect(await page.textContent('#status')).toContain(shown(size));
    await expectCalm(page, url);
  });

  test('finds a name, shows its neighbours, and the sentences behind one of them', async () => {
    await page.fill('#search', '智翔金泰');
    await page.waitForSelector('#results [role=option]');
    await page.keyboard.press('Enter');
    const panel = page.locator('#panel');
    await panel.waitFor({ state: 'visible' });
    expect(await panel.locator('h2').textContent()).toContain('智翔金泰');

    const neighbor = panel.locator('.row').filter({ hasText: '重庆国际生物城' }).first();
    await neighbor.click();
    await panel.locator('blockquote').first().waitFor();
    const marks = await panel.locator('blockquote').first().locator('mark').allTextContents();
    expect(marks).toContain('智翔金泰');
    expect(marks).toContain('重庆国际生物城');
    await page.screenshot({ path: path.join(tmpdir(), 'mailuo-viewer.png') });
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    await expectCalm(page, url);
  });

  test('tells when nothing is found', async () => {
    await page.fill('#search', '不存在的名称');
    expect(await page.locator('#results').textContent()).toBe('没有找到');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    await expectCalm(page, url);
  });
});

describe('the viewer on hostile names', () => {
  const IMAGE = '<img src=x onerror=alert(1)>';
  let url: string;
  let page: WatchedPage;
  beforeAll(async () => {
    if (MISSING) return;
    await saveStore(path.join(folder, 'hostile.mailuo'), hostileStore([IMAGE, ...HOSTILE_NAMES]));
    url = await view('hostile.mailuo');
    page = await openViewer(browser, url);
  });

  test('shows them as text', async () => {
    await page.fill('#search', '<img');
    expect(await page.locator('#results .name').allTextContents()).toEqual([IMAGE]);
    await page.keyboard.press('Enter');
    const panel = page.locator('#panel');
    expect(await panel.locator('h2').textContent()).toBe(IMAGE);
    await panel.locator('.row').first().click();
    await panel.locator('blockquote').first().waitFor();
    expect(await panel.locator('mark').allTextContents()).toContain(IMAGE);
    expect(await page.locator('img, body script, iframe').count()).toBe(0);
    await expectCalm(page, url);
  });

  test('shows the evidence of the node with the most of them', async () => {
    await page.fill('#search', '巴南区');
    await page.keyboard.press('Enter');
    const rows = page.locator('#panel .row');
    expect(await rows.count()).toBe(2 * (HOSTILE_NAMES.length + 1));
    expect(await rows.locator('.name').allTextContents()).toContain('<script>alert(1)</script>');
    await expectCalm(page, url);
  });
});

/** Pixels of the drawn graph that have exactly this colour. */
async function countPixels(page: WatchedPage, color: readonly number[]): Promise<number> {
  const png = (await page.locator('#scene').screenshot()).toString('base64');
  return page.evaluate(
    async ({ source, wanted }) => {
      const image = Object.assign(new Image(), { src: source });
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((value, channel) => data[i + channel] === value)) count++;
      }
      return count;
    },
    { source: `data:image/png;base64,${png}`, wanted: color },
  );
}
