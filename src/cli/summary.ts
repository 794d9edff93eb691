import type { Reduced } from '../graph/build.ts';
import type { GraphTable } from '../graph/graph.ts';
import type { BuildReport } from '../store/build.ts';
import { CATEGORIES, RELATION_KINDS } from '../types.ts';
import { documentsOf } from './fact.ts';
import { skippedTable } from './reading.ts';

const STRONGEST = 10;

/** What a build did, for people: counts by kind, the strongest nodes, what was skipped, speed. */
export function summary(
  built: Reduced & BuildReport,
  { loading, building, prune = false }: { loading: number; building: number; prune?: boolean },
): string {
  const { table, documents, skipped, annotated, bytes } = built;
  const { attributes, nodes, edges } = table;
  const mentions = documents.reduce((sum, document) => sum + document.mentions.length, 0);
  const megabytes = bytes / 1e6;
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  return [
    `documents   ${documents.length}, ${attributes.articles} independent (${skipped.length} skipped)`,
    ...(annotated < documents.length
      ? [`annotated   ${annotated}: the others are as an earlier build left them`]
      : []),
    ...absent(built, prune),
    `sentences   ${attributes.sentences} independent`,
    `mentions    ${mentions}`,
    `entities    ${nodes.length}: ${countsBy(
      CATEGORIES,
      nodes.map(([, { category }]) => category),
    )}`,
    `relations   ${edges.length}: ${countsBy(
      RELATION_KINDS,
      edges.map(({ relation }) => relation),
    )}`,
    `strongest   ${strongest(table).join('\n            ')}`,
    `time        ${seconds(loading + building)} s, of which ${seconds(loading)} s loading the lexicon`,
    `speed       ${((1000 * megabytes) / building).toFixed(2)} MB/s (${megabytes.toFixed(2)} MB)`,
    ...(skipped.length > 0 ? [skippedTable(skipped)] : []),
  ].join('\n');
}

/** Earlier documents that were not read again. */
function absent({ notGiven, unread, gone }: BuildReport, prune: boolean): string[] {
  const fate = prune ? 'forgotten' : 'kept; --prune forgets them';
  const lines: [name: string, ids: readonly string[], fate: string][] = [
    ['not given', notGiven, `, ${fate}`],
    ['unread', unread, ` of what was skipped, ${fate}`],
    ['gone', gone, ' that the given files no longer hold, forgotten'],
  ];
  return lines
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids, what]) => `${name.padEnd(12)}${ids.length} earlier documents${what}`);
}

function countsBy<T extends string>(kinds: readonly T[], values: readonly T[]): string {
  return kinds
    .map((kind) => [kind, values.filter((value) => value === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

/** By PageRank, which rewards well-connected neighbours. */
function strongest({ nodes }: GraphTable): string[] {
  return nodes
    .map(([, attributes]) => attributes)
    .sort((a, b) => b.pagerank - a.pagerank || (a.label < b.label ? -1 : 1))
    .slice(0, STRONGEST)
    .map(
      ({ label, category, degree, ...counts }) =>
        `${label} (${category}, ${documentsOf(counts)}, ${degree} neighbours)`,
    );
}
