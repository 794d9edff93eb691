import { describe, expect, it, test } from 'vitest';
import { linkEntities } from '../../src/graph/link.ts';
import type { AnnotatedDocument } from '../../src/types.ts';
import { annotated } from '../helpers/documents.ts';

/** Each mention with the key of its entity, document by document. */
function linked(...documents: AnnotatedDocument[]): string[][] {
  const entityOf = linkEntities(documents);
  return documents.map((document) =>
    document.mentions.map((mention) => `${mention.text} → ${entityOf(document, mention)!.key}`),
  );
}

const defining = (id: string, full: string, short: string) =>
  annotated(
    id,
    `[${full}|organization]（以下简称“[${short}|organization]”）成立。`,
    `${short} --alias-of:简称--> ${full}`,
  );
const naming = (id: string, short: string) => annotated(id, `[${short}|organization]发布公告。`);

const LONG = '重庆智翔金泰生物制药股份有限公司';
const CASES: {
  title: string;
  documents: AnnotatedDocument[];
  expected: string[][];
}[] = [
  {
    title: 'the same name in two documents is one entity',
    documents: [naming('a', '宸安生物'), naming('b', '宸安生物')],
    expected: [['宸安生物 → organization:宸安生物'], ['宸安生物 → organization:宸安生物']],
  },
  {
    title: 'different names are different entities',
    documents: [naming('a', '宸安生物'), naming('b', '宸安生物制药')],
    expected: [['宸安生物 → organization:宸安生物'], ['宸安生物制药 → organization:宸安生物制药']],
  },
  {
    title: 'a short name stands for the full name in the document that defines it',
    documents: [defining('a', LONG, '智翔金泰')],
    expected: [[`${LONG} → organization:${LONG}`, `智翔金泰 → organization:${LONG}`]],
  },
  {
    title: 'a short name that is defined in one document stands for the full name in the others',
    documents: [naming('a', '智翔金泰'), defining('b', LONG, '智翔金泰')],
    expected: [
      [`智翔金泰 → organization:${LONG}`],
      [`${LONG} → organization:${LONG}`, `智翔金泰 → organization:${LONG}`],
    ],
  },
  {
    title: 'a short name with two meanings stands for a full name only where it is defined',
    documents: [
      defining('a', '巴南区服务中心', '中心'),
      defining('b', '江北区服务中心', '中心'),
      naming('c', '中心'),
    ],
    expected: [
      ['巴南区服务中心 → organization:巴南区服务中心', '中心 → organization:巴南区服务中心'],
      ['江北区服务中心 → organization:江北区服务中心', '中心 → organization:江北区服务中心'],
      ['中心 → organization:中心'],
    ],
  },
  {
    title: 'two documents that define a short name alike agree for all others',
    documents: [
      defining('a', LONG, '智翔金泰'),
      defining('b', LONG, '智翔金泰'),
      naming('c', '智翔金泰'),
    ],
    expected: [
      [`${LONG} → organization:${LONG}`, `智翔金泰 → organization:${LONG}`],
      [`${LONG} → organization:${LONG}`, `智翔金泰 → organization:${LONG}`],
      [`智翔金泰 → organization:${LONG}`],
    ],
  },
  {
    title: 'definitions are followed to the last one, across documents',
    documents: [
      defining('a', '智翔金泰公司', '智翔'),
      defining('b', LONG, '智翔金泰公司'),
      naming('c', '智翔'),
    ],
    expected: [
      [`智翔金泰公司 → organization:${LONG}`, `智翔 → organization:${LONG}`],
      [`${LONG} → organization:${LONG}`, `智翔金泰公司 → organization:${LONG}`],
      [`智翔 → organization:${LONG}`],
    ],
  },
  {
    title: 'full-width and half-width forms are one entity',
    documents: [naming('a', 'ＲＣＥＰ服务中心'), naming('b', 'RCEP服务中心')],
    expected: [
      ['ＲＣＥＰ服务中心 → organization:RCEP服务中心'],
      ['RCEP服务中心 → organization:RCEP服务中心'],
    ],
  },
  {
    title: 'names with and without quotation marks inside are one entity',
    documents: [naming('a', '“百村千塘”行动'), naming('b', '百村千塘行动')],
    expected: [
      ['“百村千塘”行动 → organization:“百村千塘”行动'],
      ['百村千塘行动 → organization:“百村千塘”行动'],
    ],
  },
  {
    title: 'upper and lower case are one entity',
    documents: [naming('a', 'Rcep服务中心'), naming('b', 'RCEP服务中心')],
    expected: [
      ['Rcep服务中心 → organization:RCEP服务中心'],
      ['RCEP服务中心 → organization:RCEP服务中心'],
    ],
  },
  {
    title: 'names with and without spaces are one entity',
    documents: [naming('a', 'RCEP 服务　中心'), naming('b', 'RCEP服务中心')],
    expected: [
      ['RCEP 服务　中心 → organization:RCEP 服务　中心'],
      ['RCEP服务中心 → organization:RCEP 服务　中心'],
    ],
  },
  {
    title: 'a short name that is defined in half width is found in full width',
    documents: [defining('a', '重庆RCEP投资贸易服务中心', 'RCEP中心'), naming('b', 'ＲＣＥＰ中心')],
    expected: [
      [
        '重庆RCEP投资贸易服务中心 → organization:重庆RCEP投资贸易服务中心',
        'RCEP中心 → organization:重庆RCEP投资贸易服务中心',
      ],
      ['ＲＣＥＰ中心 → organization:重庆RCEP投资贸易服务中心'],
    ],
  },
];

