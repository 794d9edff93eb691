import type { Command } from 'commander';
import { faint, print } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('top', {
    arguments: {},
    help: `Examples:
  $ mailuo top docs.mailuo
  $ mailuo top docs.mailuo --by betweenness --category person --limit 10
  $ mailuo top docs.mailuo --by documents --json`,
    print(entities, { by }) {
      for (const { label, category, ...measures } of entities) {
        print(`${label} ${faint(`${category}, ${by} ${Number(measures[by].toPrecision(3))}`)}`);
      }
    },
  });
}
