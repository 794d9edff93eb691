import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { goTo, launch, MISSING, openViewer, REMEDY, type WatchedPage } from './browser.ts';
import { expectCalm } from './calm.ts';
import { type Served, sampleStore, serveStore } from './served.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NODE = `node=${encodeURIComponent('place:巴南区')}`;
const PAIR = `pair=${encodeURIComponent('place:巴南区')}&to=${encodeURIComponent('person:何友生')}`;
const DOCUMENT = 'document=data%2Fsample%2F01-banan-press-conference.txt&at=61';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  if (MISSING) return;
  browser = await launch();
  served = await serveStore(await sampleStore());
});
beforeEach(({ skip }) => skip(MISSING, REMEDY));
afterAll(async () => {
  served?.close();
  await browser?.close();
});

async function open(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  return openViewer(browser, served.url, options);
}

async function expectNothingSerious(page: WatchedPage): Promise<void> {
  if (!(await page.evaluate('window.axe'))) await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
  expect(told).toEqual([]);
}

describe('axe-core finds nothing serious', () => {
  let page: WatchedPage;
  beforeAll(async () => {
    if (!MISSING) page = await open();
  });

  const PAGES: [what: string, hash: string, there: string][] = [
    ['in the overview', '', '#legend'],
    ['on the card of a node', NODE, '#panel .fact'],
    ['in a document', DOCUMENT, '#panel .mention'],
    ['in the table', 'table=1', '#table'],
    ['on the card of a pair', PAIR, '#panel blockquote'],
  ];
  it.each(PAGES)('%s', async (_, hash, there) => {
    await goTo(page, hash);
    await page.locator(there).first().waitFor();
    await expectNothingSerious(page);
  });

  test('in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNothingSerious(page);
  });
});

describe('on a phone', () => {
  let page: WatchedPage;
  beforeAll(async () => {
    if (MISSING) return;
    page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await goTo(page, NODE);
    await page.locator('#panel .fact').first().waitFor();
  });

  test('axe-core finds nothing serious', () => expectNothingSerious(page));

  test('the panel is a sheet at the bottom, and buttons are large enough for a finger', async () => {
    const sheet = (await page.locator('#panel').boundingBox())!;
    expect([sheet.x, sheet.width, sheet.y + sheet.height]).toEqual([0, 390, 844]);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, summary, input')]
        .map((element) => ({
          id: element.id || element.className,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0)
        .filter(({ box }) => box.height < 44 || box.left < 0 || box.right > innerWidth)
        .map(({ id, box }) => `${id}: ${box.height} high, from ${box.left} to ${box.right}`),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.locator('#panel .neighbor').first().tap();
    expect(page.url()).not.toContain(NODE);
    expectCalm(page, served.url);
  });
});

describe('in English', () => {
  test('speaks the language of the browser, and changes it', async () => {
    const page = await open({ locale: 'en-GB' });
    expect(await page.textContent('#status')).toMatch(/^Showing \d+ \/ \d+ entities/);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.click('#language');
    expect(await page.textContent('#status')).toMatch(/^显示/);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    expectCalm(page, served.url);
    await page.context().close();
  });
});

describe('without WebGL', () => {
  test('shows a table and says why, and the cards work', async () => {
    const without = await launch('--disable-3d-apis');
    const page = await openViewer(without, served.url);
    expect(await page.locator('#table .warning').textContent()).toContain('WebGL');
    const { graph } = await sampleStore();
    expect(await page.locator('#table tbody tr').count()).toBe(graph.order);
    await page.locator('#table .chip').first().click();
    expect(await page.locator('#panel .fact').count()).toBeGreaterThan(0);
    await without.close();
  });
});
