import { Command } from 'commander';
import type { Candidate } from '../graph/candidate.ts';
import type { Edge } from '../graph/edge.ts';
import { type Changes, diff } from '../query/diff.ts';
import { openStore } from '../store/file.ts';
import { jsonOption, limitOption } from './options.ts';
import { faint, message, print, printJson, strong } from './output.ts';

const SIGNS = { new: '+', lost: '-', strengthened: '↑', weakened: '↓' } as const;

/** With its support before, where there was any. */
type Counted<T> = T & { readonly before?: number };

export function command(): Command {
  return new Command('diff')
    .description('Show what is new, lost, stronger and weaker in a graph')
    .argument('<old>', 'a .mailuo file')
    .argument('<new>', 'another')
    .addOption(limitOption(20))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Entities are weighed by their documents, relations by their independent sentences. An entity that got
another label or category is a lost one and a new one. --json prints all, whatever the limit.

Examples:
  $ cp docs.mailuo before.mailuo && mailuo build docs/ -o docs.mailuo
  $ mailuo diff before.mailuo docs.mailuo
  $ mailuo diff before.mailuo docs.mailuo --json`,
    )
    .action(
      async (older: string, newer: string, { limit, json }: { limit: number; json?: boolean }) => {
        const [before, after] = [await openStore(older), await openStore(newer)];
        const found = diff(before.graph, after.graph);
        if (json) return printJson(found);
        printChanges<Counted<Candidate>>('entities', found.entities, limit, entityLine);
        printChanges<Counted<Edge>>('relations', found.relations, limit, relationLine);
        return undefined;
      },
    );
}

function printChanges<T>(
  title: string,
  changes: Changes<T>,
  limit: number,
  lineOf: (item: T) => string,
): void {
  for (const [kind, sign] of Object.entries(SIGNS)) {
    const items = changes[kind as keyof typeof SIGNS];
    if (items.length === 0) continue;
    print(strong(`${items.length} ${kind} ${title}`));
    for (const item of items.slice(0, limit)) print(`  ${sign} ${lineOf(item)}`);
    if (items.length > limit) print(faint(`    and ${items.length - limit} more; see --limit`));
  }
  if (Object.values(changes).every(({ length }) => length === 0)) message(`no changes of ${title}`);
}

function entityLine({ key, documents, before }: Counted<Candidate>): string {
  return `${key} ${faint(`(${support(documents, before)} documents)`)}`;
}

function relationLine({ source, label, status, target, weight, before }: Counted<Edge>): string {
  const claim = status === 'asserted' ? label : `${label} (${status})`;
  return `${source} ${claim} ${target} ${faint(`(${support(weight, before)} sentences)`)}`;
}

/** 3, or 2 → 3. */
function support(now: number, before: number | undefined): string {
  return before === undefined ? `${now}` : `${before} → ${now}`;
}
