import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { EdgeFilter } from '../../src/graph/edge.ts';
import { conflicts } from '../../src/query/conflicts.ts';
import { documents as documentsOf } from '../../src/query/documents.ts';
import { entity, top } from '../../src/query/entity.ts';
import { evidence } from '../../src/query/evidence.ts';
import { neighbors } from '../../src/query/neighbors.ts';
import { paths } from '../../src/query/path.ts';
import { search } from '../../src/query/search.ts';
import { subgraph } from '../../src/query/subgraph.ts';
import { view } from '../../src/query/view.ts';
import { reduce } from '../../src/store/build.ts';
import { saveStore } from '../../src/store/file.ts';
import { CENTRE, GRAPH, STORE } from '../query/graph.ts';
import { documentWith } from '../relation/notation.ts';
import { run, start, succeed, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
beforeAll(() => saveStore(path.join(folder, 'graph.mailuo'), STORE));

/** Stdout of a command on the graph, which has nothing to say on stderr. */
async function answer(command: string): Promise<string> {
  const [name, ...rest] = command.split(' ');
  const { stdout, stderr } = await succeed([name!, 'graph.mailuo', ...rest], folder);
  expect(stderr).toBe('');
  return stdout;
}

describe('with --json', () => {
  const PATH = ['person:何友生', 'organization:智翔金泰'] as const;
  const CASES: [command: string, expected: unknown][] = [
    ['search 生物 --json', search(GRAPH, '生物')],
    ['search 不存在 --json', []],
    ['search 生物 --category place --limit 1 --json', search(GRAPH, '生物', { category: 'place' })],
    ['neighbors RCEP服务中心 --json', neighbors(GRAPH, CENTRE)],
    [
      'neighbors 巴南区 --category organization --relation cooccurrence --hops 2 --limit 2 --json',
      neighbors(GRAPH, 'place:巴南区', {
        category: 'organization',
        relation: 'cooccurrence',
        hops: 2,
        limit: 2,
      }),
    ],
    [
      'neighbors 巴南区 --relation location,office --min-weight 1 --backbone --json',
      neighbors(GRAPH, 'place:巴南区', { relation: ['location', 'office'] }),
    ],
    [
      'neighbors 巴南区 --relation location --relation office --json',
      neighbors(GRAPH, 'place:巴南区', { relation: ['location', 'office'] }),
    ],
    ['path 何友生 智翔金泰 --json', paths(GRAPH, ...PATH)],
    [
      'path 何友生 智翔金泰 --relation office,location,verb --json',
      paths(GRAPH, ...PATH, { relation: ['office', 'location', 'verb'] }),
    ],
    [
      'path 何友生 智翔金泰 --limit 3 --quotes 0 --json',
      paths(GRAPH, ...PATH, { limit: 3, quotes: 0 }),
    ],
    ['path 何友生 何友生 --json', [{ cost: 0, hops: [] }]],
    ['path 何友生 远方大学 --json', []],
    ['why 何友生 远方大学 --json', []],
    ['search banan --json', search(GRAPH, 'banan')],
    [
      'neighbors 巴南区 --direction in --status asserted --predicate 位于 --order surprise --json',
      neighbors(GRAPH, 'place:巴南区', {
        direction: 'in',
        status: 'asserted',
        predicate: '位于',
        order: 'surprise',
      }),
    ],
    ['neighbors 巴南区 --since 2024 --json', []],
    ['entity 贸服中心 --json', entity(GRAPH, CENTRE)],
    [
      'top --by degree --category place --limit 1 --json',
      top(GRAPH, { by: 'degree', category: 'place', limit: 1 }),
    ],
    ['documents --json', documentsOf(STORE)],
    ['documents 巴南区 --q 02 --json', documentsOf(STORE, { entity: 'place:巴南区', text: '02' })],
    [
      'subgraph 何友生 生物展 --limit 5 --json',
      subgraph(GRAPH, ['person:何友生', 'program:生物展'], { limit: 5 }),
    ],
    ['why 巴南区 贸服中心 --json', evidence(STORE, 'place:巴南区', CENTRE)],
  ];
  it.concurrent.each(CASES)('%s prints what the library gives', async (command, expected) => {
    expect(JSON.parse(await answer(command))).toEqual(JSON.parse(JSON.stringify(expected)));
  });
});

describe('for people', () => {
  const CASES: [command: string, lines: string[]][] = [
    ['search 生物', ['生物展 program, 1 documents', '重庆国际生物城 place, 1 documents']],
    ['neighbors 贸服中心', [CENTRE, '  巴南区 place  ← 建成 (1); – 共现 (1)']],
    [
      'neighbors 生物展 --hops 2 --category person',
      ['program:生物展', '    何友生 person  – 共现 (2) via 巴南区'],
    ],
    [
      'neighbors 重庆国际生物城 --relation verb',
      ['place:重庆国际生物城', '  智翔金泰 organization  ← 落户 (2, planned)'],
    ],
    [
      'path 巴南区委 重庆国际生物城',
      [
        '巴南区委 → 位于 (1) 巴南区',
        '  何友生任巴南区委书记，巴南区委在巴南区。',
        '巴南区 ← 位于 (1) 重庆国际生物城',
        '  重庆国际生物城位于巴南区。',
      ],
    ],
    [
      'path 智翔金泰 重庆国际生物城 --limit 2',
      [
        '智翔金泰 → 落户 (2, planned) 重庆国际生物城',
        '  智翔金泰落户重庆国际生物城。',
        '',
        '智翔金泰 – 共现 (2) 巴南区',
        '  智翔金泰看好巴南区。',
        '巴南区 ← 位于 (1) 重庆国际生物城',
        '  重庆国际生物城位于巴南区。',
      ],
    ],
    ['top --by documents --limit 1', ['巴南区 place, documents 3']],
    ['documents 生物展', ['03.txt  标题 03.txt  1 mentions']],
    [
      'subgraph 何友生 巴南区委 --hops 0',
      [
        '何友生 person, 1 documents',
        '巴南区委 organization, 1 documents',
        '  何友生 → 书记 (1) 巴南区委',
        '  巴南区委 – 共现 (1) 何友生',
      ],
    ],
    [
      'why 智翔金泰 巴南区',
      [
        '智翔金泰 – 共现 (2) 巴南区 1 documents',
        '  智翔金泰看好巴南区。',
        '    02.txt:41 same-sentence',
        '  智翔金泰扎根巴南区。',
        '    02.txt:51 same-sentence',
      ],
    ],
  ];
  it.concurrent.each(CASES)('%s', async (command, lines) => {
    expect((await answer(command)).split('\n')).toEqual([...lines, '']);
  });

  test('entity tells names and measures', async () => {
    const [head, aliases, ...measures] = (await answer('entity 贸服中心')).split('\n');
    expect([head, aliases]).toEqual([`重庆RCEP投资贸易服务中心 ${CENTRE}`, '  also 贸服中心']);
    expect(measures).toContain('  degree 1');
  });

  test('search prints nothing and exits with 1 when nothing is found', async () => {
    const { status, stdout } = await run(['search', 'graph.mailuo', '不存在'], folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

describe('conflicts', () => {
  const claim = (share: string) =>
    `[何友生|person]介绍，[甲公司|org]去年收购了[乙公司|org]${share}的股权。`;
  const documents = ['67%', '51%'].map((share, i) =>
    documentWith(`${i}.txt`, claim(share), '2024-05-01'),
  );
  const store = reduce(documents);
  beforeAll(() => saveStore(path.join(folder, 'facts.mailuo'), store));

  test('shows both sentences with their figures', async () => {
    const { stdout } = await succeed(['conflicts', 'facts.mailuo'], folder);
    expect(stdout.split('\n')).toEqual([
      '甲公司 → 乙公司: 股权 (%)',
      '  67% = 67',
      '    何友生介绍，甲公司去年收购了乙公司67%的股权。',
      '      0.txt:0 subject-verb-object',
      '  51% = 51',
      '    何友生介绍，甲公司去年收购了乙公司51%的股权。',
      '      1.txt:0 subject-verb-object',
      '',
    ]);
  });

  test('prints with --json what the library gives', async () => {
    const { stdout } = await succeed(['conflicts', 'facts.mailuo', '--json'], folder);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(conflicts(store))));
  });

  test('says on stderr that there are none', async () => {
    const { stdout, stderr } = await succeed(['conflicts', 'graph.mailuo'], folder);
    expect(stdout).toBe('');
    expect(stderr).toContain('no two documents');
  });

  test('why tells who says it, when it holds and how much it is', async () => {
    const { stdout } = await succeed(['why', 'facts.mailuo', '甲公司', '乙公司'], folder);
    expect(stdout.split('\n')[2]).toBe(
      '    0.txt:0 subject-verb-object, source 何友生, time 去年 (2023), 股权 67% (67 %)',
    );
  });
});

describe('export', () => {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const CASES: [file: string, options: string[], graph: (text: string) => MultiGraph][] = [
    ['a.gexf', [], (text) => parseGexf(MultiGraph, text) as MultiGraph],
    ['b.gexf', ['--gexf-version', '1.3'], (text) => parseGexf(MultiGraph, text) as MultiGraph],
    ['c.gexf', ['--mixed'], (text) => parseGexf(MultiGraph, text) as MultiGraph],
    ['a.graphml', [], (text) => parseGraphml(MultiGraph, text) as MultiGraph],
    ['a.json', [], (text) => new MultiGraph().import(JSON.parse(text))],
    ['a.xml', ['--format', 'graphml'], (text) => parseGraphml(MultiGraph, text) as MultiGraph],
  ];
  it.concurrent.each(CASES)('to %s with %o can be read back', async (file, options, graph) => {
    const args = ['export', 'graph.mailuo', '-o', file, ...options];
    const { stdout, stderr } = await succeed(args, folder);
    expect(stdout).toBe('');
    expect(stderr).toBe(`Wrote ${file}: ${GRAPH.order} nodes, ${GRAPH.size} edges\n`);
    const copy = graph(read(file));
    expect(copy.nodes()).toEqual(GRAPH.nodes());
    expect(copy.edges().sort()).toEqual(GRAPH.edges().sort());
  });

  test('to JSON loses nothing', async () => {
    await succeed(['export', 'graph.mailuo', '-o', 'lossless.json'], folder);
    expect(JSON.parse(read('lossless.json'))).toEqual(GRAPH.export());
  });

  const VIEWS: [options: string, filter: EdgeFilter][] = [
    ['--backbone', { backbone: true }],
    ['--min-weight 2', { minWeight: 2 }],
    ['--relation verb,office', { relation: ['verb', 'office'] }],
    ['--status planned', { status: 'planned' }],
    ['--predicate 位于 --predicate 建成', { predicate: ['位于', '建成'] }],
  ];
  it.concurrent.each(VIEWS)(
    'of the view %s leaves the other edges out',
    async (options, filter) => {
      const file = `view${options.replaceAll(' ', '')}.json`;
      const args = ['export', 'graph.mailuo', '-o', file, ...options.split(' ')];
      const { stderr } = await succeed(args, folder);
      const shown = view(GRAPH, filter);
      expect(stderr).toBe(`Wrote ${file}: ${shown.order} nodes, ${shown.size} edges\n`);
      expect(JSON.parse(read(file))).toEqual(shown.export());
    },
  );

  test('to standard output prints the text and nothing else', async () => {
    const args = ['export', 'graph.mailuo', '-o', '-', '--format', 'json'];
    const { stdout } = await succeed(args, folder);
    expect(JSON.parse(stdout)).toEqual(GRAPH.export());
    const two = await run(['export', 'graph.mailuo', '-o', '-', '--format', 'csv'], folder);
    expect([two.status, two.stdout]).toEqual([1, '']);
    expect(two.stderr).toContain('"csv" is several files');
    const none = await run(['export', 'graph.mailuo', '-o', '-'], folder);
    expect(none.stderr).toContain('say which with --format: gexf');
  });

  test('never takes the place of the graph itself', async () => {
    const before = readFileSync(path.join(folder, 'graph.mailuo'));
    const args = ['export', 'graph.mailuo', '-o', './graph.mailuo', '--format', 'json'];
    const { status, stderr } = await run(args, folder);
    expect([status, stderr]).toEqual([1, expect.stringContaining('is the graph itself')]);
    expect(readFileSync(path.join(folder, 'graph.mailuo')).equals(before)).toBe(true);
  });

  test('to CSV writes two tables', async () => {
    const { stderr } = await succeed(['export', 'graph.mailuo', '-o', 'a.csv'], folder);
    expect(stderr).toContain('a.nodes.csv and a.edges.csv');
    expect(read('a.nodes.csv')).toContain('何友生');
    expect(read('a.edges.csv')).toContain('落户');
    expect(existsSync(path.join(folder, 'a.csv'))).toBe(false);
  });
});

test('a reader that closes the pipe after the first line is no failure', async () => {
  const many = ['neighbors', 'graph.mailuo', '巴南区', '--hops', '5', '--json'];
  const child = start(many, folder);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('exit', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
