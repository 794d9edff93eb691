import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { saveStore } from '../../src/store/file.ts';
import type { Store } from '../../src/store/store.ts';
import { start, temporaryFolder } from '../cli/run.ts';
import { HOSTILE_NAMES, hostileStore } from '../export/hostile.ts';
import {
  countPixels,
  goTo,
  launch,
  MISSING,
  openViewer,
  REMEDY,
  SMALL,
  type WatchedPage,
} from './browser.ts';
import { expectCalm } from './calm.ts';
import { type Served, sampleStore, serveStore } from './served.ts';

let browser: Browser;
let store: Store;
let served: Served;
/** Opened once for all tests of the sample; each part begins with the view that it needs. */
let page: WatchedPage;

beforeAll(async () => {
  if (MISSING) return;
  browser = await launch();
  store = await sampleStore();
  served = await serveStore(store);
  page = await openViewer(browser, served.url);
});
beforeEach(({ skip }) => skip(MISSING, REMEDY));
afterAll(async () => {
  served?.close();
  await browser?.close();
});

const panel = (page: WatchedPage) => page.locator('#panel');
const status = (page: WatchedPage) => page.textContent('#status');

/** Find a name as a reader does. */
async function find(page: WatchedPage, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await page.waitForSelector('#results [role=option]');
  await page.keyboard.press('Enter');
  await panel(page).waitFor({ state: 'visible' });
}

describe('the overview', () => {
  test('shows all of a small graph, and says so', async () => {
    const { order, size } = store.graph;
    expect(await status(page)).toBe(`显示 ${order} / ${order} 个实体，${size} / ${size} 条关系`);
    expectCalm(page, served.url);
  });

  const COLORS: [category: string, color: [number, number, number]][] = [
    ['organization', [0x00, 0x72, 0xb2]],
    ['place', [0x00, 0x9e, 0x73]],
    ['person', [0xd5, 0x5e, 0x00]],
    ['program', [0xcc, 0x79, 0xa7]],
  ];
  const pixels = () =>
    countPixels(
      page,
      COLORS.map(([, color]) => color),
    );
  const least = () => pixels().then((counts) => Math.min(...counts));

  test('draws every category in its colour', async () => {
    expect(await least()).toBeGreaterThan(100);
  });

  it.each(COLORS)('hides %s by the legend, and nothing else', async (category) => {
    await page.click(`#toggle-${category}`);
    expect(await page.getAttribute(`#toggle-${category}`, 'aria-pressed')).toBe('false');
    const hidden = COLORS.map(([name]) => name === category);
    await expect.poll(async () => (await pixels()).map((count) => count < 100)).toEqual(hidden);
    await page.click(`#toggle-${category}`);
  });

  test('draws again what the legend brings back', async () => {
    await expect.poll(least).toBeGreaterThan(100);
    expectCalm(page, served.url);
  });

  test('shows fewer entities and relations as the sliders say', async () => {
    await page.fill('#detail', '30');
    const [nodes] = (await status(page))!.match(/\d+/g)!.map(Number);
    expect(nodes).toBeLessThan(store.graph.order / 2);
    expect(nodes).toBeGreaterThan(20);
    await page.click('#legend summary');
    await page.fill('#min-weight', '3');
    const edges = Number((await status(page))!.match(/\d+/g)![2]);
    expect(edges).toBeLessThanOrEqual(
      store.graph.filterEdges((_, { weight }) => weight >= 3).length,
    );
    await page.click('#toggle-backbone');
    const backbone = Number((await status(page))!.match(/\d+/g)![2]);
    expect(backbone).toBeLessThanOrEqual(edges);
    await page.click('#toggle-cooccurrence');
    expect(page.url()).toContain('without=cooccurrence');
    await page.click('#clear');
    expect(await status(page)).toMatch(new RegExp(`^显示 ${nodes} / `));
    expectCalm(page, served.url);
  });
});

