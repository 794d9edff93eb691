import type { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { factOf } from './fact.ts';
import { faint, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('path', {
    arguments: { from: '<from>', to: '<to>' },
    help: `A path is the better the fewer steps it has, statements count more than co-occurrence, more sentences
more than few, and a way through what is connected to everything counts less.

Examples:
  $ mailuo path docs.mailuo 何友生 智翔金泰
  $ mailuo path docs.mailuo 何友生 智翔金泰 --limit 3
  $ mailuo path docs.mailuo 何友生 智翔金泰 --relation verb,office
  $ mailuo path docs.mailuo 何友生 智翔金泰 --json`,
    print(paths, { from, to }) {
      if (paths.length === 0) {
        throw new MailuoError('NOT_FOUND', `no path from "${from}" to "${to}"`);
      }
      for (const [index, { hops }] of paths.entries()) {
        if (index > 0) print('');
        for (const { from: start, to: end, edges } of hops) {
          const [strongest] = edges;
          print(`${strong(start.label)} ${factOf(strongest!, start.key)} ${strong(end.label)}`);
          for (const { quote } of strongest!.evidence.slice(0, 1)) print(faint(`  ${quote}`));
        }
      }
    },
  });
}
