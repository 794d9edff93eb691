import type { Command } from 'commander';
import type { Contradiction, Side, VariantReading } from '../query/conflicts.ts';
import { decisionText } from '../store/decide.ts';
import { faint, message, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('conflicts', {
    arguments: {},
    help: `Two documents contradict each other when they give the same quantity of the same thing differently,
or when one asserts what the other denies. 32亿 and 32.1亿 agree, since one is the other rounded;
so do 近3000 and 2,987: with 近, 约, 超, 多 … figures agree within ten per cent.
Documents that reprint each other are also compared word by word. Two names that are probably one,
misread in one document, are never merged unasked: decide it in the curation file.

Examples:
  $ mailuo conflicts docs.mailuo
  $ mailuo conflicts docs.mailuo --json`,
    print(conflicts, _, graph) {
      if (conflicts.length === 0) message('no two documents contradict each other');
      for (const conflict of conflicts) {
        if (conflict.kind === 'variant') {
          printVariant(conflict);
          continue;
        }
        print(strong(headline(conflict, (key) => graph.entity(key)!.label)));
        for (const side of conflict.sides) printSide(side);
      }
    },
  });
}

/** 智翔金泰 → 重庆国际生物城: 总投资 (元) */
function headline(
  { entities, about, unit }: Contradiction,
  label: (key: string) => string,
): string {
  return `${entities.map(label).join(' → ')}: ${about}${unit ? ` (${unit})` : ''}`;
}

function printSide({ figure, status, quote, document, start, rule }: Side): void {
  print(`  ${figure ? `${figure.text} = ${figure.value}` : status}`);
  print(`    ${quote}`);
  print(faint(`      ${document}:${start} ${rule}`));
}

/** 重庆宸安生物制药有限公司 / 重庆震安生物制药有限公司: one of the two may be misread */
function printVariant({ about, misreading, entities, sides }: VariantReading): void {
  print(strong(`${about}: ${misreading ? 'one of the two may be misread' : 'read differently'}`));
  for (const { text, documents, quote, document, start } of sides) {
    print(`  ${text} (${documents} documents)`);
    print(`    ${quote}`);
    print(faint(`      ${document}:${start}`));
  }
  if (!misreading) return;
  print('  if so, decide in the curation file:');
  print(decisionOn(entities, sides).trimEnd().replaceAll(/^/gm, '    '));
}

/** One entity of two, or where only one of the readings is an entity, its name as the other has it. */
export function decisionOn(entities: readonly string[], sides: VariantReading['sides']): string {
  const names = sides.map(({ text }) => text);
  const [named, other] = entities[0]?.endsWith(`:${names[0]}`) ? names : [...names].reverse();
  const decision = entities.length > 1 ? { merge: names } : { rename: named, to: other };
  return decisionText({ decision, reason: 'misread' });
}
