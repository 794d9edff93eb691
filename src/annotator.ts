import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from './lexicon/table.ts';
import { VERSION } from './version.ts';

/**
 * What the annotations of a document depend on beside the document and the user's preferences, in a
 * line that people can compare: `mailuo 0.1.0, model 3fa2c81e, lexicon 91bc02aa, nodejieba`.
 * @param segmenter name of the engine that cuts the words
 */
export function annotatorVersion(segmenter: string): string {
  return [
    `mailuo ${VERSION}`,
    `model ${digestOf(path.join(DATA_FOLDER, 'model'))}`,
    `lexicon ${digestOf(path.join(DATA_FOLDER, 'lexicon'))}`,
    segmenter,
  ].join(', ');
}

/** Of the names and contents of the files in a folder. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 8);
}
