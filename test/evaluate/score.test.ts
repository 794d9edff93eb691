import { describe, expect, it } from 'vitest';
import { parseGold } from '../../src/evaluate/gold.ts';
import { evaluate } from '../../src/evaluate/score.ts';
import type { AnnotatedDocument, Relation, Span, Status } from '../../src/types.ts';

/**
 * A document as `annotate` would give it, from the notation of the gold articles.
 * @param relations `head | label | tail`, with `(status)` after it where it is not asserted
 */
function found(marked: string, relations: readonly string[] = []): AnnotatedDocument {
  const { id, title, text, mentions } = parseGold('a', marked);
  return {
    id,
    title,
    text,
    segmenter: 'none',
    sentences: [],
    mentions: mentions.map(({ canonical, ...mention }) => ({ ...mention, rule: 'test', score: 1 })),
    relations: relations.map((line) => relation(text, line)),
  };
}

function relation(text: string, line: string): Relation {
  const [, head, label, tail, status] = /^(.+) \| (.+) \| (\S+)(?: \((.+)\))?$/.exec(line)!;
  const span = (name: string): Span => {
    const start = text.lastIndexOf(name);
    return { start, end: start + name.length };
  };
  return {
    head: span(head!),
    tail: span(tail!),
    relation: label === '简称' ? 'alias-of' : 'verb',
    label: label!,
    status: (status ?? 'asserted') as Status,
    rule: 'test',
  };
}

const gold = (marked: string, relations: readonly string[] = []) =>
  parseGold('a', `${marked}\n=\n${relations.join('\n')}`);

const NAMES = '[智翔金泰|org]和[惠科|org]落户[巴南区|place]，[何友生|person]出席。';

describe('evaluate: mentions', () => {
  it.each<[title: string, marked: string, all: number[], untyped: number[]]>([
    ['all of them found', NAMES, [4, 4, 4], [4, 4, 4]],
    ['none found', '智翔金泰和惠科落户巴南区，何友生出席。', [0, 0, 4], [0, 0, 4]],
    [
      'one missed',
      '[智翔金泰|org]和惠科落户[巴南区|place]，[何友生|person]出席。',
      [3, 3, 4],
      [3, 3, 4],
    ],
    [
      'one of another category',
      '[智翔金泰|org]和[惠科|person]落户[巴南区|place]，[何友生|person]出席。',
      [3, 4, 4],
      [4, 4, 4],
    ],
    [
      'one too long',
      '[智翔金泰|org]和[惠科|org]落户[巴南区|place]，[何友生出席|person]。',
      [3, 4, 4],
      [3, 4, 4],
    ],
    [
      'one that is no name',
      '[智翔金泰|org]和[惠科|org]落户[巴南区|place]，[何友生|person][出席|program]。',
      [4, 5, 4],
      [4, 5, 4],
    ],
  ])('counts correct, found and gold with %s', (_, marked, all, untyped) => {
    const result = evaluate([gold(NAMES)], [found(marked)]);
    const counts = ({ correct, found, gold }: typeof result.untyped) => [correct, found, gold];
    expect(counts(result.mentions['all']!)).toEqual(all);
    expect(counts(result.untyped)).toEqual(untyped);
  });

  it('gives precision, recall and F1, over all and for each category', () => {
    const half = '[智翔金泰|org]和[惠科|person]落户[巴南区|place]，何友生出席。';
    const { mentions } = evaluate([gold(NAMES)], [found(half)]);
    expect(mentions['all']).toMatchObject({ precision: 2 / 3, recall: 1 / 2 });
    expect(mentions['all']!.f1).toBeCloseTo(4 / 7, 10);
    expect(mentions['organization']).toMatchObject({ precision: 1, recall: 1 / 2 });
    expect(mentions['place']).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(mentions['person']).toMatchObject({ precision: 0, recall: 0, f1: 0, found: 1, gold: 1 });
    expect(mentions['program']).toMatchObject({
      precision: 0,
      recall: 0,
      f1: 0,
      found: 0,
      gold: 0,
    });
  });

  it('pools documents, whatever their order', () => {
    const a = gold(NAMES);
    const b = { ...gold('[何友生|person]。'), id: 'b' };
    const foundB = { ...found('[何友生|org]。'), id: 'b' };
    const { mentions } = evaluate([a, b], [foundB, found(NAMES)]);
    expect(mentions['all']).toMatchObject({ correct: 4, found: 5, gold: 5 });
  });

  it('names what is missed and what is spurious, with the rule that made it', () => {
    const { errors } = evaluate(
      [gold('[何友生|person]在[巴南区|place]。')],
      [found('[何友生|person]在[巴南|place]区。')],
    );
    expect(errors).toEqual([
      { document: 'a', kind: 'missed', of: 'mention', what: '巴南区 place' },
      { document: 'a', kind: 'spurious', of: 'mention', what: '巴南 place', rule: 'test' },
    ]);
  });
});

const TEXT = '[甲公司|org]、[乙公司|org]、[丙公司|org]、[丁公司|org]';

