/**
 * How much of known text cleaning keeps, and how much noise, on pages of layouts (`../ingest/layouts.ts`)
 * around the articles of a gold folder (default ../shared/gold/dev), as text and as HTML. Four sets, each
 * written when the rules for the one before were made, so that only the last was never looked at;
 * `--set fourth` takes one. Unit: letters and digits.
 */
import { parseArgs } from 'node:util';
import { readGold } from '../../src/evaluate/gold.ts';
import { explainClean } from '../../src/ingest/clean.ts';
import { readHtml } from '../../src/ingest/html.ts';
import { LAYOUT_NAMES, laidOut, laidOutAsHtml } from '../ingest/layouts.ts';
import { measure, type NoisyPage, OWN_NOISE } from '../ingest/noisy.ts';

const PAGES = 3;
const { values, positionals } = parseArgs({
  options: { set: { type: 'string', multiple: true }, errors: { type: 'boolean' } },
  allowPositionals: true,
});
const [folder = '../shared/gold/dev', seed = 1] = positionals;

const FORMS: Record<
  string,
  (lines: string[], layout: string, seed: number) => NoisyPage | undefined
> = { text: laidOut, html: laidOutAsHtml };

function cleaned(form: string, source: string): string {
  if (form === 'text') return explainClean(source).text;
  const part = readHtml(source)[0]!;
  return 'content' in part ? explainClean(part.content.text).text : '';
}

const layouts = Object.entries(LAYOUT_NAMES).flatMap(([set, names]) =>
  values.set?.includes(set) === false ? [] : names,
);
const gold = await readGold(folder);
const left = new Map<string, number>();
const lost = new Map<string, number>();
for (const [form, pageOf] of Object.entries(FORMS)) {
  const total = { kept: 0, known: 0, left: 0, noise: 0 };
  for (const layout of layouts) {
    const sum = { kept: 0, known: 0, left: 0, noise: 0 };
    for (const [index, { text }] of gold.entries()) {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      const paragraphs = lines.filter((line) => !OWN_NOISE.test(line));
      for (let i = 0; i < PAGES; i++) {
        const page = pageOf(paragraphs, layout, Number(seed) * 1000 + index * PAGES + i);
        if (!page) continue;
        const result = cleaned(form, page.source);
        const counts = measure(paragraphs, page, result);
        for (const key of ['kept', 'known', 'left', 'noise'] as const) sum[key] += counts[key];
        const own = new Set(result.split('\n'));
        for (const line of page.noise) if (own.has(line)) add(left, `${layout} ${line}`);
        for (const piece of counts.lost) add(lost, `${layout} ${piece}`);
      }
    }
    for (const key of ['kept', 'known', 'left', 'noise'] as const) total[key] += sum[key];
    report(form, layout, sum);
  }
  report(form, 'all', total);
}
if (values.errors) {
  for (const [name, counts] of Object.entries({ left, lost })) {
    for (const [line, n] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 150)) {
      console.log(name, n, line);
    }
  }
}

function add(counts: Map<string, number>, line: string): void {
  counts.set(line, (counts.get(line) ?? 0) + 1);
}

function report(
  form: string,
  layout: string,
  { kept, known, left, noise }: { kept: number; known: number; left: number; noise: number },
): void {
  if (known === 0) return;
  const percent = (a: number, b: number) => `${((100 * a) / b).toFixed(2)}%`;
  console.log(
    `${form.padEnd(5)} ${layout.padEnd(10)} text kept ${percent(kept, known)}  noise kept ${percent(left, noise)}`,
  );
}
