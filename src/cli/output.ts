import { once } from 'node:events';
import { styleText } from 'node:util';
import { jsonParts } from '../json.ts';

/** Print a line of data. */
export function print(line: string): void {
  process.stdout.write(`${harmless(line)}\n`);
}

/** Without characters by which a document could command the terminal; those that colour are ours. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/(?!\x1b\[\d+m)[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, ' ');
}

/** Print lines of data one by one, waiting where the reader is slow. */
export async function printAll(lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) await write(`${line}\n`);
}

/** Print a text as it is, waiting where the reader is slow. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Print a value as indented JSON, item by item, waiting where the reader is slow. */
export async function printJson(value: unknown): Promise<void> {
  for (const text of jsonParts(value)) await write(text);
  await write('\n');
}

/** Print a line for the user, beside the data. */
export function message(line: string): void {
  process.stderr.write(`${harmless(line)}\n`);
}

/** Bold on a terminal. */
export function strong(text: string): string {
  return process.stdout.isTTY ? styleText('bold', text) : text;
}

/** Dim on a terminal. */
export function faint(text: string): string {
  return process.stdout.isTTY ? styleText('dim', text) : text;
}
