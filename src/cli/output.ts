import { once } from 'node:events';
import { styleText } from 'node:util';
import { InvalidArgumentError } from 'commander';

/** Print a line of data. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Print lines of data one by one, waiting where the reader is slow. */
export async function printAll(lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Print a line for the user, beside the data. */
export function message(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Bold on a terminal. */
export function strong(text: string): string {
  return process.stdout.isTTY ? styleText('bold', text) : text;
}

/** Dim on a terminal. */
export function faint(text: string): string {
  return process.stdout.isTTY ? styleText('dim', text) : text;
}

/** Parser of an option that is a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
