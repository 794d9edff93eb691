import type { BrowserContext, Page } from 'playwright-core';

/** Measures what a page costs on the processor, which other processes do not make longer by much. */
export interface Meter {
  /** Milliseconds of the page's main thread since it was made: script, and what follows from it. */
  total(): Promise<number>;
  /** The same that something takes, with what it does in the next frames. */
  work(work: () => Promise<unknown>): Promise<number>;
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
  // `ScriptDuration` leaves out what goes on after a promise, which is nearly all of the opening.
  const total = async () => 1000 * (await metric('TaskDuration'));
  return {
    total,
    async work(work) {
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
