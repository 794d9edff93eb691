import { existsSync } from 'node:fs';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Curation } from '../graph/decision.ts';
import { WIDEST_WINDOW, type Window } from '../graph/window.ts';
import { curationFile, readCuration, unknownNames } from '../store/curation.ts';
import type { Store } from '../store/file.ts';
import { message, wholeNumber } from './output.ts';

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

export const curationOption = () =>
  new Option(
    '--curation <file>',
    'decisions in YAML: merge, rename, drop … (default: X.curation.yaml beside X.mailuo, where there is one)',
  );

/** The decisions that are asked for, or those that lie beside the graph. */
export function curationFor(graph: string, file?: string): Curation | undefined {
  if (file !== undefined) return readCuration(file);
  const beside = curationFile(graph);
  return existsSync(beside) ? readCuration(beside) : undefined;
}

/** Say which decisions name what is not there. */
export function warnOfUnknown({ graph, documents }: Store): void {
  const curation = graph.getAttribute('curation');
  if (curation) for (const line of unknownNames(documents, curation)) message(`warning: ${line}`);
}

function toWindow(value: string): Window {
  if (value === 'sentence' || value === 'paragraph') return value;
  const sentences = Number(value);
  if (Number.isInteger(sentences) && sentences >= 1 && sentences <= WIDEST_WINDOW) return sentences;
  throw new InvalidArgumentError(
    `Give sentence, paragraph, or a whole number from 1 to ${WIDEST_WINDOW}.`,
  );
}