describe('filters and sculpting', () => {
  const shown = async () => (await status(page))!.match(/\d+/g)!.map(Number);
  beforeAll(async () => {
    if (!MISSING) await goTo(page);
  });

  test('of documents show what these say, and every other value what it would show', async () => {
    const planned = page.locator('#toggle-planned small');
    const before = Number(await planned.textContent());
    await page.click('#documents summary');
    await page.locator('#documents .option', { hasText: '智翔金泰' }).first().click();
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('in')).toContain('zhixiang');
    const id = store.documents.find((one) => one.id.includes('zhixiang'))!.id;
    const edges = store.graph.filterEdges((_, { evidence }) =>
      evidence.some(({ document }) => document === id),
    );
    const [nodes, , drawn] = await shown();
    expect(drawn).toBe(Math.min(edges.length, 3 * nodes!));
    expect(Number(await planned.textContent())).toBeLessThan(before);
    await page.click('#documents summary');
  });

  test('of predicates show what they relate', async () => {
    await page.click('#clear');
    await page.click('#predicates summary');
    await page.fill('#predicates .narrow', '落户');
    await page.locator('#predicates .option').first().click();
    const edges = store.graph.filterEdges((_, { label }) => label === '落户');
    expect((await shown())[2]).toBe(edges.length);
    await page.click('#predicates summary');
    await page.click('#clear');
  });

  test('of time are brushed over the sentences, and moved by keys', async () => {
    const bars = (await page.locator('.histogram').boundingBox())!;
    await page.mouse.move(bars.x + bars.width * 0.4, bars.y + 20);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width - 1, bars.y + 20, { steps: 3 });
    await page.mouse.up();
    expect(page.url()).toMatch(/since=\d{4}-\d\d/);
    const [fewer] = await shown();
    expect(fewer).toBeGreaterThan(0);
    expect(fewer).toBeLessThan(store.graph.order);
    await page.focus('#until');
    await page.keyboard.press('ArrowLeft');
    expect(page.url()).toMatch(/until=\d{4}-\d\d/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.url()).not.toContain('since=');
  });

  test('around an entity, and by hand, are taken back and done again', async () => {
    await find(page, '巴南区');
    await page.click('#around');
    const [near] = await shown();
    expect(near).toBe(store.graph.getNodeAttribute('place:巴南区', 'degree') + 1);
    await page.click('#depth-2');
    expect((await shown())[0]).toBeGreaterThan(near!);
    await page.click('#clear');
    await page.keyboard.press('p');
    expect(await page.getAttribute('#pin', 'aria-pressed')).toBe('true');
    await page.keyboard.press('h');
    expect(await panel(page).isVisible()).toBe(false);
    expect((await shown())[0]).toBe(store.graph.order - 1);
    await page.click('#undo');
    await page.click('#undo');
    await expect.poll(() => page.url()).not.toContain('pin=');
    expect(page.url()).not.toContain('hide=');
    await page.click('#redo');
    await expect.poll(() => page.url()).toContain('pin=');
    await page.click('#redo');
    await expect.poll(() => page.url()).toContain('hide=');
    expectCalm(page, served.url);
  });
});

describe('search', () => {
  beforeAll(async () => {
    if (!MISSING) await goTo(page);
  });

  const QUERIES: [by: string, query: string, first: string][] = [
    ['label', '何友生', '何友生'],
    ['alias', '智翔金泰', '重庆智翔金泰生物制药股份有限公司'],
    ['part', '国际生物', '重庆国际生物城'],
    ['pinyin', 'zhixiang', '重庆智翔金泰生物制药股份有限公司'],
    ['initials', 'bnqw', '巴南区委'],
  ];
  it.each(QUERIES)('finds by %s: %s', async (_, query, first) => {
    await page.fill('#search', query);
    await page.waitForSelector('#results [role=option]');
    expect(await page.locator('#results .name').first().textContent()).toBe(first);
  });

  test('lists predicates and sentences after names, and all by arrow keys', async () => {
    await page.fill('#search', '落户');
    await page.waitForSelector('#results .passage');
    expect(await page.locator('#results .predicate').first().textContent()).toContain('落户');
    await page.keyboard.press('ArrowUp');
    const last = page.locator('#results [role=option]').last();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#panel .text .here', { state: 'attached' });
    expect(page.url()).toContain('document=');
    expectCalm(page, served.url);
  });

  test('of a predicate lists what it relates', async () => {
    await page.fill('#search', '落户');
    await page.locator('#results .predicate').first().click();
    expect(await panel(page).locator('h2').textContent()).toBe('落户');
    expect(await panel(page).locator('.row').count()).toBeGreaterThan(0);
    expectCalm(page, served.url);
  });

  test('tells when nothing is found', async () => {
    await page.fill('#search', '不存在的名称');
    expect(await page.locator('#no-results').textContent()).toBe('没有找到');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.inputValue('#search')).toBe('');
    expectCalm(page, served.url);
  });
});

