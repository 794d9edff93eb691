import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { linkEntities } from '../../src/graph/link.ts';
import { parseCuration } from '../../src/store/curation.ts';
import { annotated, randomDocuments } from '../helpers/documents.ts';

/** Decisions from their lines, each with a reason. */
const decided = (...lines: string[]) =>
  parseCuration(lines.map((line) => `- {${line}, reason: 查过}\n`).join(''), 'c.yaml');

const FIRM = '青川宏泰药业有限公司';
const DOCUMENTS = [
  annotated(
    'a',
    `[${FIRM}|organization]（简称[宏泰药业|organization]）位于[云溪镇|place]。`,
    `宏泰药业 --alias-of:简称--> ${FIRM}`,
    `${FIRM} --location:位于--> 云溪镇`,
  ),
  annotated('b', '[宏泰药业|organization]与[宏泰制药|organization]在[云溪镇|place]签约。'),
  annotated('c', '[李青山|person]到[宏泰制药|organization]。'),
];
const PLACE = 'place:云溪镇';
const PERSON = 'person:李青山';
const FULL = `organization:${FIRM}`;
const OTHER = 'organization:宏泰制药';

const CASES: [title: string, decisions: string[], nodes: string[]][] = [
  ['none leaves all as it is', [], [FULL, OTHER, PERSON, PLACE]],
  [
    'merge makes one entity, named as the first',
    [`merge: [宏泰药业, 宏泰制药]`],
    [FULL, PERSON, PLACE],
  ],
  [
    'merge the other way round names it so',
    [`merge: [宏泰制药, 宏泰药业]`],
    [OTHER, PERSON, PLACE],
  ],
  [
    'merges follow each other',
    ['merge: [宏泰药业, 宏泰制药]', 'merge: [云溪公司, 宏泰制药]', 'rename: 宏泰药业, to: 宏泰'],
    ['organization:宏泰', PERSON, PLACE],
  ],
  [
    'never-merge undoes what a document says',
    [`never-merge: [宏泰药业, ${FIRM}]`],
    ['organization:宏泰药业', FULL, OTHER, PERSON, PLACE],
  ],
  [
    'split lets a name stand for itself',
    ['split: 宏泰药业'],
    ['organization:宏泰药业', FULL, OTHER, PERSON, PLACE],
  ],
  [
    'rename gives another label',
    ['rename: 宏泰药业, to: 宏泰'],
    ['organization:宏泰', OTHER, PERSON, PLACE],
  ],
  [
    'retype gives another category',
    ['retype: 云溪镇, to: organization'],
    [FULL, OTHER, PERSON, 'organization:云溪镇'],
  ],
  ['drop leaves an entity out', ['drop: 宏泰药业'], [OTHER, PERSON, PLACE]],
  ['alias adds a name that occurs', ['alias: 宏泰制药, of: 宏泰药业'], [FULL, PERSON, PLACE]],
];

