import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Window } from '../../src/graph/attributes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { sentenceKey } from '../../src/graph/letters.ts';
import type { Entity } from '../../src/graph/link.ts';
import type { ObservedDocument } from '../../src/graph/observe.ts';
import { pairsOf, unitsOf } from '../../src/graph/window.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { annotated, listing, randomDocuments } from '../helpers/documents.ts';

const entity = (label: string): Entity => ({
  key: `place:${label}`,
  label,
  category: 'place',
  aliases: [],
});

/** A document in which each character is an entity; 。 ends a sentence, / a paragraph. */
function observed(notation: string): ObservedDocument {
  const text = notation.replaceAll('/', '\n');
  const sentences = [...text.matchAll(/[^。\n]*。/g)].map(({ 0: { length }, 0: names, index }) => ({
    start: index,
    end: index + length,
    key: names,
    entities: [...names.slice(0, -1)].map(entity),
    statements: [],
  }));
  return { id: 'a', text, sentences };
}

const WINDOWS: Window[] = ['sentence', 'paragraph', 1, 2, 3, 20];

describe('the pairs of a window', () => {
  const CASES: [title: string, window: Window, text: string, pairs: string][] = [
    ['of nothing are none', 'sentence', '。', ''],
    ['of one entity are none', 'sentence', '甲。', ''],
    ['of an entity and itself are none', 'sentence', '甲甲。', ''],
    ['of a sentence are each once', 'sentence', '甲乙甲。', '甲乙'],
    ['do not depend on the order of the names', 'sentence', '乙甲。', '甲乙'],
    ['of a sentence with three', 'sentence', '甲乙丙。', '甲乙 甲丙 乙丙'],
    ['stay within a sentence', 'sentence', '甲。乙。', ''],
    ['go through a paragraph', 'paragraph', '甲。丁。乙。', '甲丁 甲乙 丁乙'],
    ['stay within a paragraph', 'paragraph', '甲。/乙。', ''],
    ['of one sentence are those of a sentence', 1, '甲乙。丙。', '甲乙'],
    ['go to the next sentence', 2, '甲。乙。丙。', '甲乙 乙丙'],
    ['go through three sentences', 3, '甲。丁。乙。丙。', '甲丁 甲乙 丁乙 丁丙 乙丙'],
    ['go over the end of a paragraph', 2, '甲。/乙。', '甲乙'],
    ['of two names of a sentence are not repeated in the next', 2, '甲乙。丙。', '甲乙 甲丙 乙丙'],
  ];
  it.each(CASES)('%s', (_, window, text, expected) => {
    const document = observed(text);
    const pairs = unitsOf(document, window).flatMap((unit) => pairsOf(document, unit));
    for (const { a, b } of pairs) expect(a.key < b.key).toBe(true);
    const sorted = (names: string) => [...names].sort().join('');
    expect(pairs.map(({ a, b }) => sorted(a.label + b.label)).sort()).toEqual(
      expected.split(' ').filter(Boolean).map(sorted).sort(),
    );
  });

  test('are at most thirty for each entity of a long list', () => {
    const names = Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    for (const [text, window] of [
      [`${names.join('')}。`, 'sentence'],
      [names.map((name) => `${name}。`).join(''), 'paragraph'],
    ] as const) {
      const document = observed(text);
      const pairs = unitsOf(document, window).flatMap((unit) => pairsOf(document, unit));
      expect(pairs).toHaveLength(30 * 70 + (30 * 29) / 2);
    }
  });
});

/** Weight and quotes of each co-occurrence. */
function together(graph: KnowledgeGraph): string[] {
  const label = (key: string) => graph.getNodeAttribute(key, 'label');
  return graph
    .filterEdges((_, { relation }) => relation === 'cooccurrence')
    .map((key) => {
      const { weight, evidence } = graph.getEdgeAttributes(key);
      const names = [graph.source(key), graph.target(key)].map(label).sort().join('');
      return `${names} ${weight} ${evidence.map(({ quote }) => quote).join('|')}`;
    })
    .sort();
}