describe('reading', () => {
  beforeAll(async () => {
    if (!MISSING) await goTo(page);
  });

  test('a card tells names, counts and facts by predicate with direction and status', async () => {
    await find(page, '智翔金泰');
    const text = await panel(page).textContent();
    expect(text).toContain('又名：智翔金泰');
    expect(text).toMatch(/1 篇文档 · 提及 \d+ 次 · \d+ 个相邻实体/);
    const fact = panel(page).locator('.fact', { hasText: '落户' }).first();
    expect(await fact.getAttribute('data-direction')).toBe('→');
    expect(await fact.locator('.name').allTextContents()).toContain('重庆国际生物城');
    expect(await page.textContent('#live')).toMatch(
      /^重庆智翔金泰.*机构.*个相邻实体。重庆智翔金泰.*个句子$/,
    );
    expectCalm(page, served.url);
  });

  test('a timeline opens the sentences of a time', async () => {
    await panel(page).locator('.bars button:enabled').last().click();
    await panel(page).locator('.told blockquote').first().waitFor();
    const title = await panel(page).locator('.told h4').textContent();
    expect(title).toMatch(/^\d{4}/);
    expect(await panel(page).locator('.told mark').allTextContents()).toContain('智翔金泰');
    await panel(page).locator('.bars [aria-expanded=true]').click();
    expect(await panel(page).locator('.told').count()).toBe(0);
  });

  test('an edge shows its sentences with both names and the predicate marked', async () => {
    const fact = panel(page).locator('.fact', { hasText: '落户' }).first();
    await fact.locator('.weight').first().click();
    await panel(page).locator('blockquote').first().waitFor();
    const quote = panel(page).locator('section').first().locator('blockquote').first();
    const marks = await quote.locator('mark').allTextContents();
    expect(marks).toEqual(expect.arrayContaining(['智翔金泰', '落户', '重庆国际生物城']));
    expect(await quote.locator('.predicate-mark').textContent()).toBe('落户');
    const text = await panel(page).textContent();
    expect(text).toMatch(/\d+ 个独立句子，\d+ 篇文档/);
    expect(text).toMatch(/NPMI -?\d\.\d\d · G² -?\d+\.\d · .*主干/);
    expect(text).toContain('规则 ');
    expect(await page.textContent('#live')).toMatch(/落户 重庆国际生物城.*个句子。.*智翔金泰/);
    expectCalm(page, served.url);
  });

  test('a pair tells which neighbours both have, and which only one of them', async () => {
    const ends = ['organization:重庆智翔金泰生物制药股份有限公司', 'place:重庆国际生物城'];
    const [a, b] = ends.map((end) => new Set(store.graph.neighbors(end))) as [never, never];
    const both = [...(a as Set<string>)].filter((one) => (b as Set<string>).has(one));
    expect(await page.textContent('#shared h3')).toBe(`共同的相邻实体：${both.length} 个`);
    expect(await panel(page).locator('#shared .chip').count()).toBe(Math.min(12, both.length));
    expect(await panel(page).locator('#only-b .chip').count()).toBeGreaterThan(0);
  });

  test('a sentence opens its document, in which every name leads to its card', async () => {
    await panel(page).locator('.quote').first().click();
    const here = panel(page).locator('.here');
    await here.waitFor({ state: 'attached' });
    const box = await here.boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y).toBeLessThan(800);
    await panel(page).locator('.mention', { hasText: '巴南区' }).first().click();
    expect(await panel(page).locator('h2').textContent()).toBe('巴南区');
    expectCalm(page, served.url);
  });

  test('the back button takes back each step', async () => {
    await page.goBack();
    await panel(page).locator('.text').waitFor();
    await page.goBack();
    await panel(page).locator('blockquote').first().waitFor();
    await page.goBack();
    expect(await panel(page).locator('h2').textContent()).toContain('智翔金泰');
    await page.goBack();
    expect(await panel(page).isVisible()).toBe(false);
    expectCalm(page, served.url);
  });

  test('a path shows each step with a sentence, and several ways', async () => {
    await find(page, '何友生');
    await page.click('#path-from');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('越南');
    await page.keyboard.press('Enter');
    await panel(page).locator('.path blockquote').first().waitFor();
    const first = panel(page).locator('.path').first();
    expect(await first.locator('summary').textContent()).toMatch(/何友生 › .* › 越南/);
    const hops = await first.locator('li').count();
    expect(hops).toBeGreaterThan(1);
    expect(await first.locator('blockquote').count()).toBe(hops);
    const ways = await panel(page).locator('.path').count();
    expect(ways).toBeGreaterThan(1);
    expect(ways).toBeLessThanOrEqual(5);
    expectCalm(page, served.url);
  });

  test('any two are compared, and seen alone with what they share', async () => {
    await find(page, '何友生');
    await page.click('#compare-from');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('京东');
    await page.keyboard.press('Enter');
    await panel(page).locator('#shared').waitFor();
    expect(await panel(page).locator('h2').textContent()).toBe('何友生京东');
    await page.click('#isolate');
    const [nodes] = (await status(page))!.match(/\d+/g)!.map(Number);
    const shared = Number((await page.textContent('#shared h3'))!.match(/\d+/)![0]);
    expect(nodes).toBe(2 + shared);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.waitForSelector('#compare-from');
    await page.keyboard.press('Control+z');
    await panel(page).locator('.path blockquote').first().waitFor();
    expectCalm(page, served.url);
  });

  test('a link reopens the same view', async () => {
    const text = await panel(page).textContent();
    const other = await openViewer(browser, page.url());
    await panel(other).locator('.path blockquote').first().waitFor();
    expect(await panel(other).textContent()).toBe(text);
    await other.context().close();
  });
});

