import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { KnowledgeGraph } from '../../src/graph/graph.ts';
import { evidence } from '../../src/query/evidence.ts';
import { reduce } from '../../src/store/build.ts';
import { parseAnnotated } from '../../src/store/lines.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { annotated } from '../helpers/documents.ts';

/** Divisions of the places of these tests, by how the documents call them. */
const DIVISIONS: Readonly<Record<string, readonly string[]>> = {
  二圣镇: ['重庆市', '巴南区', '二圣镇'],
  巴南区: ['重庆市', '巴南区'],
  重庆市: ['重庆市'],
  重庆: ['重庆市'],
  重慶: ['重庆市'],
  北京: ['北京市'],
  长春市: ['吉林省', '长春市'],
};

/** A document whose places know their divisions; `also` is for names of several. */
function located(
  id: string,
  marked: string,
  also: Readonly<Record<string, readonly string[]>> = {},
): AnnotatedDocument {
  const document = annotated(id, marked);
  return {
    ...document,
    mentions: document.mentions.map((mention) => {
      const division = also[mention.text] ?? DIVISIONS[mention.text];
      return division && mention.category === 'place' ? { ...mention, division } : mention;
    }),
  };
}

const BEIJING = { 朝阳区: ['北京市', '朝阳区'] };
const CHANGCHUN = { 朝阳区: ['吉林省', '长春市', '朝阳区'] };

const partsOf = (graph: KnowledgeGraph) =>
  graph.filterEdges((_, { relation }) => relation === 'part');
const nodesOf = (...documents: AnnotatedDocument[]) => buildGraph(documents).nodes().sort();

describe('places of divisions', () => {
  const CHAIN = located('a', '[重庆市|place][巴南区|place][二圣镇|place]举办采茶节。');
  it('lie in the division right above them', () => {
    expect(partsOf(buildGraph([CHAIN]))).toEqual([
      'place:二圣镇|part|隶属|asserted|place:巴南区',
      'place:巴南区|part|隶属|asserted|place:重庆市',
    ]);
  });

  it('lie in the nearest division that is in the graph, and in none where there is none', () => {
    const town = located('a', '[二圣镇|place]的茶叶上市。');
    expect(partsOf(buildGraph([town, located('b', '[重庆|place]下雨。')]))).toEqual([
      'place:二圣镇|part|隶属|asserted|place:重庆',
    ]);
    expect(partsOf(buildGraph([town]))).toEqual([]);
  });

  it('prove it by the sentences with both, else by the first one with the lower', () => {
    const store = reduce([
      located('a', '[巴南区|place]在[二圣镇|place]开会。[二圣镇|place]产茶。[巴南区|place]产稻。'),
      located('b', '[重庆|place]下雨。'),
    ]);
    const proof = (from: string, to: string) =>
      evidence(store, `place:${from}`, `place:${to}`)
        .filter(({ relation }) => relation === 'part')
        .flatMap((edge) => edge.evidence.map(({ rule, quote }) => `${rule}: ${quote}`));
    expect(proof('二圣镇', '巴南区')).toEqual(['division-town: 巴南区在二圣镇开会。']);
    expect(proof('巴南区', '重庆')).toEqual(['division-county: 巴南区在二圣镇开会。']);
  });

  it('are one under their full and their short name', () => {
    const documents = [
      located('a', '[重庆市|place]下雨。'),
      located('b', '[重庆|place]下雨，[重庆|place]刮风，[重慶|place]打雷。'),
    ];
    const graph = buildGraph(documents);
    expect(graph.nodes()).toEqual(['place:重庆市']);
    expect(graph.getNodeAttribute('place:重庆市', 'aliases')).toEqual(['重庆', '重慶']);
  });

  it('are not one with those in them', () => {
    expect(
      nodesOf(located('a', '[重庆市|place]下雨。'), located('b', '[巴南区|place]下雨。')),
    ).toEqual(['place:巴南区', 'place:重庆市']);
  });
});