describe('co-occurrence in a window', () => {
  const CASES: [title: string, window: Window, texts: string[], expected: string[]][] = [
    [
      'shows the passage from the one name to the other, not the whole paragraph',
      'paragraph',
      ['前文。[甲公司|organization]扩产。中间。[乙区|place]欢迎。后文。'],
      ['乙区甲公司 1 甲公司扩产。中间。乙区欢迎。'],
    ],
    [
      'counts a paragraph once, however often it names the two',
      'paragraph',
      ['[甲公司|organization]来。[乙区|place]好。[甲公司|organization]谢[乙区|place]。'],
      ['乙区甲公司 1 甲公司谢乙区。'],
    ],
    [
      'counts a passage that two documents print once',
      'paragraph',
      [
        '[甲公司|organization]来。[乙区|place]好。',
        '别的开头。“[甲公司|organization]”来。[乙区|place]，好。',
      ],
      ['乙区甲公司 1 甲公司来。乙区好。'],
    ],
    [
      'counts different passages each',
      2,
      ['[甲公司|organization]来。[乙区|place]好。', '[甲公司|organization]走。[乙区|place]好。'],
      ['乙区甲公司 2 甲公司来。乙区好。|甲公司走。乙区好。'],
    ],
    [
      'counts two names of one sentence once, though two windows hold it',
      2,
      ['[甲公司|organization]在[乙区|place]。后文。'],
      ['乙区甲公司 1 甲公司在乙区。'],
    ],
    [
      'is found only as far apart as the window is wide',
      2,
      ['[甲公司|organization]来。中间。[乙区|place]好。'],
      [],
    ],
  ];
  it.each(CASES)('%s', (_, window, texts, expected) => {
    const documents = texts.map((text, i) => annotated(String(i), text));
    expect(together(buildGraph(documents, { window }))).toEqual(expected);
  });

  test('has all units of its window as background', () => {
    // Paragraphs: 甲 in 2 of 8, 乙 in 4 of 8, together in 2; the sentences differ from that.
    const lines = ['甲。乙', '甲。乙', '乙', '乙', '丙', '丙', '丙', '丙'].map((line, i) =>
      [...line].map((char) => (char === '。' ? char : `第${i}[${char}厂|organization]`)).join(''),
    );
    const document = annotated('a', lines.map((line) => `${line}。\n`).join(''));
    const graph = buildGraph([document], { window: 'paragraph' });
    expect(graph.size).toBe(1);
    const { npmi, g2 } = graph.getEdgeAttributes(graph.edges()[0]!);
    expect(npmi).toBeCloseTo(0.5, 12);
    expect(g2).toBeCloseTo(2 * (2 * Math.log(2) + 2 * Math.log(2 / 3) + 4 * Math.log(4 / 3)), 5);
  });

  test('says half as much where each sentence is in two windows', () => {
    // Of the six windows 甲 is in 2, 乙 in 2, both in 1: 4 · (½ ln ½ …) worked as table [[1,1],[1,3]].
    const names = ['甲', '乙', '丙', '丙', '丙', '丙'].map((name) => [name]);
    const graph = buildGraph([listing('a', names)], { window: 2 });
    const key = graph.findEdge((_, { relation }, a, b) => {
      return relation === 'cooccurrence' && a + b === 'organization:乙organization:甲';
    })!;
    const g2 = 2 * (Math.log(6 / 4) + 2 * Math.log(6 / 8) + 3 * Math.log(18 / 16));
    expect(graph.getEdgeAttribute(key, 'g2')).toBeCloseTo(g2 / 2, 6);
    expect(graph.getEdgeAttribute(key, 'npmi')).toBeCloseTo(Math.log(6 / 4) / Math.log(6), 6);
  });

  test('counts long lists fully, though not all their pairs are edges', () => {
    const list = Array.from({ length: 40 }, (_, i) => `第${i}厂`);
    const graph = buildGraph([listing('a', [list, [list[0]!, list[39]!], ['另一厂']])]);
    const key = graph.edges(`organization:${list[0]}`, `organization:${list[39]}`)[0]!;
    // Both in 2 of 3 sentences, never apart, but only one of them gives the pair.
    expect(graph.getEdgeAttributes(key)).toMatchObject({
      weight: 1,
      npmi: expect.closeTo(1, 12),
    });
  });
});

