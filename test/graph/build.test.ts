import { describe, expect, it, test } from 'vitest';
import { CATEGORY_COLORS } from '../../src/graph/attributes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { VERSION } from '../../src/version.ts';
import { annotated, listing, withReprint } from '../helpers/documents.ts';

const COOCCURRENCE = 'organization:智翔金泰|cooccurrence|共现|asserted|place:巴南区';

/** Counts of the edge between 智翔金泰 and 巴南区 that is a co-occurrence. */
function counts(...documents: AnnotatedDocument[]): { weight: number; documents: number } {
  const { weight, documents: count } = buildGraph(documents).getEdgeAttributes(COOCCURRENCE);
  return { weight, documents: count };
}

describe('support of an edge', () => {
  const SENTENCE = '[智翔金泰|organization]落户[巴南区|place]，产值100亿元。';
  const CASES: [title: string, texts: string[], expected: { weight: number; documents: number }][] =
    [
      ['one sentence counts once', [SENTENCE], { weight: 1, documents: 1 }],
      [
        'two sentences of one document count twice',
        [`${SENTENCE}[智翔金泰|organization]在[巴南区|place]。`],
        { weight: 2, documents: 1 },
      ],
      [
        'the same sentence twice in one document counts once',
        [SENTENCE + SENTENCE],
        { weight: 1, documents: 1 },
      ],
      [
        'the same sentence in two documents counts once, the documents both',
        [SENTENCE, SENTENCE],
        { weight: 1, documents: 2 },
      ],
      [
        'punctuation and spaces make no other sentence',
        [SENTENCE, '[智翔金泰|organization] 落户“[巴南区|place]”，产值100亿元！\n'],
        { weight: 1, documents: 2 },
      ],
      [
        'the width of digits makes no other sentence',
        [SENTENCE, '[智翔金泰|organization]落户[巴南区|place]，产值１００亿元。'],
        { weight: 1, documents: 2 },
      ],
      [
        'another number makes another sentence',
        [SENTENCE, '[智翔金泰|organization]落户[巴南区|place]，产值200亿元。'],
        { weight: 2, documents: 2 },
      ],
      [
        'a pair that is named twice in a sentence counts once',
        ['[智翔金泰|organization]在[巴南区|place]，[智翔金泰|organization]在[巴南区|place]。'],
        { weight: 1, documents: 1 },
      ],
    ];
  it.each(CASES)('%s', (_, texts, expected) => {
    expect(counts(...texts.map((text, i) => annotated(String(i), text)))).toEqual(expected);
  });

  test('names that share no sentence share no edge', () => {
    const graph = buildGraph([annotated('a', '[智翔金泰|organization]。[巴南区|place]。')]);
    expect(graph.order).toBe(2);
    expect(graph.size).toBe(0);
  });
});

describe('statements that may be wrong', () => {
  const scored = (id: string, score?: number) => {
    const found = annotated(
      id,
      `[智翔金泰|organization]落户[巴南区|place]${id}。`,
      '智翔金泰 --verb:落户--> 巴南区',
    );
    const relations = found.relations.map((relation) => ({
      ...relation,
      ...(score !== undefined && { score }),
    }));
    return { ...found, relations };
  };
  const evidenceOf = (documents: readonly AnnotatedDocument[]) => {
    const graph = buildGraph(documents);
    const edges = graph.filterEdges((_, { relation }) => relation === 'verb');
    return edges.map((edge) => graph.getEdgeAttribute(edge, 'evidence').length);
  };

  test('are no edge while each is likelier wrong than right, and co-occur all the same', () => {
    expect(evidenceOf([scored('a', 0.4), scored('b', 0.44)])).toEqual([]);
    expect(buildGraph([scored('a', 0.4)]).size).toBe(1);
  });

  test('are evidence beside one that is likelier right', () => {
    expect(evidenceOf([scored('a', 0.45), scored('b', 0.5)])).toEqual([2]);
  });

  test('count as sure where they have no score', () => {
    expect(evidenceOf([scored('a')])).toEqual([1]);
  });
});

