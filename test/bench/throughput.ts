/**
 * MB of UTF-8 text a second, one thread, beside nodejieba's own `tag` on the same text in the same
 * run: `npm run bench`. The text is broadcast news where ../shared is there, else the sample, repeated.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Document } from '../../src/types.ts';

/** What users run: the compiled code. Running the sources as they are costs a tenth. */
const compiled = (module: string) => import(`../../dist/${module}.js`);
const { batches }: typeof import('../../src/batches.ts') = await compiled('batches');
const { buildGraph }: typeof import('../../src/graph/build.ts') = await compiled('graph/build');
const { clean }: typeof import('../../src/ingest/clean.ts') = await compiled('ingest/clean');
const { annotateAll, BATCH, loadKnowledge }: typeof import('../../src/pipeline.ts') =
  await compiled('pipeline');
const { viewSentence }: typeof import('../../src/entity/candidates.ts') =
  await compiled('entity/candidates');
const { findMentions }: typeof import('../../src/entity/find.ts') = await compiled('entity/find');
const { splitSentences }: typeof import('../../src/segment/sentences.ts') =
  await compiled('segment/sentences');
const { tokenize }: typeof import('../../src/segment/tokens.ts') = await compiled('segment/tokens');

const NEWS = '../shared/corpora/news';
const SAMPLE = 'data/sample';
const MEGABYTES = Number(process.argv[2] ?? 3);
const ROUNDS = 5;

const { corpus, texts } = existsSync(NEWS) ? news() : repeatedSample();
const documents = texts.map((text, index): Document => ({ id: `${index}`, title: '', text }));
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
console.log(`${corpus}: ${documents.length} documents, ${megabytes.toFixed(1)} MB`);

const started = performance.now();
const knowledge = loadKnowledge(console.error);
console.log(`knowledge loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
const { segmenter } = knowledge;
const nodejieba = createRequire(import.meta.url)('nodejieba') as { tag(text: string): unknown };

const tag = () => texts.map((text) => nodejieba.tag(text)).length;

console.log('\nstep                 MB/s   of tag: median, least, most    resident MB');
measure('segment', () =>
  texts.reduce(
    (sum, text) =>
      sum + splitSentences(text).flatMap((span) => tokenize(text, span, segmenter)).length,
    0,
  ),
);
measure('names', names);
measure('annotate', () => annotateAll(documents, knowledge).length);
measure('build', () => buildGraph(annotateAll(documents, knowledge)).order);

/** Names in texts: the entity pass, without relations, in the batches in which `annotateAll` reads. */
function names(): number {
  let sum = 0;
  for (const batch of batches(texts, BATCH, ({ length }) => length)) {
    const read = batch.map((text) =>
      splitSentences(text).map((span) => viewSentence(text, span, tokenize(text, span, segmenter))),
    );
    for (const [index, views] of read.entries()) {
      sum += findMentions(batch[index]!, views, knowledge).mentions.length;
    }
  }
  return sum;
}

/** Time a step and `tag` by turns, since machines are not even for long, and print a line. */
function measure(step: string, run: () => number): void {
  tag(); // warm up
  run();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const rival = runOnce(tag);
    const seconds = runOnce(run);
    return { seconds, ratio: rival / seconds };
  });
  const ratios = rounds.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const speed = megabytes / Math.min(...rounds.map(({ seconds }) => seconds));
  const of = [ratios[ROUNDS >> 1]!, ratios[0]!, ratios.at(-1)!].map((r) =>
    r.toFixed(2).padStart(6),
  );
  const resident = process.memoryUsage().rss / 1e6;
  console.log(
    `${step.padEnd(16)}${speed.toFixed(2).padStart(9)}         ${of.join('')}${resident.toFixed(0).padStart(15)}`,
  );
}

function runOnce(run: () => number): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function news() {
  const lines = readdirSync(NEWS)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(path.join(NEWS, file), 'utf8').trim().split('\n'));
  const all = lines.map((line) => clean((JSON.parse(line) as { text: string }).text));
  return { corpus: 'broadcast news', texts: upTo(all) };
}

function repeatedSample() {
  const files = readdirSync(SAMPLE).filter((file) => file.endsWith('.txt'));
  const once = files.map((file) => clean(readFileSync(path.join(SAMPLE, file), 'utf8')));
  return { corpus: 'sample, repeated', texts: upTo(Array(10_000).fill(once).flat()) };
}

/** As many texts as make the megabytes asked for. */
function upTo(all: readonly string[]): string[] {
  let bytes = 0;
  return all.filter((text) => {
    bytes += Buffer.byteLength(text);
    return bytes < MEGABYTES * 1e6;
  });
}
