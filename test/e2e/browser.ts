import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Meter, meterOf } from './meter.ts';

/** Where the browser is: Debian's, unless the environment says otherwise. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Where a person runs the tests it may be missing; in CI its absence is a failure. */
export const MISSING = !existsSync(CHROMIUM) && !process.env['CI'];
export const REMEDY = `${CHROMIUM} is not there; run "sh test/setup.sh", or set CHROMIUM`;

/** Software rendering, and nothing that calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
];

/** @param more arguments beside those of all tests */
export function launch(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, ...more] });
}

/** A page with what went wrong on it. */
export interface WatchedPage extends Page {
  /** Errors, warnings and dialogs. */
  readonly problems: string[];
  /** Hosts that were asked for anything. */
  readonly hosts: Set<string>;
  readonly meter: Meter;
}

/** A window that is drawn sooner, for tests that do not look at the scene. */
export const SMALL: BrowserContextOptions = { viewport: { width: 700, height: 500 } };

/** Open the viewer and wait until it is drawn. */
export async function openViewer(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    // Without animations there is nothing to wait for.
    reducedMotion: 'reduce',
    ...options,
  });
  const problems: string[] = [];
  const hosts = new Set<string>();
  const bare = await context.newPage();
  const meter = await meterOf(bare, context);
  const page = Object.assign(bare, { problems, hosts, meter });
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) problems.push(line.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(host);
  });
  await page.goto(url);
  await page.waitForSelector('body[data-ready=true]');
  return page;
}

/** Go to another view of the page that is open, which is much faster than to open another one. */
export async function goTo(page: Page, hash = ''): Promise<void> {
  await page.evaluate((wanted) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    location.hash = wanted;
  }, hash);
}

/** Pixels of the page that have exactly each of these colours. */
export async function countPixels(
  page: Page,
  colors: readonly (readonly number[])[],
): Promise<number[]> {
  const png = (await page.locator('#scene').screenshot()).toString('base64');
  return page.evaluate(
    async ({ source, all }) => {
      const image = Object.assign(new Image(), { src: source });
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return all.map((wanted) => {
        let count = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (wanted.every((value, channel) => data[i + channel] === value)) count++;
        }
        return count;
      });
    },
    { source: `data:image/png;base64,${png}`, all: colors },
  );
}