describe('nodes', () => {
  test('have the attributes of the contract', () => {
    const graph = buildGraph([
      annotated(
        'a',
        '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）位于[重庆|place]。[智翔金泰|organization]扩产。',
        '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
      ),
      annotated('b', '[智翔金泰|organization]上市，[智翔金泰|organization]开盘。'),
    ]);
    expect(graph.nodes()).toEqual(['organization:重庆智翔金泰公司', 'place:重庆']);
    expect(graph.getNodeAttributes('organization:重庆智翔金泰公司')).toEqual({
      label: '重庆智翔金泰公司',
      category: 'organization',
      aliases: ['智翔金泰'],
      mentions: 5,
      documents: 2,
      articles: 2,
      degree: 1,
      pagerank: expect.closeTo(0.5),
      betweenness: 0,
      community: 0,
      x: expect.any(Number),
      y: expect.any(Number),
      size: expect.closeTo(3 + 3 * Math.SQRT2),
      color: CATEGORY_COLORS.organization,
    });
  });

  test('are coloured by category', () => {
    const graph = buildGraph([
      annotated('a', '[甲|organization]、[乙|place]、[丙|person]、[丁|program]。'),
    ]);
    const colors = graph.mapNodes((_, { category, color }) => [category, color]);
    expect(Object.fromEntries(colors)).toEqual(CATEGORY_COLORS);
    expect(new Set(Object.values(CATEGORY_COLORS)).size).toBe(4);
  });

  test('are larger when more documents name them', () => {
    const graph = buildGraph([
      annotated('a', '[甲|organization]、[乙|place]。'),
      annotated('b', '[甲|organization]。'),
    ]);
    const size = (key: string) => graph.getNodeAttribute(key, 'size');
    expect(size('organization:甲')).toBeGreaterThan(size('place:乙'));
  });
});

describe('edges', () => {
  const STATED = annotated(
    'a',
    '前文。[巴南区|place]迎来[智翔金泰|organization]。',
    '智翔金泰 --location:位于--> 巴南区',
  );

  test('have keys that tell what they are', () => {
    expect(buildGraph([STATED]).edges()).toEqual([
      'organization:智翔金泰|cooccurrence|共现|asserted|place:巴南区',
      'organization:智翔金泰|location|位于|asserted|place:巴南区',
    ]);
  });

  test('are directed from subject to object when they are statements', () => {
    const graph = buildGraph([STATED]);
    const key = 'organization:智翔金泰|location|位于|asserted|place:巴南区';
    expect(graph.isDirected(key)).toBe(true);
    expect(graph.source(key)).toBe('organization:智翔金泰');
    expect(graph.target(key)).toBe('place:巴南区');
    expect(graph.getEdgeAttributes(key)).toEqual({
      relation: 'location',
      label: '位于',
      status: 'asserted',
      weight: 1,
      documents: 1,
      articles: 1,
      backbone: true,
      evidence: [
        {
          document: 'a',
          start: 3,
          end: 13,
          quote: '巴南区迎来智翔金泰。',
          rule: 'hand-made',
          status: 'asserted',
        },
      ],
    });
  });

  test('are undirected when they are co-occurrences, and measured', () => {
    const graph = buildGraph([STATED]);
    expect(graph.isUndirected(COOCCURRENCE)).toBe(true);
    expect(graph.getEdgeAttributes(COOCCURRENCE)).toMatchObject({
      relation: 'cooccurrence',
      label: '共现',
      status: 'asserted',
      npmi: 1,
      g2: expect.closeTo(4 * Math.LN2),
      q: expect.closeTo(0.0959, 4), // two-sided, of a normal value of √(4 ln 2) = 1.665
      backbone: true,
      evidence: [{ rule: 'same-sentence' }],
    });
  });

  test('are apart when a statement is asserted, planned, denied and reported', () => {
    const texts = ['asserted', 'planned', 'denied', 'reported'].map((status, i) =>
      annotated(
        String(i),
        `[智翔金泰|organization]第${i}次谈[巴南区|place]。`,
        `智翔金泰 --verb:打造:${status}--> 巴南区`,
      ),
    );
    const graph = buildGraph(texts);
    const statements = graph.filterEdges((_, { relation }) => relation === 'verb');
    expect(statements).toEqual([
      'organization:智翔金泰|verb|打造|asserted|place:巴南区',
      'organization:智翔金泰|verb|打造|denied|place:巴南区',
      'organization:智翔金泰|verb|打造|planned|place:巴南区',
      'organization:智翔金泰|verb|打造|reported|place:巴南区',
    ]);
    for (const key of statements) expect(graph.getEdgeAttribute(key, 'weight')).toBe(1);
    expect(graph.getEdgeAttribute(COOCCURRENCE, 'weight')).toBe(4);
  });

  test('never lead from a node to itself', () => {
    const graph = buildGraph([
      annotated(
        'a',
        '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）收购[智翔金泰|organization]。',
        '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
        '重庆智翔金泰公司 --verb:收购--> 智翔金泰',
      ),
    ]);
    expect(graph.order).toBe(1);
    expect(graph.size).toBe(0);
  });

  test('of a short name belong to the entity that it stands for', () => {
    const graph = buildGraph([
      annotated(
        'a',
        '[重庆智翔金泰公司|organization]（简称[智翔金泰|organization]）成立。[智翔金泰|organization]落户[巴南区|place]。',
        '智翔金泰 --alias-of:简称--> 重庆智翔金泰公司',
        '智翔金泰 --verb:落户--> 巴南区',
      ),
    ]);
    expect(graph.directedEdges('organization:重庆智翔金泰公司', 'place:巴南区')).toEqual([
      'organization:重庆智翔金泰公司|verb|落户|asserted|place:巴南区',
    ]);
  });
});

