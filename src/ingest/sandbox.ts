import { Worker } from 'node:worker_threads';
import type { Part } from './content.ts';
import { type Kind, kindOf } from './kind.ts';
import type { ReadOptions } from './options.ts';
import { readParts, reasonOf } from './readers.ts';

/** What the worker is asked. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

/** Reads files where one that hangs, or takes all memory, can be stopped. */
export interface Sandbox {
  /** As `readParts`; a file that takes too long or breaks its reader is a reason. */
  read(bytes: Uint8Array, name: string, options: ReadOptions): Promise<readonly Part[]>;
  close(): Promise<void>;
}

/** Readers that need neither time nor memory beyond that of the text, unless cells hold markup. */
const SAFE: ReadonlySet<Kind> = new Set(['text', 'csv', 'tsv', 'json']);
/** In megabytes; the memory of PDFs is not counted, and has a limit of its own. */
const WORKER_MEMORY = 2048;

/** Run from its source, as in tests, the worker is TypeScript too and needs the loader. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const LOADER = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
});`;

/** One worker, started when it is first needed and again when it had to be stopped. */
export function openSandbox(): Sandbox {
  let worker: Worker | undefined;
  const stop = async () => {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };
  return {
    async read(bytes, name, options) {
      try {
        if (await isSafe(bytes, name, options)) return await readParts(bytes, name, options);
        worker ??= startWorker();
        return await answer(worker, { bytes, name, options });
      } catch (error) {
        await stop();
        return [{ name: '', reason: reasonOf(error) }];
      }
    },
    close: stop,
  };
}

/** Whether a file needs no worker; what no reader takes needs none either. */
async function isSafe(bytes: Uint8Array, name: string, options: ReadOptions): Promise<boolean> {
  const kind = await kindOf(bytes, name, options.encoding).catch(() => undefined);
  if (kind === undefined || kind === 'text') return true;
  return (
    SAFE.has(kind) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('</')
  );
}

function startWorker(): Worker {
  const script = FROM_SOURCE ? LOADER : new URL('./worker.js', import.meta.url);
  const worker = new Worker(script, {
    eval: FROM_SOURCE,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY },
  });
  worker.unref();
  return worker;
}

/** @throws Error when the worker does not answer in time, or dies */
function answer(worker: Worker, task: Task): Promise<readonly Part[]> {
  const { timeout } = task.options;
  return new Promise<readonly Part[]>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`it took more than ${timeout / 1000} s; raise --timeout`)),
      timeout,
    );
    worker.removeAllListeners();
    worker.once('message', resolve).once('error', reject);
    worker.once('message', () => clearTimeout(timer)).once('error', () => clearTimeout(timer));
    worker.ref();
    worker.postMessage(task);
  }).finally(() => worker.unref());
}
