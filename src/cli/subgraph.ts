import type { Command } from 'commander';
import { documentsOf, factOf } from './fact.ts';
import { faint, print, strong } from './output.ts';
import { questionCommand } from './question.ts';

export function command(): Command {
  return questionCommand('subgraph', {
    arguments: { name: '<names...>' },
    help: `Examples:
  $ mailuo subgraph docs.mailuo 何友生 智翔金泰
  $ mailuo subgraph docs.mailuo 巴南区 --hops 2 --limit 100 --backbone --json > banan.json
  $ mailuo subgraph docs.mailuo 何友生 智翔金泰 巴南区 --hops 0     what there is between them`,
    print({ entities, edges }) {
      const labels = new Map(entities.map(({ key, label }) => [key, label]));
      for (const { label, category, ...counts } of entities) {
        print(`${strong(label)} ${faint(`${category}, ${documentsOf(counts)}`)}`);
      }
      for (const edge of edges) {
        const { source, target } = edge;
        print(`  ${labels.get(source)} ${factOf(edge, source)} ${labels.get(target)}`);
      }
    },
  });
}
