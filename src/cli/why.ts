import { Command } from 'commander';
import { MailuoError } from '../errors.ts';
import type { Particulars } from '../graph/attributes.ts';
import { evidence } from '../query/evidence.ts';
import { resolve } from '../query/resolve.ts';
import { openGraph } from '../store/database.ts';
import { factOf } from './neighbors.ts';
import { graphArgument, jsonOption } from './options.ts';
import { faint, print, printJson, strong } from './output.ts';

export function command(): Command {
  return new Command('why')
    .description('Show the sentences behind a pair of entities')
    .addArgument(graphArgument())
    .argument('<a>', 'an entity')
    .argument('<b>', 'another')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ mailuo why docs.mailuo 巴南区 京东
  $ mailuo why docs.mailuo 何友生 巴南区 --json`,
    )
    .action(async (file: string, a: string, b: string, { json }: { json?: boolean }) => {
      const graph = await openGraph(file);
      const [first, second] = [resolve(graph, a), resolve(graph, b)];
      const edges = evidence(graph, first, second);
      if (edges.length === 0) {
        throw new MailuoError('NOT_FOUND', `no sentence links "${first}" and "${second}"`);
      }
      if (json) return printJson(edges);
      const label = (key: string) => graph.entity(key)!.label;
      for (const edge of edges) {
        print(
          strong(`${label(first)} ${factOf({ ...edge, evidence: [] }, first)} ${label(second)}`),
        );
        for (const { quote, document, start, rule, ...particulars } of edge.evidence) {
          print(`  ${quote}`);
          print(faint(`    ${document}:${start} ${rule}${detailsOf(particulars)}`));
        }
      }
      return undefined;
    });
}

/** Who says it, when it holds, and its figures: `, source 何友生, time 去年9月 (2023-09)`. */
function detailsOf({ source, time, quantity = [] }: Particulars): string {
  const details = [
    ...(source ? [`source ${source}`] : []),
    ...(time ? [`time ${time.text}${time.value ? ` (${time.value})` : ''}`] : []),
    ...quantity.map(
      ({ text, value, unit, of }) => `${of ?? 'quantity'} ${text} (${value} ${unit})`,
    ),
  ];
  return details.map((detail) => `, ${detail}`).join('');
}
