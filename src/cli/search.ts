import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { type SearchOptions, search } from '../query/search.ts';
import { openGraph } from '../store/database.ts';
import { categoryOption, graphArgument, jsonOption, limitOption } from './options.ts';
import { faint, print, printJson } from './output.ts';

export function command(): Command {
  return new Command('search')
    .description('Find entities by label, alias or part of a name')
    .addArgument(graphArgument())
    .argument('<text>', 'what to look for')
    .addOption(categoryOption())
    .addOption(limitOption(20))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo search docs.mailuo 生物
  $ mailuo search docs.mailuo 大学 --category organization --json`,
    )
    .action(async (file: string, text: string, options: SearchOptions & { json?: boolean }) => {
      const graph = await openGraph(file);
      const found = search(graph, text, options);
      if (options.json) return printJson(found);
      for (const { label, category, documents } of found) {
        print(`${label} ${faint(`${category}, ${documents} documents`)}`);
      }
      if (found.length === 0) throw new MailuoError('NOT_FOUND', `"${text}": no entity matches`);
      return undefined;
    });
}
