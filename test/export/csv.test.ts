import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { annotated, randomDocuments } from '../helpers/documents.ts';
import { HOSTILE_NAMES, hostileStore, readable } from './hostile.ts';

/** Rows of a CSV text (RFC 4180) by the names of their columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)];
  // Every character belongs to a cell or ends one.
  expect(cells.map(([whole]) => whole).join('')).toBe(csv);
  const lines: string[][] = [[]];
  for (const [, cell, end] of cells) {
    lines.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end === '\n') lines.push([]);
  }
  const [columns, ...rows] = lines.slice(0, -1);
  return rows.map((row) => {
    expect(row).toHaveLength(columns!.length);
    return Object.fromEntries(columns!.map((column, i) => [column, row[i]!]));
  });
}

const GRAPH = buildGraph([
  annotated(
    'a.txt',
    '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）落户[巴南区|place]。',
    '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
    '智翔金泰 --verb:落户:planned--> 巴南区',
  ),
]);
const { nodes, edges } = toCsv(GRAPH);

describe('CSV for Gephi', () => {
  test('has a table of nodes', () => {
    expect(nodes.split('\n')[0]).toBe(
      'Id,Label,category,mentions,documents,articles,degree,pagerank,betweenness,community,x,y,size,color,aliases',
    );
    const [first, second] = rowsOf(nodes);
    expect(first).toMatchObject({
      Id: 'organization:重庆智翔金泰公司',
      Label: '重庆智翔金泰公司',
      category: 'organization',
      mentions: '2',
      aliases: '智翔金泰',
    });
    expect(second).toMatchObject({ Id: 'place:巴南区', mentions: '1', color: '#009E73' });
  });

  test('has the same columns where there is nothing', () => {
    const empty = toCsv(buildGraph([annotated('a.txt', '无。')]));
    expect([empty.nodes, empty.edges]).toEqual(
      [nodes, edges].map((csv) => `${csv.split('\n')[0]}\n`),
    );
  });

  test('has a table of edges', () => {
    expect(edges.split('\n')[0]).toBe(
      'Source,Target,Type,Id,Label,Weight,relation,status,documents,articles,backbone,npmi,g2,q,quote,document,since,until',
    );
    const [shared, stated] = rowsOf(edges);
    expect(shared).toMatchObject({ Type: 'Undirected', Label: '共现', npmi: '1', Weight: '1' });
    expect(shared).toMatchObject({ backbone: 'true', q: '1' });
    expect(stated).toMatchObject({
      Source: 'organization:重庆智翔金泰公司',
      Target: 'place:巴南区',
      Type: 'Directed',
      Label: '落户',
      status: 'planned',
      npmi: '',
      quote: '重庆智翔金泰公司（简称智翔金泰）落户巴南区。',
      document: 'a.txt',
    });
  });

  test('keeps numbers numbers, negative ones too', () => {
    const texts = ['甲', '乙', '丙', '丁', '戊', '己'].map((label) => `[${label}|place]。`);
    const rows = rowsOf(toCsv(buildGraph([annotated('a', texts.join(''))])).nodes);
    const coordinates = rows.flatMap(({ x, y }) => [Number(x), Number(y)]);
    expect(coordinates).toHaveLength(12);
    expect(coordinates.every(Number.isFinite)).toBe(true);
    expect(Math.min(...coordinates)).toBeLessThan(0);
  });

  test('has one row for each node and edge, whatever the documents', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const graph = buildGraph(documents);
        fc.pre(graph.size > 0);
        const tables = toCsv(graph);
        expect(rowsOf(tables.nodes).map(({ Id }) => Id)).toEqual(graph.nodes());
        expect(rowsOf(tables.edges).map(({ Id }) => Id)).toEqual(graph.edges());
      }),
      { numRuns: 50 },
    );
  });
});

describe('a cell that a spreadsheet would run', () => {
  const CASES: [label: string, cell: string][] = [
    ['=cmd()', "'=cmd()"],
    ['+1+1', "'+1+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝cmd()', "'＝cmd()"],
    ['甲=乙', '甲=乙'],
    ['1-2', '1-2'],
    ['"=cmd()"', '"=cmd()"'],
  ];
  it.each(CASES)('is neutralised: %s', (label, cell) => {
    const { graph } = hostileStore([label]);
    const tables = toCsv(graph);
    const ours = (row: Record<string, string>) =>
      row['Label'] !== '巴南区' && row['Label'] !== '共现';
    expect(rowsOf(tables.nodes).filter(ours)).toMatchObject([{ Label: cell }]);
    expect(rowsOf(tables.edges).filter(ours)).toMatchObject([{ Label: cell }]);
  });

  test('stands in no column at all', () => {
    const sentence = annotated('=a.txt', '=[甲|place]和[乙|place]。');
    const { graph } = hostileStore();
    for (const source of [graph, buildGraph([sentence])]) {
      const tables = toCsv(source);
      for (const row of [...rowsOf(tables.nodes), ...rowsOf(tables.edges)]) {
        for (const cell of Object.values(row)) {
          if (/^[=+@\t\r-]/.test(cell)) expect(cell).toMatch(/^-[\d.e-]+$/);
        }
      }
    }
  });
});

test('hostile names survive, but for control characters and formulas', () => {
  const { graph } = hostileStore();
  const labels = rowsOf(toCsv(graph).nodes).map(({ Label }) => Label!.replace(/^'(?=[=+@-])/, ''));
  expect(labels.sort()).toEqual([...HOSTILE_NAMES.map(readable), '巴南区'].sort());
});