describe('the window', () => {
  const BAD: [window: unknown][] = [[0], [21], [1.5], [Number.NaN], ['word'], ['3']];
  it.each(BAD)('may not be %j', (window) => {
    expect(() => buildGraph([], { window: window as Window })).toThrow(
      'use sentence, paragraph, or a whole number from 1 to 20',
    );
  });

  it.each(WINDOWS)('%s is kept with the graph', (window) => {
    expect(buildGraph([], { window }).getAttribute('window')).toBe(window);
  });

  test('is a sentence when nothing else is asked for', () => {
    expect(buildGraph([]).getAttribute('window')).toBe('sentence');
  });

  /** All that is not co-occurrence. */
  const statements = (graph: KnowledgeGraph) =>
    graph
      .export()
      .edges.filter(({ attributes }) => attributes!.relation !== 'cooccurrence')
      .map(({ key, attributes }) => ({ key, attributes }));

  test('changes co-occurrence only', () => {
    fc.assert(
      fc.property(randomDocuments, fc.constantFrom(...WINDOWS), (documents, window) => {
        const [narrow, wide] = [buildGraph(documents), buildGraph(documents, { window })];
        expect(wide.nodes()).toEqual(narrow.nodes());
        expect(statements(wide)).toEqual(statements(narrow));
      }),
      { numRuns: 50 },
    );
  });

  test('finds whatever narrower ones find', () => {
    fc.assert(
      fc.property(randomDocuments, (documents) => {
        const edges = (window: Window) => buildGraph(documents, { window }).edges();
        expect(edges('paragraph')).toEqual(expect.arrayContaining(edges('sentence')));
        expect(edges(2)).toEqual(expect.arrayContaining(edges(1)));
        expect(edges(3)).toEqual(expect.arrayContaining(edges(2)));
        expect(edges(1)).toEqual(edges('sentence'));
      }),
      { numRuns: 50 },
    );
  });

  test('leaves the order of documents without effect', () => {
    const bytes = (documents: AnnotatedDocument[], window: Window) =>
      JSON.stringify(buildGraph(documents, { window }).export());
    fc.assert(
      fc.property(randomDocuments, fc.constantFrom(...WINDOWS), (documents, window) => {
        expect(bytes([...documents].reverse(), window)).toBe(bytes(documents, window));
      }),
      { numRuns: 50 },
    );
  });

  test('quotes a passage that names both, with one entry for each wording of what is counted', () => {
    const keysOf = ({ sentences, text }: AnnotatedDocument) =>
      sentences.map(({ start, end }) => sentenceKey(text.slice(start, end)));
    const check = (documents: AnnotatedDocument[], window: Window) => {
      const texts = new Map(documents.map(({ id, text }) => [id, text]));
      const graph = buildGraph(documents, { window });
      const distinct = new Set(documents.flatMap(keysOf)).size;
      // Reprints may word a sentence differently: it counts once, and each wording is shown.
      const reworded = graph.getAttribute('sentences') < distinct;
      graph.forEachEdge((_, { evidence, weight }) => {
        if (reworded) expect(evidence.length).toBeGreaterThanOrEqual(weight);
        else expect(evidence).toHaveLength(weight);
        for (const { document, start, end, quote } of evidence) {
          expect(quote).toBe(texts.get(document)!.slice(start, end));
        }
      });
    };
    const windows = fc.constantFrom(...WINDOWS);
    fc.assert(fc.property(randomDocuments, windows, check), { numRuns: 50 });
  });
});
