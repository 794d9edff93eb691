import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest begin first, so that no core waits for the last of them. */
const SLOW = ['cli/large', 'cli/build', 'e2e/large', 'e2e/viewer', 'store/incremental', 'readme'];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = SLOW.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return place < 0 ? SLOW.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { sequencer: SlowFirst },
    // Loading the segmenter takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // The default leaves a core to the main thread, which has next to nothing to do.
    maxWorkers: '100%',
    isolate: false,
  },
});
