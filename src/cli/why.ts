import type { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import { resolve } from '../query/resolve.ts';
import { detailsOf, documentsOf, factOf } from './fact.ts';
import { faint, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('evidence', {
    command: 'why',
    arguments: { source: '<a>', target: '<b>' },
    help: `Examples:
  $ mailuo why docs.mailuo 巴南区 京东
  $ mailuo why docs.mailuo 何友生 巴南区 --relation verb --since 2024
  $ mailuo why docs.mailuo 何友生 巴南区 --json`,
    print(edges, { source, target }, graph) {
      const [first, second] = [resolve(graph, source), resolve(graph, target)];
      if (edges.length === 0) {
        throw new MailuoError('NOT_FOUND', `no sentence links "${first}" and "${second}"`);
      }
      const label = (key: string) => graph.entity(key)!.label;
      for (const { evidence, ...edge } of edges) {
        const fact = strong(`${label(first)} ${factOf(edge, first)} ${label(second)}`);
        print(`${fact} ${faint(documentsOf(edge))}`);
        for (const { quote, document, start, rule, ...particulars } of evidence) {
          print(`  ${quote}`);
          print(faint(`    ${document}:${start} ${rule}${detailsOf(particulars)}`));
        }
      }
    },
  });
}
