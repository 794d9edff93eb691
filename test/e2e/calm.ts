import { expect } from 'vitest';
import type { WatchedPage } from './browser.ts';

/** Every test ends with a page on which nothing went wrong and that asked nobody else. */
export function expectCalm({ problems, hosts }: WatchedPage, url: string): void {
  expect(problems).toEqual([]);
  expect([...hosts].filter((host) => host !== new URL(url).host)).toEqual([]);
}
