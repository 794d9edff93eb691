/**
 * Near-duplicate detection on items of broadcast news (default ../shared/corpora/news) of which a
 * fifth are reprints, altered in the usual ways: cut, retitled, a paragraph moved, other media
 * named. Unit: pairs of documents, and milliseconds at 1,000 and 10,000 documents.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { reprintClusters } from '../../src/graph/reprint.ts';

const SHORTEST = 150;
const folder = process.argv[2] ?? '../shared/corpora/news';
const random = xorshift128plus(7);
const below = (n: number) => (random.next() >>> 0) % n;

interface Text {
  readonly id: string;
  readonly text: string;
  /** The item that it is, or is made from. */
  readonly origin: string;
}

const items = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { title?: string; text: string })
  .filter(({ text }) => text.length >= SHORTEST);

const ALTERATIONS: ((sentences: string[]) => string[])[] = [
  (sentences) =>
    sentences.slice(0, Math.max(2, Math.ceil(sentences.length * (0.5 + below(40) / 100)))),
  (sentences) => [`记者昨日获悉第${below(1000)}条消息`, ...sentences.slice(1)],
  (sentences) => {
    const place = below(sentences.length);
    return [...sentences.slice(place), ...sentences.slice(0, place)];
  },
  (sentences) => sentences.map((text) => text.replaceAll(/央视|新华社|本台|总台/g, '青溪日报')),
];

function reprint(text: string): string {
  const sentences = text.split(/(?<=[。！？])/);
  const first = ALTERATIONS[below(ALTERATIONS.length)]!;
  const second = ALTERATIONS[below(ALTERATIONS.length)]!;
  return `${['来源：晚报 ', '据媒体报道，', ''][below(3)]}${second(first(sentences)).join('')}`;
}

function collection(size: number): Text[] {
  const originals = items
    .slice(0, size * 0.8)
    .map(({ text }, i) => ({ id: `a${i}`, text, origin: `a${i}` }));
  const reprints = Array.from({ length: size * 0.2 }, (_, i) => {
    const original = originals[below(originals.length)]!;
    return { id: `b${i}`, text: reprint(original.text), origin: original.id };
  });
  return [...originals, ...reprints];
}

const pairsIn = (count: number) => (count * (count - 1)) / 2;
const countBy = (values: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairsIn(count), 0);
};

/**
 * Items of the news that repeat half of the sentences of another one word by word: right to be
 * found, and found here by nothing but whole sentences.
 */
function repeats(texts: readonly Text[]): Map<string, string> {
  const cluster = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const { id, text } of [...texts].sort((a, b) => b.text.length - a.text.length)) {
    const sentences = text.split(/(?<=[。！？])/).filter(({ length }) => length > 10);
    const shared = new Map<string, number>();
    for (const sentence of sentences) {
      const other = seen.get(sentence) ?? id;
      shared.set(other, (shared.get(other) ?? 0) + sentence.length);
      seen.set(sentence, cluster.get(other) ?? id);
    }
    const [best] = [...shared].sort((a, b) => b[1] - a[1]).filter(([other]) => other !== id);
    const total = sentences.reduce((sum, { length }) => sum + length, 0);
    cluster.set(id, best && best[1] >= total / 2 ? best[0] : id);
  }
  return cluster;
}

function scores(found: readonly string[], truth: readonly string[]): string {
  const both = countBy(found.map((cluster, i) => `${cluster} ${truth[i]}`));
  const [recall, precision] = [both / countBy(truth), both / countBy(found)];
  return `recall ${recall.toFixed(4)} of ${countBy(truth)} pairs, precision ${precision.toFixed(4)}`;
}

reprintClusters(collection(500)); // warm up
let before = 0;
for (const size of [1000, 10_000]) {
  const texts = collection(size);
  const times: number[] = [];
  let clusters = new Map<string, string>();
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    clusters = reprintClusters(texts);
    times.push(performance.now() - started);
  }
  const milliseconds = Math.min(...times);
  const natural = repeats(texts.filter(({ id }) => id.startsWith('a')));
  const truth = texts.map(({ origin }) => natural.get(origin)!);
  const found = texts.map(({ id }) => clusters.get(id)!);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const ratio = before ? `, ${(milliseconds / before).toFixed(1)} times as long` : '';
  console.log(`${size} documents, ${characters} characters: ${milliseconds.toFixed(0)} ms${ratio}`);
  console.log(
    `  made pairs only: ${scores(
      found,
      texts.map(({ origin }) => origin),
    )}`,
  );
  const own = new Set(natural.values()).size;
  console.log(`  with ${natural.size - own} repeats in the news itself: ${scores(found, truth)}`);
  before = milliseconds;
}
