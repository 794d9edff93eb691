import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { MultiGraph } from 'graphology';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { openStore } from '../../src/store/file.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { encode } from '../ingest/encode.ts';
import { jsonLines, type Run, run, SAMPLE, sampleFolder, succeed, temporaryFolder } from './run.ts';

const SAMPLES = readdirSync(SAMPLE).sort();

describe('the sample', () => {
  const folder = sampleFolder();
  const bytes = (file: string) => readFileSync(path.join(folder, file));
  const reversed = [...SAMPLES].reverse().map((file) => `sample/${file}`);
  let built: Run;
  let annotated: Run;
  beforeAll(async () => {
    [built, annotated] = await Promise.all([
      succeed(['build', 'sample', '-o', 'sample.mailuo'], folder),
      succeed(['annotate', 'sample'], folder),
      succeed(['build', 'sample', '-o', 'again.mailuo'], folder),
      succeed(['build', ...reversed, '-o', 'reversed.mailuo'], folder),
    ]);
  });

  test('builds, with a summary on stderr and nothing on stdout', () => {
    expect(built.stdout).toBe('');
    const documents = `^documents +${SAMPLES.length}, ${SAMPLES.length} independent \\(0 skipped\\)$`;
    expect(built.stderr).toMatch(new RegExp(documents, 'm'));
    expect(built.stderr).toMatch(/^entities +\d{2,}: .*organization/m);
    expect(built.stderr).toMatch(/^Wrote sample\.mailuo\. .*mailuo view sample\.mailuo$/m);
    // A progress bar is for terminals.
    expect(built.stderr).not.toContain('\r');
  });

  test('names its documents by their paths', async () => {
    const { documents } = await openStore(path.join(folder, 'sample.mailuo'));
    expect(documents.map(({ id }) => id)).toEqual(SAMPLES.map((file) => `sample/${file}`));
  });

  test('builds and merges with the window that is asked for', async () => {
    writeFileSync(path.join(folder, 'window.jsonl'), annotated.stdout);
    const stores = await Promise.all(
      [
        ['build', 'sample', '-o', 'paragraph.mailuo', '--window', 'paragraph'],
        ['merge', 'window.jsonl', '-o', 'merged.mailuo', '--window', 'paragraph'],
        ['merge', 'window.jsonl', '-o', 'three.mailuo', '--window', '3'],
      ].map(async (args) => {
        await succeed(args, folder);
        return (await openStore(path.join(folder, args[3]!))).graph;
      }),
    );
    expect(stores.map((graph) => graph.getAttribute('window'))).toEqual([
      'paragraph',
      'paragraph',
      3,
    ]);
    expect(stores[1]!.export()).toEqual(stores[0]!.export());
    const { graph } = await openStore(path.join(folder, 'sample.mailuo'));
    for (const wider of stores) expect(wider.size).toBeGreaterThan(graph.size);
  });

  test('answers questions', async () => {
    const ask = async (...args: string[]) => {
      const [command, ...rest] = args;
      return (await succeed([command!, 'sample.mailuo', ...rest], folder)).stdout;
    };
    const found: { label: string }[] = JSON.parse(await ask('search', '国际生物城', '--json'));
    expect(found.map(({ label }) => label)).toContain('重庆国际生物城');
    expect(await ask('neighbors', '智翔金泰', '--limit', '1000')).toContain('重庆国际生物城');
    expect(await ask('why', '智翔金泰', '重庆国际生物城')).toMatch(/智翔金泰.*重庆国际生物城/);
    const hops: { edges: object[] }[] = JSON.parse(
      await ask('path', '智翔金泰', '重庆国际生物城', '--json'),
    );
    expect(hops).toHaveLength(1);
  });

  test('exports as the graph that it is', async () => {
    await succeed(['export', 'sample.mailuo', '-o', 'graph.json'], folder);
    const { graph } = await openStore(path.join(folder, 'sample.mailuo'));
    const exported = new MultiGraph().import(JSON.parse(bytes('graph.json').toString()));
    expect(exported.export()).toEqual(graph.export());
  });

  test('quotes its evidence from its documents', async () => {
    const { graph, documents } = await openStore(path.join(folder, 'sample.mailuo'));
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    graph.forEachEdge((key, { evidence, weight }) => {
      expect(evidence, key).toHaveLength(weight);
      for (const { document, start, end, quote } of evidence) {
        expect(texts.get(document)!.slice(start, end)).toBe(quote);
      }
    });
  });

  test('gives the same bytes again, and when its files come in another order', async () => {
    expect(bytes('again.mailuo').equals(bytes('sample.mailuo'))).toBe(true);
    expect(bytes('reversed.mailuo').equals(bytes('sample.mailuo'))).toBe(true);
    await succeed(['export', 'reversed.mailuo', '-o', 'reversed.json'], folder);
    await succeed(['export', 'sample.mailuo', '-o', 'sample.json'], folder);
    expect(bytes('reversed.json').equals(bytes('sample.json'))).toBe(true);
  });

  describe('annotated and merged', () => {
    let lines: string[];
    beforeAll(() => {
      lines = annotated.stdout.split('\n').slice(0, -1);
    });

    test('has one line for each document, by name', () => {
      const documents = jsonLines<AnnotatedDocument>(lines.join('\n'));
      expect(documents.map(({ id }) => id)).toEqual(SAMPLES.map((file) => `sample/${file}`));
      const mentions = documents.flatMap((document) => document.mentions);
      expect(mentions.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['智翔金泰', '重庆国际生物城']),
      );
      for (const { text, mentions: own } of documents) {
        for (const mention of own) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
        }
      }
    });

    const PARTS: [title: string, cut: (all: string[]) => string[][]][] = [
      ['in one part', (all) => [all]],
      ['in two parts', (all) => [all.slice(0, 5), all.slice(5)]],
      ['in two parts, the last one first', (all) => [all.slice(5), all.slice(0, 5)]],
      ['in as many parts as documents', (all) => all.map((line) => [line])],
    ];
    it.each(PARTS)('%s is the graph that was built', async (_, cut) => {
      const files = cut(lines).map((part, i) => {
        const file = `part-${i}.jsonl`;
        writeFileSync(path.join(folder, file), `${part.join('\n')}\n`);
        return file;
      });
      const { stdout, stderr } = await succeed(['merge', ...files, '-o', 'merged.mailuo'], folder);
      expect(stdout).toBe('');
      expect(stderr).toMatch(`Wrote merged.mailuo: ${SAMPLES.length} documents`);
      expect(bytes('merged.mailuo').equals(bytes('sample.mailuo'))).toBe(true);
    });

    test('through standard input is the graph that was built', async () => {
      const input = `\n${lines.join('\r\n')}\n\n`;
      await succeed(['merge', '-', '-o', 'piped.mailuo'], folder, input);
      expect(bytes('piped.mailuo').equals(bytes('sample.mailuo'))).toBe(true);
    });
  });
});