describe('a decision', () => {
  it.each(CASES)('%s', (_, lines, nodes) => {
    const curation = decided(...lines);
    for (const order of [DOCUMENTS, [...DOCUMENTS].reverse()]) {
      const graph = buildGraph(order, { curation });
      expect(graph.nodes()).toEqual([...nodes].sort());
      expect(graph.getAttribute('curation')).toEqual(curation);
    }
  });

  test('that adds a name which occurs nowhere makes it findable', () => {
    const graph = buildGraph(DOCUMENTS, { curation: decided('alias: 宏泰集团, of: 宏泰药业') });
    expect(graph.getNodeAttribute(FULL, 'aliases')).toEqual(['宏泰药业', '宏泰集团']);
  });

  test('that renames keeps the earlier label among the other names', () => {
    const graph = buildGraph(DOCUMENTS, { curation: decided(`rename: ${FIRM}, to: 宏泰`) });
    const names = graph.getNodeAttribute('organization:宏泰', 'aliases');
    expect([...names].sort()).toEqual(['宏泰药业', FIRM].sort());
  });

  const EDGES: [decision: string, left: string[]][] = [
    [`drop: {from: ${FIRM}, to: 云溪镇, predicate: 位于}`, ['cooccurrence']],
    [`drop: {from: 宏泰药业, to: 云溪镇}`, []],
    [`drop: {from: 云溪镇, to: 宏泰药业}`, []],
    [`drop: {from: 云溪镇, to: 宏泰药业, predicate: 位于}`, ['cooccurrence', 'location']],
    [`drop: {from: 云溪镇, to: 宏泰药业, predicate: 共现}`, ['location']],
  ];
  it.each(EDGES)('%s leaves %j between the two', (line, left) => {
    const graph = buildGraph(DOCUMENTS, { curation: decided(line) });
    const between = graph.mapEdges(FULL, PLACE, (_, { relation }) => relation);
    expect(between.sort()).toEqual(left);
    expect(graph.order).toBe(4);
  });

  test('of a pair that never is one holds against a merge that documents lead to', () => {
    const curation = decided(`merge: [宏泰制药, ${FIRM}]`, 'never-merge: [宏泰药业, 宏泰制药]');
    const graph = buildGraph(DOCUMENTS, { curation });
    expect(graph.nodes()).toEqual(['organization:宏泰药业', OTHER, PERSON, PLACE].sort());
  });
});

describe('a name that stands for two entities is split', () => {
  const SPLITS: [where: string, left: string[], split: string[]][] = [
    ['documents: [b]', ['a', 'c'], ['b']],
    ['documents: [b, c]', ['a'], ['b', 'c']],
    ['contexts: [签约]', ['a', 'c'], ['b']],
    ['contexts: [签约], documents: [c]', ['a'], ['b', 'c']],
  ];
  const documents = [...DOCUMENTS, annotated('c', '[宏泰药业|organization]停产。')].filter(
    ({ id, mentions }) => id !== 'c' || mentions[0]!.text === '宏泰药业',
  );
  const SECOND = 'organization:海城宏泰';
  it.each(SPLITS)('by %s', (where, left, split) => {
    const curation = decided(`split: ${FIRM}, to: 海城宏泰, ${where}`);
    const entityOf = linkEntities(documents, curation);
    const naming = (key: string) =>
      documents
        .filter((one) => one.mentions.some((mention) => entityOf(one, mention)?.key === key))
        .map(({ id }) => id);
    expect(naming(FULL)).toEqual(left);
    expect(naming(SECOND)).toEqual(split);
    const graph = buildGraph(documents, { curation });
    expect(graph.getNodeAttributes(SECOND)).toMatchObject({
      label: '海城宏泰',
      aliases: ['宏泰药业'],
    });
    expect(buildGraph(documents).nodes()).not.toContain(SECOND);
  });

  test('off to an entity that is there, which keeps its name', () => {
    const curation = decided('split: 宏泰药业, to: 宏泰制药, documents: [b]');
    const graph = buildGraph(documents, { curation });
    expect(graph.getNodeAttribute(OTHER, 'aliases')).toEqual(['宏泰药业']);
    expect(graph.getNodeAttribute(FULL, 'documents')).toBe(2);
  });

  test('and what is split off can be renamed, retyped and dropped', () => {
    const split = 'split: 宏泰药业, to: 海城宏泰, documents: [b]';
    const nodes = (...lines: string[]) =>
      buildGraph(documents, { curation: decided(split, ...lines) }).nodes();
    expect(nodes('rename: 海城宏泰, to: 海城药业')).toContain('organization:海城药业');
    expect(nodes('retype: 海城宏泰, to: place')).toContain('place:海城宏泰');
    expect(nodes('drop: 海城宏泰')).toEqual(nodes().filter((key) => key !== SECOND));
  });
});

