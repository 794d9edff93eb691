import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Reduced } from '../graph/build.ts';
import type { Curation } from '../graph/decision.ts';
import { curationFile, readCuration, unknownNames } from '../store/curation.ts';
import { message } from './output.ts';

/** What the commands share that build a graph by the decisions of a user. */
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
export function warnOfUnknown({ table, documents }: Reduced): void {
  const { curation } = table.attributes;
  if (curation) for (const line of unknownNames(documents, curation)) message(`warning: ${line}`);
}