describe('a folder with much else in it', () => {
  const folder = temporaryFolder();
  const docs = path.join(folder, 'docs');
  let built: Run;
  beforeAll(async () => {
    mkdirSync(path.join(docs, '深/层'), { recursive: true });
    const write = (file: string, content: string | Uint8Array) =>
      writeFileSync(path.join(docs, file), content);
    write('utf8.txt', '智翔金泰位于重庆国际生物城。');
    write('深/层/gb18030.txt', encode('重庆国际生物城位于巴南区。', 'gb18030'));
    write('page.html', '<html><body><p>巴南区在重庆。</p></body></html>');
    write('empty.txt', '');
    write('blank.txt', ' \r\n\t\n　');
    write(
      'binary.txt',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    );
    write('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    write('scan.pdf', '%PDF-1.4');
    write('.hidden.txt', '隐藏的文件不读。');
    symlinkSync('nowhere.txt', path.join(docs, 'dangling.txt'));
    built = await succeed(['build', 'docs', '-o', 'graph.mailuo'], folder);
  });

  test('is built from the files that can be read', async () => {
    const { documents } = await openStore(path.join(folder, 'graph.mailuo'));
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['docs/page.html', '巴南区在重庆。'],
      ['docs/utf8.txt', '智翔金泰位于重庆国际生物城。'],
      ['docs/深/层/gb18030.txt', '重庆国际生物城位于巴南区。'],
    ]);
  });

  const SKIPPED: [file: string, reason: RegExp][] = [
    ['binary.txt', /binary|not text/],
    ['blank.txt', /no text/],
    ['dangling.txt', /gone/],
    ['empty.txt', /0 bytes/],
    ['picture.txt', /image\/png/],
    ['scan.pdf', /PDF is broken/],
  ];
  it.each(SKIPPED)('reports that %s is skipped, and why', (file, reason) => {
    const line = built.stderr.split('\n').find((text) => text.includes(`docs/${file}`));
    expect(line).toMatch(/^skipped /);
    expect(line).toMatch(reason);
  });

  test('is a failure with --strict, after the graph is written', async () => {
    const { status, stderr } = await run(
      ['build', 'docs', '-o', 'strict.mailuo', '--strict'],
      folder,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailuo: 6 skipped, and --strict allows none$/m);
    expect(readdirSync(folder)).toContain('strict.mailuo');
  });

  test('is counted', () => {
    expect(built.stderr).toMatch(/^documents +3, 3 independent \(\d+ skipped\)$/m);
    expect(built.stderr).not.toContain('.hidden');
    expect(built.stderr).not.toContain('    at ');
  });
});

