/**
 * Near-duplicate detection on items of broadcast news (default ../shared/corpora/news) of which a
 * fifth are reprints, altered in the usual ways: cut, retitled, a paragraph moved, other media
 * named, up to three days later. Unit: pairs of documents, and processor time at 1,000 and 10,000
 * documents (that of the clock depends on what else runs).
 *
 * Thresholds are chosen on the items of 2022 and 2023 with one seed (`--choose` prints what others
 * would give) and measured on those of 2024 and 2025 with another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { REPRINT_DEFAULTS, type ReprintOptions, reprintClusters } from '../../src/graph/reprint.ts';

const SHORTEST = 150;
const isChoice = process.argv.includes('--choose');
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '../shared/corpora/news';
const YEARS = isChoice ? /202[23]/ : /202[45]/;
const SIZES = isChoice ? [5000] : [1000, 10_000];
const random = xorshift128plus(isChoice ? 7 : 2024);
const below = (n: number) => (random.next() >>> 0) % n;

interface Text {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  /** The item that it is, or is made from. */
  readonly origin: string;
}

const items = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl') && YEARS.test(file))
  .sort()
  .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { date: string; text: string })
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
    .map((item, i) => ({ ...item, id: `a${i}`, origin: `a${i}` }));
  const reprints = Array.from({ length: size * 0.2 }, (_, i) => {
    const original = originals[below(originals.length)]!;
    const later = Date.parse(original.date) + below(4) * 86_400_000;
    const date = new Date(later).toISOString().slice(0, 10);
    return { id: `b${i}`, text: reprint(original.text), date, origin: original.id };
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

/** What other thresholds would give. */
const CHOICES: Partial<ReprintOptions>[] = [0.5, 0.55, 0.6].flatMap((verbatim) =>
  [0, 0.7].flatMap((figures) =>
    [0.7, 0.8, 0.9].map((verbatimLater) => ({ verbatim, figures, verbatimLater })),
  ),
);

function report(texts: readonly Text[], options: Partial<ReprintOptions>): void {
  const clusters = reprintClusters(texts, options);
  const found = texts.map(({ id }) => clusters.get(id)!);
  const natural = repeats(texts.filter(({ id }) => id.startsWith('a')));
  const made = texts.map(({ origin }) => origin);
  const truth = made.map((origin) => natural.get(origin)!);
  const repeated = natural.size - new Set(natural.values()).size;
  const { verbatim, figures, verbatimLater } = { ...REPRINT_DEFAULTS, ...options };
  console.log(`verbatim ${verbatim}, ${verbatimLater} later, figures ${figures}`);
  console.log(`  made pairs only: ${scores(found, made)}`);
  console.log(`  with ${repeated} repeats in the news itself: ${scores(found, truth)}`);
  if (process.argv.includes('--errors')) showErrors(texts, found, truth);
}

/** Documents in a cluster that is not theirs, beside its longest. */
function showErrors(
  texts: readonly Text[],
  found: readonly string[],
  truth: readonly string[],
): void {
  const byId = new Map(texts.map((text, i) => [text.id, i]));
  for (const [i, cluster] of found.entries()) {
    const other = byId.get(cluster)!;
    if (truth[i] === truth[other]) continue;
    console.log(`    ${texts[i]!.text.slice(0, 160).replaceAll('\n', ' ')}`);
    console.log(`    = ${texts[other]!.text.slice(0, 160).replaceAll('\n', ' ')}\n`);
  }
}

reprintClusters(collection(500)); // warm up
let before = 0;
for (const size of SIZES) {
  const texts = collection(size);
  const times = Array.from({ length: isChoice ? 1 : 2 }, () => {
    const started = process.cpuUsage();
    reprintClusters(texts);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  const milliseconds = Math.min(...times);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const ratio = before ? `, ${(milliseconds / before).toFixed(1)} times as long` : '';
  console.log(
    `${texts.length} documents, ${characters} characters: ${milliseconds.toFixed(0)} ms of processor time, ${((1e6 * milliseconds) / characters).toFixed(0)} ns a character${ratio}`,
  );
  for (const options of isChoice ? CHOICES : [{}]) report(texts, options);
  before = milliseconds;
}