describe('the particulars of a statement', () => {
  const PARTICULARS = ['time', 'quantity', 'source'] as const;
  it.each(PARTICULARS)('%s stands with its sentence', async (name) => {
    const edge = store.graph.findEdge((_, { evidence }) => evidence.some((one) => one[name]))!;
    const { evidence } = store.graph.getEdgeAttributes(edge);
    const { time, quantity, source } = evidence.find((one) => one[name])!;
    const words = { time: time?.text, quantity: quantity?.[0]?.text, source }[name]!;
    const [pair, to] = store.graph.extremities(edge);
    await goTo(page, `${new URLSearchParams({ pair, to })}`);
    await panel(page).locator('blockquote').first().waitFor();
    const told = () => panel(page).locator('.particular b').allTextContents();
    await expect.poll(async () => (await told()).join('\n')).toContain(words);
  });
});

describe('the scene', () => {
  test('lights up what the pointer is on, and a click opens its card', async () => {
    // Whatever an earlier test looked at.
    await goTo(page, 'look=0.5 0.5 1');
    const isOnNode = () => page.locator('#scene.pointing').count();
    // Down the middle, where the graph is dense, until the pointer is on a node.
    const columns = [633, 619, 647, 605, 661];
    const places = columns.flatMap((x) => Array.from({ length: 100 }, (_, i) => [x, 100 + 6 * i]));
    for (const [x, y] of places) {
      if ((await isOnNode()) > 0) break;
      await page.mouse.move(x!, y!);
    }
    expect(await isOnNode()).toBe(1);
    await page.mouse.down();
    await page.mouse.up();
    await panel(page).locator('.fact').first().waitFor();
    expect(page.url()).toContain('#node=');
    expectCalm(page, served.url);
  });

  test('shows where a place lies', async () => {
    await goTo(page, 'node=place:二圣镇');
    const above = panel(page).locator('.above-places .name');
    await expect.poll(() => above.allTextContents()).toEqual(['重庆', '巴南区']);
  });
});

