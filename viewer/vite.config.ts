import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the page works below any path that it is served from.
  base: './',
  // Of these the page only needs what writes, without what Node needs for it.
  resolve: {
    alias: {
      'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
    },
  },
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    // One script: Sigma is imported late for the sake of its errors, not to load it apart.
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