describe('evidence', () => {
  const documents = [
    annotated(
      'b',
      '标题\n[甲公司|organization]签约[乙公司|organization]。[甲公司|organization]再访[乙公司|organization]。',
      '甲公司 --verb:签约--> 乙公司',
    ),
    annotated('a', '𠮷祥号😀开业。[甲公司|organization]签约[乙公司|organization]！'),
  ];
  const graph = buildGraph(documents);

  test('quotes the text at its place', () => {
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    const entries = graph.mapEdges((_, { evidence }) => evidence).flat();
    expect(entries).toHaveLength(2 + 2);
    for (const { document, start, end, quote } of entries) {
      expect(quote).toBe(texts.get(document)!.slice(start, end));
      expect(quote).toMatch(/^甲公司.*乙公司/);
    }
  });

  test('gives one entry for each independent sentence, from the first document that has it', () => {
    const [key] = graph.undirectedEdges();
    const { evidence, weight } = graph.getEdgeAttributes(key!);
    expect(weight).toBe(2);
    expect(evidence.map(({ document, quote }) => [document, quote])).toEqual([
      ['a', '甲公司签约乙公司！'],
      ['b', '甲公司再访乙公司。'],
    ]);
  });
});

describe('articles', () => {
  const graph = buildGraph(withReprint());
  const CASES: [what: string, counts: { documents: number; articles: number }, expected: object][] =
    [
      ['of the graph', graph.getAttributes(), { documents: 3, articles: 2 }],
      [
        'of a node that all documents name',
        graph.getNodeAttributes('place:石桥镇'),
        { documents: 3, articles: 2 },
      ],
      [
        'of a node that one document names',
        graph.getNodeAttributes('program:白沙大桥'),
        { documents: 1, articles: 1 },
      ],
      [
        'of an edge',
        graph.getEdgeAttributes('organization:云岭茶业|cooccurrence|共现|asserted|place:石桥镇'),
        { documents: 3, articles: 2 },
      ],
    ];
  it.each(CASES)('%s are its documents, reprints of one article once', (_, counts, expected) => {
    expect(counts).toMatchObject(expected);
  });

  test('of a pair that only reprints name together are one', () => {
    const [a, b] = withReprint();
    const reprints = buildGraph([a!, b!]);
    const support = reprints.mapEdges((_, { documents, articles }) => ({ documents, articles }));
    expect(support).toEqual([{ documents: 2, articles: 1 }]);
  });

  test('are the same in whatever order the documents come', () => {
    expect(buildGraph(withReprint().reverse()).export()).toEqual(graph.export());
  });
});

describe('the graph', () => {
  const attributesOf = (...documents: AnnotatedDocument[]) => buildGraph(documents).getAttributes();

  test('says how it was made', () => {
    expect(attributesOf(annotated('a', '[甲|place]。乙。'), annotated('b', '乙！丙。'))).toEqual({
      mailuo: VERSION,
      segmenter: 'hand-made',
      documents: 2,
      articles: 2,
      sentences: 3,
      window: 'sentence',
    });
  });

  test('names every segmenter that took part', () => {
    const one = annotated('a', '甲。');
    const other = { ...annotated('b', '乙。'), segmenter: 'another' };
    expect(attributesOf(one, other).segmenter).toBe('another, hand-made');
  });

  const EMPTY: [title: string, documents: AnnotatedDocument[], order: number][] = [
    ['no documents', [], 0],
    ['a document without text', [annotated('a', '')], 0],
    ['a document without names', [annotated('a', '没有名称。')], 0],
    ['a single name', [annotated('a', '[甲|place]。')], 1],
  ];
  it.each(EMPTY)('of %s is built', (_, documents, order) => {
    const graph: KnowledgeGraph = buildGraph(documents);
    expect(graph.order).toBe(order);
    expect(graph.size).toBe(0);
  });

  test('pairs only the nearer names of a sentence that lists very many', () => {
    const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, '0')}公司`);
    const graph = buildGraph([listing('a', [names])]);
    expect(graph.hasEdge('organization:00公司', 'organization:30公司')).toBe(true);
    expect(graph.hasEdge('organization:00公司', 'organization:31公司')).toBe(false);
    expect(graph.hasEdge('organization:20公司', 'organization:39公司')).toBe(true);
  });
});