describe('the table', () => {
  test('lists what is shown, sorts, and shows the relations of a node', async () => {
    await goTo(page);
    await page.keyboard.press('t');
    const rows = page.locator('#table tbody tr');
    expect(await rows.count()).toBe(store.graph.order);
    await page.getByRole('button', { name: '相邻' }).click();
    const degrees = (await rows.locator('td:last-child').allTextContents()).map(Number);
    expect(degrees).toEqual(degrees.toSorted((a, b) => b - a));
    await page.click('#toggle-person');
    expect(await rows.count()).toBe(
      store.graph.filterNodes((_, { category }) => category !== 'person').length,
    );
    await rows.locator('.chip', { hasText: '巴南区' }).first().click();
    expect(await page.locator('#table caption').textContent()).toMatch(/的 \d+ 条关系/);
    expectCalm(page, served.url);
  });
});

describe('by keyboard', () => {
  test('arrows go from neighbour to neighbour, Escape leaves, and ? tells the keys', async () => {
    await goTo(page, 'node=place:巴南区');
    await expect.poll(() => panel(page).locator('h2').textContent()).toBe('巴南区');
    const title = () => panel(page).locator('h2').textContent();
    await page.locator('#scene').focus();
    const visited = new Set([await title()]);
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown']) {
      await page.keyboard.press(key);
      visited.add(await title());
    }
    expect(visited.size).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    expect(await panel(page).isVisible()).toBe(false);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).toContain('展开选中的实体');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expectCalm(page, served.url);
  });
});

describe('hostile names', () => {
  const IMAGE = '<img src=x onerror=alert(1)>';
  const NAMES = [IMAGE, '\u202e倒写\u202c', ...HOSTILE_NAMES];
  let page: WatchedPage;
  let hostile: Served;
  beforeAll(async () => {
    if (MISSING) return;
    hostile = await serveStore(hostileStore(NAMES));
    page = await openViewer(browser, hostile.url);
  });
  afterAll(() => hostile?.close());

  test('are shown as text', async () => {
    await page.fill('#search', '<img');
    expect(await page.locator('#results .name').first().textContent()).toBe(IMAGE);
    await page.keyboard.press('Enter');
    expect(await panel(page).locator('h2').textContent()).toBe(IMAGE);
    await panel(page).locator('.row .weight').first().click();
    await panel(page).locator('blockquote').first().waitFor();
    expect(await panel(page).locator('mark').allTextContents()).toContain(IMAGE);
    expect(await page.locator('img, body script, iframe').count()).toBe(0);
    expectCalm(page, hostile.url);
  });

  test('do not keep a node from showing its relations, nor the scene from being drawn', async () => {
    await page.fill('#search', '巴南区');
    await page.keyboard.press('Enter');
    const names = panel(page).locator('.fact .name');
    expect(await names.allTextContents()).toContain('<script>alert(1)</script>');
    await page.keyboard.press('t');
    expect(await page.locator('#table tbody tr').count()).toBe(2 * NAMES.length);
    expectCalm(page, hostile.url);
  });
});

test('mailuo view serves the page, with a strict policy', async () => {
  const folder = temporaryFolder();
  await saveStore(path.join(folder, 'sample.mailuo'), store);
  const server = start(['view', 'sample.mailuo', '--no-open'], folder);
  const [url] = await once(createInterface({ input: server.stdout }), 'line');
  const response = await fetch(url);
  expect(response.headers.get('content-security-policy')).toContain(
    "default-src 'none'; script-src 'self'",
  );
  const page = await openViewer(browser, url, SMALL);
  expect(await status(page)).toContain(`${store.graph.order} / ${store.graph.order}`);
  await goTo(page, `${new URLSearchParams({ pair: 'place:巴南区', to: 'person:何友生' })}`);
  await panel(page).locator('.quote').first().click();
  await panel(page).locator('.here .mention').first().waitFor();
  expectCalm(page, url);
  server.kill('SIGKILL');
});
