import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import type { EdgeFilter } from '../graph/edge.ts';
import { path } from '../query/path.ts';
import { resolve } from '../query/resolve.ts';
import { openGraph } from '../store/database.ts';
import { factOf } from './neighbors.ts';
import { addEdgeFilter, graphArgument, jsonOption } from './options.ts';
import { faint, print, printJson, strong } from './output.ts';

export function command(): Command {
  return addEdgeFilter(new Command('path'))
    .description('Show the best path between two entities, each step with a sentence')
    .addArgument(graphArgument())
    .argument('<from>', 'an entity')
    .argument('<to>', 'another')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo path docs.mailuo 何友生 智翔金泰
  $ mailuo path docs.mailuo 何友生 智翔金泰 --relation verb,office
  $ mailuo path docs.mailuo 何友生 智翔金泰 --json`,
    )
    .action(
      async (file: string, from: string, to: string, options: EdgeFilter & { json?: boolean }) => {
        const graph = await openGraph(file);
        const hops = path(graph, resolve(graph, from), resolve(graph, to), options);
        if (!hops) throw new MailuoError('NOT_FOUND', `no path from "${from}" to "${to}"`);
        if (options.json) return printJson(hops);
        for (const { from: start, to: end, edges } of hops) {
          const [strongest] = edges;
          print(`${strong(start.label)} ${factOf(strongest!, start.key)} ${strong(end.label)}`);
          print(faint(`  ${strongest!.evidence[0]!.quote}`));
        }
        return undefined;
      },
    );
}