const RELATIONS: [
  title: string,
  gold: string[],
  found: string[],
  correctFoundGold: [number, number, number],
][] = [
  ['the same statement', ['甲公司 | 收购 | 乙公司'], ['甲公司 | 收购 | 乙公司'], [1, 1, 1]],
  [
    'any one of the predicates',
    ['甲公司 | 收购,并购 | 乙公司'],
    ['甲公司 | 并购 | 乙公司'],
    [1, 1, 1],
  ],
  [
    'a predicate within a longer one',
    ['甲公司 | 投资建设 | 乙公司'],
    ['甲公司 | 建设 | 乙公司'],
    [1, 1, 1],
  ],
  [
    'two predicates of one gold statement once',
    ['甲公司 | 收购,并购 | 乙公司'],
    ['甲公司 | 收购 | 乙公司', '甲公司 | 并购 | 乙公司'],
    [1, 1, 1],
  ],
  [
    'a statement found twice once',
    ['丙公司 | 收购 | 乙公司'],
    ['甲公司 | 收购 | 乙公司', '甲公司 | 收购 | 乙公司'],
    [0, 1, 1],
  ],
  ['another predicate as wrong', ['甲公司 | 收购 | 乙公司'], ['甲公司 | 起诉 | 乙公司'], [0, 1, 1]],
  [
    'the other direction as wrong',
    ['甲公司 | 收购 | 乙公司'],
    ['乙公司 | 收购 | 甲公司'],
    [0, 1, 1],
  ],
  [
    'a missed statement',
    ['甲公司 | 收购 | 乙公司', '丙公司 | 收购 | 丁公司'],
    ['甲公司 | 收购 | 乙公司'],
    [1, 1, 2],
  ],
  [
    'a planned statement like others',
    ['甲公司 | 收购 | 乙公司'],
    ['甲公司 | 收购 | 乙公司 (planned)'],
    [1, 1, 1],
  ],
];

const DENIED = '! 甲公司 | 收购 | 乙公司';

const DENIALS: [title: string, found: string[], denied: { gold: number; asserted: number }][] = [
  ['found as a denial', ['甲公司 | 收购 | 乙公司 (denied)'], { gold: 1, asserted: 0 }],
  ['given out as holding', ['甲公司 | 收购 | 乙公司'], { gold: 1, asserted: 1 }],
  ['given out as planned', ['甲公司 | 收购 | 乙公司 (planned)'], { gold: 1, asserted: 1 }],
  ['missed', [], { gold: 1, asserted: 0 }],
];

describe('evaluate: relations', () => {
  it.each(RELATIONS)('counts %s', (_, expected, actual, counts) => {
    const { relations } = evaluate([gold(TEXT, expected)], [found(TEXT, actual)]);
    expect([relations.correct, relations.found, relations.gold]).toEqual(counts);
  });

  it('names a wrong statement once, however often it was found', () => {
    const twice = ['甲公司 | 收购 | 乙公司', '甲公司 | 收购 | 乙公司'];
    expect(evaluate([gold(TEXT)], [found(TEXT, twice)]).errors).toEqual([
      {
        document: 'a',
        kind: 'spurious',
        of: 'relation',
        what: '甲公司 | 收购 | 乙公司',
        rule: 'test',
      },
    ]);
  });

  it.each(DENIALS)('counts a denied statement that is %s', (_, actual, denied) => {
    const result = evaluate([gold(TEXT, [DENIED])], [found(TEXT, actual)]);
    expect(result.denied).toEqual(denied);
    expect(result.relations).toMatchObject({ correct: 0, gold: 0 });
    expect(result.errors.filter((error) => error.kind === 'missed')).toEqual([]);
  });

  it('gives precision and recall over statements and over pairs', () => {
    const result = evaluate(
      [gold(TEXT, ['甲公司 | 收购 | 乙公司', '甲公司 | 起诉 | 丙公司', '丙公司 | 收购 | 丁公司'])],
      [found(TEXT, ['甲公司 | 收购 | 乙公司', '甲公司 | 投资 | 丙公司'])],
    );
    expect(result.relations).toMatchObject({ precision: 1 / 2, recall: 1 / 3 });
    expect(result.pairs).toMatchObject({ precision: 1, recall: 2 / 3 });
    expect(result.errors.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'missed 甲公司 | 起诉 | 丙公司',
      'missed 丙公司 | 收购 | 丁公司',
      'spurious 甲公司 | 投资 | 丙公司',
    ]);
  });

  it('takes a short name for the full name that the document defines, and counts no definition', () => {
    const text = '[重庆惠科金渝光电科技有限公司|org]（以下简称[惠科金渝|org]）落户[巴南区|place]。';
    const result = evaluate(
      [gold(text, ['重庆惠科金渝光电科技有限公司 | 落户 | 巴南区'])],
      [found(text, ['惠科金渝 | 简称 | 重庆惠科金渝光电科技有限公司', '惠科金渝 | 落户 | 巴南区'])],
    );
    expect(result.relations).toMatchObject({ correct: 1, found: 1, gold: 1, f1: 1 });
  });

  it('follows short names of short names to the fullest one', () => {
    const text = '[大连海鲨足球俱乐部|org]（简称[海鲨俱乐部|org]，[海鲨|org]）迁往[巴南区|place]。';
    const aliases = ['海鲨 | 简称 | 海鲨俱乐部', '海鲨俱乐部 | 简称 | 大连海鲨足球俱乐部'];
    const result = evaluate(
      [gold(text, ['大连海鲨足球俱乐部 | 迁往 | 巴南区'])],
      [found(text, [...aliases, '海鲨 | 迁往 | 巴南区'])],
    );
    expect(result.relations).toMatchObject({ correct: 1, found: 1, gold: 1 });
  });
});