describe('a name that a decision gives', () => {
  const nodesWith = (...lines: string[]) =>
    buildGraph(DOCUMENTS, { curation: decided(...lines) })
      .nodes()
      .sort();

  test('can be used in other decisions', () => {
    const renamed = 'rename: 宏泰药业, to: 宏泰';
    expect(nodesWith(renamed, 'drop: 云溪镇')).toContain('organization:宏泰');
    expect(nodesWith(renamed, 'merge: [宏泰, 宏泰制药]')).toEqual(
      ['organization:宏泰', PERSON, PLACE].sort(),
    );
    expect(nodesWith(renamed, 'retype: 宏泰, to: place')).toContain('place:宏泰');
    expect(() =>
      nodesWith(renamed, 'never-merge: [宏泰, 宏泰制药]', 'merge: [宏泰药业, 宏泰制药]'),
    ).toThrow(/^c\.yaml:2: "宏泰" and "宏泰制药" never are one/);
  });

  test('means what the documents call so, where they do', () => {
    const swapped = ['merge: [宏泰药业, 宏泰制药]', 'rename: 宏泰药业, to: 宏泰制药'];
    expect(nodesWith(...swapped)).toEqual([OTHER, PERSON, PLACE].sort());
  });

  test('ends statements that are dropped', () => {
    const [renamed, dropped] = ['rename: 云溪镇, to: 云溪', 'drop: {from: 宏泰药业, to: 云溪}'];
    const left = buildGraph(DOCUMENTS, { curation: decided(renamed, dropped) });
    expect(left.edges(FULL, 'place:云溪')).toEqual([]);
  });
});

describe('decisions that contradict each other because of the documents', () => {
  const CONTRADICTIONS: [title: string, lines: string[], message: RegExp][] = [
    [
      'two names of one entity with two labels',
      ['rename: 宏泰药业, to: 宏泰', `rename: ${FIRM}, to: 青川宏泰`],
      /^c\.yaml:2: "青川宏泰" is the second rename of an entity after "宏泰" at c\.yaml:1; remove one/,
    ],
    [
      'a label that another entity has',
      ['rename: 宏泰药业, to: 宏泰制药'],
      /^c\.yaml:1: two entities would be "organization:宏泰制药"; merge them/,
    ],
    [
      'a name that is split off to itself',
      [`split: 宏泰药业, to: ${FIRM}, documents: [b]`],
      /^c\.yaml:1: "青川宏泰药业有限公司" is "宏泰药业" itself; give the other entity another name/,
    ],
    [
      'a dropped entity with another category',
      ['drop: 宏泰药业', `retype: ${FIRM}, to: place`],
      /^c\.yaml:2: it is about an entity that c\.yaml:1 drops/,
    ],
  ];
  it.each(CONTRADICTIONS)('%s', (_, lines, message) => {
    expect(() => buildGraph(DOCUMENTS, { curation: decided(...lines) })).toThrow(message);
  });
});

const NAMES = [
  '重庆智翔金泰公司',
  '智翔金泰',
  '巴南区',
  'RCEP服务中心',
  '重庆RCEP投资贸易服务中心',
];

it('two names that never are one are two entities, whatever the documents say', () => {
  fc.assert(
    fc.property(
      randomDocuments,
      fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }),
      (documents, [a, b]) => {
        const entityOf = linkEntities(documents, decided(`never-merge: [${a}, ${b}]`));
        const keysOf = (name: string) =>
          documents.flatMap((document) =>
            document.mentions
              .filter(({ text }) => text === name)
              .map((mention) => entityOf(document, mention)!.key),
          );
        const others = new Set(keysOf(b!));
        expect(keysOf(a!).filter((key) => others.has(key))).toEqual([]);
      },
    ),
  );
});

it('any two names can be merged, in any order of the documents', () => {
  fc.assert(
    fc.property(
      randomDocuments,
      fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 }),
      (documents, [a, b]) => {
        const curation = decided(`merge: [${a}, ${b}]`);
        const keys = buildGraph(documents, { curation }).nodes();
        expect(buildGraph([...documents].reverse(), { curation }).nodes()).toEqual(keys);
        const without = buildGraph(documents).order;
        expect(keys.length).toBeLessThanOrEqual(without);
        expect(keys.length).toBeGreaterThanOrEqual(without - 1);
      },
    ),
    { numRuns: 50 },
  );
});
