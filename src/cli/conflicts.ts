import type { Command } from 'commander';
import type { Conflict, Side } from '../query/conflicts.ts';
import { faint, message, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('conflicts', {
    arguments: {},
    help: `Two documents contradict each other when they give the same quantity of the same thing differently,
or when one asserts what the other denies. 32亿 and 32.1亿 agree, since one is the other rounded;
so do 近3000 and 2,987: with 近, 约, 超, 多 … figures agree within ten per cent.

Examples:
  $ mailuo conflicts docs.mailuo
  $ mailuo conflicts docs.mailuo --json`,
    print(conflicts, _, graph) {
      if (conflicts.length === 0) message('no two documents contradict each other');
      for (const conflict of conflicts) {
        print(strong(headline(conflict, (key) => graph.entity(key)!.label)));
        for (const side of conflict.sides) printSide(side);
      }
    },
  });
}

/** 智翔金泰 → 重庆国际生物城: 总投资 (元) */
function headline({ entities, about, unit }: Conflict, label: (key: string) => string): string {
  return `${entities.map(label).join(' → ')}: ${about}${unit ? ` (${unit})` : ''}`;
}

function printSide({ figure, status, quote, document, start, rule }: Side): void {
  print(`  ${figure ? `${figure.text} = ${figure.value}` : status}`);
  print(`    ${quote}`);
  print(faint(`      ${document}:${start} ${rule}`));
}
