import { Command } from 'commander';
import { readGold } from '../evaluate/gold.ts';
import { evaluate, type Score } from '../evaluate/score.ts';
import { annotate, loadKnowledge } from '../pipeline.ts';
import { CATEGORIES } from '../types.ts';
import { jsonOption } from './options.ts';
import { message, print, printJson } from './output.ts';

export function command(): Command {
  return new Command('eval')
    .description('Measure mentions and relations against annotated articles')
    .argument('<folder>', 'of articles with [surface|type|canonical] and head | predicate | tail')
    .option('--errors', 'list what was missed and what is spurious, by article and rule')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo eval gold/dev
  $ mailuo eval gold/dev --errors | grep spurious
  $ mailuo eval gold/dev --json`,
    )
    .action(async (folder: string, options: { errors?: boolean; json?: boolean }) => {
      const gold = await readGold(folder);
      const knowledge = loadKnowledge(message);
      const result = evaluate(
        gold,
        gold.map((document) => annotate(document, knowledge)),
      );
      if (options.json) return printJson(result);
      print('              precision  recall      F1    gold');
      print(row('mentions', result.mentions['all']!));
      for (const category of CATEGORIES) {
        print(row(`  ${category}`, result.mentions[category]!));
      }
      print(row('  untyped', result.untyped));
      print(row('relations', result.relations));
      print(row('  pairs', result.pairs));
      print(row('  listed pairs', result.listed));
      print(row('  offices', result.offices));
      print(
        `denied statements given out as holding: ${result.denied.asserted} of ${result.denied.gold}`,
      );
      if (!options.errors) return undefined;
      for (const { document, kind, what, rule } of result.errors) {
        print([document, kind, what, rule ?? ''].join('\t'));
      }
      return undefined;
    });
}

function row(name: string, { precision, recall, f1, gold }: Score): string {
  const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(8));
  return `${name.padEnd(15)}${cells.join('')}${String(gold).padStart(8)}`;
}
