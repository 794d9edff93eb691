/**
 * Questions to a large graph in a file: `npm run bench:store [nodes] [edges per node] [file]`.
 * The graph is synthetic, made and saved through the public API: hubs by preferential attachment,
 * one edge in ten a statement, a sentence of evidence for each unit of weight. Where the file is
 * there already, it is asked and not made. Prints milliseconds: median, 95th percentile, most, and the
 * mean of the processor's time, which other programs on the machine disturb less.
 */
import { existsSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { edgeKey } from '../../src/graph/edge.ts';
import { emptyGraph } from '../../src/graph/graph.ts';
import {
  type AnnotatedDocument,
  CATEGORIES,
  CATEGORY_COLORS,
  type Evidence,
  neighbors,
  openGraph,
  path,
  paths,
  type Store,
  saveStore,
  search,
  subgraph,
  top,
} from '../../src/index.ts';
import { spell } from '../../src/lexicon/pinyin.ts';

const NODES = Number(process.argv[2] ?? 100_000);
const EDGES_PER_NODE = Number(process.argv[3] ?? 10);
const FILE = process.argv[4] ?? `bench-${NODES}.mailuo`;
const QUESTIONS = 300;
const SENTENCES = 50;

const generator = xorshift128plus(20_240_704);
const below = (n: number) => uniformInt(generator, 0, n - 1);

if (!existsSync(FILE)) {
  const started = performance.now();
  const store = synthetic();
  console.log(
    `made in ${seconds(started)} s: ${store.graph.order} nodes, ${store.graph.size} edges`,
  );
  const saving = performance.now();
  await saveStore(FILE, store);
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

/** 两万个常用字里的几个，后面是常见的字尾：名称的字有多有少，和真的一样。 */
function nameOf(index: number): string {
  const char = (n: number) => String.fromCharCode(0x4e00 + (n % 3000));
  const ending = ['公司', '大学', '集团', '委员会', '区', '工程'][index % 6]!;
  return `${char(index * 7)}${char(Math.floor(index / 3000) * 13 + 5)}${char(index * 31)}${index}${ending}`;
}

function keyOf(index: number): string {
  return `${CATEGORIES[index % 4]}:${nameOf(index)}`;
}

function synthetic(): Store {
  const documents = Array.from({ length: Math.ceil(NODES / 10) }, (_, index) => document(index));
  const graph = emptyGraph();
  graph.replaceAttributes({
    mailuo: 'synthetic',
    segmenter: 'none',
    documents: documents.length,
    articles: documents.length,
    sentences: documents.length * SENTENCES,
    window: 'sentence',
  });
  for (let index = 0; index < NODES; index++) addNode(index);
  // An end of an edge that is there: so a node gets edges in proportion to those that it has.
  const ends = new Int32Array(2 * NODES * EDGES_PER_NODE);
  let count = 0;
  for (let index = 1; index < NODES; index++) {
    for (let i = 0; i < EDGES_PER_NODE; i++) {
      const other = count > 0 && below(2) === 0 ? ends[below(count)]! : below(index);
      if (other !== index && addEdge(index, other)) {
        ends[count++] = index;
        ends[count++] = other;
      }
    }
  }
  graph.updateEachNodeAttributes((key, node) => ({ ...node, degree: graph.neighbors(key).length }));
  return { graph, documents };

  function addNode(index: number): void {
    const category = CATEGORIES[index % 4]!;
    const documents = 1 + below(50);
    const counts = { mentions: 1, documents, articles: documents, degree: 0, community: 0 };
    const measures = { pagerank: 1 / NODES, betweenness: 0, x: index, y: -index, size: 6 };
    const names = {
      label: nameOf(index),
      category,
      aliases: [`${nameOf(index).slice(0, 3)}${index}`],
    };
    graph.addNode(keyOf(index), {
      ...names,
      ...counts,
      ...measures,
      color: CATEGORY_COLORS[category],
    });
  }

  function addEdge(a: number, b: number): boolean {
    const isStatement = below(10) === 0;
    const kind = isStatement
      ? ({ relation: 'verb', label: '投资', status: 'asserted' } as const)
      : ({ relation: 'cooccurrence', label: '共现', status: 'asserted' } as const);
    const [source, target] = [keyOf(a), keyOf(b)];
    const key = edgeKey({ source, target, ...kind });
    if (graph.hasEdge(key)) return false;
    const weight = below(4) > 0 ? 1 : 1 + below(3);
    const evidence = Array.from({ length: weight }, evidenceOf);
    const counts = { weight, documents: weight, articles: weight };
    const common = { ...kind, ...counts, evidence, backbone: true };
    if (isStatement) graph.addDirectedEdgeWithKey(key, source, target, common);
    else {
      const association = { npmi: 0.1, g2: 10, q: 0.01 };
      graph.addUndirectedEdgeWithKey(key, source, target, { ...common, ...association });
    }
    return true;
  }

  function evidenceOf(): Evidence {
    const { id, sentences, text } = documents[below(documents.length)]!;
    const { start, end } = sentences[below(SENTENCES)]!;
    const quote = text.slice(start, end);
    return { document: id, start, end, quote, rule: 'same-sentence', status: 'asserted' };
  }
}

function document(index: number): AnnotatedDocument {
  const text = Array.from(
    { length: SENTENCES },
    (_, i) => `第${index}篇第${i}句说到两家公司的往来。\n`,
  );
  let end = 0;
  const sentences = text.map((sentence) => {
    const start = end;
    end += sentence.length;
    return { start, end: end - 1 };
  });
  const id = `documents/${String(index).padStart(7, '0')}.txt`;
  const found = { segmenter: 'none', sentences, mentions: [], relations: [] };
  return { id, title: `第${index}篇`, text: text.join(''), ...found };
}
