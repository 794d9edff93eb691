import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lock = readFileSync('package-lock.json', 'utf8');
const packages: Record<string, { optionalDependencies?: Record<string, string> }> =
  JSON.parse(lock).packages;

/** Where npm looks for a package that the one at `from` asks for: in its folder, then outwards. */
function places(name: string, from: string): string[] {
  const parts = from.split('/node_modules/');
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

// Beside node_modules, npm forgets the packages of other platforms (npm/cli#4828), and `npm ci`
// then refuses the lock file. `npm install --package-lock-only` without the folder mends it.
test('the lock file has every optional package that one of its packages asks for', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(name, from).some((at) => packages[at]),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
  // The package that makes the API reference is a folder of this one.
  expect(lock.replace('"resolved": "src/reference"', '')).not.toContain('"resolved"');
});