/** A document whose short name was made out by a rule, not defined. */
function using(id: string, full: string, short: string, rule: string): AnnotatedDocument {
  const document = defining(id, full, short);
  return { ...document, relations: document.relations.map((relation) => ({ ...relation, rule })) };
}

const ELSEWHERE: [title: string, documents: AnnotatedDocument[], inB: string][] = [
  [
    'of three characters and more stands for the full name in other documents too',
    [using('a', LONG, '智翔金泰', 'short-name'), naming('b', '智翔金泰')],
    LONG,
  ],
  [
    'that is a known place does so too',
    [using('a', '重庆市巴南区', '巴南区', 'place-name'), naming('b', '巴南区')],
    '重庆市巴南区',
  ],
  [
    'of two characters does so only in its own document',
    [using('a', '重庆大学', '重大', 'short-name'), naming('b', '重大')],
    '重大',
  ],
  [
    'that is a part of the full name does so only in its own document',
    [using('a', '云溪新区管委会', '管委会', 'part-name'), naming('b', '管委会')],
    '管委会',
  ],
  [
    'that is a part of a person’s name does so only in its own document',
    [using('a', '雅尼克·林茨', '林茨', 'person-short-form'), naming('b', '林茨')],
    '林茨',
  ],
  [
    'that stands for two full names does so in neither’s stead elsewhere',
    [
      using('a', '云溪宏泰药业有限公司', '宏泰药业', 'short-name'),
      using('c', '青川宏泰药业有限公司', '宏泰药业', 'short-name'),
      naming('b', '宏泰药业'),
    ],
    '宏泰药业',
  ],
  [
    'stands for the full name of its own document first',
    [
      using('a', '云溪宏泰药业有限公司', '宏泰药业', 'short-name'),
      using('b', '青川宏泰药业有限公司', '宏泰药业', 'short-name'),
    ],
    '青川宏泰药业有限公司',
  ],
];

describe('a short name that is used without definition', () => {
  it.each(ELSEWHERE)('%s', (_, documents, label) => {
    for (const order of [documents, [...documents].reverse()]) {
      const entityOf = linkEntities(order);
      const b = order.find((document) => document.id === 'b')!;
      expect(entityOf(b, b.mentions.at(-1)!)!.label).toBe(label);
      const a = order.find((document) => document.id === 'a')!;
      expect(entityOf(a, a.mentions.at(-1)!)!.label).toBe(a.mentions[0]!.text);
    }
  });
});

