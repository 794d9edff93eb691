/** The other side of the sandbox: answers each task with its parts. */
import { parentPort } from 'node:worker_threads';
import { readParts } from './readers.ts';
import type { Task } from './sandbox.ts';

parentPort!.on('message', async ({ bytes, name, options }: Task) => {
  parentPort!.postMessage(await readParts(bytes, name, options));
});
