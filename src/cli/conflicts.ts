import { Command } from 'commander';
import { type Conflict, conflicts, type Side } from '../query/conflicts.ts';
import { openStore } from '../store/file.ts';
import { graphArgument, jsonOption } from './options.ts';
import { faint, message, print, printJson, strong } from './output.ts';

export function command(): Command {
  return new Command('conflicts')
    .description('Show where documents contradict each other, with their sentences')
    .addArgument(graphArgument())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Two documents contradict each other when they give the same quantity of the same thing differently,
or when one asserts what the other denies. 32亿 and 32.1亿 agree, since one is the other rounded;
so do 近3000 and 2,987: with 近, 约, 超, 多 … figures agree within ten per cent.

Examples:
  $ mailuo conflicts docs.mailuo
  $ mailuo conflicts docs.mailuo --json`,
    )
    .action(async (file: string, { json }: { json?: boolean }) => {
      const store = await openStore(file);
      const found = conflicts(store);
      if (json) return printJson(found);
      if (found.length === 0) message('no two documents contradict each other');
      for (const conflict of found) {
        print(strong(headline(conflict, (key) => store.graph.getNodeAttribute(key, 'label'))));
        for (const side of conflict.sides) printSide(side);
      }
      return undefined;
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
