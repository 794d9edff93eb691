import type { BrowserContext, Page } from 'playwright-core';

/** Measures what a page costs on the processor, which other processes do not make longer by much. */
export interface Meter {
  /** Milliseconds of script since the page was made. */
  total(): Promise<number>;
  /** Milliseconds of script that something takes, with what it does in the next frames. */
  script(work: () => Promise<unknown>): Promise<number>;
  /** Bytes that are in use when all garbage is gone. */
  heap(): Promise<number>;
}

export async function meterOf(page: Page, context: BrowserContext): Promise<Meter> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (name: string): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((one) => one.name === name)!.value;
  };
  const total = async () => 1000 * (await metric('ScriptDuration'));
  return {
    total,
    async script(work) {
      const before = await total();
      await work();
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      return (await total()) - before;
    },
    async heap() {
      await session.send('HeapProfiler.collectGarbage');
      return metric('JSHeapUsedSize');
    },
  };
}
