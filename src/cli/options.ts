import { Argument, Option } from 'commander';
import { CATEGORIES, RELATION_KINDS } from '../types.ts';
import { wholeNumber } from './output.ts';

/** Arguments and options that several commands share. */
export const graphArgument = () => new Argument('<graph>', 'a .mailuo file');
export const jsonOption = () => new Option('--json', 'print JSON');
export const categoryOption = () =>
  new Option('--category <category>', 'only entities of this category').choices(CATEGORIES);
export const relationOption = () =>
  new Option('--relation <relation>', 'only edges of this relation').choices(RELATION_KINDS);
export const limitOption = (limit: number) =>
  new Option('--limit <n>', 'at most this many').default(limit).argParser(wholeNumber(1, 1e6));
