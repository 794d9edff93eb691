import { existsSync } from 'node:fs';

/** The folder of training corpora beside the project. */
export const SHARED = '../shared';

/** End the program, and say why, where the corpora are not. */
export function requireShared(): void {
  if (existsSync(SHARED)) return;
  console.log(
    `${SHARED} is not here: the training corpora are not part of the project. Nothing done.`,
  );
  process.exit(0);
}

/** A way to print lines with the seconds since now. */
export function timedLog(): (line: string) => void {
  const started = performance.now();
  return (line) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}
