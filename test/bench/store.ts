/**
 * Questions to a large graph in a file: `npm run bench:store [nodes] [edges per node] [file]`,
 * with the bars of 500 000 nodes and 5 million edges: `npm run bench:store 500000 10`.
 * The graph is that of `synthetic.ts`, saved through the public API. Where the file is there already,
 * it is asked and not made. Prints milliseconds: median, 95th percentile, most, and the
 * mean of the processor's time, which other programs on the machine disturb less.
 */
import { existsSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { keyOf, nameOf, synthetic } from './synthetic.ts';

// The compiled program, as users run it: what runs the sources directly is slower.
const { neighbors, openGraph, path, paths, saveParts, search, subgraph, top } = (await import(
  '../../dist/index.js' as string
)) as typeof import('../../src/index.ts');
const { spell } = (await import(
  '../../dist/lexicon/pinyin.js' as string
)) as typeof import('../../src/lexicon/pinyin.ts');

const NODES = Number(process.argv[2] ?? 100_000);
const EDGES_PER_NODE = Number(process.argv[3] ?? 10);
const FILE = process.argv[4] ?? `bench-${NODES}.mailuo`;
const QUESTIONS = 300;

const generator = xorshift128plus(20_240_704);
const below = (n: number) => uniformInt(generator, 0, n - 1);

if (!existsSync(FILE)) {
  const started = performance.now();
  const parts = synthetic(NODES, EDGES_PER_NODE);
  console.log(`made in ${seconds(started)} s: ${NODES} nodes, ${parts.size} edges`);
  const saving = performance.now();
  await saveParts(FILE, parts);
  console.log(`saved in ${seconds(saving)} s: ${(statSync(FILE).size / 1e6).toFixed(0)} MB`);
  console.log('run again to ask it, in a process that has not made it');
} else await ask();

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

async function ask(): Promise<void> {
  const opening = performance.now();
  const graph = await openGraph(FILE);
  console.log(`opened in ${(performance.now() - opening).toFixed(1)} ms`);
  const node = () => keyOf(below(NODES));
  measure('one hop, the first 300 questions', () => neighbors(graph, node()));
  measure('one hop, 50 neighbours with evidence', () => neighbors(graph, node()));
  measure('one hop from one of the 100 largest hubs', () => neighbors(graph, keyOf(below(100))));
  measure('two hops, 20 × 20 with evidence', () => {
    const first = neighbors(graph, node(), { limit: 20 });
    return first.map(({ key }) => neighbors(graph, key, { limit: 20 }));
  });
  measure('path between random nodes', () => path(graph, node(), node()));
  measure('three paths between random nodes', () => paths(graph, node(), node(), { limit: 3 }));
  measure('path by statements alone', () => path(graph, node(), node(), { relation: 'verb' }));
  measure('search for a name', () => search(graph, nameOf(below(NODES))));
  measure('search for a part of names', () => search(graph, nameOf(below(NODES)).slice(1, 3)));
  measure('search for characters in order', () => {
    const name = nameOf(below(NODES));
    return search(graph, name[0]! + name.slice(2, 4) + name.slice(-1));
  });
  measure('search by pinyin', () => search(graph, spell([nameOf(below(NODES))]).slice(1, 8)));
  measure('search by initials', () => search(graph, initialsOf(nameOf(below(NODES)))));
  measure('the top 20 by betweenness', () => top(graph, { by: 'betweenness' }));
  measure('subgraph of 50 around a node', () => subgraph(graph, [node()]));
  measure('search for what is nowhere', () => search(graph, '魑魅'));
  graph.close();
}

/** The first three initials, without the number. */
function initialsOf(name: string): string {
  return spell([name]).trim().split(' ')[1]!.slice(0, 3);
}

function measure(question: string, run: () => unknown): void {
  const before = process.cpuUsage();
  const times = Array.from({ length: QUESTIONS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (QUESTIONS - 1))]!.toFixed(2).padStart(9);
  const { user, system } = process.cpuUsage(before);
  const busy = ((user + system) / 1000 / QUESTIONS).toFixed(2).padStart(8);
  const resident = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(
    `${question.padEnd(42)}${at(0.5)}${at(0.95)}${at(1)} ms,${busy} ms busy, ${resident} MB resident`,
  );
}
