/**
 * What reading takes of a build on text, and whether its memory grows with the number of documents.
 * Items of broadcast news (default ../shared/corpora/news), a file each. Unit: share of the time of
 * reading, annotating and reducing together; megabytes of heap while files are read one by one.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listSources, readSources } from '../../src/ingest/read.ts';
import { annotate, loadKnowledge } from '../../src/pipeline.ts';
import { reduce } from '../../src/store/build.ts';
import type { Document } from '../../src/types.ts';

const [news = '../shared/corpora/news', most = '2000'] = process.argv.slice(2);
const texts = readdirSync(news)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readFileSync(path.join(news, file), 'utf8').trim().split('\n'))
  .slice(0, Number(most))
  .map((line) => (JSON.parse(line) as { text: string }).text);
const folder = mkdtempSync(path.join(tmpdir(), 'mailuo-reading-'));

try {
  for (const [i, text] of texts.entries()) writeFileSync(path.join(folder, `${i}.txt`), text);
  await share(Math.ceil(texts.length / 10));
  for (const files of [texts.length / 10, texts.length]) await memory(files);
} finally {
  rmSync(folder, { recursive: true });
}

function sources(files: number) {
  return listSources(Array.from({ length: files }, (_, i) => path.join(folder, `${i}.txt`)));
}

async function share(files: number): Promise<void> {
  const knowledge = loadKnowledge();
  const listed = await sources(files);
  const documents: Document[] = [];
  const reading = await took(async () => {
    for await (const { documents: read } of readSources(listed)) {
      documents.push(...read.map(({ document }) => document));
    }
  });
  annotate(documents[0]!, knowledge); // warm up
  const annotated: ReturnType<typeof annotate>[] = [];
  const annotating = await took(async () => {
    annotated.push(...documents.map((document) => annotate(document, knowledge)));
  });
  const reducing = await took(async () => void reduce(annotated));
  const all = reading + annotating + reducing;
  const percent = (part: number) => `${((100 * part) / all).toFixed(1)}%`;
  console.log(
    `${documents.length} documents: reading ${percent(reading)}, annotating ${percent(annotating)}, reducing ${percent(reducing)} of ${(all / 1000).toFixed(1)} s`,
  );
}

/** The most heap that is in use while files are read and let go. */
async function memory(files: number): Promise<void> {
  let highest = 0;
  let count = 0;
  for await (const { documents } of readSources(await sources(files))) {
    count += documents.length;
    if (count % 100 === 0) {
      globalThis.gc?.();
      highest = Math.max(highest, process.memoryUsage().heapUsed);
    }
  }
  console.log(`${count} files read: ${(highest / 1e6).toFixed(1)} MB of heap`);
}

async function took(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
