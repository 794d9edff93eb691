import type { Command } from 'commander';
import { faint, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('entity', {
    arguments: { name: '<name>' },
    help: `Examples:
  $ mailuo entity docs.mailuo 智翔金泰
  $ mailuo entity docs.mailuo person:何友生 --json`,
    print({ key, label, aliases, ...measures }) {
      print(`${strong(label)} ${faint(key)}`);
      if (aliases.length > 0) print(`  also ${aliases.join('、')}`);
      for (const [name, value] of Object.entries(measures)) print(`  ${name} ${value}`);
    },
  });
}
