import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest begin first, so that no core waits for the last of them. */
const SLOW = ['readme', 'cli/large', 'cli/build', 'cli/usage', 'cli/kill', 'cli/interrupt'];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = SLOW.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return place < 0 ? SLOW.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const common = {
  // Loading the segmenter takes seconds on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: 'threads',
  isolate: false,
} as const;

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    // The default leaves a core to the main thread, which has next to nothing to do.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A browser that draws in software needs both cores; two of them take five times as long.
        test: {
          ...common,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
