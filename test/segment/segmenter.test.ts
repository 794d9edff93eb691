import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listSources, readSources } from '../../src/ingest/read.ts';
import { loadSegmenter, type Segmenter } from '../../src/segment/segmenter.ts';
import { splitSentences } from '../../src/segment/sentences.ts';
import { tokenize } from '../../src/segment/tokens.ts';
import { loadKnowledge } from '../helpers/knowledge.ts';
import { folderWith } from '../ingest/folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('loadSegmenter', () => {
  // On data/sample the two agree with an F1 of 0.992: they differ in how they cut unknown words.
  it('gives word boundaries whose F1 between nodejieba and @node-rs/jieba is at least 0.985', async () => {
    const nodejieba = loadKnowledge().segmenter;
    expect(nodejieba.name).toBe('nodejieba');
    const other = loadSegmenter(() => {}, '@node-rs/jieba');
    const texts = await sampleTexts();
    expect(texts.length).toBeGreaterThan(10);
    const a = texts.map((text) => boundaries(text, nodejieba));
    const b = texts.map((text) => boundaries(text, other));
    expect(f1(a, b)).toBeGreaterThanOrEqual(0.985);
    expect(f1(a, a)).toBe(1);
  });

  it('cuts into words that joined are the text, and tags single words', () => {
    const { segmenter } = loadKnowledge();
    expect(segmenter.cut('重庆位于中国').join('')).toBe('重庆位于中国');
    expect(['重庆', '位于', '公司'].map((word) => segmenter.know(word).tag)).toEqual([
      'ns',
      'v',
      'n',
    ]);
  });

  // No mock: a copy of the program beside packages among which nodejieba really is missing.
  it('takes the other engine, with one line of warning, where nodejieba is not installed', () => {
    const folder = folderWith({
      'package.json': '{"type":"module"}',
      'main.ts': `
        import { annotate, loadKnowledge } from './src/pipeline.ts';
        const warnings: string[] = [];
        const knowledge = loadKnowledge((line) => warnings.push(line));
        const text = '智翔金泰（以下简称“智翔”）位于重庆。';
        const { segmenter, mentions } = annotate({ id: '', title: '', text }, knowledge);
        console.log(JSON.stringify({ warnings, segmenter, names: mentions.map((m) => m.text) }));`,
    });
    cpSync(path.join(ROOT, 'src'), path.join(folder, 'src'), { recursive: true });
    symlinkSync(path.join(ROOT, 'data'), path.join(folder, 'data'));
    mkdirSync(path.join(folder, 'node_modules'));
    for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
      if (name === 'nodejieba') continue;
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
    }
    const tsx = pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
    const output = execFileSync(process.execPath, ['--import', tsx, 'main.ts'], { cwd: folder });
    const { warnings, segmenter, names } = JSON.parse(output.toString());
    expect(warnings).toEqual([expect.stringMatching(/nodejieba.*@node-rs\/jieba/)]);
    expect(warnings[0]).not.toContain('\n');
    expect(segmenter).toBe('@node-rs/jieba');
    expect(names).toContain('重庆');
  });
});

async function sampleTexts(): Promise<string[]> {
  const sources = await listSources([path.join(ROOT, 'data/sample')]);
  const texts: string[] = [];
  for await (const { documents } of readSources(sources)) {
    texts.push(...documents.map(({ document }) => document.text));
  }
  return texts;
}

/** Where words end. */
function boundaries(text: string, segmenter: Segmenter): Set<number> {
  return new Set(
    splitSentences(text).flatMap((sentence) =>
      tokenize(text, sentence, segmenter).map((token) => token.end),
    ),
  );
}

/** Agreement of two lists of sets, pooled. */
function f1(a: readonly Set<number>[], b: readonly Set<number>[]): number {
  const size = (sets: readonly Set<number>[]) => sets.reduce((sum, set) => sum + set.size, 0);
  const shared = a.reduce(
    (sum, set, i) => sum + [...set].filter((end) => b[i]!.has(end)).length,
    0,
  );
  return (2 * shared) / (size(a) + size(b));
}
