import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { WIDEST_WINDOW, type Window } from '../graph/window.ts';
import { CATEGORIES, RELATION_KINDS, type RelationKind } from '../types.ts';
import { wholeNumber } from './output.ts';

/** Arguments and options that several commands share. */
export const graphArgument = () => new Argument('<graph>', 'a .mailuo file');
export const jsonOption = () => new Option('--json', 'print JSON');
export const categoryOption = () =>
  new Option('--category <category>', 'only entities of this category').choices(CATEGORIES);
export const limitOption = (limit: number) =>
  new Option('--limit <n>', 'at most this many').default(limit).argParser(wholeNumber(1, 1e6));
export const windowOption = () =>
  new Option(
    '--window <window>',
    `how near names must stand to co-occur: sentence, paragraph, or 1 to ${WIDEST_WINDOW} sentences (default: sentence, or as the file has it)`,
  ).argParser(toWindow);

/** The same view of the edges for every command, as `EdgeFilter` takes it. */
export function addEdgeFilter(command: Command): Command {
  return command
    .option('--backbone', 'only statements, and co-occurrence that stands out')
    .option('--min-weight <n>', 'only edges with this many sentences', wholeNumber(1, 1e9))
    .addOption(
      new Option(
        '--relation <list>',
        `only edges of these, separated by commas: ${RELATION_KINDS.join(', ')}`,
      ).argParser(relationList),
    );
}

function toWindow(value: string): Window {
  if (value === 'sentence' || value === 'paragraph') return value;
  const sentences = Number(value);
  if (Number.isInteger(sentences) && sentences >= 1 && sentences <= WIDEST_WINDOW) return sentences;
  throw new InvalidArgumentError(
    `Give sentence, paragraph, or a whole number from 1 to ${WIDEST_WINDOW}.`,
  );
}

/** May be given several times: lists add up. */
function relationList(value: string, previous: readonly RelationKind[] = []): RelationKind[] {
  const relations = value.split(',').map((part) => {
    const relation = RELATION_KINDS.find((known) => known === part.trim());
    if (relation) return relation;
    throw new InvalidArgumentError(`Allowed choices are ${RELATION_KINDS.join(', ')}.`);
  });
  return [...previous, ...relations];
}