describe('linking mentions to entities', () => {
  it.each(CASES)('$title', ({ documents, expected }) => {
    expect(linked(...documents)).toEqual(expected);
    // Whatever comes first, the entities are the same.
    expect(linked(...[...documents].reverse())).toEqual([...expected].reverse());
  });

  test('a circle of definitions ends, and no name is lost', () => {
    const circle = [
      defining('a', '甲公司集团', '乙公司'),
      defining('b', '丙公司', '甲公司集团'),
      defining('c', '乙公司', '丙公司'),
    ];
    const keys = new Set(
      linked(...circle)
        .flat()
        .map((link) => link.split(' → ')[1]),
    );
    for (const key of keys) {
      expect(['organization:甲公司集团', 'organization:乙公司', 'organization:丙公司']).toContain(
        key,
      );
    }
  });

  test('a name that is defined as itself stays itself', () => {
    const document = annotated(
      'a',
      '[智翔金泰|organization]（简称[智翔金泰|organization]）。',
      '智翔金泰 --alias-of:简称--> 智翔金泰',
    );
    expect(linked(document)[0]![0]).toBe('智翔金泰 → organization:智翔金泰');
  });

  test('other names are listed by frequency', () => {
    const document = annotated(
      'a',
      '[重庆RCEP投资贸易服务中心|organization]（简称[RCEP中心|organization]）又称[服务中心|organization]。' +
        '[服务中心|organization]和[服务中心|organization]和[RCEP中心|organization]。' +
        '[ＲＣＥＰ中心|organization]。',
      'RCEP中心 --alias-of:简称--> 重庆RCEP投资贸易服务中心',
      '服务中心 --alias-of:又称--> 重庆RCEP投资贸易服务中心',
    );
    const { label, aliases } = linkEntities([document])(document, document.mentions[0]!)!;
    expect(label).toBe('重庆RCEP投资贸易服务中心');
    expect(aliases).toEqual(['服务中心', 'RCEP中心', 'ＲＣＥＰ中心']);
  });

  test('the most frequent form of a name is its label', () => {
    const document = annotated('a', '[ＲＣＥＰ|program]。[ＲＣＥＰ|program]。[RCEP|program]。');
    const { key, aliases } = linkEntities([document])(document, document.mentions[2]!)!;
    expect(key).toBe('program:ＲＣＥＰ');
    expect(aliases).toEqual(['RCEP']);
  });
});

describe('the category of an entity', () => {
  const CATEGORY_CASES: [title: string, documents: string[], expected: string][] = [
    [
      'is what most mentions say',
      ['[巴南区|place|0.8]。[巴南区|place|0.8]。', '[巴南区|organization|0.8]。'],
      'place:巴南区',
    ],
    [
      'weighs mentions by their confidence',
      ['[巴南区|place|0.4]。[巴南区|place|0.4]。', '[巴南区|organization|0.9]。'],
      'organization:巴南区',
    ],
    [
      'is the first by name when the votes are equal',
      ['[巴南区|place|0.5]。', '[巴南区|organization|0.5]。'],
      'organization:巴南区',
    ],
  ];
  it.each(CATEGORY_CASES)('%s', (_, texts, expected) => {
    const documents = texts.map((text, i) => annotated(String(i), text));
    for (const order of [documents, [...documents].reverse()]) {
      const keys = linked(...order).flat();
      expect(new Set(keys)).toEqual(new Set([`巴南区 → ${expected}`]));
    }
  });

  test('is shared by a short name and its full name, which vote together', () => {
    const document = annotated(
      'a',
      '[重庆国际生物城|place|0.9]（简称[生物城|place|0.9]）。[生物城|organization|0.9]。',
      '生物城 --alias-of:简称--> 重庆国际生物城',
    );
    expect(new Set(linked(document).flat())).toEqual(
      new Set(['重庆国际生物城 → place:重庆国际生物城', '生物城 → place:重庆国际生物城']),
    );
  });
});
