import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Window } from '../graph/attributes.ts';
import { checkWindow, WIDEST_WINDOW } from '../graph/window.ts';

/** Arguments and options that several commands share. */
export const graphArgument = () => new Argument('<graph>', 'a .mailuo file');
export const inputsArgument = () =>
  new Argument('<inputs...>', 'files, folders, globs, or - for standard input');
export const jsonOption = () => new Option('--json', 'print JSON');
export const limitOption = (limit: number) =>
  new Option('--limit <n>', 'at most this many').default(limit).argParser(wholeNumber(1, 1e6));
/** @param usual what counts when it is not given */
export const windowOption = (usual: string) =>
  new Option(
    '--window <window>',
    `how near names must stand to co-occur: sentence, paragraph, or 1 to ${WIDEST_WINDOW} sentences (default: ${usual})`,
  ).argParser(toWindow);

function toWindow(value: string): Window {
  try {
    return checkWindow((/^\d+$/.test(value) ? Number(value) : value) as Window);
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

/** Parser of an option that is a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** Parser of an option that is a list of some of these, with commas between. */
export function listOf<T extends string>(choices: readonly T[]): (value: string) => T[] {
  return (value) =>
    value.split(',').map((part) => {
      const chosen = choices.find((choice) => choice === part.trim());
      if (chosen) return chosen;
      throw new InvalidArgumentError(`"${part}" is unknown; use ${choices.join(', ')}.`);
    });
}
