/**
 * How much of known text cleaning keeps, and how much noise. Articles of a gold folder (default
 * ../shared/gold/dev) with noise of ten kinds around them, as web pages copied to text, as printed
 * pages with broken lines, and as HTML. Unit: letters and digits.
 */
import { readGold } from '../../src/evaluate/gold.ts';
import { explainClean } from '../../src/ingest/clean.ts';
import { readHtml } from '../../src/ingest/html.ts';
import { measure, NOISE_KINDS, type NoisyPage, noisyPage, OWN_NOISE } from '../ingest/noisy.ts';

const PAGES = 10;
const folder = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '../shared/gold/dev';

const FORMS: Record<string, (page: NoisyPage) => string> = {
  text: ({ source }) => explainClean(source).text,
  broken: ({ source }) => explainClean(source).text,
  html: (page) => {
    const part = readHtml(asHtml(page))[0]!;
    return 'content' in part ? explainClean(part.content.text).text : '';
  },
};

/** The same lines as a page: menus and footers in blocks of their own, the article in its paragraphs. */
function asHtml({ source }: NoisyPage): string {
  const [head = '', ...rest] = source.split('\n\n');
  const blocks = [head, ...rest].map(
    (block) =>
      `<div>${block
        .split('\n')
        .map((line) => `<p>${line.trim().replaceAll('<', '&lt;')}</p>`)
        .join('')}</div>`,
  );
  return `<!DOCTYPE html><html><body>${blocks.join('\n')}</body></html>`;
}

const gold = await readGold(folder);
console.log(`${gold.length} articles, ${PAGES} pages of each; noise: ${NOISE_KINDS.join(', ')}`);
for (const [form, clean] of Object.entries(FORMS)) {
  const sum = { kept: 0, known: 0, left: 0, noise: 0 };
  for (const [index, { text }] of gold.entries()) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const own = lines.filter((line) => OWN_NOISE.test(line));
    const paragraphs = lines.filter((line) => !OWN_NOISE.test(line));
    for (let i = 0; i < PAGES; i++) {
      const around = noisyPage(lines, index * PAGES + i, form === 'broken');
      const page = { source: around.source, noise: [...around.noise, ...own] };
      const cleaned = clean(page);
      const result = measure(paragraphs, page, cleaned);
      for (const key of ['kept', 'known', 'left', 'noise'] as const) sum[key] += result[key];
      if (process.argv.includes('--errors') && i === 0) {
        console.log(text.slice(0, 20), result);
        for (const piece of result.lost) console.log('  lost', piece);
        const own = new Set(page.noise);
        for (const line of cleaned.split('\n')) if (own.has(line)) console.log('  left', line);
      }
    }
  }
  const percent = (a: number, b: number) => `${((100 * a) / b).toFixed(2)}%`;
  console.log(
    `${form.padEnd(7)} text kept ${percent(sum.kept, sum.known)}  noise kept ${percent(sum.left, sum.noise)}`,
  );
}
