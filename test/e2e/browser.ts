import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

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

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** A page with what went wrong on it. */
export interface WatchedPage extends Page {
  /** Errors, warnings and dialogs. */
  readonly problems: string[];
  /** Hosts that were asked for anything. */
  readonly hosts: Set<string>;
}

/** Open the viewer and wait until it is drawn. */
export async function openViewer(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    // Without animations there is nothing to wait for.
    reducedMotion: 'reduce',
  });
  const problems: string[] = [];
  const hosts = new Set<string>();
  const page = Object.assign(await context.newPage(), { problems, hosts });
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
