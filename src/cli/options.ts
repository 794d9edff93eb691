import { Argument, InvalidArgumentError, Option } from 'commander';
import { WIDEST_WINDOW, type Window } from '../graph/window.ts';
import { wholeNumber } from './output.ts';

/** Arguments and options that several commands share. */
export const graphArgument = () => new Argument('<graph>', 'a .mailuo file');
export const jsonOption = () => new Option('--json', 'print JSON');
export const limitOption = (limit: number) =>
  new Option('--limit <n>', 'at most this many').default(limit).argParser(wholeNumber(1, 1e6));
export const windowOption = () =>
  new Option(
    '--window <window>',
    `how near names must stand to co-occur: sentence, paragraph, or 1 to ${WIDEST_WINDOW} sentences (default: sentence, or as the file has it)`,
  ).argParser(toWindow);

function toWindow(value: string): Window {
  if (value === 'sentence' || value === 'paragraph') return value;
  const sentences = Number(value);
  if (Number.isInteger(sentences) && sentences >= 1 && sentences <= WIDEST_WINDOW) return sentences;
  throw new InvalidArgumentError(
    `Give sentence, paragraph, or a whole number from 1 to ${WIDEST_WINDOW}.`,
  );
}
