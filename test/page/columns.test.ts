import { describe, expect, it, test } from 'vitest';
import { readingsOf } from '../../src/lexicon/pinyin.ts';
import { archiveOf } from '../../src/page/archive.ts';
import { columnsOf, numberingOf } from '../../src/page/columns.ts';
import { passagesWith, quotationsOf } from '../../src/page/quotation.ts';
import { reduce } from '../../src/store/build.ts';
import { CATEGORIES, RELATION_KINDS, STATUSES } from '../../src/types.ts';
import { CENTRE, GRAPH, STORE } from '../query/graph.ts';
import { documentWith } from '../relation/notation.ts';

const numbering = numberingOf(GRAPH);
const { nodes, edges, predicates } = columnsOf(STORE, numbering);
const archive = archiveOf(STORE, numbering);

describe('columns', () => {
  test('number every node and edge once, the same way each time', () => {
    expect([...numbering.nodes].sort()).toEqual(GRAPH.nodes().sort());
    expect([...numbering.edges].sort()).toEqual(GRAPH.edges().sort());
    expect(numberingOf(GRAPH.copy() as typeof GRAPH)).toEqual(numbering);
  });

  test('say of nodes and edges what the graph says', () => {
    for (const [node, key] of numbering.nodes.entries()) {
      const { label, category, aliases, documents, articles } = GRAPH.getNodeAttributes(key);
      expect(`${CATEGORIES[nodes.category[node]!]}:${nodes.label[node]}`).toBe(key);
      expect([nodes.label[node], nodes.aliases[node]]).toEqual([label, aliases]);
      expect(CATEGORIES[nodes.category[node]!]).toBe(category);
      expect([nodes.documents[node], nodes.articles[node]]).toEqual([documents, articles]);
    }
    for (const [edge, key] of numbering.edges.entries()) {
      const { relation, label, status, weight, articles, npmi } = GRAPH.getEdgeAttributes(key);
      const ends = [edges.source[edge]!, edges.target[edge]!].map((node) => numbering.nodes[node]);
      expect(ends).toEqual(GRAPH.extremities(key));
      expect(RELATION_KINDS[edges.relation[edge]!]).toBe(relation);
      expect(predicates[edges.label[edge]!]).toBe(label);
      expect(STATUSES[edges.status[edge]!]).toBe(status);
      expect([edges.weight[edge], edges.articles[edge]]).toEqual([weight, articles]);
      expect(edges.npmi[edge] === null).toBe(npmi === undefined);
    }
  });

  test('bring important nodes first, and statements before co-occurrence', () => {
    expect([...nodes.documents]).toEqual([...nodes.documents].sort((a, b) => b - a));
    const isCooccurrence = edges.relation.map(
      (number) => RELATION_KINDS[number] === 'cooccurrence',
    );
    expect(isCooccurrence).toEqual([...isCooccurrence].sort());
  });
});

describe('pinyin', () => {
  test('gives all readings of the Chinese characters, ü as v, and none of the others', () => {
    const { characters, readings } = readingsOf(['重庆A1', '绿的重']);
    expect([...characters]).toEqual(['庆', '的', '绿', '重']);
    expect(readings[3]!.split(',')).toEqual(expect.arrayContaining(['zhong', 'chong']));
    expect(readings[2]!.split(',')).toContain('lv');
    expect(readings).toHaveLength(4);
  });
});

describe('quotations', () => {
  const edgeOf = (key: string) => numbering.edges.indexOf(key);

  test('are the evidence of their edge, with the names where they stand', () => {
    for (const [edge, key] of numbering.edges.entries()) {
      const found = quotationsOf(archive, edge);
      const { evidence } = GRAPH.getEdgeAttributes(key);
      expect(found.map(({ quote, id, start }) => [quote, id, start])).toEqual(
        evidence.map(({ quote, document, start }) => [quote, document, start]),
      );
      for (const { quote, marks } of found) {
        for (const [start, end, what] of marks) {
          if (what === 'predicate') continue;
          const { label, aliases } = GRAPH.getNodeAttributes(numbering.nodes[what]!);
          expect([label, ...aliases]).toContain(quote.slice(start, end));
        }
      }
    }
  });

  test('mark the predicate, and tell speaker, time and figure', () => {
    const document = documentWith(
      '1.txt',
      '[王明|person]介绍，2023年[甲公司|org]收购了[乙公司|org]67%的股权。',
    );
    const store = reduce([document]);
    const own = numberingOf(store.graph);
    const edge = own.edges.findIndex((key) => key.includes('|verb|收购|'));
    const [quotation] = quotationsOf(archiveOf(store, own), edge);
    const { quote, marks, time, quantity } = quotation!;
    const words = marks.map(([start, end, what]) => [quote.slice(start, end), typeof what]);
    expect(words).toEqual([
      ['王明', 'number'],
      ['甲公司', 'number'],
      ['收购', 'string'],
      ['乙公司', 'number'],
    ]);
    expect(time?.value).toBe('2023');
    expect(quantity?.[0]?.text).toBe('67%');
  });

  test('of an edge that is not there are none', () => {
    expect(quotationsOf(archive, 1e6)).toEqual([]);
  });

  const PASSAGES: [text: string, quotes: string[]][] = [
    ['看好', ['智翔金泰看好巴南区。']],
    ['智翔金泰', ['智翔金泰落户重庆国际生物城。', '智翔金泰仍在重庆国际生物城。']],
    ['没有这些字', []],
  ];
  it.each(PASSAGES)('with %s are %o', (text, quotes) => {
    expect(passagesWith(archive, text, 2).map(({ quote }) => quote)).toEqual(quotes);
  });

  test('of passages say where in the document they stand', () => {
    const [{ document, start, end, quote }] = passagesWith(archive, '看好', 1) as [never];
    expect(archive.documents[document]!.text.slice(start, end)).toBe(quote);
  });

  test('know the nodes that a document names', () => {
    const { text, mentions } = archive.documents[0]!;
    const named = new Set<string>();
    for (let i = 0; i < mentions.length; i += 3) {
      const key = numbering.nodes[mentions[i + 2]!]!;
      named.add(key);
      const { label, aliases } = GRAPH.getNodeAttributes(key);
      expect([label, ...aliases]).toContain(text.slice(mentions[i], mentions[i + 1]));
    }
    expect(named).toContain(CENTRE);
    expect(
      edgeOf('place:巴南区|verb|建成|asserted|organization:重庆RCEP投资贸易服务中心'),
    ).toBeGreaterThan(-1);
  });
});
