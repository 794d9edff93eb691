import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Loading the segmenter takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    isolate: false,
  },
});