describe('equal names of different parents', () => {
  const beijing = located('a', '[北京|place][朝阳区|place]下雨。', BEIJING);
  const changchun = located('b', '[长春市|place][朝阳区|place]下雪。', CHANGCHUN);
  const open = located('c', '[朝阳区|place]刮风。');

  it('stay apart, with labels that a reader can tell apart', () => {
    const graph = buildGraph([beijing, changchun]);
    expect(graph.nodes()).toEqual([
      'place:北京',
      'place:北京市朝阳区',
      'place:吉林省长春市朝阳区',
      'place:长春市',
    ]);
    expect(graph.getNodeAttributes('place:北京市朝阳区')).toMatchObject({
      label: '北京市朝阳区',
      aliases: ['朝阳区'],
    });
    expect(partsOf(graph)).toEqual([
      'place:北京市朝阳区|part|隶属|asserted|place:北京',
      'place:吉林省长春市朝阳区|part|隶属|asserted|place:长春市',
    ]);
  });

  it('leave a name apart of which no one knows which it is', () => {
    expect(nodesOf(beijing, changchun, open)).toContain('place:朝阳区');
    expect(
      buildGraph([beijing, changchun, open]).getNodeAttribute('place:朝阳区', 'mentions'),
    ).toBe(1);
  });

  it('are one where all documents that know agree', () => {
    expect(nodesOf(beijing, open)).toEqual(['place:北京', 'place:朝阳区']);
  });

  it('are told apart in one document as well', () => {
    const document = annotated(
      'a',
      '[北京|place]的[朝阳区|place]和[长春市|place]的[朝阳区|place]。',
    );
    const [first, second] = [BEIJING.朝阳区, CHANGCHUN.朝阳区];
    const mentions = document.mentions.map((mention, i) =>
      i === 1
        ? { ...mention, division: first }
        : i === 3
          ? { ...mention, division: second }
          : mention,
    );
    expect(nodesOf({ ...document, mentions })).toEqual([
      'place:北京',
      'place:北京市朝阳区',
      'place:吉林省长春市朝阳区',
      'place:长春市',
    ]);
  });
});

describe('names of a user lexicon', () => {
  const canonical = (document: AnnotatedDocument, name: string) => ({
    ...document,
    mentions: document.mentions.map((mention) => ({ ...mention, canonical: name })),
  });

  it('give an entity its label, whether or not a document has it', () => {
    const documents = [
      canonical(
        annotated('a', '[蓝鲸|organization]开工。[蓝鲸|organization]投产。'),
        '蓝鲸生物公司',
      ),
      canonical(annotated('b', '[藍鯨|organization]發佈公告。'), '蓝鲸生物公司'),
    ];
    const graph = buildGraph(documents);
    expect(graph.nodes()).toEqual(['organization:蓝鲸生物公司']);
    expect(graph.getNodeAttribute('organization:蓝鲸生物公司', 'aliases')).toEqual([
      '蓝鲸',
      '藍鯨',
    ]);
  });
});

test('traditional and simplified forms of a name are one entity', () => {
  const documents = [
    annotated('a', '[重慶大學|organization]致辭。'),
    annotated('b', '[重庆大学|organization]致辞。[重庆大学|organization]开学。'),
  ];
  expect(nodesOf(...documents)).toEqual(['organization:重庆大学']);
});

test('documents in any order and in any parts give the same graph', () => {
  const pieces = [
    '[重庆市|place][巴南区|place][二圣镇|place]产茶。',
    '[朝阳区|place]下雨，[重庆|place]天晴。',
    '[北京|place]和[长春市|place]。[巴南区|organization]发文。',
    '[二圣镇|place]与[重慶|place]。',
  ];
  const divisions = [{}, BEIJING, CHANGCHUN];
  const anyDocuments = fc
    .uniqueArray(fc.constantFrom(...'abcdefg'), { minLength: 1 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc
            .tuple(fc.subarray(pieces, { minLength: 1 }), fc.constantFrom(...divisions))
            .map(([texts, also]) => located(id, texts.join(''), also)),
        ),
      ),
    );
  const bytes = (documents: readonly AnnotatedDocument[]) =>
    JSON.stringify(reduce(documents).graph.export());
  fc.assert(
    fc.property(anyDocuments, fc.nat(6), (documents, cut) => {
      const lines = [...documents.slice(cut), ...documents.slice(0, cut)].map((document) =>
        JSON.stringify(document),
      );
      const merged = lines.reverse().map((line, i) => parseAnnotated(line, `part:${i + 1}`));
      expect(bytes(merged)).toBe(bytes(documents));
    }),
    { seed: 1, numRuns: 60 },
  );
});
