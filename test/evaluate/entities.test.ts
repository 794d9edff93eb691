import { describe, expect, it } from 'vitest';
import { evaluateEntities } from '../../src/evaluate/entities.ts';
import { parseGold } from '../../src/evaluate/gold.ts';
import { annotated } from '../helpers/documents.ts';

const FULL = '重庆惠科金渝光电科技有限公司';
const GOLD = `[${FULL}|org]落户[巴南区|place]，[惠科金渝|org|${FULL}]投产。`;
const BOTH = `[${FULL}|organization]落户[巴南区|place]，[惠科金渝|organization]投产。`;
const MERGED = `惠科金渝 --alias-of:简称--> ${FULL}`;

function measure(gold: string, found: string, ...relations: string[]) {
  return evaluateEntities([parseGold('a', gold)], [annotated('a', found, ...relations)]);
}

describe('evaluateEntities: entities', () => {
  const CASES: [
    title: string,
    found: string,
    relations: string[],
    typed: number[],
    un: number[],
  ][] = [
    ['two names of one entity once', BOTH, [MERGED], [2, 2, 2], [2, 2, 2]],
    ['a short name left alone as one too many', BOTH, [], [2, 3, 2], [2, 3, 2]],
    [
      'a name that stands twice once',
      `[${FULL}|organization]落户[巴南区|place]。[巴南区|place]投产。`,
      [],
      [2, 2, 2],
      [2, 2, 2],
    ],
    [
      'another category as wrong, unless untyped',
      `[${FULL}|organization]落户[巴南区|person]。`,
      [],
      [1, 2, 2],
      [2, 2, 2],
    ],
    ['nothing found', '落户巴南区。', [], [0, 0, 2], [0, 0, 2]],
  ];
  it.each(CASES)('counts %s', (_, found, relations, typed, untyped) => {
    const result = measure(GOLD, found, ...relations);
    const counts = (s: typeof result.untyped) => [s.correct, s.found, s.gold];
    expect(counts(result.entities['all']!)).toEqual(typed);
    expect(counts(result.untyped)).toEqual(untyped);
  });

  it('counts each category by itself', () => {
    const { entities } = measure(GOLD, `[${FULL}|organization]落户[巴南区|person]。`);
    expect(entities['organization']).toMatchObject({ correct: 1, found: 1, gold: 1 });
    expect(entities['place']).toMatchObject({ correct: 0, found: 0, gold: 1 });
    expect(entities['person']).toMatchObject({ correct: 0, found: 1, gold: 0 });
  });
});

describe('evaluateEntities: aliases', () => {
  const CASES: [title: string, found: string, relations: string[], counts: object][] = [
    ['merged rightly', BOTH, [MERGED], { right: 1, wrong: 0, missed: 0, unfound: 0 }],
    ['left alone', BOTH, [], { right: 0, wrong: 0, missed: 1, unfound: 0 }],
    [
      'merged into another entity',
      BOTH,
      ['惠科金渝 --alias-of:简称--> 巴南区'],
      { right: 0, wrong: 1, missed: 1, unfound: 0 },
    ],
    [
      'of which the full name was not found',
      `${FULL}落户巴南区，[惠科金渝|organization]投产。`,
      [],
      { right: 0, wrong: 0, missed: 0, unfound: 1 },
    ],
    [
      'beside one that gold does not know',
      `[${FULL}|organization]落户[巴南区|place]，[惠科金渝|organization]投产。`,
      [MERGED, `巴南区 --alias-of:简称--> ${FULL}`],
      { right: 1, wrong: 1, missed: 0, unfound: 0 },
    ],
  ];
  it.each(CASES)('counts a short name that is %s', (_, found, relations, counts) => {
    expect(measure(GOLD, found, ...relations).aliases).toMatchObject(counts);
  });

  it('counts a short name once in a document, however often it stands there', () => {
    const again = (marked: string, type: string) => `${marked}[惠科金渝|${type}]上市。`;
    const { aliases } = measure(again(GOLD, `org|${FULL}`), again(BOTH, 'organization'), MERGED);
    expect(aliases).toMatchObject({ right: 1, wrong: 0, precision: 1, recall: 1 });
  });

  it('gives the share of merged names that are right, and of found names that are merged', () => {
    const gold = `${GOLD}[惠科|org|${FULL}]。`;
    const { aliases } = measure(
      gold,
      `${BOTH}[惠科|organization]。`,
      MERGED,
      `巴南区 --alias-of:简称--> ${FULL}`,
    );
    expect(aliases).toMatchObject({ precision: 1 / 2, recall: 1 / 2 });
  });
});

it('names missed and spurious entities and aliases, with the rule that made them', () => {
  const { errors } = measure(GOLD, BOTH, `惠科金渝 --alias-of:简称--> 巴南区`);
  expect(errors.map(({ kind, of, what, rule }) => [kind, of, what, rule])).toEqual([
    ['missed', 'entity', '巴南区 place', undefined],
    ['spurious', 'entity', '巴南区 organization', 'hand-made'],
    ['missed', 'alias', `惠科金渝 = ${FULL}`, undefined],
    ['spurious', 'alias', '惠科金渝 = 巴南区', 'hand-made'],
  ]);
  expect(measure(GOLD, BOTH).errors.map(({ of, what }) => `${of} ${what}`)).toEqual([
    'entity 惠科金渝 organization',
    `alias 惠科金渝 = ${FULL}`,
  ]);
});
