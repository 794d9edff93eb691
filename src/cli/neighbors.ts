import { Command } from 'commander';
import type { Edge } from '../graph/edge.ts';
import { type NeighborOptions, neighbors } from '../query/neighbors.ts';
import { resolve } from '../query/resolve.ts';
import { openGraph } from '../store/database.ts';
import {
  addEdgeFilter,
  categoryOption,
  graphArgument,
  jsonOption,
  limitOption,
} from './options.ts';
import { faint, print, printJson, strong, wholeNumber } from './output.ts';

export function command(): Command {
  return addEdgeFilter(new Command('neighbors'))
    .description('List the neighbours of an entity')
    .addArgument(graphArgument())
    .argument('<name>', 'label, alias, part of a name, or key')
    .addOption(categoryOption())
    .option('--hops <n>', 'how many steps', wholeNumber(1, 5), 1)
    .addOption(limitOption(50))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo neighbors docs.mailuo RCEP服务中心
  $ mailuo neighbors docs.mailuo 巴南区 --category organization --relation verb
  $ mailuo neighbors docs.mailuo 巴南区 --backbone --min-weight 2
  $ mailuo neighbors docs.mailuo 何友生 --hops 2 --json`,
    )
    .action(async (file: string, name: string, options: NeighborOptions & { json?: boolean }) => {
      const graph = await openGraph(file);
      const key = resolve(graph, name);
      const found = neighbors(graph, key, options);
      if (options.json) return printJson(found);
      print(strong(key));
      for (const { label, category, distance, via, edges } of found) {
        const from = distance > 1 ? faint(` via ${graph.entity(via)!.label}`) : '';
        const facts = edges.map((edge) => factOf(edge, via)).join('; ');
        print(`${'  '.repeat(distance)}${label} ${faint(category)}  ${facts}${from}`);
      }
      return undefined;
    });
}

/** An edge as it is seen from one of its ends: → 打造 (2), ← 位于 (1, planned). */
export function factOf({ source, relation, label, status, weight }: Edge, from: string): string {
  const arrow = relation === 'cooccurrence' ? '–' : source === from ? '→' : '←';
  return `${arrow} ${label} (${weight}${status === 'asserted' ? '' : `, ${status}`})`;
}
