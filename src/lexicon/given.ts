import path from 'node:path';
import { MailuoError } from '../errors.ts';
import { DATA_FOLDER, readTable } from './table.ts';

/** Where the package keeps how common characters are in given names. */
export const GIVEN_FILE = path.join(DATA_FOLDER, 'model', 'given.tsv');

/** Levels of how common a character is in given names; 0 is what is no character of a name. */
export const GIVEN_LEVELS = 5;

/**
 * 每个字在人名的名字里常见的程度，与它在一般文字里相比：「则、率」少，「鑫、婷」多。
 * Learned from lists of names and unlabelled text by `npm run train:given`; a line for each level from
 * 1 (rarely) to 4 (often).
 * @returns the level of each code unit
 * @throws MailuoError `INVALID_FILE` when the file cannot be read, with the line of a wrong level
 */
export function loadGiven(file: string = GIVEN_FILE): Uint8Array {
  const levels = new Uint8Array(0x10000);
  for (const { columns, place } of readTable(file, { min: 2, max: 2 })) {
    const [level, characters] = columns as [string, string];
    if (!/^[1-4]$/.test(level)) {
      throw new MailuoError('INVALID_FILE', `${place}: "${level}" is no level from 1 to 4`);
    }
    for (const character of characters) levels[character.charCodeAt(0)] = Number(level);
  }
  return levels;
}
