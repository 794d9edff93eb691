import type { Command } from 'commander';
import { resolve } from '../query/resolve.ts';
import { factOf } from './fact.ts';
import { faint, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('neighbors', {
    arguments: { name: '<name>' },
    help: `Examples:
  $ mailuo neighbors docs.mailuo RCEP服务中心
  $ mailuo neighbors docs.mailuo 巴南区 --category organization --relation verb
  $ mailuo neighbors docs.mailuo 巴南区 --backbone --min-weight 2
  $ mailuo neighbors docs.mailuo 巴南区 --direction out --status asserted,planned --since 2024
  $ mailuo neighbors docs.mailuo 巴南区 --order surprise --limit 10
  $ mailuo neighbors docs.mailuo 何友生 --hops 2 --json`,
    print(neighbors, given, graph) {
      print(strong(resolve(graph, given.name)));
      for (const { label, category, distance, via, edges } of neighbors) {
        const from = distance > 1 ? faint(` via ${graph.entity(via)!.label}`) : '';
        const facts = edges.map((edge) => factOf(edge, via)).join('; ');
        print(`${'  '.repeat(distance)}${label} ${faint(category)}  ${facts}${from}`);
      }
    },
  });
}