describe('standard input', () => {
  const folder = temporaryFolder();

  test.concurrent('is a document', async () => {
    const page = '<!doctype html><html><body><p>重庆国际生物城位于巴南区。</p></body></html>';
    await succeed(['build', '-', '-o', 'piped.mailuo'], folder, page);
    const { documents } = await openStore(path.join(folder, 'piped.mailuo'));
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['stdin', '重庆国际生物城位于巴南区。'],
    ]);
  });

  test.concurrent('without text is reported, and leaves no graph', async () => {
    const { status, stderr } = await run(['build', '-', '-o', 'nothing.mailuo'], folder, '');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailuo: -: no document could be read\n {2}stdin: is empty: 0 bytes$/m);
    expect(readdirSync(folder)).not.toContain('nothing.mailuo');
  });
});

describe('a graph that is there', () => {
  const folder = temporaryFolder();
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const bytes = (file: string) => readFileSync(path.join(folder, file));

  const graphIn = async (file: string) => (await openStore(path.join(folder, file))).graph;
  const placesIn = async (file: string) =>
    Object.fromEntries((await graphIn(file)).mapNodes((key, { x, y }) => [key, { x, y }]));
  const unplaced = async (file: string) => {
    const graph = await graphIn(file);
    graph.updateEachNodeAttributes((_, node) => ({ ...node, x: 0, y: 0 }));
    return graph.export();
  };

  test('grows by new documents, tells what changed, and forgets with --prune', async () => {
    write('a.txt', '重庆国际生物城位于巴南区。');
    write('b.txt', '巴南区委书记何友生介绍，重庆国际生物城位于巴南区。');
    await succeed(['build', 'a.txt', '-o', 'graph.mailuo', '--window', '3'], folder);
    copyFileSync(path.join(folder, 'graph.mailuo'), path.join(folder, 'before.mailuo'));
    const grown = await succeed(['build', 'b.txt', '-o', 'graph.mailuo'], folder);
    expect(grown.stderr).toMatch(/^annotated +1: /m);
    expect(grown.stderr).toMatch(/^not given +1 earlier documents, kept; --prune/m);
    await succeed(['build', 'a.txt', 'b.txt', '-o', 'all.mailuo', '--window', '3'], folder);
    expect(await unplaced('graph.mailuo')).toEqual(await unplaced('all.mailuo'));
    const [places, before] = [await placesIn('graph.mailuo'), await placesIn('before.mailuo')];
    expect(places).toMatchObject(before);
    expect(Object.keys(places).length).toBeGreaterThan(Object.keys(before).length);
    await succeed(['build', 'b.txt', '-o', 'graph.mailuo', '--layout', 'fresh'], folder);
    expect(bytes('graph.mailuo').equals(bytes('all.mailuo'))).toBe(true);

    const { stdout } = await succeed(['diff', 'before.mailuo', 'graph.mailuo'], folder);
    expect(stdout).toMatch(/^2 new entities\n {2}\+ person:何友生 \(1 documents\)$/m);
    expect(stdout).toMatch(/^ {2}↑ place:重庆国际生物城 \(1 → 2 documents\)$/m);
    const json = await succeed(['diff', 'graph.mailuo', 'before.mailuo', '--json'], folder);
    expect(JSON.parse(json.stdout).entities.lost[0]).toEqual({
      key: 'person:何友生',
      label: '何友生',
      category: 'person',
      documents: 1,
      articles: 1,
    });
    const same = await succeed(['diff', 'graph.mailuo', 'all.mailuo'], folder);
    expect(same).toMatchObject({ stdout: '', stderr: expect.stringMatching(/no changes/) });

    const pruning = ['build', 'a.txt', '-o', 'graph.mailuo', '--prune', '--layout', 'fresh'];
    const pruned = await succeed(pruning, folder);
    expect(pruned.stderr).toMatch(/^not given +1 earlier documents, forgotten$/m);
    expect(bytes('graph.mailuo').equals(bytes('before.mailuo'))).toBe(true);
  }, 300_000);

  test('that is none is not overwritten', async () => {
    write('notes.mailuo', 'my notes');
    const { status, stderr } = await run(['build', 'a.txt', '-o', 'notes.mailuo'], folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/notes\.mailuo: .*no Mailuo graph/);
    expect(bytes('notes.mailuo').toString()).toBe('my notes');
  });
});
