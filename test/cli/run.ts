import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MAIN = path.join(ROOT, 'dist/cli/main.js');

export const SAMPLE = path.join(ROOT, 'data/sample');

/** What a command did. */
export interface Run {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that is removed after the tests of the file (or the describe block) that asks for it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Such a folder with the sample documents in `sample/`. */
export function sampleFolder(): string {
  const folder = temporaryFolder();
  cpSync(SAMPLE, path.join(folder, 'sample'), { recursive: true });
  return folder;
}

/** Start the built command line, as a user does. */
export function start(
  args: readonly string[],
  cwd: string,
  nodeArgs: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  if (!existsSync(MAIN)) throw new Error('dist/ is missing; run "npm run build" first');
  return spawn(process.execPath, [...nodeArgs, MAIN, ...args], { cwd });
}

/** Run a command to its end. */
export async function run(
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
): Promise<Run> {
  const child = start(args, cwd);
  child.stdin.on('error', () => {
    // The command may end without reading its input.
  });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status: child.exitCode, stdout, stderr };
}

/** Run a command that has to succeed. */
export async function succeed(
  args: readonly string[],
  cwd: string,
  input: string | Uint8Array = '',
): Promise<Run> {
  const result = await run(args, cwd, input);
  expect(result.status, `mailuo ${args.join(' ')}\n${result.stderr}`).toBe(0);
  return result;
}

/** The values of JSON lines. */
export function jsonLines<T>(stdout: string): T[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
